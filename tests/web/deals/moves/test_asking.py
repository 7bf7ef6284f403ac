"""A move that lacks evidence asks just for it, writes the answers down and moves, all at once or not at all."""

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, text_of, visitor
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.talk.need import Need

DECISION, CONTACT, NEED = "decision_maker_known", "contact_established", "need_confirmed"
PRESENTATION, OBJECTIONS, DOCUMENTS, PAID = "presentation_made", "objections_answered", "documents_issued", "paid"


def move(cast: Cast, deal: Deal, position: int, user: User | None = None, **said: object) -> HttpResponse:
    words = {"stage": cast.stage(position).pk, **said}
    return visitor(user or cast.anna).post(f"/deals/{deal.pk}/moves", words, headers=HTMX)


def stands_at(deal: Deal) -> int:
    deal.refresh_from_db()
    return deal.stage.position


@pytest.fixture
def at_needs(cast: Cast) -> Deal:
    return cast.at_stage(3)


def test_the_dialog_asks_only_for_the_need(cast: Cast, at_needs: Deal) -> None:
    Need.note(at_needs, words="Cakes arrive crushed", problem="returns", priority="critical", by=cast.anna)
    response = move(cast, at_needs, 4)
    page = text_of(response)
    assert response.status_code == 422
    assert "To go on to “Presentation, proposal”, confirm at least one need" in page
    assert "<q>Cakes arrive crushed</q><small>critical · returns</small>" in page
    assert page.count('name="asked"') == 1
    assert f'data-at="#col-{cast.stage(4).pk}"' in page
    assert response.headers["HX-Retarget"] == "#ask"
    assert "X-Vedu-Refused" not in response.headers


def test_a_marked_need_is_confirmed_and_the_deal_moves(cast: Cast, at_needs: Deal) -> None:
    need = Need.note(at_needs, words="Cakes arrive crushed", by=cast.anna)
    response = move(cast, at_needs, 4, asked=NEED, **{f"{NEED}-needs": need.pk})
    assert response.status_code == 200
    need.refresh_from_db()
    assert need.confirmed_by == cast.anna
    assert stands_at(at_needs) == 4


def test_a_need_written_in_the_dialog_is_noted_and_confirmed(cast: Cast, at_needs: Deal) -> None:
    said = {f"{NEED}-words": "We buy ahead, the store is full", f"{NEED}-priority": "critical"}
    assert move(cast, at_needs, 4, asked=NEED, **said).status_code == 200
    need = at_needs.needs.get()
    assert (need.words, need.priority, need.is_confirmed) == ("We buy ahead, the store is full", "critical", True)


def test_an_empty_answer_is_asked_again(cast: Cast, at_needs: Deal) -> None:
    response = move(cast, at_needs, 4, asked=NEED)
    assert response.status_code == 422
    assert "Mark a need that the client confirmed, or write it down." in text_of(response)
    assert stands_at(at_needs) == 3


def test_a_need_of_another_deal_does_not_count(cast: Cast, at_needs: Deal) -> None:
    other = cast.deal(client=cast.client("Other", owner=cast.anna))
    need = Need.note(other, words="Theirs", by=cast.anna)
    assert move(cast, at_needs, 4, asked=NEED, **{f"{NEED}-needs": need.pk}).status_code == 422


def test_a_person_of_the_client_is_named_as_the_one_who_decides(cast: Cast) -> None:
    deal = cast.at_stage(1)
    contact = cast.contact(deal.client)
    assert "Olga Ryabinina" in text_of(move(cast, deal, 2))
    assert move(cast, deal, 2, asked=DECISION, **{f"{DECISION}-contact": contact.pk}).status_code == 200
    assert deal.committee.get().contact == contact


def test_a_new_person_is_added_with_the_phone(cast: Cast) -> None:
    deal = cast.at_stage(1)
    said = {f"{DECISION}-name": "Pavel Orlov", f"{DECISION}-job_title": "buyer", f"{DECISION}-phone": "8 912 640-18-22"}
    assert move(cast, deal, 2, asked=DECISION, **said).status_code == 200
    contact = deal.client.contacts.get()
    assert (contact.name, contact.job_title, contact.points.get().value) == ("Pavel Orlov", "buyer", "+79126401822")
    assert deal.committee.get().role == "decision_maker"


def test_a_wrong_phone_writes_nothing_down_and_keeps_what_was_typed(cast: Cast) -> None:
    deal = cast.at_stage(1)
    said = {f"{DECISION}-name": "Pavel Orlov", f"{DECISION}-phone": "12"}
    response = move(cast, deal, 2, asked=DECISION, **said)
    assert response.status_code == 422
    assert "is not a whole phone number" in text_of(response)
    assert 'value="Pavel Orlov"' in text_of(response)
    assert not Contact.objects.filter(client=deal.client).exists()


def test_a_conversation_is_logged(cast: Cast) -> None:
    deal = cast.at_stage(2)
    said = {f"{CONTACT}-channel": "meeting", f"{CONTACT}-outcome": "talked", f"{CONTACT}-text": "Will see the samples"}
    assert move(cast, deal, 3, asked=CONTACT, **said).status_code == 200
    touch = deal.touches.get()
    assert (touch.channel, touch.two_way, touch.text) == ("meeting", True, "Will see the samples")


def test_a_presentation_names_the_needs_it_answered(cast: Cast) -> None:
    deal = cast.at_stage(4)
    first = deal.needs.get()
    second = Need.note(deal, words="Logo in two colours", by=cast.anna)
    second.confirm(by=cast.anna)
    assert "<q>Logo in two colours</q>" in text_of(move(cast, deal, 5))
    said = {f"{PRESENTATION}-needs": first.pk, f"{PRESENTATION}-note": "Liked the samples"}
    assert move(cast, deal, 5, asked=PRESENTATION, **said).status_code == 200
    evidence = deal.evidence.get(kind=PRESENTATION)
    assert (evidence.note, list(evidence.needs.all())) == ("Liked the samples", [first])


def test_each_open_objection_is_answered(cast: Cast) -> None:
    deal = cast.at_stage(5)
    dear, later = cast.object_to(deal), cast.object_to(deal, "We will think")
    said = {
        f"{OBJECTIONS}-answer_{dear.pk}": "Compared the price of a broken box",
        f"{OBJECTIONS}-result_{dear.pk}": "answered",
        f"{OBJECTIONS}-answer_{later.pk}": "Agreed on Friday",
        f"{OBJECTIONS}-result_{later.pk}": "answered",
    }
    assert "<q>Expensive</q>" in text_of(move(cast, deal, 6))
    assert move(cast, deal, 6, asked=OBJECTIONS, **said).status_code == 200
    assert not deal.objections.unanswered().exists()


def test_a_doubt_that_stays_holds_the_deal_and_the_words_stay_in_the_field(cast: Cast) -> None:
    deal = cast.at_stage(5)
    dear = cast.object_to(deal)
    said = {f"{OBJECTIONS}-answer_{dear.pk}": "Compared prices", f"{OBJECTIONS}-result_{dear.pk}": "stands"}
    response = move(cast, deal, 6, asked=OBJECTIONS, **said)
    assert response.status_code == 422
    assert "Answer the objections that are still open." in text_of(response)
    assert "Compared prices</textarea>" in text_of(response)
    dear.refresh_from_db()
    assert dear.answer == ""


def test_several_things_are_asked_at_once_and_written_down_together(cast: Cast) -> None:
    deal = cast.at_stage(3)
    page = text_of(move(cast, deal, 7))
    assert "To go on to “Support, repeat”, 4 things are missing" in page
    said = {
        f"{NEED}-words": "Cakes arrive crushed",
        f"{PRESENTATION}-note": "By the confirmed need",
        f"{DOCUMENTS}-note": "Contract 12, invoice 318",
        f"{PAID}-note": "402 000",
    }
    assert move(cast, deal, 7, asked=[NEED, PRESENTATION, DOCUMENTS, PAID], **said).status_code == 200
    assert stands_at(deal) == 7
    assert set(deal.evidence.values_list("kind", flat=True)) == {PRESENTATION, DOCUMENTS, PAID}
    assert list(deal.evidence.get(kind=PRESENTATION).needs.all()) == list(deal.needs.all())


def test_one_missing_answer_writes_nothing_down(cast: Cast) -> None:
    deal = cast.at_stage(3)
    said = {f"{NEED}-words": "Cakes arrive crushed", f"{PAID}-note": ""}
    assert move(cast, deal, 7, asked=[NEED, PAID], **said).status_code == 422
    assert not deal.needs.exists()
    assert not Evidence.objects.filter(deal=deal).exists()


def test_what_was_not_asked_before_is_asked_now(cast: Cast) -> None:
    deal = cast.at_stage(3)
    response = move(cast, deal, 5, asked=NEED, **{f"{NEED}-words": "Cakes arrive crushed"})
    page = text_of(response)
    assert response.status_code == 422
    assert page.count('name="asked"') == 2
    assert "Cakes arrive crushed</textarea>" in page
    assert not deal.needs.exists()


def test_a_teammate_cannot_answer_for_the_owner(cast: Cast, at_needs: Deal) -> None:
    response = move(cast, at_needs, 4, user=cast.igor, asked=NEED, **{f"{NEED}-words": "Cakes arrive crushed"})
    assert response.status_code == 403
    assert "Anna Kotova leads this deal" in text_of(response)
    assert not at_needs.needs.exists()


def test_the_boards_words_come_along(cast: Cast, at_needs: Deal) -> None:
    page = text_of(move(cast, at_needs, 4, scope="team", chip="none", pipeline=cast.pipeline.pk))
    assert '<input type="hidden" name="scope" value="team">' in page
    assert '<input type="hidden" name="chip" value="none">' in page


def test_without_scripts_the_question_is_a_page(cast: Cast, at_needs: Deal) -> None:
    response = visitor(cast.anna).post(f"/deals/{at_needs.pk}/moves", {"stage": cast.stage(4).pk})
    assert response.status_code == 422
    assert "<html" in text_of(response)
    assert "confirm at least one need" in text_of(response)
