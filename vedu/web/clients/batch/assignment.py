from collections.abc import Callable

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.web.clients.batch.client_action import ClientAction


class Assignment(ClientAction):
    """The head's decision (OWN-2): the reason stays in the history of each client."""

    code = "assignment"
    icon = "arrows-exchange"
    leading_only = True

    to = forms.ModelChoiceField(
        label=gettext_lazy("Who will lead them"), queryset=User.objects.none(), empty_label=None
    )
    why = forms.CharField(label=gettext_lazy("Why"), widget=forms.Textarea(attrs={"rows": 2}), max_length=500)

    def prepare(self) -> None:
        field = self.fields["to"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = User.objects.sellers().order_by("first_name", "last_name", "username")
        self.initial.setdefault("to", field.queryset.first())
        self.initial.setdefault("why", "")

    def verb(self) -> Callable[[Client], object]:
        to, why = self.said("to"), self.said("why") or "…"
        return lambda client: client.assign(to, by=self.user, why=why)

    @classmethod
    def label(cls) -> str:
        return _("Hand over")

    def button(self, number: int) -> str:
        return ngettext("Hand over %(number)d client", "Hand over %(number)d clients", number) % {"number": number}

    def done(self, number: int) -> str:
        return ngettext("%(number)d client handed over", "%(number)d clients handed over", number) % {"number": number}
