"""The shape of a ready playbook: plain data whose texts are translated when it is taken into use."""

from dataclasses import dataclass

from django.utils.functional import Promise

from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.playbooks.script import Question, Script, Step

Words = str | Promise


@dataclass(frozen=True, slots=True)
class Ask:
    """A question whose words are not said yet in any language."""

    key: str
    text: Words
    group: Words = ""
    fills: str = ""
    is_open: bool = True
    hint: Words = ""

    def said(self) -> Question:
        return Question(self.key, str(self.text), self.is_open, str(self.group), self.fills, str(self.hint))


@dataclass(frozen=True, slots=True)
class StepPreset:
    name: Words
    phase: SalePhase
    hint: Words
    asks: tuple[Ask, ...] = ()
    message: Words = ""

    def said(self) -> Step:
        """A step begins with a capital letter, whatever its words are elsewhere."""
        name = str(self.name)
        questions = tuple(ask.said() for ask in self.asks)
        return Step(name[:1].upper() + name[1:], self.phase.value, str(self.hint), str(self.message), questions)


@dataclass(frozen=True, slots=True)
class PlaybookPreset:
    code: str
    name: Words
    steps: tuple[StepPreset, ...]

    def script(self) -> Script:
        return Script(tuple(step.said() for step in self.steps))
