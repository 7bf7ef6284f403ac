from collections.abc import Callable

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.web.batch.step_action import StepAction
from vedu.web.clients.batch.client_action import ClientAction


class Deals(StepAction[Client], ClientAction):
    """A deal with each, with its next step: none is left without one (STAGE-4)."""

    code = "deals"
    icon = "layout-kanban"
    field_order = ("name", "pipeline")

    name = forms.CharField(label=gettext_lazy("What they want to buy"), max_length=255)
    pipeline = forms.ModelChoiceField(
        label=gettext_lazy("Pipeline"), queryset=Pipeline.objects.none(), empty_label=None
    )

    def prepare(self) -> None:
        super().prepare()
        field = self.fields["pipeline"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Pipeline.objects.in_use()
        self.initial.setdefault("name", _("New deal"))
        self.initial.setdefault("pipeline", field.queryset.first())

    def verb(self) -> Callable[[Client], object]:
        pipeline, name, step = self.said("pipeline"), self.said("name"), self.step()
        return lambda client: Deal.open(client, pipeline, name=name, by=self.user, next_step=step)

    @classmethod
    def label(cls) -> str:
        return _("Open a deal with each")

    def button(self, number: int) -> str:
        return ngettext("Open %(number)d deal", "Open %(number)d deals", number) % {"number": number}

    def done(self, number: int) -> str:
        return ngettext("%(number)d deal opened", "%(number)d deals opened", number) % {"number": number}
