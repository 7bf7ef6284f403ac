"""Turns and loads, without a database."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from vedu.clients.assignment.method import Method
from vedu.clients.assignment.receivers import Receiver
from vedu.clients.assignment.sharing import Sharing


def people(*loads: int, room: int | None = None) -> list[Receiver]:
    return [Receiver(number, f"Person {number}", load, room) for number, load in enumerate(loads, start=1)]


def shared(sharing: Sharing, times: int, open_deals: int = 0) -> list[int | None]:
    return [to.pk if (to := sharing.give(open_deals)) else None for _ in range(times)]


def test_turns_go_round() -> None:
    assert shared(Sharing(people(9, 0, 5), Method.TURNS), 5) == [1, 2, 3, 1, 2]


def test_turns_go_on_after_the_last_one() -> None:
    assert shared(Sharing(people(0, 0, 0), Method.TURNS, after=2), 2) == [3, 1]
    assert shared(Sharing(people(0, 0, 0), Method.TURNS, after=77), 1) == [1]


def test_the_least_loaded_comes_first() -> None:
    assert shared(Sharing(people(2, 0, 1), Method.LOAD), 4) == [2, 2, 3, 1]


def test_a_client_weighs_as_much_as_its_deals() -> None:
    sharing = Sharing(people(0, 0), Method.LOAD)
    assert shared(sharing, 1, open_deals=3) + shared(sharing, 3) == [1, 2, 2, 2]


def test_the_full_are_left_out() -> None:
    assert shared(Sharing(people(0, 0, room=1), Method.TURNS), 3) == [1, 2, None]


def test_a_client_with_a_deal_takes_no_room() -> None:
    assert shared(Sharing(people(0, room=1), Method.LOAD), 3, open_deals=1) == [1, 1, 1]


def test_only_among_those_named() -> None:
    sharing = Sharing(people(0, 0, 0), Method.LOAD)
    assert sharing.give(among={3}).pk == 3  # type: ignore[union-attr]
    assert sharing.give(among=set()) is None


@given(loads=st.lists(st.integers(0, 20), min_size=1, max_size=6), times=st.integers(0, 60))
def test_loads_never_grow_further_apart_than_they_were(loads: list[int], times: int) -> None:
    receivers = people(*loads)
    sharing = Sharing(receivers, Method.LOAD)
    shared(sharing, times)
    after = [one.load for one in receivers]
    assert sum(after) == sum(loads) + times
    assert max(after) - min(after) <= max(max(loads) - min(loads), 1)


@given(count=st.integers(1, 7), times=st.integers(0, 50))
def test_turns_differ_by_one_at_most(count: int, times: int) -> None:
    given_to = Counter(shared(Sharing(people(*[0] * count), Method.TURNS), times))
    assert sum(given_to.values()) == times
    assert max(given_to.values(), default=0) - min((given_to[pk] for pk in range(1, count + 1)), default=0) <= 1
