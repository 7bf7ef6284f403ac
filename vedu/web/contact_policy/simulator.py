"""A simulation ready for the page: shares, reasons and colleagues as bars, the worst touches with their links."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.values.moments import full_text
from vedu.sales.contact_policy.decision import ContactVerdict
from vedu.sales.contact_policy.simulation import Against, Simulation
from vedu.sales.contact_policy.words import channel_name, sentence_of, title_of
from vedu.web.head.sums import share
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup

MOST_COLLEAGUES = 30


class ReasonBar(NamedTuple):
    """``percent`` of the most frequent one."""

    title: str
    touches: int
    percent: int
    is_hard: bool


class ColleagueBar(NamedTuple):
    """``forbidden`` and ``unwise`` are percents of his own touches."""

    bubble: SafeString
    name: str
    text: str
    forbidden: int
    unwise: int


class Example(NamedTuple):
    url: str
    client: str
    about: str
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class SimulationShown:
    summary: str
    forbidden: int
    unwise: int
    reasons: Sequence[ReasonBar]
    colleagues: Sequence[ColleagueBar]
    worst: Sequence[Example]
    is_cut: bool
    touches: int


def shown(found: Simulation, clock: Clock) -> SimulationShown:
    verdicts = found.verdicts
    return SimulationShown(
        summary=_summary(found),
        forbidden=share(verdicts[ContactVerdict.BLOCK], found.touches),
        unwise=share(verdicts[ContactVerdict.WARN], found.touches),
        reasons=_reasons(found),
        colleagues=_colleagues(found),
        worst=[_example(one, clock) for one in found.worst],
        is_cut=found.is_cut,
        touches=found.touches,
    )


def _summary(found: Simulation) -> str:
    text = ngettext(
        "Of %(count)d touch of the last 30 days: forbidden %(forbidden)d, unwise %(unwise)d.",
        "Of %(count)d touches of the last 30 days: forbidden %(forbidden)d, unwise %(unwise)d.",
        found.touches,
    )
    counts = {"forbidden": found.verdicts[ContactVerdict.BLOCK], "unwise": found.verdicts[ContactVerdict.WARN]}
    return text % {"count": found.touches, **counts}


def _reasons(found: Simulation) -> list[ReasonBar]:
    """What forbids before what warns, the most frequent first."""
    most = max(found.by_code.values(), default=0)
    ordered = sorted(found.by_code.items(), key=lambda one: (not one[0][1], -one[1]))
    return [ReasonBar(title_of(code), count, share(count, most), is_hard) for (code, is_hard), count in ordered]


def _colleagues(found: Simulation) -> list[ColleagueBar]:
    """The most forbidden first."""
    ordered = sorted(
        found.by_colleague.items(), key=lambda one: (-one[1][ContactVerdict.BLOCK], -one[1][ContactVerdict.WARN])
    )
    rows = []
    for pk, counts in ordered[:MOST_COLLEAGUES]:
        words = {
            "forbidden": counts[ContactVerdict.BLOCK],
            "unwise": counts[ContactVerdict.WARN],
            "count": counts.total(),
        }
        text = _("forbidden %(forbidden)d, unwise %(unwise)d of %(count)d") % words
        shares = (share(counts[verdict], counts.total()) for verdict in (ContactVerdict.BLOCK, ContactVerdict.WARN))
        bubble = person_markup(found.names[pk], pk, decorative=True)
        rows.append(ColleagueBar(bubble, found.names[pk], text, *shares))
    return rows


def _example(one: Against, clock: Clock) -> Example:
    made = one.made
    name, pk = ("deal:card", made.deal_id) if made.deal_id else ("clients:card", made.client_id)
    when = full_text(made.at.astimezone(clock.zone), clock.zone, clock.language)
    about = f"{channel_name(made.channel)}, {when}, {one.colleague}"
    hard = [sentence_of(objection) for objection in one.decision.objections if objection.is_hard]
    return Example(address_of(name, pk), one.client.name, about, hard)
