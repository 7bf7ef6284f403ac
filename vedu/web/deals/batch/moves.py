from collections.abc import Callable, Sequence
from itertools import groupby

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Stage
from vedu.web.deals.batch.deal_action import DealAction


class Moves(DealAction):
    """By the one transition command: gates hold here as anywhere (STAGE-2)."""

    code = "moves"
    icon = "arrow-right"

    stage = forms.TypedChoiceField(label=gettext_lazy("To the stage"), coerce=int)

    def prepare(self) -> None:
        self.stages = list(Stage.objects.filter(pipeline__is_archived=False).select_related("pipeline"))
        grouped = groupby(self.stages, key=lambda stage: stage.pipeline.name)
        field = self.fields["stage"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(name, [(stage.pk, stage.name) for stage in stages]) for name, stages in grouped]

    def meet(self, objects: Sequence[Deal]) -> None:
        """The stage after that of the first deal."""
        stands = objects[0].stage if objects else self.stages[0]
        ahead = [
            each for each in self.stages if each.pipeline_id == stands.pipeline_id and each.position > stands.position
        ]
        self.initial.setdefault("stage", (ahead or [stands])[0].pk)

    def verb(self) -> Callable[[Deal], object]:
        chosen = self.said("stage")
        stage = next((stage for stage in self.stages if stage.pk == chosen), self.stages[0])
        return lambda deal: deal.move_to(stage, by=self.user)

    @classmethod
    def label(cls) -> str:
        return _("Move")

    def title(self, number: int) -> str:
        return ngettext("Move %(number)d deal", "Move %(number)d deals", number) % {"number": number}

    def button(self, number: int) -> str:
        return self.title(number)

    def done(self, number: int) -> str:
        return ngettext("%(number)d deal moved", "%(number)d deals moved", number) % {"number": number}
