"""What does not have the described kind is refused, not guessed."""

import pytest
from pydantic import TypeAdapter, ValidationError

from vedu.api.v1.shapes.values import Day, Id, In, Moment


class Offer(In):
    is_final: bool = False
    deal: Id = 1
    hours: list[int] = []
    till: Day | None = None


class Package(In):
    offers: list[Offer] = []


@pytest.mark.parametrize(
    "body",
    [
        {"is_final": 0},
        {"is_final": "yes"},
        {"deal": True},
        {"deal": "5"},
        {"deal": 5.5},
        {"hours": [False]},
        {"till": 0},
    ],
)
def test_a_body_is_taken_as_it_is_described(body: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Offer.model_validate(body)
    with pytest.raises(ValidationError):
        Package.model_validate({"offers": [body]})


def test_the_right_kinds_pass() -> None:
    offer = Offer.model_validate({"is_final": True, "deal": 5.0, "hours": [9], "till": "2026-11-24"})
    assert (offer.is_final, offer.deal, offer.hours, str(offer.till)) == (True, 5, [9], "2026-11-24")


def test_a_number_in_a_query_is_text() -> None:
    assert TypeAdapter(Id).validate_python("5") == 5


@pytest.mark.parametrize("value", [0, 1.5, "0", "1700000000", "2026-11-24T00:00:00Z", "24.11.2026"])
def test_a_day_is_written_as_a_day(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Day).validate_python(value)


@pytest.mark.parametrize("value", [0, "1700000000", "2026-11-24", "2026-11-24T09:00:00"])
def test_a_moment_is_written_with_its_time_zone(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Moment).validate_python(value)
