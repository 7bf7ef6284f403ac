"""A pipeline with its stages as one form: whatever button is pressed, what was typed stays."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db import transaction
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.deals.totals import in_work_by_stage
from vedu.sales.pipelines.authority import arranges
from vedu.sales.pipelines.describing import describe_pipeline, describe_stage
from vedu.sales.pipelines.stage_order import add_stage
from vedu.web.pipelines.forms import NewStageForm, PipelineForm, StageForm
from vedu.web.pipelines.stage_html import rows_html
from vedu.web.pipelines.stage_row import Row
from vedu.web.shell.address import address_of
from vedu.web.shell.form_refusal import put_on

AnyForm = PipelineForm | StageForm | NewStageForm


@dataclass
class Editor:
    """``sent`` is what the page sent; without it everything stands as it is kept. Once the new stage ``is_added``, its
    fields are empty again."""

    pipeline: Pipeline
    viewer: User
    sent: Any = None
    is_added: bool = False

    @cached_property
    def may_change(self) -> bool:
        """A head only looks at a pipeline in which other teams lead deals."""
        return arranges(self.viewer, self.pipeline)

    @cached_property
    def stages(self) -> list[Stage]:
        return list(self.pipeline.stages.prefetch_related("gates"))

    @cached_property
    def about(self) -> PipelineForm:
        return PipelineForm.kept(self.pipeline, self.sent if self.sent and "pipeline-name" in self.sent else None)

    @cached_property
    def forms(self) -> dict[int, StageForm]:
        """None while nothing was sent."""
        return {stage.pk: StageForm.kept(stage, self.sent) for stage in self.stages} if self.sent is not None else {}

    @cached_property
    def blank(self) -> StageForm:
        """For the names of its fields."""
        return StageForm()

    @cached_property
    def new(self) -> NewStageForm:
        return NewStageForm(None if self.is_added else self.sent, stages=self.stages)

    @cached_property
    def rows(self) -> list[Row]:
        deals = in_work_by_stage(self.pipeline)
        return [
            self._row(number, stage, deals_text(deals.get(stage.pk, 0))) for number, stage in enumerate(self.stages, 1)
        ]

    @property
    def rows_html(self) -> SafeString:
        return rows_html(self.rows, may_change=self.may_change)

    @property
    def count(self) -> str:
        return stages_text(len(self.stages))

    @property
    def is_typed(self) -> bool:
        """Something of the page is not kept yet."""
        return any(form.has_changed() for form in self._sent_forms)

    def save(self) -> bool:
        """All or nothing, with the new stage if it has a name; False when a form says what is wrong with it."""
        if [form for form in (*self._sent_forms, self.new) if not form.is_valid()]:
            return False
        with transaction.atomic():
            self._describe()
            is_right = not any(form.errors for form in self._sent_forms)
            is_right = is_right and (not self.new.cleaned_data["name"] or self.add())
            transaction.set_rollback(not is_right)
        return is_right

    def add(self) -> bool:
        """The new stage alone; False when its form says what is wrong with it."""
        with refused_on(self.new) as said:
            add_stage(self.pipeline, by=self.viewer, name=said.get("name", ""), place=self.new.place)
        return not self.new.errors

    def _row(self, number: int, stage: Stage, deals: str) -> Row:
        keys = [self.pipeline.pk, stage.pk]
        return Row(
            stage=stage,
            form=self.forms.get(stage.pk),
            number=number,
            asked=tuple([gate.evidence for gate in stage.gates.all()]),
            gates=gates_text(stage),
            deals=deals,
            is_first=number == 1,
            is_last=number == len(self.stages),
            place_url=address_of("pipelines:place", *keys),
            deletion_url=address_of("pipelines:deletion", *keys),
        )

    @property
    def _sent_forms(self) -> "list[AnyForm]":
        every: list[AnyForm] = [self.about, *self.forms.values()]
        return [form for form in every if form.is_bound]

    def _describe(self) -> None:
        """Each by its verb; a refusal is said in its own form."""
        for stage in self.stages:
            with refused_on(self.forms[stage.pk]) as said:
                if said:
                    describe_stage(stage, by=self.viewer, **said)
        with refused_on(self.about) as said:
            if said:
                describe_pipeline(self.pipeline, by=self.viewer, **said)


@contextmanager
def refused_on(form: AnyForm) -> Iterator[dict[str, Any]]:
    """What was changed in the form; nothing for one that was not sent."""
    try:
        yield {name: form.cleaned_data[name] for name in form.changed_data} if form.is_bound else {}
    except Refused as refused:
        put_on(form, refused)


def gates_text(stage: Stage) -> str:
    """What is asked to leave the stage forward; ``stage`` comes with its gates."""
    words = [str(EvidenceKind(gate.evidence).label) for gate in stage.gates.all()]
    return "; ".join(words) or _("nothing is asked to go on")


def stages_text(number: int) -> str:
    return ngettext("%(number)d stage", "%(number)d stages", number) % {"number": number}


def deals_text(number: int) -> str:
    return ngettext("%(number)d open deal", "%(number)d open deals", number) % {"number": number} if number else ""
