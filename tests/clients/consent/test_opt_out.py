"""«Больше не звоните»: the list of opt-outs, by people and by bare numbers."""

import pytest

from tests.cast import Cast
from tests.clients.consent.world import EMAIL, PHONE, agree, person_at, publish
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.opted_out import is_opted_out, opt_outs_of, opted_out, opted_out_channels
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused

EVERYTHING = {"call", "email", "messenger", "social"}


@pytest.fixture
def contact(cast: Cast) -> Contact:
    return person_at(cast, cast.deal().client)


def test_who_objects_is_not_reached_by_anything(cast: Cast, contact: Contact) -> None:
    object_to(Subject.of(contact), by=cast.anna, why="Said so on the phone")
    assert opted_out([contact])[contact.pk] == EVERYTHING
    assert is_opted_out(contact, "call")


def test_who_objects_to_calls_may_be_written_to(cast: Cast, contact: Contact) -> None:
    object_to(Subject.of(contact), by=cast.anna, channels=["call"])
    assert opted_out_channels(Subject.of(contact)) == {"call"}
    assert not is_opted_out(contact, "email")


def test_what_was_agreed_to_is_withdrawn_with_it(cast: Cast, contact: Contact) -> None:
    publish(cast)
    agree(cast, Subject.of(contact), "call", "email")
    object_to(Subject.of(contact), by=cast.anna, channels=["call"], why="Enough")
    assert [one.channel for one in Consent.objects.standing()] == ["email"]
    assert Consent.objects.get(channel="call").withdrawal.why == "Enough"


def test_his_own_numbers_stand_on_the_list_and_are_known_at_another_client(cast: Cast, contact: Contact) -> None:
    object_to(Subject.of(contact), by=cast.anna)
    other = cast.contact(cast.client("Southern Mill"), "O. Ryabinina")
    assert not is_opted_out(other, "call")
    ContactPoint.add(other.client, contact=other, kind="phone", value=PHONE, by=cast.anna)
    assert opted_out([other])[other.pk] == {"call", "messenger"}


def test_a_number_that_others_share_is_not_listed(cast: Cast, contact: Contact) -> None:
    ContactPoint.add(contact.client, kind="phone", value=PHONE, by=cast.anna)
    object_to(Subject.of(contact), by=cast.anna)
    assert [row.value for row in OptOut.objects.exclude(value="")] == [EMAIL]


def test_what_a_client_itself_says_holds_for_its_people(cast: Cast, contact: Contact) -> None:
    object_to(Subject(contact.client), by=cast.anna, channels=["email"])
    assert opted_out([contact])[contact.pk] == {"email"}
    assert opted_out_channels(Subject(contact.client)) == {"email"}


def test_a_bare_number_is_listed_before_anybody_has_it(cast: Cast, contact: Contact) -> None:
    rows = OptOut.put("phone", "8 343 222-00-00", by=cast.igor, why="Wrote to us")
    OptOut.put("email", "NOBODY@volga.example", by=cast.igor)
    assert [row.value for row in rows] == ["+73432220000"]
    listed = opt_outs_of([("phone", "+73432220000"), ("email", "nobody@volga.example"), ("phone", PHONE)])
    assert listed == {
        ("phone", "+73432220000"): {"call", "messenger"},
        ("email", "nobody@volga.example"): {"email"},
    }


def test_a_new_number_of_the_list_is_marked(cast: Cast, contact: Contact) -> None:
    OptOut.put("phone", "8 343 222-00-00", by=cast.igor)
    point = ContactPoint.add(contact.client, contact=contact, kind="phone", value="+73432220000", by=cast.anna)
    assert Event.objects.get(kind="optout.recognised").data == {"point": point.pk, "contact": contact.pk}


def test_saying_it_twice_is_told(cast: Cast, contact: Contact) -> None:
    subject = Subject.of(contact)
    object_to(subject, by=cast.anna)
    OptOut.put("phone", "8 343 222-00-00", by=cast.igor)
    for again in (
        lambda: object_to(subject, by=cast.anna),
        lambda: object_to(subject, by=cast.anna, channels=["call"]),
        lambda: OptOut.put("phone", "+73432220000", channels=["call"], by=cast.igor),
    ):
        with pytest.raises(Refused) as refused:
            again()
        assert refused.value.codes == ["already-opted-out"]


def test_a_head_takes_it_off_and_says_why(cast: Cast, contact: Contact) -> None:
    row = object_to(Subject.of(contact), by=cast.anna)[0]
    row.lift(by=cast.sergey, why="She asked to be called again")
    assert not is_opted_out(contact, "call")
    assert row.liftings.get().why == "She asked to be called again"
    with pytest.raises(Refused) as refused:
        OptOut.objects.get(pk=row.pk).lift(by=cast.sergey, why="Again")
    assert refused.value.codes == ["already-lifted"]


def test_another_objection_of_the_same_person_stays(cast: Cast, contact: Contact) -> None:
    subject = Subject.of(contact)
    first = object_to(subject, by=cast.anna, channels=["call"])[0]
    object_to(subject, by=cast.anna, channels=["email"])
    first.lift(by=cast.sergey, why="Calls are all right")
    assert opted_out_channels(subject) == {"email"}


def test_it_comes_off_for_a_reason(cast: Cast, contact: Contact) -> None:
    row = object_to(Subject.of(contact), by=cast.anna)[0]
    with pytest.raises(Invalid):
        row.lift(by=cast.sergey, why=" ")


@pytest.mark.parametrize("who", ["anna", "igor", "boris"])
def test_only_those_who_lead_people_take_it_off(cast: Cast, contact: Contact, who: str) -> None:
    row = object_to(Subject.of(contact), by=cast.anna)[0]
    with pytest.raises(NotAllowed):
        row.lift(by=getattr(cast, who), why="I want to call")


def test_a_head_takes_off_only_in_his_teams(cast: Cast) -> None:
    client = cast.client("Southern Mill", owner=cast.olga)
    row = object_to(Subject(client), by=cast.olga)[0]
    with pytest.raises(NotAllowed):
        row.lift(by=cast.sergey, why="Mistake")


def test_whoever_hears_it_writes_it_down(cast: Cast, contact: Contact) -> None:
    assert object_to(Subject.of(contact), by=cast.igor)
    with pytest.raises(ClientIsLed):
        object_to(Subject.of(contact), by=cast.olga)
    for verb in (
        lambda: object_to(Subject.of(contact), by=cast.boris),
        lambda: OptOut.put("phone", PHONE, by=cast.boris),
    ):
        with pytest.raises(NotAllowed):
            verb()


@pytest.mark.parametrize(("kind", "value"), [("phone", "12"), ("email", "nobody"), ("site", "volga.example")])
def test_only_phones_and_mails_stand_there(cast: Cast, kind: str, value: str) -> None:
    with pytest.raises(Invalid):
        OptOut.put(kind, value, by=cast.anna)


def test_a_list_of_people_costs_few_queries(cast: Cast, contact: Contact, django_assert_max_num_queries) -> None:
    contacts = [contact, *(cast.contact(contact.client, f"Person {number}") for number in range(30))]
    for number, one in enumerate(contacts):
        ContactPoint.add(one.client, contact=one, kind="phone", value=f"+791264010{number:02}", by=cast.anna)
    object_to(Subject.of(contact), by=cast.anna)
    with django_assert_max_num_queries(2):
        closed = opted_out(contacts)
    assert [pk for pk, channels in closed.items() if channels] == [contact.pk]
    with django_assert_max_num_queries(1):
        opt_outs_of([("phone", f"+791264010{number:02}") for number in range(30)])


def test_bare_numbers_are_for_all_to_know(cast: Cast, contact: Contact) -> None:
    OptOut.put("phone", "8 343 222-00-00", by=cast.igor)
    object_to(Subject.of(contact), by=cast.anna)
    assert OptOut.objects.visible_to(cast.olga).count() == 1
    assert OptOut.objects.visible_to(cast.igor).count() == OptOut.objects.count()
