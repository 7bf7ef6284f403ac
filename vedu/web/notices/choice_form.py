"""What a person wants to be told, as a form of his settings."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from vedu.foundation.notices.notice_choice import LONGEST_AHEAD, TOPICS, NoticeChoice, Remind, When
from vedu.foundation.people.user import User
from vedu.web.notices.bell import topic_name

HEADS_ONLY = frozenset({"overdue"})


class ChoiceForm(forms.Form):
    """A field ``when_<topic>`` for each topic that concerns the person."""

    remind = forms.ChoiceField(label=_("Remind me of tasks"), choices=Remind.choices)
    ahead_minutes = forms.IntegerField(label=_("Minutes before"), min_value=0, max_value=LONGEST_AHEAD)
    digest = forms.BooleanField(label=_("Tell me in the morning what waits today"), required=False)
    by_email = forms.BooleanField(label=_("Send notices by e-mail"), required=False)
    telegram_chat = forms.CharField(label=_("Telegram chat"), required=False, max_length=40)

    def __init__(self, data: Mapping[str, Any] | None, person: User) -> None:
        choice = NoticeChoice.of(person)
        fields = ("remind", "ahead_minutes", "digest", "by_email", "telegram_chat")
        initial = {name: getattr(choice, name) for name in fields}
        initial |= {f"when_{topic}": choice.when_of(topic) for topic in TOPICS}
        super().__init__(data, initial=initial, auto_id="id_notices_%s")
        self._topics = [topic for topic in TOPICS if person.is_leading or topic not in HEADS_ONLY]
        self._choice = choice
        for topic in self._topics:
            self.fields[f"when_{topic}"] = forms.ChoiceField(label=topic_name(topic), choices=When.choices)
        if not settings.TELEGRAM_TOKEN:
            del self.fields["telegram_chat"]

    @property
    def topics(self) -> list[forms.BoundField]:
        return [self[f"when_{topic}"] for topic in self._topics]

    @property
    def sends_email(self) -> bool:
        """The administrator has set up a server."""
        return bool(settings.SENDS_EMAIL)

    @property
    def has_telegram(self) -> bool:
        return "telegram_chat" in self.fields

    def said(self) -> dict[str, Any]:
        """As ``NoticeChoice.choose`` takes it; topics that are not asked of this person stay as they are."""
        own = {name: value for name, value in self.cleaned_data.items() if not name.startswith("when_")}
        when = {topic: self.cleaned_data[f"when_{topic}"] for topic in self._topics}
        return own | {"when": {**self._choice.when, **when}}
