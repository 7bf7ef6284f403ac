from collections.abc import Callable

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.web.deals.batch.deal_action import DealAction


class Assignment(DealAction):
    """The head's decision (OWN-2): a deal goes with its client, and so do the client's other deals."""

    code = "assignment"
    icon = "arrows-exchange"
    leading_only = True

    to = forms.ModelChoiceField(User.objects.none(), label=gettext_lazy("Who will lead them"), empty_label=None)
    why = forms.CharField(label=gettext_lazy("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500)

    def prepare(self) -> None:
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.sellers().order_by("first_name", "last_name", "username")
        self.initial.setdefault("to", field.queryset.first())

    def verb(self) -> Callable[[Deal], object]:
        to, why = self.said("to"), self.said("why") or "…"
        passed: set[int] = set()

        def assign(deal: Deal) -> None:
            if deal.client_id not in passed:
                deal.client.assign(to, by=self.user, why=why)
                passed.add(deal.client_id)

        return assign

    @classmethod
    def label(cls) -> str:
        return _("Hand over")

    def title(self, number: int) -> str:
        return ngettext("Hand over %(number)d deal", "Hand over %(number)d deals", number) % {"number": number}

    def button(self, number: int) -> str:
        return self.title(number)

    def done(self, number: int) -> str:
        return ngettext("%(number)d deal handed over", "%(number)d deals handed over", number) % {"number": number}
