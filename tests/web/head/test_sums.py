"""Sums in several currencies."""

from decimal import Decimal

from vedu.web.head.sums import main_currency, share, sums_text


def test_the_main_currency_is_that_of_most_people() -> None:
    assert main_currency([{"USD": Decimal(1)}, {"USD": Decimal(1), "RUB": Decimal(9)}]) == "USD"
    assert main_currency([{}, {"USD": Decimal(0)}]) == "RUB"


def test_the_main_currency_is_said_first_and_nothing_is_mixed() -> None:
    sums = {"EUR": Decimal(5), "RUB": Decimal(1_200_000), "USD": Decimal(0)}
    assert sums_text(sums, "RUB", "ru") == "1,2\u00a0млн\u00a0₽ + 5\u00a0€"
    assert sums_text({}, "RUB", "ru") == ""


def test_what_is_there_at_all_can_be_seen() -> None:
    assert [share(amount, 1000) for amount in (0, 1, 500, 1000)] == [0, 2, 50, 100]
    assert share(5, 0) == 0
