"""The table of the team."""

from decimal import Decimal

from tests.cast import Cast
from vedu.web.head.figures import Figures
from vedu.web.head.team_table import TeamRow, team_rows


def rows(cast: Cast, anna: Figures, igor: Figures) -> list[TeamRow]:
    return team_rows([cast.anna, cast.igor], {cast.anna.pk: anna, cast.igor.pk: igor}, "RUB", "en", "/day/")


def figures(amount: int, **facts: int) -> Figures:
    own = Figures(**facts)
    own.amount["RUB"] = Decimal(amount)
    return own


def test_the_most_open_money_stands_first_and_fills_the_bar(cast: Cast) -> None:
    found = rows(cast, figures(100_000), figures(400_000))
    assert [(row.name, row.amount.percent) for row in found] == [("Igor Belov", 100), ("Anna Kotova", 25)]


def test_each_name_leads_to_the_day_of_that_person(cast: Cast) -> None:
    assert rows(cast, figures(1), figures(0))[0].day_url == f"/day/?person={cast.anna.pk}"


def test_what_is_none_is_not_written(cast: Cast) -> None:
    row = rows(cast, figures(0, overdue=3), figures(0))[0]
    assert (row.overdue.number, row.stepless.number, row.touches.text, row.won.percent) == ("3", "", "", 0)


def test_each_trouble_leads_to_its_deals(cast: Cast) -> None:
    row = rows(cast, figures(1, overdue=3), figures(0))[0]
    assert row.overdue.url == f"/deals/list/?scope=team&owner={cast.anna.pk}&chip=overdue"
