"""OWN-8: a territory is regions and cities with the people who work there."""

import pytest
from django.utils import translation

from tests.cast import Cast
from vedu.clients.assignment.territory import Territory, territory_of
from vedu.clients.client import Client
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed


def volga(cast: Cast) -> Territory:
    return Territory.define(" Volga ", by=cast.sergey, regions=["63", "73"], cities=["Kazan"], people=[cast.anna])


def test_a_territory_is_named_and_told(cast: Cast) -> None:
    territory = volga(cast)
    assert (territory.name, territory.regions, territory.cities) == ("Volga", ["63", "73"], ["Kazan"])
    assert list(territory.people.all()) == [cast.anna]
    assert Event.objects.get(kind="territory.defined").data == {"territory": territory.pk, "name": "Volga"}


def test_a_client_belongs_by_its_region_or_its_city(cast: Cast) -> None:
    territory = volga(cast)
    inside = [
        Client.add(name="By region", by=cast.anna, region="63"),
        Client.add(name="By city", by=cast.anna, city="Kazan", region="16"),
    ]
    Client.add(name="Elsewhere", by=cast.anna, city="Omsk", region="55")
    Client.add(name="Nowhere", by=cast.anna)
    assert list(Client.objects.filter(territory.where()).order_by("pk")) == inside


def test_the_question_and_the_condition_agree(cast: Cast) -> None:
    territory = volga(cast)
    for region, city in (("63", ""), ("", "Kazan"), ("55", "Omsk"), ("", "")):
        client = Client.add(name=f"{region}{city}!", by=cast.anna, region=region, city=city)
        found = Client.objects.filter(territory.where(), pk=client.pk).exists()
        assert found == territory.covers(region, city)


def test_of_two_the_first_by_name_counts(cast: Cast) -> None:
    first = volga(cast)
    Territory.define("West", by=cast.sergey, cities=["Kazan"])
    assert territory_of("", "Kazan", Territory.objects.all()) == first
    assert territory_of("", "Omsk", Territory.objects.all()) is None


def test_codes_are_checked_and_kept_in_two_digits(cast: Cast) -> None:
    territory = Territory.define("South", by=cast.sergey, regions=["1", "05", "1"])
    assert territory.regions == ["01", "05"]
    for code in ("Samara", "163"):
        with pytest.raises(Invalid) as refusal:
            Territory.define("Wrong", by=cast.sergey, regions=[code])
        assert refusal.value.codes == ["region-wrong"]


def test_nameless_and_placeless_ones_are_refused(cast: Cast) -> None:
    for name, cities in (("  ", ["Kazan"]), ("Empty", [" "])):
        with pytest.raises(Invalid):
            Territory.define(name, by=cast.sergey, cities=cities)


def test_a_name_stands_once(cast: Cast) -> None:
    volga(cast)
    with translation.override("en"), pytest.raises(Invalid, match="already"):
        volga(cast)


def test_it_changes_and_tells_what_it_was(cast: Cast) -> None:
    territory = volga(cast)
    territory.redefine("Volga", by=cast.adam, regions=["63"], cities=[], people=[cast.igor])
    assert list(territory.people.all()) == [cast.igor]
    before = Event.objects.get(kind="territory.redefined").data["before"]
    assert before == {"name": "Volga", "regions": ["63", "73"], "cities": ["Kazan"], "people": [cast.anna.pk]}


def test_it_goes_and_its_end_is_told(cast: Cast) -> None:
    volga(cast).drop(by=cast.sergey)
    assert not Territory.objects.exists()
    assert Event.objects.filter(kind="territory.dropped").count() == 1


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_only_heads_draw_the_map(cast: Cast, who: str) -> None:
    territory, user = volga(cast), getattr(cast, who)
    with pytest.raises(NotAllowed):
        Territory.define("Mine", by=user, cities=["Omsk"])
    with pytest.raises(NotAllowed):
        territory.redefine("Mine", by=user, regions=[], cities=["Omsk"], people=[user])
    with pytest.raises(NotAllowed):
        territory.drop(by=user)
