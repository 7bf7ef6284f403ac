"""Under the date of a next step: why the chosen moment is unwise or forbidden, and the better one (CHAN-2)."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import hour_text
from vedu.sales.contact_policy.asking import Known, known_of
from vedu.sales.contact_policy.decision import ContactVerdict, Decision
from vedu.sales.contact_policy.words import by_clock, sentence_of, told
from vedu.web.contact_policy.verdicts import ICONS, verdict_word
from vedu.web.shell.icons import icon_markup

ONE_DAY = timedelta(days=1)
MOST_SENTENCES = 2


@dataclass(frozen=True, slots=True)
class Better:
    """For the fields of the form, by the clock of who plans; ``words`` by his own too, ``theirs`` when that differs."""

    on: str
    at: str
    words: str
    theirs: str


@dataclass(frozen=True, slots=True)
class StepHint:
    verdict: str
    icon: SafeString
    word: str
    sentences: list[str]
    better: Better | None


def hint_for(
    client: Client, contact: Contact | None, channel: str, due_at: datetime, *, has_time: bool, by: User, zone: tzinfo
) -> StepHint | None:
    """None when there is nothing to say. Without an hour only the day counts: it is good when any hour of it is."""
    known = known_of(client, contact)
    decision = known.decide(channel, due_at, by)
    if decision.verdict == ContactVerdict.ALLOW or (not has_time and _is_good_that_day(decision, due_at)):
        return None
    shown = [sentence_of(one, known.colleagues) for one in told(decision)]
    return StepHint(
        verdict=decision.verdict,
        icon=icon_markup(ICONS[decision.verdict]),
        word=verdict_word(decision.verdict),
        sentences=shown[:MOST_SENTENCES],
        better=_better(decision, due_at, known, zone),
    )


def _is_good_that_day(decision: Decision, start: datetime) -> bool:
    lasting = any(one.until is None for one in decision.objections if one.is_hard)
    return not lasting and decision.better_at is not None and decision.better_at < start + ONE_DAY


def _better(decision: Decision, due_at: datetime, known: Known, zone: tzinfo) -> Better | None:
    found = decision.better_at or decision.next_at
    if found is None or found <= due_at:
        return None
    local, their_zone = found.astimezone(zone), known.whom.clock.zone
    differs = local.utcoffset() != found.astimezone(their_zone).utcoffset()
    theirs = _("their time %(hour)s") % {"hour": hour_text(found, their_zone)} if differs else ""
    return Better(local.date().isoformat(), f"{local:%H:%M}", by_clock(found, zone), theirs)
