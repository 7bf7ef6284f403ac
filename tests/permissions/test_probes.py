"""An answer depends on more than the path: searches, filters, parts of pages, words while they are typed."""

from urllib.parse import urlencode

import pytest

from tests.permissions import bodies, secrets
from tests.permissions.addresses import address_of
from tests.permissions.matrix import reviewed
from tests.permissions.routes import Route, every_route, operation_of
from tests.permissions.scene import Scene
from tests.permissions.test_matrix import TOLD
from tests.permissions.trying import Trier

pytestmark = [pytest.mark.sqlite_only, pytest.mark.django_db]
LOOKING = ("outsider", "caller")
SHOWN = {"200", "302", "422"}
# Beginnings and ends: a page repeats what was asked, so the whole word stands only where it was found.
PIECES = (
    "Quixmor",
    "quixmor",
    "Velmira",
    "9127773",
    "73194",
    "velmira@quixm",
    "770152601",
    "Zentor",
    "Snorval",
    "Kelvand",
)
SEARCHES = (
    "/search?q={}",
    "/api/v1/search?q={}",
    "/clients/?q={}",
    "/deals/?q={}",
    "/deals/list/?q={}",
    "/deals/new/clients?q={}",
    "/deals/new/clients?client_name={}",
    "/inquiry/who?reach={}",
    "/duplicates/?q={}",
    "/catalogue/?q={}",
    "/competitors/names?q={}",
    "/api/v1/companies?q={}",
    "/api/v1/contacts?q={}",
)


@pytest.mark.parametrize("name", LOOKING)
def test_no_search_finds_what_is_hers(trier: Trier, name: str) -> None:
    faults = [
        f"{search.format(piece)}: {', '.join(told)}"
        for search in SEARCHES
        for piece in PIECES
        if (told := sorted(trier.visit(name, search.format(piece)).told))
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", LOOKING)
def test_no_part_of_a_page_tells_of_hers_whatever_is_chosen(scene: Scene, trier: Trier, name: str) -> None:
    said = urlencode(
        {**trier.bag, "parent": "", "q": "Quixmor", "whose": scene.cast.anna.pk, "seller": scene.cast.anna.pk},
        doseq=True,
    )
    faults = [
        f"{route.name}: {', '.join(told)}"
        for route in shown_to(name, "GET")
        if not route.is_api and (told := sorted(trier.visit(name, f"{address_of(route, scene)}?{said}").told))
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", LOOKING)
def test_no_filter_of_the_api_tells_of_hers(scene: Scene, trier: Trier, name: str) -> None:
    faults = [
        f"{route.address}?{asked}: {', '.join(told)}"
        for route in shown_to(name, "GET")
        for asked in filters_of(route, scene)
        if (told := sorted(trier.visit(name, f"{address_of(route, scene)}?{asked}").told))
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("name", LOOKING)
@pytest.mark.parametrize("part", ["row", "pool", "card"])
def test_no_answer_to_a_form_brings_a_part_of_hers(scene: Scene, trier: Trier, name: str, part: str) -> None:
    """By htmx a form asks for the part that it stands in."""
    faults = [
        f"{route.name}: {', '.join(told)}"
        for route in shown_to(name, "POST")
        if not route.is_api
        and (told := sorted(trier.visit(name, address_of(route, scene), trier.bag | {"part": part}).told))
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    "address", ["/inquiry/who?reach={phone}", "/clients/new/likely?phone={phone}", "/clients/new/likely?name={name}"]
)
def test_who_knows_the_whole_number_or_name_learns_whose_the_client_is(trier: Trier, address: str) -> None:
    """BASE-5, DAY-5, OWN-2: what he typed, the name and who leads the client. Nothing more."""
    typed = {"phone": "79127773194", "name": secrets.CLIENT}
    told = trier.visit("outsider", address.format(**typed)).told
    assert secrets.CLIENT.lower() in told
    assert told <= {secrets.CLIENT.lower(), secrets.PERSON.lower(), "777-31-94", "7773194"}


def shown_to(name: str, method: str) -> list[Route]:
    found = [route for route in every_route() if route.method == method and route.name not in TOLD]
    return [route for route in found if reviewed()[route.name][name] in SHOWN]


def filters_of(route: Route, scene: Scene) -> list[str]:
    """Each that may name a thing of hers, alone."""
    known = bodies.known(scene) | {"owner": scene.cast.anna.pk, "person": scene.cast.anna.pk, "total": "true"}
    parameters = [one["name"] for one in operation_of(route).get("parameters", []) if one["in"] == "query"]
    return [f"{name}={known[name]}" for name in parameters if name in known] if route.is_api else []
