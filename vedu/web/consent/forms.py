"""What is asked about consent and rights. The rules stand in the verbs; a form only keeps the words."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.clients.channel import REMOTE, Channel
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.erasure_act import ErasureGround
from vedu.clients.consent.kinds import Ground, Purpose, Source
from vedu.clients.consent.term import LONGEST, RequestKind, Term
from vedu.web.clients.forms import EMAIL, PHONE, WORDS

DAY = forms.DateInput({"type": "date"}, format="%Y-%m-%d")
LONG = forms.Textarea(attrs={"rows": 6})


class ChannelsForm(forms.Form):
    """A tick for each channel."""

    call = forms.BooleanField(label=Channel.CALL.label, required=False)
    email = forms.BooleanField(label=Channel.EMAIL.label, required=False)
    messenger = forms.BooleanField(label=Channel.MESSENGER.label, required=False)
    social = forms.BooleanField(label=Channel.SOCIAL.label, required=False)

    @property
    def channels(self) -> list[str]:
        return [str(channel) for channel in REMOTE if self.cleaned_data[channel]]


class GivingForm(ChannelsForm):
    purpose = forms.ChoiceField(label=pgettext_lazy("consent", "What for"), choices=Purpose.choices)
    ground = forms.ChoiceField(label=pgettext_lazy("consent", "Ground"), choices=Ground.choices)
    source = forms.ChoiceField(label=_("How it was said"), choices=Source.choices)
    given_on = forms.DateField(label=_("When, if not today"), required=False, widget=DAY)
    note = forms.CharField(label=_("Where the paper lies, or the words"), required=False, max_length=500)

    @property
    def facts(self) -> dict[str, Any]:
        said = self.cleaned_data
        return {name: said[name] for name in ("purpose", "ground", "source", "note")} | {
            "given_at": moment_of(said["given_on"])
        }


class WithdrawingForm(forms.Form):
    """``standing``: what may be taken back."""

    what = forms.ChoiceField(label=_("What is taken back"))
    why = forms.CharField(label=_("In whose words"), required=False, widget=WORDS, max_length=500)

    def __init__(self, *args: Any, standing: Sequence[Consent], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["what"]
        assert isinstance(field, forms.ChoiceField)
        rows = [
            (
                consent.pk,
                f"{consent.get_channel_display()}: {consent.get_ground_display()}, {consent.get_purpose_display()}",
            )
            for consent in standing
        ]
        field.choices = [("", pgettext_lazy("consent", "everything")), *rows]
        field.required = False


def _words(consent: Consent) -> str:
    return f"{consent.get_channel_display()}: {consent.get_ground_display()}, {consent.get_purpose_display()}"


class ObjectingForm(ChannelsForm):
    why = forms.CharField(label=_("In whose words"), required=False, widget=WORDS, max_length=500)


class RequestForm(forms.Form):
    kind = forms.ChoiceField(label=_("What the person asks"), choices=RequestKind.choices)
    received_on = forms.DateField(label=_("When it came, if not today"), required=False, widget=DAY)
    words = forms.CharField(label=_("In the person's words"), required=False, widget=WORDS)


class ErasingForm(forms.Form):
    ground = forms.ChoiceField(label=_("On what ground"), choices=ErasureGround.choices)
    why = forms.CharField(label=pgettext_lazy("consent", "In words"), required=False, widget=WORDS, max_length=500)
    sure = forms.BooleanField(label=_("I understand that it cannot be undone"))


class AnswerForm(forms.Form):
    result = forms.CharField(label=_("How it was answered"), required=False, widget=WORDS)


class LiftingForm(forms.Form):
    why = forms.CharField(label=_("Why it comes off the list"), required=False, widget=WORDS)


class BareOptOutForm(forms.Form):
    phone = forms.CharField(label=_("Phone"), required=False, widget=PHONE)
    email = forms.CharField(label=_("E-mail"), required=False, widget=EMAIL)
    why = forms.CharField(label=_("In whose words"), required=False, max_length=500)


class TextForm(forms.Form):
    purpose = forms.ChoiceField(label=pgettext_lazy("consent", "What for"), choices=Purpose.choices)
    text = forms.CharField(label=_("Text that people agree to"), required=False, widget=LONG)


class TermsForm(forms.Form):
    """Days of each kind, and whether they are working days."""

    def __init__(self, *args: Any, terms: dict[str, Term], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for kind, term in terms.items():
            self.fields[f"{kind}_days"] = forms.IntegerField(
                label=RequestKind(kind).label, min_value=1, max_value=LONGEST, initial=term.days
            )
            self.fields[f"{kind}_working"] = forms.BooleanField(
                label=pgettext_lazy("consent", "working days"), required=False, initial=term.is_working
            )

    def decided(self, kind: str) -> Term:
        return Term(self.cleaned_data[f"{kind}_days"], self.cleaned_data[f"{kind}_working"])


def moment_of(day: Any) -> datetime | None:
    """Today is now; another day is its beginning here."""
    if day is None or day == timezone.localdate():
        return None
    return timezone.make_aware(datetime.combine(day, time.min))
