"""A text that is too long is refused in one sentence wherever it was typed."""

import pytest
from django.utils import translation

from vedu.foundation.refusal import Invalid, Reason, invalid, reasons_of, require_short


def test_the_sentence_begins_with_the_text_and_says_where() -> None:
    with translation.override("en"), pytest.raises(Invalid) as refusal:
        require_short("steps", "x" * 50, 49, row=2)
    (reason,) = refusal.value.reasons
    assert reason == Reason("too-long", reason.sentence, {"field": "steps", "row": 2})
    assert reason.sentence == f"“{'x' * 40}…” is longer than 49 letters: make it shorter."


def test_as_long_as_it_may_be_is_right() -> None:
    require_short("steps", "x" * 49, 49)


def test_reasons_of_a_step_that_went_well_or_not() -> None:
    def wrong() -> None:
        raise invalid("name", "name-empty", "Name it.")

    assert reasons_of(lambda: None) == ()
    assert [reason.code for reason in reasons_of(wrong)] == ["name-empty"]
