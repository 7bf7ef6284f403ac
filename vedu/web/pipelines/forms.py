"""What is typed about a pipeline and its stages; what is right is decided by the verbs."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy

from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import Pipeline, PipelineKind, Stage
from vedu.sales.deals.presets.install import PIPELINES
from vedu.sales.pipelines.facts import LONGEST_GUIDANCE, LONGEST_NAME, LONGEST_PURPOSE, MOST_DAYS, MOST_MINUTES

PIPELINE_FACTS = ("name", "kind", "contact_norm_days", "response_norm_minutes")
STAGE_FACTS = ("name", "day_norm", "chance", "purpose", "guidance")


class Lines(forms.CharField):
    """Browsers send other line ends than are kept."""

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class NewPipelineForm(forms.Form):
    preset = forms.ChoiceField(label=gettext_lazy("After the template"), required=False)
    name = forms.CharField(label=pgettext_lazy("pipeline", "Name"), required=False, max_length=LONGEST_NAME)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        presets = [(code, str(preset.name)) for code, preset in PIPELINES.items()]
        self.fields["preset"] = forms.ChoiceField(
            label=gettext_lazy("After the template"),
            required=False,
            choices=[("", _("none: one stage to begin from")), *presets],
        )


class PipelineForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("pipeline", "Name"), max_length=LONGEST_NAME)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind of sales"),
        choices=PipelineKind.choices,
        help_text=gettext_lazy("Active: we go to the client. Passive: he comes by himself."),
    )
    contact_norm_days = forms.IntegerField(
        label=gettext_lazy("Norm of contact, days"),
        min_value=1,
        max_value=MOST_DAYS,
        help_text=gettext_lazy("Longer without a talk, and the client counts as neglected."),
    )
    response_norm_minutes = forms.IntegerField(
        label=gettext_lazy("Norm of the first response, minutes"),
        required=False,
        min_value=1,
        max_value=MOST_MINUTES,
        help_text=gettext_lazy("For those who came by themselves; working time. Empty: no norm."),
    )

    @classmethod
    def kept(cls, pipeline: Pipeline, sent: Any = None) -> "PipelineForm":
        initial = {name: getattr(pipeline, name) for name in PIPELINE_FACTS}
        return cls(sent, prefix="pipeline", initial=initial)


class StageForm(forms.Form):
    """``about`` is the stage as the controls of its row are read out."""

    name = forms.CharField(label=pgettext_lazy("stage", "Name"), max_length=LONGEST_NAME)
    day_norm = forms.IntegerField(label=gettext_lazy("Norm, days"), min_value=1, max_value=MOST_DAYS)
    chance = forms.IntegerField(label=gettext_lazy("Chance, %"), min_value=0, max_value=100)
    gates = forms.MultipleChoiceField(
        label=gettext_lazy("What has to be known to go on"),
        choices=EvidenceKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    purpose = forms.CharField(label=gettext_lazy("What the stage is for"), required=False, max_length=LONGEST_PURPOSE)
    guidance = Lines(
        label=gettext_lazy("Advice to the seller"),
        required=False,
        max_length=LONGEST_GUIDANCE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, about: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("name", "day_norm", "chance"):
            field = self.fields[name]
            field.widget.attrs["aria-label"] = f"{field.label}: {about}"

    @classmethod
    def kept(cls, stage: Stage, sent: Any = None) -> "StageForm":
        """``stage`` comes with its gates. One that was not on the page when it was sent is shown as it is kept."""
        prefix = f"stage-{stage.pk}"
        initial = {name: getattr(stage, name) for name in STAGE_FACTS}
        initial["gates"] = [gate.evidence for gate in stage.gates.all()]
        was_there = sent is not None and f"{prefix}-name" in sent
        return cls(sent if was_there else None, prefix=prefix, initial=initial, about=stage.name)

    @property
    def faults(self) -> str:
        """Of the controls that stand in the row."""
        errors = [*self.non_field_errors()]
        for name in ("name", "day_norm", "chance"):
            errors += [f"{self.fields[name].label}: {error}" for error in self.errors.get(name, ())]
        return " ".join(map(str, errors))

    @property
    def is_open(self) -> bool:
        """Something under the row was typed, or is wrong."""
        return self.is_bound and not {"gates", "purpose", "guidance"}.isdisjoint([*self.changed_data, *self.errors])


class NewStageForm(forms.Form):
    name = forms.CharField(label=pgettext_lazy("stage", "Name"), max_length=LONGEST_NAME, required=False)
    after = forms.ChoiceField(label=gettext_lazy("Where it stands"), required=False)

    def __init__(self, sent: Any = None, *, stages: list[Stage]) -> None:
        super().__init__(sent, prefix="new")
        places = [(str(place), _("after “%(stage)s”") % {"stage": one.name}) for place, one in enumerate(stages, 1)]
        self.fields["after"] = forms.ChoiceField(
            label=gettext_lazy("Where it stands"),
            required=False,
            choices=[("", pgettext("place", "last")), ("0", pgettext("place", "first")), *places[:-1]],
        )

    @property
    def place(self) -> int | None:
        return int(self.cleaned_data["after"]) if self.cleaned_data["after"] else None


class DeletionForm(forms.Form):
    """``into`` is asked when deals stand in the stage."""

    into = forms.ModelChoiceField(Stage.objects.none(), required=False)

    def __init__(self, *args: Any, stage: Stage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["into"] = forms.ModelChoiceField(
            stage.pipeline.stages.exclude(pk=stage.pk),
            label=gettext_lazy("Where do its deals go?"),
            required=False,
            empty_label=_("choose a stage"),
        )
