"""Open inquiries at the side, what burns first; one key away."""

from typing import Any, NamedTuple

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared, Slot
from vedu.foundation.values.moments import moment_text
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.step import Step
from vedu.web.inquiry.timer import Timer, Waiting, timer_of
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup

MOST = 40
ICONS = {"call": "phone", "email": "mail", "messenger": "message-circle", "form": "forms", "shop": "building-store"}


class Row(NamedTuple):
    """``what`` is what the client came for, ``where`` the step at which he stands."""

    pk: int
    url: str
    name: str
    what: str
    where: str
    icon: SafeString
    timer: Timer | None
    is_chosen: bool


class Served(NamedTuple):
    """An inquiry as the database gives it: the order is that of SAID, then that of a Waiting."""

    pk: int
    client: str
    deal: str | None
    words: str
    step: str
    channel: str
    waiting: Waiting


SAID = ("pk", "client__name", "deal__name", "words", "step", "channel")
WAITS = ("came_at", "due_at", "answered_at", "deal__pipeline__response_norm_minutes")


def rows_of(user: User, clock: Clock, chosen: int | None) -> list[Row]:
    """His own, with those passed on to him; one query."""
    said = len(SAID)
    found = [Served._make((*row[:said], Waiting._make(row[said:]))) for row in _SERVED.rows(user.pk)]
    steps = {step.value: str(step.label) for step in Step}
    return [_row(one, steps[one.step], clock, chosen) for one in found]


def _row(one: Served, step: str, clock: Clock, chosen: int | None) -> Row:
    came = moment_text(one.waiting.came_at, clock.now, clock.zone, True, clock.language)
    return Row(
        pk=one.pk,
        url=address_of("inquiry:show", one.pk),
        name=one.client,
        what=one.words or _("passed on to you") if one.deal is None else one.deal,
        where=f"{came} · {step}",
        icon=icon_markup(ICONS.get(one.channel, "message")),
        timer=timer_of(one.waiting, clock),
        is_chosen=one.pk == chosen,
    )


def _served(user: Slot) -> "QuerySet[Inquiry, Any]":
    return Inquiry.objects.to_serve(user).burning_first().values_list(*SAID, *WAITS)[:MOST]


_SERVED = Prepared(_served)
