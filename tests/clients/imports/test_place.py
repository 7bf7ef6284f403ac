"""What a draft adds to a client, and what it does not."""

from vedu.clients.imports.draft import ClientDraft, PointDraft
from vedu.clients.imports.place import Person, Place, new_points, person_key


def phone(value: str = "+79126401822") -> PointDraft:
    return PointDraft("phone", value, value)


def draft(name: str = "Волга", **facts: object) -> ClientDraft:
    return ClientDraft(name=name, kind="company", **facts)  # type: ignore[arg-type]


def full_place() -> Place:
    place = Place.of(draft())
    place.take(place.lacks(draft(facts={"city": "Самара"}, person="Пётр Ильин", points=[phone()])))
    return place


def test_a_new_place_lacks_everything() -> None:
    place = Place.of(draft())

    change = place.lacks(draft(facts={"city": "Самара"}, requisites={"inn": "7707083893"}, points=[phone()]))

    assert place.is_new
    assert change.facts == {"city": "Самара"}
    assert change.requisites == {"inn": "7707083893"}
    assert [point.value for point in change.points] == ["+79126401822"]


def test_what_is_there_is_not_lacking() -> None:
    same = draft(facts={"city": "Самара"}, person="Пётр Ильин", points=[phone()])

    assert not full_place().lacks(same)


def test_a_filled_fact_is_never_overwritten() -> None:
    change = full_place().lacks(draft(facts={"city": "Казань", "source": "выставка"}))

    assert change.facts == {"source": "выставка"}


def test_a_person_is_known_with_his_names_in_either_order() -> None:
    assert person_key("Ильин  Пётр") == person_key("пётр ильин")
    assert not full_place().lacks(draft(person="Ильин Пётр"))


def test_a_person_gets_his_missing_title() -> None:
    change = full_place().lacks(draft(person="Пётр Ильин", job_title="директор"))

    assert (change.job_title, change.new_person) == ("директор", False)


def test_a_colleague_who_shares_a_phone_gets_it_too() -> None:
    change = full_place().lacks(draft(person="Анна Ким", points=[phone()]))

    assert change.new_person
    assert len(change.points) == 1


def test_a_phone_of_the_company_need_not_be_repeated_for_a_person() -> None:
    place = Place.of(draft())
    place.take(place.lacks(draft(points=[phone()])))

    assert not place.lacks(draft(person="", points=[phone()]))
    assert not place.lacks(draft(person="Анна Ким", points=[phone()])).points


def test_a_person_client_is_not_his_own_contact() -> None:
    person = ClientDraft(name="Олег Частный", kind="person")
    place = Place.of(person)

    assert not place.lacks(ClientDraft(name="Частный Олег", kind="person")).new_person


def test_a_person_who_meets_a_company_becomes_its_contact() -> None:
    change = full_place().lacks(ClientDraft(name="Олег Частный", kind="person"))

    assert change.new_person
    assert change.person is not None
    assert change.person.name == "Олег Частный"


def test_points_to_write_know_whose_they_are() -> None:
    place = full_place()
    place.take(place.lacks(draft(points=[phone("+79130000001")])))

    told = [(point.value, person.name if person else "") for point, person in new_points(place)]

    assert told == [("+79126401822", "Пётр Ильин"), ("+79130000001", "")]


def test_an_owner_given_here_is_remembered_as_such() -> None:
    place = full_place()
    place.give_to(7)

    assert (place.owner_id, place.given_owner, place.led_from_here) == (7, 7, True)


def test_two_people_of_one_name_are_two_objects() -> None:
    assert Person("Анна") != Person("Анна")
