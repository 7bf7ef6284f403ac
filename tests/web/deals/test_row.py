from tests.cast import Cast
from tests.web.deals.rows import row
from vedu.sales.deals.deal import Deal
from vedu.web.deals.row import FIELDS, DealRow, make_rows, row_of, rows_of


def test_the_fields_are_those_of_the_row_in_their_order() -> None:
    assert len(FIELDS) == len(DealRow._fields)


def test_a_row_of_the_base_is_that_of_the_loaded_deal(cast: Cast) -> None:
    deal = cast.deal()
    (found,) = make_rows(rows_of(Deal.objects.filter(pk=deal.pk)))
    assert found == row_of(Deal.objects.select_related("client", "owner", "next_step").get(pk=deal.pk))


def test_a_deal_without_a_step_has_none(cast: Cast) -> None:
    deal = Deal.open(cast.client(owner=cast.anna), cast.pipeline, name="Bags", by=cast.anna)
    (found,) = make_rows(rows_of(Deal.objects.filter(pk=deal.pk)))
    assert (found.step_kind, found.step_at, found.step_has_time) == (None, None, None)
    assert found == row_of(deal)


def test_the_owner_is_called_as_the_user_calls_himself(cast: Cast) -> None:
    named = row(owner_first_name=cast.anna.first_name, owner_last_name=cast.anna.last_name)
    assert named.owner_name == cast.anna.name
    assert row(owner_first_name="", owner_last_name="", owner_login="x").owner_name == "x"
