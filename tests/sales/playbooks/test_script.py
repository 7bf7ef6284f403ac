from dataclasses import replace

import pytest

from vedu.foundation.refusal import Invalid
from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.playbooks.script import MOST_QUESTIONS, MOST_STEPS, Question, Script, Step

WHAT = Question("what", "What do you need?", fills="need")
NEEDS = Step(
    "Needs", SalePhase.NEEDS.value, hint="Listen", questions=(WHAT, Question("right", "Right?", is_open=False))
)


def code_of(script: Script) -> str:
    with pytest.raises(Invalid) as refused:
        script.require_sound()
    return refused.value.codes[0]


def test_a_script_comes_back_from_json_as_it_was() -> None:
    script = Script((NEEDS,))
    assert Script.of(script.to_json()) == script


def test_a_question_is_found_by_its_key() -> None:
    script = Script((NEEDS,))
    assert script.question("what") == WHAT
    assert script.question("where") is None


@pytest.mark.parametrize(
    ("script", "code"),
    [
        (Script(), "steps-needed"),
        (Script((NEEDS,) * (MOST_STEPS + 1)), "steps-many"),
        (Script((replace(NEEDS, name=" "),)), "step-unnamed"),
        (Script((replace(NEEDS, phase="dinner"),)), "unknown-word"),
        (Script((replace(NEEDS, questions=(WHAT, WHAT)),)), "question-twice"),
        (Script((replace(NEEDS, questions=(Question("", "What?"),)),)), "question-twice"),
        (Script((replace(NEEDS, questions=(replace(WHAT, text=""),)),)), "question-empty"),
        (Script((replace(NEEDS, questions=(replace(WHAT, fills="purse"),)),)), "unknown-word"),
        (Script((replace(NEEDS, name="x" * 121),)), "too-long"),
        (Script((replace(NEEDS, questions=(replace(WHAT, key="x" * 41),)),)), "too-long"),
        (Script((replace(NEEDS, questions=(replace(WHAT, text="x" * 301),)),)), "too-long"),
        (Script((replace(NEEDS, questions=(WHAT,) * (MOST_QUESTIONS + 1)),)), "questions-many"),
    ],
)
def test_what_cannot_stand_is_refused(script: Script, code: str) -> None:
    assert code_of(script) == code
