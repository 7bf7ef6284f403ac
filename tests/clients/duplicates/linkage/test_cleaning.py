"""Of two clean lists each row has one counterpart, the likeliest."""

import numpy as np

from vedu.clients.duplicates.linkage.cleaning import one_to_one


def kept(*pairs: tuple[int, int, float]) -> set[tuple[int, int]]:
    left, right, score = (np.array(column) for column in zip(*pairs, strict=True))
    return {(int(left[place]), int(right[place])) for place in one_to_one(left, right, score)}


def test_the_likeliest_wins_and_the_rest_take_what_is_left() -> None:
    assert kept((0, 5, 0.9), (0, 6, 0.8), (1, 5, 0.7), (1, 6, 0.6)) == {(0, 5), (1, 6)}


def test_pairs_that_have_nothing_in_common_all_stay() -> None:
    assert kept((0, 5, 0.1), (1, 6, 0.9)) == {(0, 5), (1, 6)}
