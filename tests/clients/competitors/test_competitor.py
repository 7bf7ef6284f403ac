from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.cast import Cast
from vedu.clients.competitors.competitor import Competitor
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_a_head_adds_one_with_the_arguments_against_it(cast: Cast) -> None:
    competitor = Competitor.add(" Karton  Volga ", by=cast.sergey, about="A factory", arguments="We print in 3 days")
    assert (competitor.name, competitor.arguments) == ("Karton Volga", "We print in 3 days")
    assert Event.objects.get(kind="competitor.added").data["competitor"] == competitor.pk


def test_it_is_known_by_its_name_in_any_spelling(cast: Cast) -> None:
    competitor = Competitor.add("«Картон-Волга»", by=cast.sergey)
    assert Competitor.objects.called("картон волга") == competitor
    with pytest.raises(Invalid, match="already"):
        Competitor.add("КАРТОН-ВОЛГА", by=cast.vera)


def test_a_name_is_needed(cast: Cast) -> None:
    for name in ("", " «» ", "x" * 256):
        with pytest.raises(Invalid):
            Competitor.add(name, by=cast.sergey)


def test_a_change_keeps_what_it_was(cast: Cast) -> None:
    competitor = Competitor.add("Karton", by=cast.sergey, arguments="Cheaper")
    competitor.describe(by=cast.sergey, arguments="Quicker")
    assert Event.objects.get(kind="competitor.described").data["before"] == {"arguments": "Cheaper"}
    competitor.describe(by=cast.sergey, arguments="Quicker ")
    assert Event.objects.filter(kind="competitor.described").count() == 1


def test_it_does_not_take_the_name_of_another(cast: Cast) -> None:
    Competitor.add("Karton", by=cast.sergey)
    with pytest.raises(Invalid, match="already"):
        Competitor.add("Upak", by=cast.sergey).describe(by=cast.sergey, name="KARTON")


def test_an_archived_one_is_not_offered_and_may_come_back(cast: Cast) -> None:
    competitor = Competitor.add("Karton", by=cast.sergey)
    competitor.archive(by=cast.sergey)
    competitor.archive(by=cast.sergey)
    assert not Competitor.objects.in_use().exists()
    competitor.restore(by=cast.sergey)
    assert Competitor.objects.in_use().get() == competitor
    assert [event.data["archived"] for event in Event.objects.filter(kind="competitor.archived")] == [True, False]


def test_sellers_and_the_accountant_only_read_the_directory(cast: Cast) -> None:
    competitor = Competitor.add("Karton", by=cast.sergey)
    for person in (cast.anna, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            Competitor.add("Mine", by=person)
        with pytest.raises(NotAllowed):
            competitor.describe(by=person, about="Bad")
        with pytest.raises(NotAllowed):
            competitor.archive(by=person)
