"""The deal of a page, with all that stands beside it."""

import pytest
from django.db.models import Model
from django.http import Http404
from django.test import RequestFactory
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.web.deal.finding import find_deal
from vedu.web.shell.signed import SignedRequest


def asked_by(user: User) -> SignedRequest:
    request = RequestFactory().get("/")
    request.user = user
    return request  # type: ignore[return-value]


def columns(row: Model) -> dict[str, object]:
    """What the database holds of it, relations that were loaded along, nothing else that was said of it."""
    told = {"_state", "owner_is_away"}
    return {key: value for key, value in vars(row).items() if key not in told}


def test_it_is_the_deal_that_select_related_gives(cast: Cast) -> None:
    deal = cast.at_stage(3)
    usual = Deal.objects.select_related("client", "pipeline", "stage", "owner", "next_step").get(pk=deal.pk)
    found = find_deal(asked_by(cast.anna), deal.pk)
    for name in ("client", "pipeline", "stage", "owner", "next_step"):
        mine, theirs = getattr(found, name), getattr(usual, name)
        assert mine == theirs
        assert columns(mine) == columns(theirs)
    assert (found.amount, found.opened_at, found.state) == (usual.amount, usual.opened_at, usual.state)
    assert found.next_step is not None
    assert found.next_step.deal is found


def test_one_query_brings_it_all(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    deal = cast.deal()
    find_deal(asked_by(cast.anna), deal.pk)
    with django_assert_num_queries(1):
        found = find_deal(asked_by(cast.anna), deal.pk)
        assert found.client.owner == found.owner == cast.anna
        assert (found.stage.name, found.pipeline.name) == ("Preparation", "Wholesale, active")


def test_it_knows_whether_who_leads_the_client_is_away(cast: Cast) -> None:
    deal, today = cast.deal(), timezone.localdate()
    assert not find_deal(asked_by(cast.igor), deal.pk).client.owner_is_away  # type: ignore[attr-defined]
    plan_absence(cast.anna, from_on=today, substitute=cast.igor, by=cast.anna)
    assert find_deal(asked_by(cast.igor), deal.pk).client.owner_is_away  # type: ignore[attr-defined]


def test_it_can_be_worked_with_and_saved(cast: Cast) -> None:
    found = find_deal(asked_by(cast.anna), cast.deal().pk)
    found.move_to(cast.stage(1), by=cast.anna)
    found.refresh_from_db()
    assert found.stage == cast.stage(1)


def test_a_deal_without_a_step_has_none(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    assert find_deal(asked_by(cast.anna), deal.pk).next_step is None


@pytest.mark.parametrize("who", ["anna", "igor", "sergey", "vera", "boris", "adam"])
def test_it_is_there_for_those_who_may_see_it(cast: Cast, who: str) -> None:
    deal = cast.deal()
    assert find_deal(asked_by(getattr(cast, who)), deal.pk) == deal


def test_for_others_and_for_a_wrong_number_it_is_not_there(cast: Cast) -> None:
    deal = cast.deal()
    for user, number in ((cast.olga, deal.pk), (cast.anna, deal.pk + 1000)):
        with pytest.raises(Http404):
            find_deal(asked_by(user), number)
