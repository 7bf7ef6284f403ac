"""OWN-2: a client passes by the agreement of two sellers, or by the head's word."""

import pytest

from tests.cast import Cast
from vedu.clients.handover import Handover
from vedu.foundation.events import Event
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed, Refused


def test_an_accepted_request_moves_client_deals_and_tasks(cast: Cast) -> None:
    deal = cast.deal()
    handover = Handover.request(deal.client, by=cast.igor, why="They called me")
    handover.accept(by=cast.anna)
    deal.refresh_from_db()
    assert (deal.owner, deal.client.owner) == (cast.igor, cast.igor)
    assert deal.tasks.get().assignee == cast.igor
    assert [period.cause for period in deal.client.ownerships.all()] == ["handover", "claim"]


def test_an_accepted_offer_moves_the_client(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    Handover.offer(client, cast.olga, by=cast.anna, why="It is in her region").accept(by=cast.olga)
    client.refresh_from_db()
    assert client.owner == cast.olga


def test_until_it_is_answered_nothing_moves(cast: Cast) -> None:
    deal = cast.deal()
    Handover.request(deal.client, by=cast.igor, why="They called me")
    deal.refresh_from_db()
    assert deal.owner == cast.anna


def test_a_declined_request_leaves_the_client_and_its_words(cast: Cast) -> None:
    deal = cast.deal()
    handover = Handover.request(deal.client, by=cast.igor, why="They called me")
    handover.decline(by=cast.anna, why="We sign tomorrow")
    assert (handover.accepted, handover.answer) == (False, "We sign tomorrow")
    assert Event.objects.get(kind="handover.declined").data["why"] == "We sign tomorrow"
    assert deal.client.owner == cast.anna


def test_the_givers_head_may_answer(cast: Cast) -> None:
    deal = cast.deal()
    Handover.request(deal.client, by=cast.olga, why="Our region").accept(by=cast.sergey)
    deal.refresh_from_db()
    assert deal.owner == cast.olga


@pytest.mark.parametrize("who", ["igor", "olga", "boris"])
def test_nobody_else_answers(cast: Cast, who: str) -> None:
    handover = Handover.request(cast.deal().client, by=cast.igor, why="They called me")
    with pytest.raises(NotAllowed):
        handover.accept(by=getattr(cast, who))
    handover.refresh_from_db()
    assert handover.answered_at is None


def test_it_is_answered_once(cast: Cast) -> None:
    handover = Handover.request(cast.deal().client, by=cast.igor, why="They called me")
    again = Handover.objects.get(pk=handover.pk)
    handover.decline(by=cast.anna)
    with pytest.raises(Refused) as refusal:
        again.accept(by=cast.anna)
    assert refusal.value.codes == ["already-answered"]


def test_the_same_request_waits_only_once(cast: Cast) -> None:
    client = cast.deal().client
    Handover.request(client, by=cast.igor, why="They called me")
    with pytest.raises(Refused) as refusal:
        Handover.request(client, by=cast.igor, why="Again")
    assert refusal.value.codes == ["already-asked"]


def test_a_request_says_why(cast: Cast) -> None:
    with pytest.raises(Invalid):
        Handover.request(cast.deal().client, by=cast.igor, why=" ")


def test_a_free_client_is_taken_not_asked_for(cast: Cast) -> None:
    with pytest.raises(Refused) as refusal:
        Handover.request(cast.client(), by=cast.igor, why="They called me")
    assert refusal.value.codes == ["client-free"]


def test_only_the_owner_offers(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        Handover.offer(cast.deal().client, cast.olga, by=cast.igor, why="Take it")


def test_a_client_that_changed_hands_is_not_moved_by_an_old_request(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    handover = Handover.request(client, by=cast.olga, why="Our region")
    client.assign(cast.igor, by=cast.sergey, why="Anna leaves")
    with pytest.raises(Refused) as refusal:
        handover.accept(by=cast.anna)
    assert refusal.value.codes == ["owner-changed"]
    handover.refresh_from_db()
    assert handover.answered_at is None


def test_each_sees_what_waits_for_him(cast: Cast) -> None:
    handover = Handover.request(cast.deal().client, by=cast.igor, why="They called me")
    assert list(Handover.objects.awaiting(cast.anna)) == [handover]
    assert not Handover.objects.awaiting(cast.igor).exists()
    assert not Handover.objects.visible_to(cast.olga).exists()
    assert Handover.objects.visible_to(cast.sergey).exists()


def test_a_head_may_answer_for_his_people_a_seller_for_himself(cast: Cast) -> None:
    handover = Handover.request(cast.deal().client, by=cast.olga, why="It is in my region")
    answerers = [person for person in User.objects.all() if handover in Handover.objects.answerable_by(person)]
    assert {person.username for person in answerers} == {"anna", "sergey", "vera", "adam"}


def test_an_answered_handover_waits_for_nobody(cast: Cast) -> None:
    handover = Handover.request(cast.deal().client, by=cast.igor, why="They called me")
    handover.decline(by=cast.anna)
    assert not Handover.objects.answerable_by(cast.vera).exists()


def test_two_equal_requests_at_one_moment_give_one(live_cast: Cast) -> None:
    from threading import Barrier, Thread

    from django.db import connection

    client, start, codes = live_cast.deal().client, Barrier(2), list[str]()

    def ask() -> None:
        start.wait()
        try:
            Handover.request(client, by=live_cast.igor, why="They called me")
        except Refused as refusal:
            codes.extend(refusal.codes)
        finally:
            connection.close()

    threads = [Thread(target=ask) for _number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert codes == ["already-asked"]
    assert Handover.objects.count() == 1


def test_a_request_waits_for_whoever_leads_the_client_now(cast: Cast) -> None:
    client = cast.deal().client
    Handover.request(client, by=cast.olga, why="It is in my region")
    client.assign(cast.igor, by=cast.sergey, why="Anna is on leave")
    handover = Handover.objects.pending().get()
    assert handover.giver == cast.igor
    handover.accept(by=cast.igor)
    client.refresh_from_db()
    assert client.owner == cast.olga


def test_a_request_of_the_new_owner_himself_waits_no_longer(cast: Cast) -> None:
    client = cast.deal().client
    Handover.request(client, by=cast.igor, why="They called me")
    client.assign(cast.igor, by=cast.sergey, why="Anna is on leave")
    assert not Handover.objects.pending().exists()


def test_an_offer_ends_with_the_ownership_it_came_from(cast: Cast) -> None:
    client = cast.deal().client
    Handover.offer(client, cast.olga, by=cast.anna, why="It is in her region")
    client.assign(cast.igor, by=cast.sergey, why="Anna is on leave")
    assert not Handover.objects.pending().exists()


def test_nothing_waits_for_a_released_client(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    Handover.request(client, by=cast.olga, why="It is in my region")
    client.release(by=cast.anna)
    assert not Handover.objects.pending().exists()
    client.claim(by=cast.olga)


def test_when_one_request_is_accepted_the_others_wait_for_the_new_owner(cast: Cast) -> None:
    client = cast.deal().client
    first = Handover.request(client, by=cast.igor, why="They called me")
    second = Handover.request(client, by=cast.olga, why="It is in my region")
    first.accept(by=cast.anna)
    second.refresh_from_db()
    first.refresh_from_db()
    assert (first.accepted, second.giver, second.answered_at) == (True, cast.igor, None)
