"""What a batch created is remembered by ranges."""

from vedu.clients.imports.trace import Created, Trace, ids_in, ranges_of


def test_neighbours_make_one_range() -> None:
    assert ranges_of([5, 1, 2, 3, 7, 8]) == [[1, 3], [5, 5], [7, 8]]
    assert ranges_of(range(1, 100_000)) == [[1, 99_999]]
    assert ranges_of([]) == []


def test_ranges_give_their_ids_back() -> None:
    assert ids_in([[1, 3], [7, 7]]) == [1, 2, 3, 7]


def test_kinds_without_ids_are_left_out() -> None:
    trace = Trace()
    trace.create("client", [1, 2])
    trace.create("contact", [])

    assert trace.ranges() == {"client": [[1, 2]]}


def test_created_knows_what_is_in_it() -> None:
    created = Created()
    created.add({"client": [[1, 3], [10, 12]]})
    created.add({"client": [[4, 5]]})

    assert [created.has("client", one) for one in (0, 1, 5, 6, 10, 12, 13, None)] == [
        False, True, True, False, True, True, False, False,
    ]  # fmt: skip
    assert not created.has("contact", 1)
