"""The decision of each channel as rows, and what stands against it once for all channels it concerns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.channel import Channel
from vedu.foundation.people.user import User
from vedu.sales.contact_policy.asking import Known
from vedu.sales.contact_policy.decision import ContactVerdict, Decision
from vedu.sales.contact_policy.words import OF_THE_CLOCK, by_clock, channel_name, sentence_of, told
from vedu.web.shell.icons import icon_markup

ASKED = (Channel.CALL, Channel.EMAIL, Channel.MESSENGER, Channel.MEETING)
ICONS: Mapping[str, str] = {
    ContactVerdict.ALLOW: "circle-check",
    ContactVerdict.WARN: "alert-triangle",
    ContactVerdict.BLOCK: "hand-stop",
}


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """``when`` is the next moment by the client's clock: at which it is possible, or better."""

    name: str
    verdict: str
    word: str
    icon: SafeString
    when: str


@dataclass(frozen=True, slots=True)
class Against:
    """``channels`` are empty where it concerns all that were asked about."""

    channels: str
    sentence: str
    is_hard: bool


def decisions_of(known: Known, moment: datetime, by: User) -> dict[str, Decision]:
    return {channel: known.decide(channel, moment, by) for channel in ASKED}


def row_of(channel: str, decision: Decision, zone: tzinfo) -> ChannelRow:
    verdict = decision.verdict
    icon = icon_markup(ICONS[verdict])
    return ChannelRow(channel_name(channel), verdict, verdict_word(verdict), icon, when_text(decision, zone))


def verdict_word(verdict: str) -> str:
    words = {
        ContactVerdict.ALLOW: pgettext("contact", "allowed"),
        ContactVerdict.WARN: pgettext("contact", "unwise"),
        ContactVerdict.BLOCK: pgettext("contact", "forbidden"),
    }
    return words[ContactVerdict(verdict)]


def when_text(decision: Decision, zone: tzinfo) -> str:
    """«можно в пн 30 ноября, 09:00»; "" when it is possible now, or when time changes nothing."""
    if decision.verdict == ContactVerdict.BLOCK:
        moment = decision.better_at or decision.next_at
        return _("possible %(moment)s") % {"moment": by_clock(moment, zone)} if moment else ""
    if decision.verdict == ContactVerdict.WARN and decision.better_at and _waits_for_the_clock(decision):
        return _("better %(moment)s") % {"moment": by_clock(decision.better_at, zone)}
    return ""


def against(decisions: Mapping[str, Decision], colleagues: Mapping[int, str]) -> Sequence[Against]:
    """Each sentence once, what forbids before what warns; ``colleagues`` are names by id."""
    concerned: dict[tuple[str, bool], list[str]] = {}
    for channel, decision in decisions.items():
        for one in told(decision):
            concerned.setdefault((sentence_of(one, colleagues), one.is_hard), []).append(channel)
    rows = [
        Against("" if len(of) == len(decisions) else ", ".join(map(channel_name, of)), sentence, is_hard)
        for (sentence, is_hard), of in concerned.items()
    ]
    return sorted(rows, key=lambda row: not row.is_hard)


def _waits_for_the_clock(decision: Decision) -> bool:
    return any(one.code in OF_THE_CLOCK for one in decision.objections)
