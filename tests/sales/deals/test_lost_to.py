from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.clients.competitors.competitor import Competitor
from vedu.sales.deals.lost_to import losses_by_name, lost_to


@pytest.fixture
def karton(cast: Cast) -> Competitor:
    """Anna lost two deals to it in two spellings, Olga one; one went to another, one long ago."""
    now = timezone.now()
    for owner, words, days in (
        (cast.anna, "«Картон-Волга»", 3),
        (cast.anna, "картон волга", 80),
        (cast.olga, "Картон-Волга", 5),
        (cast.anna, "Упак", 5),
        (cast.anna, "Картон-Волга", 100),
        (cast.anna, "", 1),
    ):
        deal = cast.deal(owner=owner, client=cast.client(f"{words} {days}", owner=owner))
        deal.lose(by=owner, reason=cast.reason("competitor"), competitor=words, at=now - timedelta(days=days))
    return Competitor.add("Картон-Волга", by=cast.sergey)


def test_losses_are_counted_by_the_name_in_any_spelling(cast: Cast, karton: Competitor) -> None:
    assert losses_by_name(cast.vera) == {"картон волга": 3, "упак": 1}


def test_each_sees_his_own(cast: Cast, karton: Competitor) -> None:
    assert losses_by_name(cast.sergey)[karton.name_folded] == 2
    assert losses_by_name(cast.olga) == {"картон волга": 1}


def test_the_number_opens_the_same_deals_the_last_first(cast: Cast, karton: Competitor) -> None:
    names = [deal.client.name for deal in lost_to(karton, cast.anna)]
    assert names == ["«Картон-Волга» 3", "картон волга 80"]
    assert lost_to(karton, cast.vera).count() == 3


def test_a_deal_that_came_back_is_not_lost(cast: Cast, karton: Competitor) -> None:
    lost_to(karton, cast.anna)[0].reopen(by=cast.anna)
    assert losses_by_name(cast.anna)[karton.name_folded] == 1


def test_a_deal_lost_twice_counts_once(cast: Cast, karton: Competitor) -> None:
    deal = lost_to(karton, cast.anna)[0]
    deal.reopen(by=cast.anna)
    deal.lose(by=cast.anna, reason=cast.reason("competitor"), competitor="«Картон-Волга»")
    assert losses_by_name(cast.anna)[karton.name_folded] == 2
