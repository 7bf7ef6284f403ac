from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Mood, Supply
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_the_owner_writes_who_supplies_the_client_and_how_content_it_is(cast: Cast) -> None:
    client = cast.deal().client
    since = timezone.localdate() - timedelta(days=400)
    supply = Supply.note(
        client, "Karton", by=cast.anna, is_main=True, since_on=since, mood=Mood.MIXED, likes="price", dislikes="delays"
    )
    assert client.supplies.present().get() == supply
    assert (supply.since_on, supply.likes, supply.dislikes) == (since, "price", "delays")
    event = Event.objects.get(kind="supply.noted")
    assert (event.client_id, event.data["name"], event.data["main"]) == (client.pk, "Karton", True)


def test_a_name_of_the_directory_is_recognised_and_typed_words_stay(cast: Cast) -> None:
    competitor = Competitor.add("«Картон-Волга»", by=cast.sergey)
    supply = Supply.note(cast.client(), "картон волга", by=cast.anna)
    assert (supply.competitor, supply.name) == (competitor, "картон волга")


def test_a_name_that_the_directory_learns_later_is_recognised_then(cast: Cast) -> None:
    supply = Supply.note(cast.client(), "Karton", by=cast.anna)
    assert supply.competitor is None
    competitor = Competitor.add("KARTON", by=cast.sergey)
    supply.refresh_from_db()
    assert supply.competitor == competitor


def test_a_later_word_on_the_same_one_keeps_the_earlier(cast: Cast) -> None:
    client = cast.client()
    Supply.note(client, "Karton", by=cast.anna, mood=Mood.CONTENT)
    Supply.note(client, "KARTON", by=cast.igor, mood=Mood.UNHAPPY)
    assert client.supplies.present().get().mood == Mood.UNHAPPY
    assert client.supplies.count() == 2


def test_a_new_main_supplier_takes_the_place_of_the_one_before(cast: Cast) -> None:
    client = cast.client()
    Supply.note(client, "Karton", by=cast.anna, is_main=True)
    Supply.note(client, "Beside", by=cast.anna)
    Supply.note(client, "Upak", by=cast.igor, is_main=True)
    assert [(one.name, one.is_main) for one in client.supplies.present()] == [("Upak", True), ("Beside", False)]
    gone = client.supplies.get(name="Karton")
    assert (gone.ended_by, gone.ended_at is not None) == (cast.igor, True)


def test_a_renamed_competitor_does_not_stand_twice(cast: Cast) -> None:
    client, competitor = cast.client(), Competitor.add("Karton", by=cast.sergey)
    Supply.note(client, "Karton", by=cast.anna)
    competitor.describe(by=cast.sergey, name="Gofra")
    Supply.note(client, "Gofra", by=cast.anna)
    assert client.supplies.present().get().name == "Gofra"


def test_it_works_here_no_more(cast: Cast) -> None:
    supply = Supply.note(cast.client(), "Karton", by=cast.anna)
    supply.end(by=cast.igor, why="They fell out over delays")
    assert not Supply.objects.present().exists()
    assert Event.objects.get(kind="supply.ended").data["why"] == "They fell out over delays"
    with pytest.raises(Refused) as refusal:
        supply.end(by=cast.igor)
    assert refusal.value.codes == ["already-ended"]


def test_others_do_not_write_on_a_led_client(cast: Cast) -> None:
    client = cast.deal().client
    supply = Supply.note(client, "Karton", by=cast.anna)
    for person in (cast.igor, cast.olga, cast.sergey):
        with pytest.raises(ClientIsLed):
            Supply.note(client, "Upak", by=person)
        with pytest.raises(ClientIsLed):
            supply.end(by=person)
    with pytest.raises(NotAllowed):
        Supply.note(client, "Upak", by=cast.boris)


def test_what_cannot_be_is_refused(cast: Cast) -> None:
    client = cast.client()
    with pytest.raises(Invalid, match="Say who"):
        Supply.note(client, " «» ", by=cast.anna)
    with pytest.raises(Invalid, match="past"):
        Supply.note(client, "Karton", by=cast.anna, since_on=timezone.localdate() + timedelta(days=1))
    with pytest.raises(Invalid, match="content"):
        Supply.note(client, "Karton", by=cast.anna, mood="furious")
    assert not Supply.objects.exists()


def test_supplies_are_seen_as_far_as_their_clients(cast: Cast) -> None:
    Supply.note(cast.deal().client, "Karton", by=cast.anna)
    Supply.note(cast.client("Free"), "Karton", by=cast.anna)
    assert Supply.objects.visible_to(cast.olga).count() == 1
    assert Supply.objects.visible_to(cast.vera).count() == 2
