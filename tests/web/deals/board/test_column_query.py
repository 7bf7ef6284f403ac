from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.board.column_query import first_rows
from vedu.web.deals.row import DealRow
from vedu.web.deals.scope import Owners
from vedu.web.shell.clock import Clock


def rows(cast: Cast, *stages: int, limit: int = 5, owners: Owners = None, chip: str = "") -> dict[int, list[DealRow]]:
    return first_rows(BoardChoice(cast.pipeline.pk, chip=chip), owners, Clock.here(), stages, limit)


def deals(cast: Cast, number: int, **facts: object) -> list[Deal]:
    return [cast.at_stage(client=cast.client(f"Client {n}", owner=cast.anna), **facts) for n in range(number)]  # type: ignore[arg-type]


def test_each_column_gives_its_first_rows_by_one_query(cast: Cast, django_assert_num_queries) -> None:
    here, there = deals(cast, 3, position=0), deals(cast, 2, position=1)
    stages = [cast.stage(0).pk, cast.stage(1).pk, cast.stage(2).pk]
    with django_assert_num_queries(1):
        found = rows(cast, *stages, limit=2)
    assert [row.pk for row in found[stages[0]]] == [deal.pk for deal in here[:2]]
    assert {row.pk for row in found[stages[1]]} == {deal.pk for deal in there}
    assert stages[2] not in found


def test_the_neglected_stand_first(cast: Cast) -> None:
    first, second = deals(cast, 2, position=0)
    Deal.objects.filter(pk=second.pk).update(attend_at=timezone.now() - timedelta(days=9))
    found = rows(cast, cast.stage(0).pk)
    assert [row.pk for row in found[cast.stage(0).pk]] == [second.pk, first.pk]


def test_a_row_has_what_a_card_shows(cast: Cast) -> None:
    deal = cast.deal()
    (row,) = rows(cast, cast.stage(0).pk)[cast.stage(0).pk]
    deal.refresh_from_db()
    assert (row.pk, row.client, row.amount, row.currency) == (deal.pk, "Northern Bakery", deal.amount, "RUB")
    assert (row.step_kind, row.step_at, row.attend_at) == ("call", deal.next_step_at, deal.attend_at)
    assert (row.stage_since, row.last_two_way_at) == (deal.stage_since, None)
    assert row.owner_name == "Anna Kotova"


def test_only_what_is_asked_for(cast: Cast) -> None:
    cast.deal()
    assert rows(cast, cast.stage(0).pk, owners=cast.olga.visible_owner_ids()) == {}
    assert rows(cast) == {}


def test_a_board_kept_in_mind_follows_its_owners_and_the_clock(cast: Cast) -> None:
    (deal,) = deals(cast, 1, position=0)
    stage = cast.stage(0).pk
    for owners, shown in ((None, 1), (frozenset({cast.anna.pk}), 1), (frozenset({cast.igor.pk, cast.olga.pk}), 0)):
        assert len(rows(cast, stage, owners=owners)[stage]) == shown
    assert rows(cast, stage, chip="overdue")[stage] == []
    past = timezone.now() - timedelta(days=2)
    Deal.objects.filter(pk=deal.pk).update(next_step_at=past, step_late_at=past, attend_at=past)
    assert [row.pk for row in rows(cast, stage, chip="overdue")[stage]] == [deal.pk]
