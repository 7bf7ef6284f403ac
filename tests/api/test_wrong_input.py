"""What pydantic finds wrong, in our words."""

import pytest
from django.utils import translation

from vedu.api.wrong_input import field_of, wrong_inputs


@pytest.mark.parametrize(
    ("location", "field"),
    [
        (("body", "body", "value", "amount"), "value.amount"),
        (("body", "body", "points", 0, "kind"), "points.0.kind"),
        (("query", "limit"), "limit"),
        (("body", "body"), "body"),
    ],
)
def test_a_field_is_named_as_it_was_sent(location: tuple[object, ...], field: str) -> None:
    assert field_of(location) == field


def test_each_error_has_a_code_and_a_sentence_with_its_figures() -> None:
    errors = [
        {"type": "less_than_equal", "loc": ("query", "limit"), "ctx": {"le": 200}, "msg": "…"},
        {"type": "string_too_long", "loc": ("body", "body", "city"), "ctx": {"max_length": 120}, "msg": "…"},
    ]
    with translation.override("en"):
        much, long = wrong_inputs(errors)
    assert (much.code, much.sentence) == ("too-large", "It may be at most 200.")
    assert (long.code, long.facts) == ("too-long", {"field": "city"})
    assert "120" in long.sentence


def test_a_validator_of_ours_speaks_for_itself() -> None:
    error = {"type": "value_error", "loc": ("query", "on"), "ctx": {"error": "Send another day."}, "msg": "…"}
    assert wrong_inputs([error])[0].sentence == "Send another day."


def test_an_error_that_nobody_thought_of_keeps_its_own_words() -> None:
    reason = wrong_inputs([{"type": "unheard_of", "loc": ("query", "x"), "msg": "Odd"}])[0]
    assert (reason.code, reason.sentence) == ("value-wrong", "Odd")
