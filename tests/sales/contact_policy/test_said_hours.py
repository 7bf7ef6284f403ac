"""Hours as people write them, there and back."""

import pytest

from vedu.foundation.refusal import Invalid
from vedu.sales.contact_policy.said_hours import hours_text, read_hours


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        ([], ""),
        ([10], "10:00–11:00"),
        ([17, 16], "16:00–18:00"),
        ([9, 16, 17, 23], "9:00–10:00, 16:00–18:00, 23:00–24:00"),
    ],
)
def test_hours_stand_as_stretches_and_are_read_again(hours: list[int], text: str) -> None:
    assert hours_text(hours) == text
    assert read_hours(text) == sorted(hours)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("10-12", [10, 11]), (" 16 ", [16]), ("9–10; 22-24", [9, 22, 23]), (",", []), ("10-12, 11-13", [10, 11, 12])],
)
def test_what_people_write_is_understood(text: str, hours: list[int]) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize("text", ["morning", "24", "12-10", "10-25", "9:30-11", "-3", "10-12-14"])
def test_what_is_no_hour_is_refused(text: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read_hours(text)
    assert refusal.value.codes == ["hours-wrong"]
