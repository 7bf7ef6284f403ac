"""TEAM-1: another role, another team, leaving and coming back."""

import pytest

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.people.roles import Role
from vedu.foundation.people.staffing import dismiss, place, rename, take_back
from vedu.foundation.people.token import ApiToken
from vedu.foundation.refusal import NotAllowed, Refused


def test_a_person_moves_to_another_team_and_role(cast: Cast) -> None:
    place(cast.anna, by=cast.adam, role=Role.HEAD, team=cast.south)
    cast.anna.refresh_from_db()
    assert (cast.anna.role, cast.anna.team) == (Role.HEAD, cast.south)
    event = Event.objects.get(kind="person.placed")
    assert event.data == {"person": cast.anna.pk, "before": {"role": "seller", "team": cast.north.pk}}


def test_a_place_that_does_not_change_is_no_news(cast: Cast) -> None:
    place(cast.anna, by=cast.adam, role=cast.anna.role, team=cast.anna.team)
    assert not Event.objects.filter(kind="person.placed").exists()


def test_a_head_cannot_send_his_people_elsewhere_or_raise_them(cast: Cast) -> None:
    for facts in ({"team": cast.south}, {"role": Role.ADMINISTRATOR}):
        with pytest.raises(NotAllowed):
            place(cast.anna, by=cast.sergey, **facts)
    cast.anna.refresh_from_db()
    assert (cast.anna.role, cast.anna.team) == (Role.SELLER, cast.north)


def test_a_name_is_given_by_the_head_or_by_oneself(cast: Cast) -> None:
    rename(cast.anna, by=cast.sergey, first_name="Anna", last_name="Belova")
    rename(cast.anna, by=cast.anna, first_name=" Anna ", last_name="Belova", patronymic="Ilyinichna")
    cast.anna.refresh_from_db()
    assert (cast.anna.name, cast.anna.patronymic) == ("Anna Belova", "Ilyinichna")
    assert [event.data["before"] for event in Event.objects.filter(kind="person.renamed")] == ["Anna Kotova"]


def test_a_teammate_gives_no_names(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        rename(cast.anna, by=cast.igor, first_name="Anya", last_name="")


def test_a_head_does_not_touch_another_team(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        dismiss(cast.olga, by=cast.sergey)


def test_one_who_left_cannot_come_in_by_page_or_token(cast: Cast) -> None:
    token = ApiToken.issue(cast.anna)
    dismiss(cast.anna, by=cast.sergey)
    cast.anna.refresh_from_db()
    assert not cast.anna.is_active
    assert ApiToken.user_of(token) is None
    assert Event.objects.get(kind="person.left").actor == cast.sergey


def test_his_clients_stay_in_his_name(cast: Cast) -> None:
    client = cast.deal().client
    dismiss(cast.anna, by=cast.sergey)
    client.refresh_from_db()
    assert client.owner == cast.anna


def test_he_may_be_taken_back(cast: Cast) -> None:
    dismiss(cast.anna, by=cast.sergey)
    take_back(cast.anna, by=cast.sergey)
    cast.anna.refresh_from_db()
    assert cast.anna.is_active


def test_nobody_closes_his_own_account(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        dismiss(cast.adam, by=cast.adam)
    assert refused.value.codes == ["not-oneself"]


def test_somebody_always_administers(cast: Cast) -> None:
    dismiss(cast.vera, by=cast.adam)
    with pytest.raises(Refused) as refused:
        place(cast.adam, by=cast.adam, role=Role.SELLER)
    assert refused.value.codes == ["last-administrator"]
    cast.adam.refresh_from_db()
    assert cast.adam.role == Role.ADMINISTRATOR


def test_a_seller_may_do_none_of_it(cast: Cast) -> None:
    for verb in (dismiss, take_back, place):
        with pytest.raises(NotAllowed):
            verb(cast.igor, by=cast.anna)
