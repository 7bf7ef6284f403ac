"""A start without the garbage collector."""

import gc

import pytest

from vedu.loading import loading


def test_nothing_is_collected_while_loading_and_what_was_loaded_is_never_walked_through() -> None:
    before = gc.get_freeze_count()
    try:
        with loading():
            assert not gc.isenabled()
            kept: list[list[int]] = [[] for _ in range(100)]
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before + len(kept)
    finally:
        gc.unfreeze()


def test_the_collector_is_on_again_after_a_failure() -> None:
    with pytest.raises(LookupError), loading():
        raise LookupError
    gc.unfreeze()
    assert gc.isenabled()
