import pytest

from vedu.web.shell.number import number


@pytest.mark.parametrize(("text", "value"), [("17", 17), ("0", 0), ("", 0), ("-3", 0), ("1.5", 0), ("²", 0), ("x", 0)])
def test_a_whole_number_of_latin_digits_else_nothing(text: str, value: int) -> None:
    assert number(text) == value


def test_a_number_that_no_base_can_hold_is_nothing() -> None:
    assert number("9" * 30) == 0
