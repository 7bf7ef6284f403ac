"""Open inquiries at the side, what burns first; one key away."""

from typing import NamedTuple

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.step import Step
from vedu.web.deals.clock import Clock
from vedu.web.inquiry.timer import Timer, timer_of
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


def rows_of(user: User, clock: Clock, chosen: int | None) -> list[Row]:
    """His own, with those passed on to him; one query."""
    found = Inquiry.objects.to_serve(user).burning_first()
    beside = found.select_related("client__owner", "deal__pipeline", "deal__owner", "received_by")
    return [_row(one, clock, chosen) for one in beside[:MOST]]


def _row(one: Inquiry, clock: Clock, chosen: int | None) -> Row:
    came = moment_text(one.came_at, clock.now, clock.zone, True, clock.language)
    return Row(
        pk=one.pk,
        url=reverse("inquiry:show", args=[one.pk]),
        name=one.client.name,
        what=one.deal.name if one.deal else one.words or _("passed on to you"),
        where=f"{came} · {Step(one.step).label}",
        icon=icon_markup(ICONS.get(one.channel, "message")),
        timer=timer_of(one, clock),
        is_chosen=one.pk == chosen,
    )
