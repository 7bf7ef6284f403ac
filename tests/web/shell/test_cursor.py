from datetime import UTC, datetime
from decimal import Decimal

import pytest

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.shell.cursor import Cursor, read_cursor, read_moment

MOMENT = datetime(2026, 11, 24, 9, 2, 3, 456789, tzinfo=UTC)


@pytest.mark.parametrize(
    ("cursor", "read"),
    [(Cursor(MOMENT, 7), read_moment), (Cursor(Decimal("12.50"), 7), Decimal), (Cursor(None, 7), int)],
)
def test_a_mark_is_read_back(cursor: Cursor, read: object) -> None:
    assert read_cursor(cursor.mark, read) == cursor  # type: ignore[arg-type]


@pytest.mark.parametrize("mark", ["", "~", "x~7", "2026-11-24~7~x", "2026-11-24T09:00~7"])
def test_what_is_no_mark_begins_anew(mark: str) -> None:
    assert read_cursor(mark, read_moment) is None


def test_what_comes_after_is_later_or_the_same_with_a_greater_key(cast: Cast) -> None:
    deals = [cast.deal(client=cast.client(f"Client {n}", owner=cast.anna), amount=100 * (n // 2)) for n in range(4)]
    behind = Cursor(deals[0].amount, deals[0].pk).behind("amount")
    assert set(Deal.objects.filter(behind)) == set(deals[1:])


def test_downwards_it_is_the_other_way_round(cast: Cast) -> None:
    deals = [cast.deal(client=cast.client(f"Client {n}", owner=cast.anna), amount=100 * n) for n in range(3)]
    behind = Cursor(deals[1].amount, deals[1].pk).behind("amount", descending=True)
    assert list(Deal.objects.filter(behind)) == [deals[0]]
