"""Options of a list."""

from vedu.web.touches.choice import Choice, options
from vedu.web.touches.kinds import PLANNED_BY_HAND, step_choices


def test_options_are_escaped_and_one_is_selected() -> None:
    html = options([Choice("1", "A & B", True), Choice('"2"', "C")])
    assert html == '<option value="1" selected>A &amp; B</option><option value="&quot;2&quot;">C</option>'


def test_steps_that_come_by_themselves_are_not_planned_by_hand() -> None:
    assert not {"return", "reorder"} & set(PLANNED_BY_HAND)
    assert {"call", "meeting", "task"} <= set(PLANNED_BY_HAND)


def test_kinds_have_names_and_one_may_be_chosen() -> None:
    chosen = [choice for choice in step_choices("meeting") if choice.chosen]
    assert chosen == [Choice("meeting", "Meeting", True)]
    assert not any(choice.chosen for choice in step_choices())
