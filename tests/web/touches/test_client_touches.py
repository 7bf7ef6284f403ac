"""POST /clients/<id>/touches: the composer of a client's card."""

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch
from vedu.web.touches.client_composer import client_composer


def write(user: User | None, client: Client, *, htmx: bool = True, **said: object) -> HttpResponse:
    fields = {"as": "call", "text": "Good talk", **said}
    return visitor(user).post(f"/clients/{client.pk}/touches", fields, headers=HTMX if htmx else {})


@pytest.fixture
def client(cast: Cast) -> Client:
    """Held by Anna, without a deal."""
    return cast.client(owner=cast.anna)


def test_a_touch_without_a_deal(cast: Cast, client: Client) -> None:
    page = text_of(write(cast.anna, client))
    assert Touch.objects.get().deal is None
    assert 'id="composer"' in page
    assert "Good talk" in page.split('id="timeline"')[1]


def test_a_task_for_the_client_becomes_its_step(cast: Cast, client: Client) -> None:
    write(cast.anna, client, **{"as": "task"}, step_kind="call", step_on="2031-02-03")
    composer = client_composer(client, cast.anna)
    assert composer.step == Task.objects.get()
    assert not composer.of_deal


def test_its_own_step_is_finished_with_the_touch(cast: Cast, client: Client) -> None:
    write(cast.anna, client, **{"as": "task"}, step_kind="call", step_on="2031-02-03")
    write(cast.anna, client, done_task=Task.objects.get().pk)
    assert Task.objects.get().is_done


def test_a_step_of_another_client_is_left_alone(cast: Cast, client: Client) -> None:
    other = cast.deal(client=cast.client("Another", owner=cast.anna)).tasks.get()
    write(cast.anna, client, done_task=other.pk)
    other.refresh_from_db()
    assert not other.is_done


def test_a_led_client_is_written_to_by_its_owner_only(cast: Cast) -> None:
    client = cast.deal().client
    assert write(cast.anna, client).status_code == 200
    refused = write(cast.igor, client)
    assert refused.status_code == 409
    assert "has been led by Anna Kotova" in text_of(refused)
    assert write(cast.sergey, client).status_code == 409
    assert write(cast.sergey, client, override_reason="Anna is ill").status_code == 200
    assert write(cast.olga, client).status_code == 404
    assert is_sign_in(write(None, client))


def test_the_head_is_asked_why_for_a_led_client(cast: Cast) -> None:
    client = cast.deal().client
    assert client_composer(client, cast.sergey).asks_why
    assert not client_composer(client, cast.anna).asks_why


def test_without_scripts_the_card_comes_back(cast: Cast, client: Client) -> None:
    assert write(cast.anna, client, htmx=False).headers["Location"] == f"/clients/{client.pk}/"
