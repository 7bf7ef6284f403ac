"""GET /day/?person=…: heads look into the days of their people; a seller has his own alone."""

import pytest

from tests.cast import Cast
from tests.web.day.morning import NOW, entry, morning, page_of, shown
from tests.web.visitor import visitor
from vedu.foundation.people.user import User


@pytest.fixture(autouse=True)
def tuesday():
    with morning():
        yield


def status(viewer: User, person: object) -> int:
    return visitor(viewer).get(f"/day/?person={person}").status_code


def test_a_day_is_the_viewer_s_own(cast: Cast) -> None:
    entry(cast, owner=cast.anna)
    assert "Northern Bakery" in page_of(cast.anna)
    assert "Northern Bakery" not in page_of(cast.sergey)


def test_a_head_looks_into_the_day_of_his_seller(cast: Cast) -> None:
    task = entry(cast)
    page = page_of(cast.sergey, f"/day/?person={cast.anna.pk}")
    assert f"entry-{task.pk}" in page
    assert "The day of Anna Kotova: only to look at" in page


def test_the_owner_of_the_business_looks_into_any_day(cast: Cast) -> None:
    assert status(cast.vera, cast.olga.pk) == 200


def test_another_s_day_is_only_looked_at(cast: Cast) -> None:
    row = shown(cast.sergey, entry(cast), f"/day/?person={cast.anna.pk}")
    assert "Mark as done" not in row
    assert "tel:" not in row
    assert ">Open</a>" in row


def test_the_other_views_of_a_colleague_s_day_stay_his(cast: Cast) -> None:
    entry(cast).complete(by=cast.anna, result="They wait for a letter")
    person = f"?person={cast.anna.pk}"
    assert f'href="/day/tomorrow/{person}"' in page_of(cast.sergey, f"/day/{person}")
    assert "They wait for a letter" in page_of(cast.sergey, f"/day/done/{person}")


def test_a_seller_does_not_look_into_a_teammate_s_day(cast: Cast) -> None:
    assert status(cast.igor, cast.anna.pk) == 404


def test_a_head_does_not_look_into_the_day_of_another_team(cast: Cast) -> None:
    assert status(cast.sergey, cast.olga.pk) == 404


def test_one_who_only_looks_has_no_days_to_look_into(cast: Cast) -> None:
    assert status(cast.boris, cast.anna.pk) == 404
    assert "Nothing is planned for today" in page_of(cast.boris)


@pytest.mark.parametrize("person", ["99999", "anna", "²", "-1"])
def test_a_person_that_is_not_there_is_not_found(cast: Cast, person: str) -> None:
    assert status(cast.sergey, person) == 404


def test_one_s_own_number_is_one_s_own_day(cast: Cast) -> None:
    assert status(cast.anna, cast.anna.pk) == 200


def test_the_menu_of_days_names_the_people_of_the_head(cast: Cast) -> None:
    page = page_of(cast.sergey)
    assert f"?person={cast.anna.pk}" in page
    assert f"?person={cast.olga.pk}" not in page


def test_a_seller_has_no_menu_of_days(cast: Cast) -> None:
    assert "?person=" not in page_of(cast.anna)


def test_who_has_left_is_not_in_the_menu(cast: Cast) -> None:
    cast.igor.is_active = False
    cast.igor.save()
    assert f"?person={cast.igor.pk}" not in page_of(cast.sergey)


def test_the_plan_for_a_colleague_is_that_of_this_moment(cast: Cast) -> None:
    task = entry(cast, NOW)
    assert "v-entry now" in shown(cast.sergey, task, f"/day/?person={cast.anna.pk}")
