"""The library as its page shows it: by channels, with how often each template was sent."""

from functools import cached_property
from textwrap import shorten
from typing import NamedTuple

from django.db.models import Count
from django.utils.translation import get_language

from vedu.foundation.people.user import User
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.template_channel import AidaStep, TemplateChannel, TemplateLanguage
from vedu.sales.playbooks.phase import SalePhase

WHOLE, BEGINS = 100, 160  # percent, letters


class TemplateRow(NamedTuple):
    """``when`` «первый контакт · внимание»; ``language`` "" when it is the reader's; ``percent`` of the one that was
    sent most."""

    pk: int
    name: str
    subject: str
    begins: str
    when: str
    language: str
    is_mine: bool
    may_change: bool
    sent: int
    percent: int


class ChannelRows(NamedTuple):
    code: str
    name: str
    rows: list[TemplateRow]


class Library:
    """One query, for all that is in use and out of it."""

    def __init__(self, user: User) -> None:
        self.user = user

    @cached_property
    def channels(self) -> list[ChannelRows]:
        in_use = [one for one in self._all if not one.is_retired]
        most = max((_sent(one) for one in in_use), default=0)
        return [
            ChannelRows(code, str(label), rows)
            for code, label in TemplateChannel.choices
            if (rows := [self._row(one, most) for one in in_use if one.channel == code])
        ]

    @property
    def retired(self) -> list[MessageTemplate]:
        return [one for one in self._all if one.is_retired and self._may_change(one)]

    @cached_property
    def _all(self) -> list[MessageTemplate]:
        seen = MessageTemplate.objects.visible_to(self.user).select_related("latest")
        return list(seen.annotate(sent=Count("versions__sent")))

    def _may_change(self, one: MessageTemplate) -> bool:
        return self.user.is_leading if one.is_team else one.owner_id == self.user.pk

    def _row(self, one: MessageTemplate, most: int) -> TemplateRow:
        sent = _sent(one)
        return TemplateRow(
            pk=one.pk,
            name=one.name,
            subject=one.version.subject,
            begins=shorten(one.version.text, BEGINS, placeholder="…"),
            when=when_of(one),
            language="" if one.language == get_language() else str(TemplateLanguage(one.language).label),
            is_mine=not one.is_team,
            may_change=self._may_change(one),
            sent=sent,
            percent=WHOLE * sent // most if most else 0,
        )


def when_of(one: MessageTemplate) -> str:
    """For which part of a sale, and to bring about what."""
    phase = str(SalePhase(one.phase).label) if one.phase else ""
    aida = str(AidaStep(one.aida).label) if one.aida else ""
    return " · ".join(filter(None, (phase, aida)))


def _sent(one: MessageTemplate) -> int:
    return int(getattr(one, "sent", 0))
