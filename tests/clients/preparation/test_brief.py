from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.preparation.brief import MOST_LETTERS, Brief
from vedu.clients.preparation.part import Part, names_of
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_the_owner_writes_what_he_found_out(cast: Cast) -> None:
    client = cast.deal().client
    brief = Brief.write(client, by=cast.anna, hook="A second workshop opens in May", links="https://bakery.example")
    assert Brief.present(client) == brief
    assert brief.filled == (Part.HOOK,)
    event = Event.objects.get(kind="brief.written")
    assert (event.actor, event.client_id, event.data["changed"]) == (cast.anna, client.pk, ["hook", "links"])


def test_a_later_word_keeps_the_other_parts_and_the_version_before(cast: Cast) -> None:
    client = cast.client()
    Brief.write(client, by=cast.anna, hook="A second workshop", problem="Returns")
    brief = Brief.write(client, by=cast.igor, hook="The workshop is put off")
    assert (brief.problem, brief.hook, brief.by) == ("Returns", "The workshop is put off", cast.igor)
    assert [version.hook for version in client.briefs.all()] == ["The workshop is put off", "A second workshop"]
    assert [version.by for version in client.briefs.all()] == [cast.igor, cast.anna]


def test_a_part_may_be_emptied_and_what_it_was_stays_in_the_history(cast: Cast) -> None:
    client = cast.client()
    Brief.write(client, by=cast.anna, hook="Rumour")
    assert Brief.write(client, by=cast.anna, hook="  ").filled == ()
    assert client.briefs.last().hook == "Rumour"


def test_the_same_words_make_no_version(cast: Cast) -> None:
    client = cast.client()
    first = Brief.write(client, by=cast.anna, audit="No prices on the site")
    assert Brief.write(client, by=cast.igor, audit=" No prices on the site  ") == first
    assert Brief.objects.count() == 1
    assert Event.objects.filter(kind="brief.written").count() == 1


def test_nothing_said_about_nobody_is_kept_nowhere(cast: Cast) -> None:
    Brief.write(cast.client(), by=cast.anna, hook="")
    assert not Brief.objects.exists()


def test_its_moment_may_be_told(cast: Cast) -> None:
    past = timezone.now() - timedelta(days=3)
    assert Brief.write(cast.client(), by=cast.anna, at=past, hook="News").at == past


def test_a_teammate_and_an_outsider_do_not_write_on_a_led_client(cast: Cast) -> None:
    client = cast.deal().client
    for person in (cast.igor, cast.olga, cast.sergey):
        with pytest.raises(ClientIsLed):
            Brief.write(client, by=person, hook="Mine")
    assert not Brief.objects.exists()


def test_the_accountant_only_looks(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        Brief.write(cast.client(), by=cast.boris, hook="Mine")


def test_a_text_without_end_is_refused_under_its_part(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        Brief.write(cast.client(), by=cast.anna, hook="x" * (MOST_LETTERS + 1), audit="y" * (MOST_LETTERS + 1))
    assert [reason.facts["field"] for reason in refusal.value.reasons] == ["hook", "audit"]


def test_briefs_are_seen_as_far_as_their_clients(cast: Cast) -> None:
    Brief.write(cast.deal().client, by=cast.anna, hook="News")
    Brief.write(cast.client("Free"), by=cast.anna, hook="News")
    seen = {person.username: Brief.objects.visible_to(person).count() for person in (cast.igor, cast.olga, cast.vera)}
    assert seen == {"igor": 2, "olga": 1, "vera": 2}


def test_every_part_has_a_short_name() -> None:
    assert all(names_of([*Part.values, "links"]))
