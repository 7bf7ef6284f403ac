"""Hours side by side where they overlap: held to a plain telling of the rule by random days."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vedu.web.calendar.lanes import Lane, Span, lanes


def test_what_does_not_overlap_is_as_wide_as_the_day() -> None:
    assert lanes([Span(0, 30), Span(30, 60)]) == [Lane(0, 1), Lane(0, 1)]


def test_a_free_place_is_taken_again() -> None:
    assert lanes([Span(0, 60), Span(0, 30), Span(30, 60), Span(60, 90)]) == [
        Lane(0, 2),
        Lane(1, 2),
        Lane(1, 2),
        Lane(0, 1),
    ]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 90)), max_size=25))
def test_no_two_cover_each_other(said: list[tuple[int, int]]) -> None:
    spans = [Span(begins, begins + long) for begins, long in sorted(said)]
    found = list(zip(spans, lanes(spans), strict=True))
    for number, (span, lane) in enumerate(found):
        assert 0 <= lane.place < lane.of
        for other, beside in found[number + 1 :]:
            if other.begins < span.ends:
                assert lane.of == beside.of
                assert lane.place != beside.place
