"""/absences/: planned, seen, ended; the day and the card of the client say it too."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, step
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.people.user import User
from vedu.sales.touches.task import Task


def planned(cast: Cast, substitute: User | None = None) -> Absence:
    today = timezone.localdate()
    till = today + timedelta(days=20)
    return plan_absence(cast.anna, by=cast.anna, from_on=today, till_on=till, substitute=substitute)


def said(cast: Cast, person: User, **changes: object) -> dict[str, object]:
    today = timezone.localdate().isoformat()
    return {"person": person.pk, "kind": "vacation", "from_on": today, "substitute": cast.igor.pk, **changes}


def test_a_seller_plans_his_own_absence(cast: Cast) -> None:
    response = visitor(cast.anna).post("/absences/", said(cast, cast.anna))
    assert response.status_code == 302
    page = text_of(visitor(cast.igor).get("/absences/"))
    assert "Anna Kotova" in page
    assert "Igor Belov stands in" in page
    assert "/end" not in page


def test_a_head_plans_for_his_people_and_ends_it(cast: Cast) -> None:
    head = visitor(cast.sergey)
    assert head.post("/absences/", said(cast, cast.anna)).status_code == 302
    absence = Absence.objects.get()
    assert f"/reassignments/new/?person={cast.anna.pk}" in text_of(head.get("/absences/"))
    assert head.post(f"/absences/{absence.pk}/end").status_code == 302
    absence.refresh_from_db()
    assert absence.ended_by == cast.sergey


def test_another_person_is_no_choice_of_a_seller(cast: Cast) -> None:
    assert visitor(cast.igor).post("/absences/", said(cast, cast.anna)).status_code == 422
    assert not Absence.objects.exists()


def test_a_wrong_day_is_told_at_its_field(cast: Cast) -> None:
    yesterday = (timezone.localdate() - timedelta(days=1)).isoformat()
    response = visitor(cast.anna).post("/absences/", said(cast, cast.anna, till_on=yesterday))
    assert response.status_code == 422
    assert "comes before the first" in text_of(response)


@pytest.mark.parametrize("who", ["igor", "olga"])
def test_others_end_nothing(cast: Cast, who: str) -> None:
    absence = planned(cast, cast.olga)
    assert visitor(getattr(cast, who)).post(f"/absences/{absence.pk}/end").status_code == 403


def test_it_is_closed_to_an_accountant_and_to_strangers(cast: Cast) -> None:
    absence = planned(cast)
    for path in ("/absences/", f"/absences/{absence.pk}/end"):
        assert visitor(cast.boris).post(path).status_code == 403
        assert is_sign_in(visitor().post(path))


def test_a_substitute_who_is_away_himself_is_told(cast: Cast) -> None:
    planned(cast, cast.igor)
    plan_absence(cast.igor, by=cast.igor, from_on=timezone.localdate())
    assert "Igor Belov stands in, but is away too" in text_of(visitor(cast.sergey).get("/absences/"))


def test_the_list_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    planned(cast, cast.igor)
    browser = visitor(cast.sergey)
    with django_assert_max_num_queries(8):
        browser.get("/absences/")


def test_the_substitute_opens_and_works_the_day_of_the_absent(cast: Cast) -> None:
    planned(cast, cast.olga)
    task = Task.plan(cast.client(owner=cast.anna), step(0, title="Call the baker"), by=cast.anna)
    olga = visitor(cast.olga)
    assert f"/day/?person={cast.anna.pk}" in text_of(olga.get("/day/"))
    page = text_of(olga.get(f"/day/?person={cast.anna.pk}"))
    assert "Call the baker" in page
    assert "You stand in." in page
    assert f"/tasks/{task.pk}/touch" in page


def test_what_is_done_there_brings_that_day_anew(cast: Cast) -> None:
    planned(cast, cast.olga)
    client = cast.client(owner=cast.anna)
    done, rest = (Task.plan(client, step(0, title=title), by=cast.anna) for title in ("First", "Second"))
    address = f"/day/?person={cast.anna.pk}"
    said = {"as": "call", "outcome": "talked", "done_task": done.pk, "page": "day-index", "next": address}
    response = visitor(cast.olga).post(f"/tasks/{done.pk}/touch", said, headers=HTMX)
    assert response.status_code == 200
    assert f"entry-{rest.pk}" in text_of(response)
    done.refresh_from_db()
    assert (done.done_by, done.assignee) == (cast.olga, cast.anna)


def test_a_teammate_does_not_see_that_day(cast: Cast) -> None:
    planned(cast, cast.olga)
    assert visitor(cast.igor).get(f"/day/?person={cast.anna.pk}").status_code == 404


def test_the_card_says_who_stands_in(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    page = text_of(visitor(cast.igor).get(f"/clients/{client.pk}/"))
    assert "stands in" not in page
    planned(cast, cast.olga)
    page = text_of(visitor(cast.igor).get(f"/clients/{client.pk}/"))
    assert "Anna Kotova: vacation till" in page
    assert "Olga Orlova stands in" in page
    assert visitor(cast.olga).get(f"/clients/{client.pk}/").status_code == 200
