"""What to ask on a deal now, and what is known already (playbooks/_panel.html, playbooks/deal.html)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from vedu.foundation.prepared import Prepared
from vedu.sales.deals.deal import Deal
from vedu.sales.playbooks.answer import Answer, answer_text
from vedu.sales.playbooks.choice import version_for
from vedu.sales.playbooks.phase import phases_of
from vedu.sales.playbooks.playbook import PlaybookVersion
from vedu.sales.playbooks.script import Question, Script, Step
from vedu.web.deal.path import stages_of
from vedu.web.shell.address import address_of


class Given(NamedTuple):
    """``asked`` are the words of the question on the day of the answer, where they were others."""

    words: str
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A question of the step with what is known."""

    question: Question
    given: Given | None = None

    @property
    def kind(self) -> str:
        return _("open question") if self.question.is_open else _("yes or no")


@dataclass(frozen=True, slots=True)
class StepRows:
    """``is_now``: it is about the stage where the deal stands."""

    step: Step
    rows: list[Row]
    is_now: bool


@dataclass(slots=True)
class Panel:
    """``current`` is the question to ask now: the first of this stage that is not answered, those put off last."""

    deal: Deal
    version: PlaybookVersion | None
    can_work: bool
    steps: list[StepRows] = field(default_factory=list)
    put_off: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return address_of("playbooks:deal", self.deal.pk)

    @property
    def answers_url(self) -> str:
        return address_of("playbooks:answers", self.deal.pk)

    @property
    def now(self) -> list[StepRows]:
        return [step for step in self.steps if step.is_now]

    @property
    def asked(self) -> list[Row]:
        return [row for step in self.now for row in step.rows]

    @property
    def current(self) -> Row | None:
        left = [row for row in self.asked if row.given is None]
        waiting = [row for row in left if row.question.key not in self.put_off]
        return next(iter(waiting or left), None)

    @property
    def step(self) -> Step | None:
        """The step of the question to ask now, else the first of the stage, for its hint."""
        current = self.current
        of_question = (one.step for one in self.now if current in one.rows)
        return next(of_question, self.now[0].step if self.now else None)

    @property
    def place(self) -> str:
        """«вопрос 3 из 5»."""
        current, rows = self.current, self.asked
        if current is None:
            return ""
        return _("question %(place)d of %(count)d") % {"place": rows.index(current) + 1, "count": len(rows)}

    @property
    def known(self) -> list[Row]:
        return [row for row in self.asked if row.given]

    @property
    def has_another(self) -> bool:
        return sum(row.given is None for row in self.asked) > 1


def panel_of(deal: Deal, *, can_work: bool, put_off: Collection[str] = ()) -> Panel:
    """Three queries."""
    version = version_for(deal)
    panel = Panel(deal, version, can_work, put_off=list(put_off))
    if version is not None:
        panel.steps = _steps(deal, version)
    return panel


def _steps(deal: Deal, version: PlaybookVersion) -> list[StepRows]:
    script, given = version.script, _given(deal)
    stages = stages_of(deal)
    place = next(number for number, stage in enumerate(stages) if stage.pk == deal.stage_id)
    phases = phases_of([stage.gates for stage in stages])[place]
    return [
        StepRows(step, [Row(one, given.get(one.key)) for one in step.questions], step.phase in phases)
        for step in script.steps
    ]


def _given(deal: Deal) -> Mapping[str, Given]:
    """By the key of the question, the last word of each."""
    given = {}
    for key, text, steps in _ANSWERS.rows(deal.pk):
        question = Script.of(steps).question(key)
        given[key] = Given(answer_text(text), question.text if question else "")
    return given


def _answers(deal_id: int) -> "QuerySet[Answer, tuple[str, str, list[dict[str, object]]]]":
    return Answer.objects.filter(deal=deal_id).order_by("pk").values_list("question", "text", "version__steps")


_ANSWERS = Prepared(_answers)
