"""A cursor is text that anybody can write."""

from base64 import urlsafe_b64encode

import pytest

from tests.api.caller import Caller


@pytest.mark.parametrize(
    "place", ["[1e999, 1]", "[NaN]", '["\\u0000", 1]', '["\\ud800", 1]', "[[[", "[" * 5000, "{}", "[1]"]
)
@pytest.mark.parametrize("path", ["/companies", "/tasks", "/products"])
def test_a_cursor_that_no_list_gave_is_refused(anna: Caller, path: str, place: str) -> None:
    answer = anna.get(path, cursor=urlsafe_b64encode(place.encode()).decode())
    assert answer.status == 200 or answer.codes == ["cursor-wrong"]
