"""Who may begin, who may not and why; many at once with a preview (CHAN-8)."""

from datetime import date, timedelta
from threading import Thread

import pytest
from django.db import connection
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.sequences.world import TUESDAY, begin, sequence
from vedu.clients.client import Client
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.sales.sequences.admission import Person, admissions
from vedu.sales.sequences.candidates import people_of_clients, people_of_segment
from vedu.sales.sequences.enrolling import enrol, enrol_all
from vedu.sales.sequences.enrolment import Enrolment
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


def why_not(cast: Cast, person: Person, by: User | None = None) -> list[str]:
    with pytest.raises(Refused) as refused:
        enrol(sequence(cast), person, by=by or cast.anna, at=TUESDAY)
    assert not Task.objects.exclude(title="Confirm the need").exclude(kind="return").exists()
    return refused.value.codes


def test_one_person_goes_through_one(cast: Cast) -> None:
    enrolment = begin(cast)
    with pytest.raises(Refused) as refused:
        begin(cast, enrolment.client)
    assert refused.value.codes == ["already-enrolled"]
    other = cast.contact(enrolment.client, "Ivan")
    enrol(enrolment.version.sequence, Person(enrolment.client, other), by=cast.anna, at=TUESDAY)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_one_moment_one_begins(cast: Cast) -> None:
    known, person = sequence(cast), Person(cast.client(owner=cast.anna))
    outcomes = list[str]()

    def press() -> None:
        try:
            enrol(known, person, by=cast.anna, at=TUESDAY)
            outcomes.append("begun")
        except Refused as refused:
            outcomes.append(refused.codes[0])
        finally:
            connection.close()

    threads = [Thread(target=press) for _number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["already-enrolled", "already-enrolled", "begun"]
    assert Task.objects.count() == 1


def test_a_colleagues_client_is_not_followed(cast: Cast) -> None:
    person = Person(cast.client(owner=cast.igor))
    assert why_not(cast, person) == ["client-led"]
    assert why_not(cast, person, by=cast.olga) == ["client-led"]


def test_an_accountant_begins_nothing(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        enrol(sequence(cast), Person(cast.client()), by=cast.boris, at=TUESDAY)


def test_a_head_begins_for_his_seller(cast: Cast) -> None:
    enrolment = enrol(sequence(cast), Person(cast.client(owner=cast.anna)), by=cast.sergey, at=TUESDAY)
    assert enrolment.assignee == cast.anna
    assert Task.objects.get().assignee == cast.anna


def test_whoever_opted_out_of_any_of_its_channels(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    contact = cast.contact(client)
    object_to(Subject.of(contact), by=cast.anna, channels=["messenger"])
    assert why_not(cast, Person(client, contact)) == ["opted-out"]


def test_an_open_refusal_waits_for_its_day(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    cast.refuse(client, TUESDAY - timedelta(days=60), return_on=date(2026, 12, 20))
    assert why_not(cast, Person(client)) == ["open-refusal"]
    enrol(sequence(cast), Person(client), by=cast.anna, at=TUESDAY + timedelta(days=30))


def test_whoever_is_not_to_be_returned_to(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    cast.refuse(client, TUESDAY - timedelta(days=60), do_not_return=True)
    assert why_not(cast, Person(client)) == ["open-refusal"]


def test_a_closed_deal_and_a_person_from_elsewhere(cast: Cast) -> None:
    deal = cast.deal()
    stranger = cast.contact(cast.client("Mill"), "Ivan")
    assert why_not(cast, Person(deal.client, stranger)) == ["contact-elsewhere"]
    deal.win(by=cast.vera, override_reason="Cash")
    assert "deal-closed" in why_not(cast, Person(deal.client, None, deal))


def test_a_retired_sequence_is_not_begun(cast: Cast) -> None:
    known = sequence(cast)
    known.retire(by=cast.sergey)
    with pytest.raises(Refused) as refused:
        enrol(known, Person(cast.client(owner=cast.anna)), by=cast.anna, at=TUESDAY)
    assert refused.value.codes == ["sequence-retired"]


def test_what_the_policy_puts_off_is_foreseen_and_done(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    for hours in (8, 4):
        Touch.log(client, by=cast.anna, channel="call", outcome="no_answer", at=TUESDAY - timedelta(hours=hours))
    (seen,) = admissions(sequence(cast).version, [Person(client)], by=cast.anna, at=TUESDAY)
    assert seen.is_admitted
    assert seen.is_put_off
    assert "day-limit" in [one.code for one in seen.objections]
    enrolment = enrol(sequence(cast), Person(client), by=cast.anna, at=TUESDAY)
    assert enrolment.next_at == seen.first_at == Task.objects.get().due_at


def thirty(cast: Cast) -> list[Client]:
    return [cast.client(f"Client {number:02}", owner=cast.anna) for number in range(30)]


def test_many_at_once_with_the_refused_collected(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    clients, known = thirty(cast), sequence(cast)
    theirs = cast.client("Their client", owner=cast.igor)
    people = people_of_clients([*clients, theirs])
    with django_assert_max_num_queries(16):
        seen = admissions(known.version, people, by=cast.anna, at=TUESDAY)
    assert [one.is_admitted for one in seen] == [True] * 30 + [False]
    begun = enrol_all(known, people, by=cast.anna, at=TUESDAY)
    assert len(begun.enrolments) == 30
    assert [(one.person.client, one.reasons[0].code) for one in begun.refused] == [(theirs, "client-led")]
    again = enrol_all(known, people, by=cast.anna, at=TUESDAY)
    assert (len(again.enrolments), len(again.refused)) == (0, 31)
    assert Enrolment.objects.count() == Task.objects.count() == 30


def test_a_segment_gives_those_that_one_leads(cast: Cast) -> None:
    mine, theirs = cast.client("Mine", owner=cast.anna), cast.client("Theirs", owner=cast.olga)
    cast.client("Free")
    condition = {"field": "city", "op": "in", "values": ["Perm"]}
    for client in Client.objects.all():
        client.describe(by=client.owner or cast.anna, city="Perm")
    segment = Segment.define("All", [condition], by=cast.vera)
    deal = cast.deal(client=mine)
    contact = cast.contact(mine)
    (person,) = people_of_segment(segment, cast.anna)
    assert person == Person(mine, contact, deal)
    assert [one.client for one in people_of_segment(segment, cast.sergey)] == [mine]
    assert {one.client for one in people_of_segment(segment, cast.vera)} == {mine, theirs}
    begin(cast, mine, at=timezone.now())
    second = cast.client("Second", owner=cast.anna)
    second.describe(by=cast.anna, city="Perm")
    assert [one.client for one in people_of_segment(segment, cast.anna)] == [second, mine]
