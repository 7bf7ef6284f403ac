"""POST /deals/<id>/committee: who decides (BASE-4)."""

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.committee import CommitteeMember


def name(user: User | None, deal: Deal, **said: object) -> HttpResponse:
    return visitor(user).post(f"/deals/{deal.pk}/committee", {"role": "decision_maker", **said}, headers=HTMX)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    deal = cast.deal()
    deal.move_to(cast.stage(1), by=cast.anna)
    return deal


def test_a_known_person_gets_a_role_and_the_gate_opens(cast: Cast, deal: Deal) -> None:
    contact = cast.contact(deal.client)
    page = text_of(name(cast.anna, deal, contact=contact.pk, note="signs alone"))
    member = CommitteeMember.objects.get()
    assert (member.contact, member.role, member.note) == (contact, "decision_maker", "signs alone")
    assert "it is known who decides" in page
    shown = page.split('id="deal-committee"')[1]
    assert "commercial director, signs alone" in shown
    assert f'<option value="{contact.pk}"' in page.split('id="composer-contact"')[1]


def test_a_new_person_comes_with_a_phone(cast: Cast, deal: Deal) -> None:
    said = {"new_name": "Pavel Zhukov", "new_title": "technologist", "new_phone": "8 917 812-30-41"}
    page = text_of(name(cast.anna, deal, role="influencer", **said))
    contact = Contact.objects.get()
    assert (contact.name, contact.job_title) == ("Pavel Zhukov", "technologist")
    assert ContactPoint.objects.get().value == "+79178123041"
    assert 'href="tel:+79178123041"' in page


def test_a_wrong_phone_leaves_no_half_of_a_person(cast: Cast, deal: Deal) -> None:
    response = name(cast.anna, deal, new_name="Pavel Zhukov", new_phone="12")
    assert response.status_code == 422
    assert not Contact.objects.exists()


def test_a_second_role_replaces_the_first(cast: Cast, deal: Deal) -> None:
    contact = cast.contact(deal.client)
    name(cast.anna, deal, contact=contact.pk)
    name(cast.anna, deal, contact=contact.pk, role="blocker")
    assert CommitteeMember.objects.get().role == "blocker"


def test_nobody_and_strangers_of_another_client_are_refused(cast: Cast, deal: Deal) -> None:
    other = cast.contact(cast.client("Another", owner=cast.anna))
    for said in ({}, {"contact": other.pk}, {"contact": "x"}, {"new_name": "Pavel", "role": "king"}):
        assert name(cast.anna, deal, **said).status_code == 422, said
    assert not CommitteeMember.objects.exists()
    assert not deal.client.contacts.exists()


def test_others_may_not(cast: Cast, deal: Deal) -> None:
    assert name(cast.igor, deal, new_name="Pavel").status_code == 403
    assert name(cast.olga, deal, new_name="Pavel").status_code == 404
    assert is_sign_in(name(None, deal, new_name="Pavel"))
    assert not Contact.objects.exists()
