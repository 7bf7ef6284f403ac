from decimal import Decimal

from tests.cast import Cast
from tests.web.deals.rows import plain
from vedu.foundation.values.money import Money
from vedu.sales.deals.deal import Deal
from vedu.web.deals.board.totals import other_sums, sum_text, totals_of


def test_columns_add_up_without_counting_deals(cast: Cast, django_assert_num_queries) -> None:
    cast.deal(amount=100_000)
    cast.deal(client=cast.client("Other", owner=cast.igor), owner=cast.igor, amount=300_000)
    with django_assert_num_queries(1):
        totals = totals_of(None, cast.pipeline.pk)
    total = totals.of(cast.stage(0).pk)
    assert (total.deals, total.sums) == (2, {"RUB": Decimal(400_000)})
    assert total.expected == {"RUB": Decimal(32_000)}
    assert totals.whole.deals == 2
    assert totals.of(cast.stage(1).pk).deals == 0


def test_currencies_are_never_added_together(cast: Cast) -> None:
    for number, value in enumerate((Money(Decimal(100), "USD"), Money(Decimal(200)), Money(Decimal(300)))):
        client = cast.client(f"Client {number}", owner=cast.anna)
        Deal.open(client, cast.pipeline, name="Boxes", by=cast.anna, value=value)
    totals = totals_of(None, cast.pipeline.pk)
    assert totals.currency == "RUB"
    assert plain(sum_text(totals.whole.sums, "RUB", "ru")) == "500 ₽"
    assert plain(other_sums(totals.whole.sums, "RUB", "ru")) == "+ 100 $"


def test_an_empty_board_has_zero_roubles(cast: Cast) -> None:
    totals = totals_of(None, cast.pipeline.pk)
    assert plain(sum_text(totals.whole.sums, totals.currency, "ru")) == "0 ₽"
    assert other_sums(totals.whole.sums, totals.currency, "ru") == ""
