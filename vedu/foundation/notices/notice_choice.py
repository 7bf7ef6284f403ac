"""What a person wants to be told, when and by what way (DAY-4). Without a row the defaults hold."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid

LONGEST_AHEAD = 24 * 60
_CHAT = re.compile(r"-?[0-9]{1,20}|@[A-Za-z][A-Za-z0-9_]{4,31}")


class Remind(models.TextChoices):
    """AHEAD: so many minutes before a task that has an hour. MORNING: each task in the morning of its day."""

    AHEAD = "ahead", pgettext_lazy("reminder", "before the task")
    MORNING = "morning", pgettext_lazy("reminder", "in the morning of its day")
    OFF = "off", pgettext_lazy("reminder", "never")


class When(models.TextChoices):
    NOW = "now", pgettext_lazy("delivery", "at once")
    DIGEST = "digest", pgettext_lazy("delivery", "in the morning digest")
    NEVER = "never", pgettext_lazy("delivery", "do not send")


# The first word of a notice's kind is its topic. Calls of the day are told in the app: a letter would come too late.
USUAL = {
    "inquiry": When.NOW,
    "day": When.NOW,
    "hold": When.DIGEST,
    "neglect": When.DIGEST,
    "overdue": When.DIGEST,
    "product": When.DIGEST,
    "task": When.NEVER,
}
TOPICS = tuple(USUAL)


class NoticeChoice(models.Model):
    """``when`` has only the topics in which he differs from the usual. ``since_at``: what was told before he chose to
    be sent anything is not sent."""

    person = models.OneToOneField(User, primary_key=True, on_delete=models.CASCADE, related_name="+")
    remind = models.CharField(max_length=7, choices=Remind, default=Remind.AHEAD)
    ahead_minutes = models.PositiveSmallIntegerField(default=15)
    digest = models.BooleanField(default=True)
    by_email = models.BooleanField(default=True)
    telegram_chat = models.CharField(max_length=40, blank=True)
    when = models.JSONField(default=dict)
    since_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.person_id}: {self.remind} {self.ahead_minutes}"

    # questions

    @classmethod
    def of(cls, person: User) -> "NoticeChoice":
        """His own, else the usual one, which is not kept."""
        return cls.objects.filter(person=person).first() or cls(person=person, since_at=person.date_joined)

    @classmethod
    def of_all(cls, people: Iterable[User]) -> dict[int, "NoticeChoice"]:
        """By the id of each person. One query."""
        kept = {one.person_id: one for one in cls.objects.all()}
        return {one.pk: kept.get(one.pk) or cls(person=one, since_at=one.date_joined) for one in people}

    def when_of(self, topic: str) -> str:
        """A topic that nobody named waits for the digest."""
        return str(self.when.get(topic) or USUAL.get(topic, When.DIGEST))

    def topics(self, when: str) -> list[str]:
        return [topic for topic in TOPICS if self.when_of(topic) == when]

    # verbs

    @classmethod
    def choose(cls, person: User, *, at: datetime | None = None, **said: Any) -> "NoticeChoice":
        """His own word: any of remind, ahead_minutes, digest, by_email, telegram_chat, when (topic: now, digest or
        never); what is not said stays. Raises Invalid with the field."""
        choice = cls.of(person)
        was_sent = choice.by_email or bool(choice.telegram_chat)
        for field, value in said.items():
            setattr(choice, field, _FIT[field](value) if field in _FIT else value)
        if not was_sent and (choice.by_email or choice.telegram_chat):
            choice.since_at = at or timezone.now()
        choice.save()
        return choice


def topic_of(kind: str) -> str:
    return kind.partition(".")[0]


def _remind(said: str) -> str:
    if said not in Remind.values:
        raise invalid("remind", "unknown-word", _("Choose how you are reminded of tasks."))
    return said


def _minutes(said: int) -> int:
    if not 0 <= said <= LONGEST_AHEAD:
        raise invalid("ahead_minutes", "minutes-wrong", _("A reminder comes 0 to 1440 minutes before the task."))
    return said


def _chat(said: str) -> str:
    chat = said.strip()
    if chat and not _CHAT.fullmatch(chat):
        sentence = _("A Telegram chat is a number, or @name of a channel: ask the bot for yours.")
        raise invalid("telegram_chat", "chat-wrong", sentence)
    return chat


def _when(said: Mapping[str, str]) -> dict[str, str]:
    wrong = [topic for topic, when in said.items() if topic not in USUAL or when not in When.values]
    if wrong:
        sentence = _("There is no such topic or way of delivery: %(word)s.") % {"word": wrong[0]}
        raise invalid("when", "unknown-word", sentence)
    return {topic: str(when) for topic, when in said.items() if when != USUAL[topic]}


_FIT: dict[str, Any] = {"remind": _remind, "ahead_minutes": _minutes, "telegram_chat": _chat, "when": _when}
