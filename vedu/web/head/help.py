"""«Whom to help today»: people of the team with the most money at risk, each with the worst deal and why."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, Window
from django.db.models.functions import RowNumber
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.web.deals.board.why_red import why_red
from vedu.web.deals.row import FIELDS, DealRow
from vedu.web.deals.step_chip import step_state
from vedu.web.head.figures import Figures, FiguresOf
from vedu.web.head.risk import at_risk
from vedu.web.head.sums import sums_text
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup

MOST = 4


@dataclass(frozen=True, slots=True)
class Worst:
    """The largest deal at risk. ``tone`` is a class of v-reason."""

    url: str
    name: str
    client: str
    stage: str
    tone: str
    why: str


@dataclass(frozen=True, slots=True)
class Help:
    bubble: SafeString
    name: str
    summary: str
    risk: str
    worst: Worst


def whom_to_help(people: Sequence[User], figures: FiguresOf, main: str, clock: Clock) -> list[Help]:
    """One query."""
    by_risk = sorted(people, key=lambda user: -figures[user.pk].risk[main])
    chosen = [user for user in by_risk if figures[user.pk].at_risk][:MOST]
    worst = _worst([user.pk for user in chosen], clock)
    return [_help(user, figures[user.pk], worst[user.pk], main, clock) for user in chosen if user.pk in worst]


def _help(user: User, own: Figures, worst: Worst, main: str, clock: Clock) -> Help:
    return Help(
        bubble=person_markup(user.name, user.pk, "l", True),
        name=user.name,
        summary=_summary(own),
        risk=sums_text(own.risk, main, clock.language),
        worst=worst,
    )


def _summary(own: Figures) -> str:
    """«7 сделок ждут: просрочено 3, без шага 1, дольше нормы 5»."""
    parts = (
        (own.overdue, _("overdue %(number)d")),
        (own.stepless, _("without a step %(number)d")),
        (own.over_norm, _("over the norm %(number)d")),
    )
    said = ", ".join(words % {"number": number} for number, words in parts if number)
    deals = ngettext("%(deals)d deal needs a hand", "%(deals)d deals need a hand", own.at_risk) % {"deals": own.at_risk}
    return f"{deals}: {said}"


def _worst(ids: Iterable[int], clock: Clock) -> dict[int, Worst]:
    """The largest deal at risk of each."""
    place = Window(RowNumber(), partition_by=F("owner"), order_by=[F("amount").desc(), F("pk").asc()])
    deals = Deal.objects.open().filter(at_risk(clock), owner__in=list(ids)).annotate(place=place).filter(place=1)
    found = {}
    for *values, stage, norm in deals.order_by().values_list(*FIELDS, "stage__name", "stage__day_norm"):
        row = DealRow._make(values)
        found[row.owner_id] = _of(row, stage, norm, clock)
    return found


def _of(row: DealRow, stage: str, norm: int, clock: Clock) -> Worst:
    state = step_state(row.step_at, bool(row.step_has_time), clock.now, clock.zone)
    days = max(0, (clock.now - row.stage_since).days)
    why = why_red(row, state, days, norm, clock, is_over=row.stage_due_at < clock.now)
    url = address_of("deal:card", row.pk)
    return Worst(url, row.name, row.client, stage, why.tone, why.sentence)
