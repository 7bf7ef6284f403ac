"""What a request may reach, and how what it may not is answered."""

import pytest
from django.http import Http404

from tests.cast import Cast
from vedu.api.v1 import reach
from vedu.clients.client import Client
from vedu.clients.protection import ClientIsLed
from vedu.foundation.refusal import Invalid, NotAllowed


def test_what_is_not_there_is_404_at_an_address_and_422_in_a_body(cast: Cast) -> None:
    with pytest.raises(Http404):
        reach.found(Client.objects.all(), 987_654)
    with pytest.raises(Invalid) as refused:
        reach.named(Client.objects.all(), 987_654, "company")
    assert refused.value.reasons[0].facts == {"field": "company"}


def test_a_company_out_of_sight_names_its_owner_to_who_reads(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    with pytest.raises(NotAllowed) as refused:
        reach.company_seen_by(cast.olga, client.pk)
    assert (refused.value.codes, refused.value.status) == (["client-led"], 403)
    assert "Anna Kotova" in str(refused.value)


def test_a_company_out_of_sight_names_its_owner_to_who_works(cast: Cast) -> None:
    with pytest.raises(ClientIsLed):
        reach.company_to_work_with(cast.olga, cast.client(owner=cast.anna).pk)


@pytest.mark.parametrize("who", ["anna", "igor", "sergey", "vera", "boris"])
def test_a_company_in_sight_is_reached(cast: Cast, who: str) -> None:
    client = cast.client(owner=cast.anna)
    assert reach.company_seen_by(getattr(cast, who), client.pk) == client
    assert reach.company_to_work_with(getattr(cast, who), client.pk) == client


def test_a_deal_out_of_sight_is_not_there(cast: Cast) -> None:
    deal = cast.deal()
    assert reach.deal_seen_by(cast.igor, deal.pk) == deal
    with pytest.raises(Http404):
        reach.deal_seen_by(cast.olga, deal.pk)
    with pytest.raises(Invalid):
        reach.deal_to_work_with(cast.olga, deal.pk)


def test_the_place_of_work_is_a_deal_with_its_company_or_a_company(cast: Cast) -> None:
    deal = cast.deal()
    assert reach.work_place(cast.anna, None, deal.pk) == (deal.client, deal)
    assert reach.work_place(cast.anna, deal.client_id, deal.pk) == (deal.client, deal)
    assert reach.work_place(cast.anna, deal.client_id, None) == (deal.client, None)


def test_a_contact_belongs_to_the_company(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    contact = cast.contact(client)
    assert reach.contact_at(client, contact.pk) == contact
    assert reach.contact_at(client, None) is None
    with pytest.raises(Invalid):
        reach.contact_at(cast.client(), contact.pk)


def test_a_colleague_who_has_left_is_nobody(cast: Cast) -> None:
    assert reach.colleague(cast.igor.pk, "owner") == cast.igor
    cast.igor.is_active = False
    cast.igor.save()
    with pytest.raises(Invalid):
        reach.colleague(cast.igor.pk, "owner")
