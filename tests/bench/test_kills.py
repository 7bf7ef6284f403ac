"""A server and a worker are killed while people write."""

import pytest

from bench.kills import is_whole, on


@pytest.mark.slow
@pytest.mark.sqlite_only
def test_what_was_answered_is_there_once_after_kills() -> None:
    result = on("", 1, kills=2, rows=500, tasks=50, peace=1)
    assert is_whole(result), result
    assert result["answered"]
