"""Decisions in sentences: why not now, and when."""

from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from vedu.clients.channel import Channel
from vedu.foundation.refusal import Reason, Refused
from vedu.foundation.values.words_of_time import words_in
from vedu.sales.contact_policy.decision import ContactVerdict, Decision, Objection
from vedu.sales.contact_policy.said_hours import hours_text

# Warnings that another hour heals.
OF_THE_CLOCK = frozenset({"day-off", "unusual-hour", "other-hour"})


def sentence_of(objection: Objection, colleagues: Mapping[int, str] = MappingProxyType({})) -> str:
    """``colleagues``: names by id, where a sentence can name one."""
    if objection.code == "colleague-lately" and (name := colleagues.get(objection.facts[1])):  # type: ignore[call-overload]
        return _("%(name)s has reached him lately: agree with each other.") % {"name": name}
    return _SENTENCES[objection.code](*objection.facts)


def told(decision: Decision) -> tuple[Objection, ...]:
    """What a person is told: where the hour is quiet, that it is unusual as well says nothing new."""
    if not any(one.code == "quiet-hours" for one in decision.objections):
        return decision.objections
    return tuple(one for one in decision.objections if one.is_hard or one.code not in OF_THE_CLOCK)


def title_of(code: str) -> str:
    """In a few words, for a list of counts."""
    return str(_TITLES[code])


def reasons_of(decision: Decision) -> list[Reason]:
    """With what a screen needs: is it forbidden or only unwise, until when this alone stands."""
    return [
        Reason(
            one.code,
            sentence_of(one),
            {"forbids": one.is_hard, "until": one.until.isoformat() if one.until else None},
        )
        for one in decision.objections
    ]


def refusal_of(decision: Decision, zone: tzinfo) -> Refused:
    """What a verb raises for a decision that blocks: why, and when it will be possible."""
    hard = [reason for reason in reasons_of(decision) if reason.facts["forbids"]]
    facts = {"next_at": decision.next_at.isoformat() if decision.next_at else None}
    return Refused(
        *(
            Reason(one.code, f"{one.sentence} {next_sentence(decision, zone)}".strip(), {**one.facts, **facts})
            for one in hard
        )
    )


def next_sentence(decision: Decision, zone: tzinfo) -> str:
    """«Можно с 09:00, чт 26 (по часам клиента).» ``zone`` is the client's; "" when it is possible at once."""
    if decision.verdict != ContactVerdict.BLOCK:
        return ""
    if decision.next_at is None:
        return _("No hour will change that.")
    return _("Possible from %(moment)s by the client's clock.") % {"moment": by_clock(decision.next_at, zone)}


def by_clock(moment: datetime, zone: tzinfo) -> str:
    """«чт 26 ноября, 09:00» by the clock of the zone."""
    local, words = moment.astimezone(zone), words_in(None)
    return f"{words.short_weekdays[local.weekday()]} {local.day}\u00a0{words.months[local.month - 1]}, {local:%H:%M}"


def channel_name(channel: str) -> str:
    return str(Channel(channel).label)


def _hours(*hours: Any) -> str:
    return "–".join(f"{hour:%H:%M}" for hour in hours)


def _quiet(*hours: Any) -> str:
    if not hours:
        return _("A day off at the client: nobody is disturbed then.")
    return _("Quiet hours at the client: he is reached at %(hours)s by his clock.") % {"hours": _hours(*hours)}


def _limit(window: Callable[[int], str]) -> Callable[[int, int], str]:
    return lambda count, most: window(count) % {"count": count, "most": most}


def _of_day(count: int) -> str:
    return ngettext(
        "Today he has had %(count)d touch from us, at most %(most)d a day.",
        "Today he has had %(count)d touches from us, at most %(most)d a day.",
        count,
    )


def _of_week(count: int) -> str:
    return ngettext(
        "In 7 days he has had %(count)d touch from us, at most %(most)d.",
        "In 7 days he has had %(count)d touches from us, at most %(most)d.",
        count,
    )


def _of_month(count: int) -> str:
    return ngettext(
        "In 30 days he has had %(count)d touch from us, at most %(most)d.",
        "In 30 days he has had %(count)d touches from us, at most %(most)d.",
        count,
    )


def _unanswered(count: int) -> str:
    text = ngettext(
        "%(count)d touch in a row without an answer: let him rest.",
        "%(count)d touches in a row without an answer: let him rest.",
        count,
    )
    return text % {"count": count}


def _best_hours(*hours: int) -> str:
    return _("He is reached best at %(hours)s by his clock.") % {"hours": hours_text(hours)}


_SENTENCES: dict[str, Callable[..., str]] = {
    "opted-out": lambda channel: (
        _("The client asked not to be reached this way: %(channel)s.") % {"channel": channel_name(channel)}
    ),
    "no-consent": lambda channel: (
        _("There is no consent or other ground for this channel: %(channel)s.") % {"channel": channel_name(channel)}
    ),
    "quiet-hours": _quiet,
    "day-limit": _limit(_of_day),
    "week-limit": _limit(_of_week),
    "month-limit": _limit(_of_month),
    "too-soon": lambda _last: _("One of us has just reached him: leave some hours between."),
    "after-refusal": lambda _refused: _("He refused lately: let some time pass."),
    "unanswered": _unanswered,
    "day-off": lambda: _("It is a day off at the client."),
    "unusual-hour": lambda *hours: _("Outside of the usual hours, %(hours)s by his clock.") % {"hours": _hours(*hours)},
    "other-hour": _best_hours,
    "other-channel": lambda channel: (
        _("He answers best by another channel: %(channel)s.") % {"channel": channel_name(channel)}
    ),
    "personal-channel": lambda _channel: _("This is his personal contact, not an official channel of the company."),
    "talk-first": lambda: _("You have not talked yet: a meeting comes after a conversation."),
    "colleague-lately": lambda *_last: _("A colleague has reached him lately: agree with each other."),
}

_TITLES = {
    "opted-out": pgettext_lazy("objection to a touch", "opted out"),
    "no-consent": pgettext_lazy("objection to a touch", "no consent"),
    "quiet-hours": pgettext_lazy("objection to a touch", "quiet hours"),
    "day-limit": pgettext_lazy("objection to a touch", "too many in a day"),
    "week-limit": pgettext_lazy("objection to a touch", "too many in 7 days"),
    "month-limit": pgettext_lazy("objection to a touch", "too many in 30 days"),
    "too-soon": pgettext_lazy("objection to a touch", "too soon after another touch"),
    "after-refusal": pgettext_lazy("objection to a touch", "soon after a refusal"),
    "unanswered": pgettext_lazy("objection to a touch", "too many without an answer"),
    "day-off": pgettext_lazy("objection to a touch", "on a day off"),
    "unusual-hour": pgettext_lazy("objection to a touch", "outside of the usual hours"),
    "other-hour": pgettext_lazy("objection to a touch", "not at the client's best hours"),
    "other-channel": pgettext_lazy("objection to a touch", "not by the client's best channel"),
    "personal-channel": pgettext_lazy("objection to a touch", "by a personal contact"),
    "talk-first": pgettext_lazy("objection to a touch", "a meeting before a conversation"),
    "colleague-lately": pgettext_lazy("objection to a touch", "soon after a colleague"),
}
