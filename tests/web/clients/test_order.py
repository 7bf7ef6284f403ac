"""Orders of the list, page after page by key."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.web.clients.order import page_of

NOW = timezone.now()


def walk(sort: str, size: int) -> list[str]:
    """Names of all clients through pages of ``size``."""
    names, mark = [], ""
    while True:
        page = page_of(Client.objects.all(), sort, mark, size)
        names += [client.name for client in page.clients]
        mark = page.mark
        if not mark:
            return names


@pytest.fixture
def five(cast: Cast) -> None:
    """Two of one name; two never touched."""
    for day, (name, touched) in enumerate([("Oak", 3), ("Birch", None), ("Ash", 1), ("Ash", None), ("Elm", 2)]):
        client = Client.add(name=name, by=cast.anna, at=NOW - timedelta(days=day))
        if touched:
            client.follow_touch(NOW - timedelta(days=touched), two_way=False)


@pytest.mark.every_case
@pytest.mark.usefixtures("five")
@pytest.mark.parametrize("size", [1, 2, 3, 5, 9])
def test_by_name(size: int) -> None:
    assert walk("name", size) == ["Ash", "Ash", "Birch", "Elm", "Oak"]


@pytest.mark.usefixtures("five")
@pytest.mark.parametrize("size", [1, 2, 4])
def test_newest_first(size: int) -> None:
    assert walk("newest", size) == ["Oak", "Birch", "Ash", "Ash", "Elm"]


@pytest.mark.every_case
@pytest.mark.usefixtures("five")
@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
def test_the_lately_touched_first_and_the_never_touched_last(size: int) -> None:
    assert walk("touch", size) == ["Ash", "Elm", "Oak", "Ash", "Birch"]


@pytest.mark.every_case
@pytest.mark.usefixtures("five")
@pytest.mark.parametrize("size", [1, 2, 3, 5])
def test_those_who_leave_first_stand_first_and_the_endless_last(cast: Cast, size: int) -> None:
    """Two end at one moment; what ends is asked of the base, so the mark has to fit it to the microsecond."""
    for name, days in (("Oak", 9), ("Elm", 3), ("Birch", 9)):
        facts = {"owner": cast.anna, "owner_since": NOW, "hold_days": days, "hold_until": NOW}
        Client.objects.filter(name=name).update(**facts)
    assert walk("hold", size) == ["Elm", "Oak", "Birch", "Ash", "Ash"]


@pytest.mark.usefixtures("five")
def test_the_lately_bought_first(cast: Cast) -> None:
    Client.objects.filter(name="Elm").update(last_purchase_at=NOW)
    assert walk("bought", 2)[0] == "Elm"


@pytest.mark.usefixtures("five")
def test_a_broken_mark_begins_anew() -> None:
    assert len(page_of(Client.objects.all(), "newest", "nonsense~1").clients) == 5


@pytest.mark.usefixtures("five")
def test_the_last_page_has_no_mark() -> None:
    assert page_of(Client.objects.all(), "name", size=5).mark == ""
