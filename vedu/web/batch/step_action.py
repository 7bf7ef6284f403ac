"""The fields of a next step in an action with many objects; the names are those that step_fields.py reads."""

from datetime import time

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vedu.foundation.values.working_calendar import next_working_day
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.web.batch.action import Action, T
from vedu.web.touches.kinds import step_choices
from vedu.web.touches.step_fields import require_step

FIRST_HOUR = time(10)


class StepAction(Action[T]):
    """Usually a call on the next working day at ten."""

    step_kind = forms.ChoiceField(label=_("Next step"), initial=TaskKind.CALL)
    step_on = forms.DateField(label=_("Day"), widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))
    step_time = forms.TimeField(
        label=_("Time"), required=False, widget=forms.TimeInput({"type": "time"}, format="%H:%M")
    )
    step_title = forms.CharField(label=_("What for"), required=False, max_length=255)

    def prepare(self) -> None:
        kinds = self.fields["step_kind"]
        assert isinstance(kinds, forms.ChoiceField)
        kinds.choices = [(choice.value, choice.label) for choice in step_choices()]
        self.initial.setdefault("step_on", next_working_day(timezone.localdate()))
        self.initial.setdefault("step_time", FIRST_HOUR)

    def step(self) -> NextStep:
        words = {name: self.said(name) for name in ("step_kind", "step_on", "step_time", "step_title")}
        return require_step({name: str(word) if word is not None else "" for name, word in words.items()})
