"""Reading bodies and queries."""

import pytest
from django.http import QueryDict
from django.test import RequestFactory

from vedu.api.parser import JsonParser, WrongMediaType

POST = RequestFactory().post


def test_json_in_utf8_is_read() -> None:
    request = POST("/", '{"name": "Пекарня"}'.encode(), "application/json; charset=utf-8")
    assert JsonParser().parse_body(request) == {"name": "Пекарня"}


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "application/xml"])
def test_another_media_type_is_not_read(kind: str) -> None:
    with pytest.raises(WrongMediaType):
        JsonParser().parse_body(POST("/", b"{}", kind))


@pytest.mark.parametrize(
    "body",
    [b"", b"{", b'{"a": NaN}', b'{"a": -Infinity}', b'{"a": "\\u0000"}', b'{"a": "\\uD800"}', b"[" * 100_000, b"\xff"],
)
def test_what_is_no_json_is_a_value_error(body: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011
        JsonParser().parse_body(POST("/", body, "application/json"))


def test_a_query_loses_what_no_database_keeps() -> None:
    request = RequestFactory().get("/")
    values = JsonParser().parse_querydict(QueryDict("q=a%00b&tag=x&tag=y"), ["tag"], request)
    assert values == {"q": "ab", "tag": ["x", "y"]}
