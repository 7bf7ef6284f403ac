from collections.abc import Callable

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vedu.clients.client import Client
from vedu.sales.touches.channel import Channel, Outcome
from vedu.sales.touches.touch import Touch
from vedu.web.clients.batch.client_action import ClientAction


class Touches(ClientAction):
    code = "touches"
    icon = "message-circle"

    channel = forms.ChoiceField(label=gettext_lazy("Channel"), choices=Channel.choices, initial=Channel.EMAIL)
    outcome = forms.ChoiceField(label=gettext_lazy("What came of it"), choices=Outcome.choices, initial=Outcome.SENT)
    text = forms.CharField(
        label=gettext_lazy("What was said"), required=False, widget=forms.Textarea(attrs={"rows": 2}), initial=""
    )

    def verb(self) -> Callable[[Client], object]:
        facts = {name: self.said(name) for name in ("channel", "outcome", "text")}
        return lambda client: Touch.log(client, by=self.user, **facts)

    @classmethod
    def label(cls) -> str:
        return _("Log a touch")

    def button(self, number: int) -> str:
        return ngettext("Log %(number)d touch", "Log %(number)d touches", number) % {"number": number}

    def done(self, number: int) -> str:
        return ngettext("%(number)d touch logged", "%(number)d touches logged", number) % {"number": number}
