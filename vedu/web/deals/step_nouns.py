"""What a next step is called on a chip, and its gender for the sentences made of it."""

from functools import lru_cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import override, pgettext_lazy

from vedu.sales.touches.channel import TaskKind

MASCULINE, FEMININE, NEUTER = "masculine", "feminine", "neuter"


class StepNoun(NamedTuple):
    """``gender`` as in Russian; languages without genders do not look at it."""

    name: str | Promise
    gender: str
    icon: str


NOUNS: dict[str, StepNoun] = {
    TaskKind.CALL: StepNoun(pgettext_lazy("next step", "Call"), MASCULINE, icon="phone"),
    TaskKind.EMAIL: StepNoun(pgettext_lazy("next step", "E-mail"), NEUTER, icon="mail"),
    TaskKind.MESSENGER: StepNoun(pgettext_lazy("next step", "Message"), NEUTER, icon="message-circle"),
    TaskKind.MEETING: StepNoun(pgettext_lazy("next step", "Meeting"), FEMININE, icon="users"),
    TaskKind.VISIT: StepNoun(pgettext_lazy("next step", "Visit"), MASCULINE, icon="walk"),
    TaskKind.DEMO: StepNoun(pgettext_lazy("next step", "Demonstration"), MASCULINE, icon="presentation"),
    TaskKind.DOCUMENT: StepNoun(pgettext_lazy("next step", "Document"), MASCULINE, icon="file-invoice"),
    TaskKind.BRIEF: StepNoun(pgettext_lazy("next step", "Brief"), MASCULINE, icon="search"),
    TaskKind.REORDER: StepNoun(pgettext_lazy("next step", "Reorder"), MASCULINE, icon="refresh"),
    TaskKind.RETURN: StepNoun(pgettext_lazy("next step", "Return"), NEUTER, icon="calendar-event"),
    TaskKind.TASK: StepNoun(pgettext_lazy("next step", "Task"), FEMININE, icon="checkbox"),
}
OTHER = NOUNS[TaskKind.TASK]


def noun_of(task_kind: str) -> StepNoun:
    return NOUNS.get(task_kind, OTHER)


@lru_cache
def name_of(task_kind: str, language: str) -> str:
    """The noun in a language; a page asks for it hundreds of times."""
    with override(language):
        return str(noun_of(task_kind).name)
