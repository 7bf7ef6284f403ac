"""The script of a call as its screen shows it: steps, each with its questions as fields."""

from collections.abc import Mapping
from typing import NamedTuple

from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.playbooks.script import Script


class Asked(NamedTuple):
    """A question of the script; ``name`` is its field, ``words`` what was typed."""

    name: str
    text: str
    hint: str
    is_open: bool
    words: str


class Spoken(NamedTuple):
    """A step of the script; only the first stands open."""

    name: str
    hint: str
    questions: list[Asked]


def spoken(script: Script, typed: Mapping[str, str]) -> list[Spoken]:
    """What is done before a call is not said in it."""
    return [
        Spoken(
            step.name,
            step.hint,
            [
                Asked(name := f"answer-{one.key}", one.text, one.hint, one.is_open, typed.get(name, ""))
                for one in step.questions
            ],
        )
        for step in script.steps
        if step.phase != SalePhase.PREPARATION
    ]
