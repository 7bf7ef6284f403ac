"""Rows of the register as ready text; the same cells go into the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vedu.clients.channel import Channel
from vedu.clients.consent.subject import Subject
from vedu.foundation.values.moments import moment_text
from vedu.foundation.values.phone import phone_text
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock


@dataclass(frozen=True, slots=True)
class Cell:
    """``tone`` "bad" is red, and its text says why."""

    text: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """``url`` of the first cell; ``do_url`` asks in a dialog."""

    cells: Sequence[Cell]
    url: str = ""
    do: str = ""
    do_url: str = ""


def heads_of(code: str) -> list[str]:
    """Names of the columns of each list."""
    who, when = pgettext("register", "Who"), pgettext("register", "When")
    by, ground = pgettext("register", "By whom"), pgettext("register", "Ground")
    match code:
        case "opt-outs":
            return [who, _("By what not"), when, _("In whose words"), by]
        case "consents":
            channel, text = pgettext("register", "Channel"), pgettext("register", "Text")
            return [who, channel, ground, text, when, _("How it was said"), pgettext("register", "Withdrawn")]
        case "acts":
            return [pgettext("register", "Act"), _("Whose data"), when, ground, pgettext("register", "Rows"), by]
    return [who, _("What the person asks"), when, _("Days left"), pgettext("register", "Answer")]


def of_request(request: Any, clock: Clock) -> Row:
    is_done = request.is_done
    return Row(
        [
            Cell(_who(request)),
            Cell(str(request.get_kind_display())),
            Cell(_day(request.received_at, clock)),
            Cell(_day(request.due_on, clock)) if is_done else _left(request.days_left(clock.today)),
            Cell(f"{_day(request.done_at, clock)}, {request.done_by.name}: {request.result}" if is_done else ""),
        ],
        url=_card(request),
        do="" if is_done else pgettext("button", "Answer"),
        do_url="" if is_done else address_of("consent:completion", request.pk),
    )


def of_opt_out(row: Any, clock: Clock) -> Row:
    channel = str(Channel(row.channel).label) if row.channel else _("all channels")
    return Row(
        [
            Cell(_listed(row)),
            Cell(channel),
            Cell(_day(row.at, clock)),
            Cell(row.why),
            Cell(row.by.name if row.by else ""),
        ],
        url=_card(row) if row.client else "",
        do="" if row.lifted_at else _("Take off the list"),
        do_url="" if row.lifted_at else address_of("consent:lifting", row.pk),
    )


def of_consent(row: Any, clock: Clock) -> Row:
    return Row(
        [
            Cell(_who(row)),
            Cell(str(row.get_channel_display())),
            Cell(f"{row.get_ground_display()}, {row.get_purpose_display()}"),
            Cell(_("version %(number)d") % {"number": row.text.version} if row.text else ""),
            Cell(_day(row.given_at, clock)),
            Cell(f"{row.get_source_display()}. {row.note}" if row.note else str(row.get_source_display())),
            Cell(f"{_day(row.withdrawn_at, clock)} {row.withdrawal.why}".strip() if row.withdrawn_at else ""),
        ],
        url=_card(row),
    )


def of_act(act: Any, clock: Clock) -> Row:
    return Row(
        [
            Cell(_("Act %(number)d") % {"number": act.pk}),
            Cell(act.subject_number),
            Cell(_day(act.at, clock)),
            Cell(str(act.get_ground_display())),
            Cell(str(act.rows)),
            Cell(act.by.name),
        ],
        url=address_of("consent:act", act.pk),
    )


def _left(days: int) -> Cell:
    if days < 0:
        late = ngettext("late by %(days)d day", "late by %(days)d days", -days) % {"days": -days}
        return Cell(late, "bad")
    if days == 0:
        return Cell(_("today is the last day"))
    return Cell(ngettext("%(days)d day left", "%(days)d days left", days) % {"days": days})


def _who(row: Any) -> str:
    return f"{row.contact.name}, {row.client.name}" if row.contact else str(row.client.name)


def _listed(row: Any) -> str:
    """The person, the number, or that a number is known by its hash alone."""
    if row.is_of_person:
        return _who(row)
    if not row.value:
        return pgettext("opt-out", "a number of an erased person")
    value = phone_text(row.value) if row.kind == "phone" else row.value
    return f"{value}, {_who(row)}" if row.client else value


def _card(row: Any) -> str:
    subject = Subject(row.client, row.contact)
    return address_of("clients:card", subject.client.pk)


def _day(at: Any, clock: Clock) -> str:
    return moment_text(at, clock.now, clock.zone, with_time=False, language=clock.language)
