"""Erasure: the person goes from the whole database, deals stay, an act remains (152-ФЗ)."""

import pytest

from tests.cast import Cast
from tests.clients.consent.database import places_of
from tests.clients.consent.world import EMAIL, NAME, PHONE, World, agree, full_world, person_at, publish
from vedu.clients.client import Client
from vedu.clients.consent.erasing import erase, rehearse
from vedu.clients.consent.erasure_act import ErasureAct
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.opted_out import opt_outs_of
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.events import Event
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.foundation.search.query import find, find_notes
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.need import Need
from vedu.sales.touches.touch import Touch

TRACES = (NAME, "Рябинин", "РЯБИНИН", PHONE, PHONE[1:], PHONE[2:], "640-18-22", EMAIL, "@ryabinina")


@pytest.fixture
def world(cast: Cast) -> World:
    return full_world(cast)


def erased(world: World, by: User, **facts: object) -> ErasureAct:
    return erase(world.subject, **({"by": by, "ground": "request"} | facts))  # type: ignore[arg-type]


def test_before_it_the_person_stands_in_many_places(world: World) -> None:
    assert len(places_of(*TRACES)) > 15


def test_nothing_of_the_person_is_left_in_the_database(cast: Cast, world: World) -> None:
    publish(cast)
    agree(cast, world.subject, "call", "email", note=f"Подписала {NAME}")
    object_to(world.subject, by=cast.anna, why=f"{NAME} просит не звонить")
    SubjectRequest.receive(world.subject, "erasure", by=cast.anna, words=f"Я, {NAME}, прошу удалить")
    erased(world, cast.sergey, why=f"Письмо {NAME} от {EMAIL}")
    assert places_of(*TRACES) == []


def test_the_deal_its_needs_and_touches_stay(cast: Cast, world: World) -> None:
    erased(world, cast.sergey)
    deal = Deal.objects.get(pk=world.deal.pk)
    assert (deal.amount, deal.stage, deal.committee.count()) == (480_000, world.deal.stage, 1)
    assert deal.name == "Коробки для [удалено]"
    assert Need.objects.get().words.startswith("[удалено], [удалено], [удалено]; просила звонить [удалено]")
    own, other = Touch.objects.order_by("pk")
    assert own.text == ""
    assert other.text.startswith("[удалено], [удалено]")


def test_the_contact_has_a_number_and_no_name(cast: Cast, world: World) -> None:
    erased(world, cast.sergey)
    contact = Contact.objects.get(pk=world.contact.pk)
    assert (contact.name, contact.job_title, contact.note) == ("Контакт удалён", "", "")
    assert contact.erased_at is not None
    assert not contact.points.exists()


def test_others_at_the_client_keep_their_names_and_numbers(cast: Cast, world: World) -> None:
    other = Contact.add(world.client, name="Ольга Кедрова", by=cast.anna, note=f"сменщица: {NAME}")
    ContactPoint.add(world.client, contact=other, kind="phone", value="+73432220000", by=cast.anna)
    erased(world, cast.sergey)
    other.refresh_from_db()
    assert (other.name, other.note, other.points.get().value) == (
        "Ольга Кедрова",
        "сменщица: [удалено]",
        "+73432220000",
    )


def test_a_number_of_the_reception_stays_the_receptions(cast: Cast, world: World) -> None:
    for contact in (None, world.contact):
        ContactPoint.add(world.client, contact=contact, kind="phone", value="+73432220000", by=cast.anna)
    erased(world, cast.sergey)
    assert [point.value for point in world.client.points.all()] == ["+73432220000"]


def test_the_search_finds_the_person_no_more(cast: Cast, world: World) -> None:
    assert find("рябинина", visible_owner_ids=None).total
    erased(world, cast.sergey)
    for text in ("рябинина", "912 640", "ryabinina"):
        assert find(text, visible_owner_ids=None).total == 0
    assert [hit.title for hit in find("коробки", visible_owner_ids=None).hits] == ["Коробки для [удалено]"]


def test_notes_are_found_without_the_person(cast: Cast, world: World) -> None:
    """The one note and the two touches; his own touch has lost its words."""
    assert find_notes("просила звонить", visible_owner_ids=None).total == 3
    erased(world, cast.sergey)
    assert find_notes("рябининой", visible_owner_ids=None).total == 0
    titles = {hit.title for hit in find_notes("просила звонить", visible_owner_ids=None).hits}
    assert len(titles) == 1
    assert "[удалено]" in titles.pop()


def test_the_act_says_what_went_by_whom_and_why_and_holds_its_log(cast: Cast, world: World) -> None:
    act = erased(world, cast.sergey, ground="withdrawal", why="Отозвано письмом")
    assert (act.by, act.ground, act.why, act.contact_id) == (
        cast.sergey,
        "withdrawal",
        "Отозвано письмом",
        world.contact.pk,
    )
    counted = {category["table"]: category["rows"] for category in act.categories}
    assert counted["clients.ContactPoint"] == 3
    assert counted["sales.Touch"] == 2
    assert {kept["table"] for kept in act.kept} >= {"sales.Deal", "sales.Need", "sales.Touch"}
    act.refresh_from_db()
    assert act.is_whole
    assert act.log_text.count("\n") == len(act.log) == act.rows
    act.log.pop()
    assert not act.is_whole


def test_it_is_told_by_numbers(cast: Cast, world: World) -> None:
    act = erased(world, cast.sergey)
    told = Event.objects.get(kind="subject.erased")
    assert told.data == {"contact": world.contact.pk, "act": act.pk}


def test_requests_to_be_erased_are_answered_by_it(cast: Cast, world: World) -> None:
    waiting = SubjectRequest.receive(world.subject, "erasure", by=cast.anna)
    access = SubjectRequest.receive(world.subject, "access", by=cast.anna)
    act = erased(world, cast.sergey)
    waiting.refresh_from_db()
    access.refresh_from_db()
    assert (act.request, waiting.is_done, access.is_done) == (waiting, True, False)
    assert str(act.pk) in waiting.result


def test_an_opt_out_outlives_the_person_by_its_hash(cast: Cast, world: World) -> None:
    object_to(world.subject, by=cast.anna)
    erased(world, cast.sergey)
    assert opt_outs_of([("phone", PHONE), ("email", EMAIL)]) == {
        ("phone", PHONE): {"call", "messenger"},
        ("email", EMAIL): {"email"},
    }


def test_it_cannot_be_done_twice(cast: Cast, world: World) -> None:
    erased(world, cast.sergey)
    with pytest.raises(Refused) as refused:
        erase(Subject.of(Contact.objects.get(pk=world.contact.pk)), by=cast.sergey, ground="request")
    assert refused.value.codes == ["erased"]


def test_a_rehearsal_counts_the_same_and_keeps_everything(cast: Cast, world: World) -> None:
    before = places_of(*TRACES)
    rehearsed = rehearse(world.subject, by=cast.sergey)
    assert places_of(*TRACES) == before
    assert world.contact.name == NAME
    act = erased(world, cast.sergey)
    assert (rehearsed.categories, rehearsed.kept) == (act.categories, act.kept)
    assert rehearsed.rows == act.rows


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_only_those_who_lead_people_erase(cast: Cast, world: World, who: str) -> None:
    for verb in (erased, lambda world, by: rehearse(world.subject, by=by)):
        with pytest.raises(NotAllowed):
            verb(world, getattr(cast, who))
    assert world.contact.points.exists()


def test_a_head_erases_only_in_his_teams(cast: Cast) -> None:
    client = cast.client("Southern Mill", owner=cast.olga)
    subject = Subject.of(person_at(cast, client))
    with pytest.raises(NotAllowed) as refused:
        erase(subject, by=cast.sergey, ground="request")
    assert refused.value.codes == ["not-your-team"]
    for head in (cast.vera, cast.adam):
        rehearse(subject, by=head)


def test_the_ground_is_one_of_the_known(cast: Cast, world: World) -> None:
    with pytest.raises(Invalid):
        erased(world, cast.sergey, ground="because")


# private clients


@pytest.fixture
def private(cast: Cast) -> Client:
    client = Client.add(name=NAME, kind="person", by=cast.anna, city="Пермь", about="Живёт у реки", source="знакомые")
    client.claim(by=cast.anna)
    for kind, value in (("phone", PHONE), ("email", EMAIL)):
        ContactPoint.add(client, kind=kind, value=value, by=cast.anna)
    return client


def test_a_private_client_goes_with_all_its_words(cast: Cast, private: Client) -> None:
    deal = cast.deal(client=private)
    deal.log_touch(by=cast.anna, channel="call", text="Любит синий цвет")
    deal.lose(by=cast.anna, reason=cast.reason())
    private.describe(by=cast.anna, name="Ольга Кедрова")
    erase(Subject(private), by=cast.sergey, ground="purpose")
    assert places_of(*TRACES, "Кедров", "Пермь", "Живёт у реки", "Любит синий") == []
    private.refresh_from_db()
    assert (private.name, private.kind, private.erased_at is not None) == ("Клиент удалён", "person", True)
    assert Deal.objects.get().amount == 480_000


def test_while_a_deal_with_him_is_open_he_stays(cast: Cast, private: Client) -> None:
    cast.deal(client=private)
    private.refresh_from_db()
    with pytest.raises(Refused) as refused:
        erase(Subject(private), by=cast.sergey, ground="purpose")
    assert refused.value.codes == ["deal-open"]


def test_a_company_is_not_a_person(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        erase(Subject(cast.client(owner=cast.anna)), by=cast.sergey, ground="purpose")
    assert refused.value.codes == ["not-a-person"]
