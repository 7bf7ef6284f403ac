from collections.abc import Callable
from itertools import groupby

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vedu.sales.deals.deal import Deal
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.web.deals.batch.deal_action import DealAction


class Losses(DealAction):
    """One reason for all; each comes back after the reason's own pause, or does not (STAGE-5)."""

    code = "losses"
    icon = "thumb-down"

    reason = forms.TypedChoiceField(label=gettext_lazy("Why they refused"), coerce=int)
    note = forms.CharField(label=gettext_lazy("Note"), required=False, max_length=500)

    def prepare(self) -> None:
        self.reasons = list(RefusalReason.objects.in_use())
        grouped = groupby(self.reasons, key=lambda reason: reason.get_group_display())
        field = self.fields["reason"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(name, [(reason.pk, reason.name) for reason in reasons]) for name, reasons in grouped]
        self.initial.setdefault("reason", self.reasons[0].pk if self.reasons else None)

    def verb(self) -> Callable[[Deal], object]:
        chosen, note = self.said("reason"), self.said("note") or ""
        reason = next((reason for reason in self.reasons if reason.pk == chosen), self.reasons[0])
        return lambda deal: deal.lose(by=self.user, reason=reason, note=note)

    @classmethod
    def label(cls) -> str:
        return _("Close as lost")

    def title(self, number: int) -> str:
        return ngettext("Close %(number)d deal as lost", "Close %(number)d deals as lost", number) % {"number": number}

    def button(self, number: int) -> str:
        return self.title(number)

    def done(self, number: int) -> str:
        return ngettext("%(number)d deal closed as lost", "%(number)d deals closed as lost", number) % {
            "number": number
        }
