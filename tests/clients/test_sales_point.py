"""BASE-1: our own sales points, kept by heads."""

import pytest

from tests.cast import Cast
from vedu.clients.sales_point import SalesPoint
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed


def test_a_head_opens_one(cast: Cast) -> None:
    point = SalesPoint.open(" Shop  on Lenina ", by=cast.sergey, address="Lenina 5")
    assert (point.name, point.address, point.created_by) == ("Shop on Lenina", "Lenina 5", cast.sergey)
    assert Event.objects.get(kind="sales_point.opened").data == {"point": point.pk, "name": "Shop on Lenina"}


def test_one_that_is_closed_stays_but_is_not_offered(cast: Cast) -> None:
    point = SalesPoint.open("Shop", by=cast.sergey)
    point.close(by=cast.sergey)
    assert not SalesPoint.objects.active().exists()
    point.reopen(by=cast.vera)
    assert SalesPoint.objects.active().get() == point
    assert list(Event.objects.order_by("pk").values_list("kind", flat=True)) == [
        "sales_point.opened",
        "sales_point.closed",
        "sales_point.reopened",
    ]


def test_closing_twice_tells_once(cast: Cast) -> None:
    point = SalesPoint.open("Shop", by=cast.sergey)
    for _round in range(2):
        point.close(by=cast.sergey)
    assert Event.objects.filter(kind="sales_point.closed").count() == 1


def test_the_log_keeps_what_it_was(cast: Cast) -> None:
    point = SalesPoint.open("Shop", by=cast.sergey)
    point.describe("Big shop", by=cast.sergey, address="Mira 1")
    event = Event.objects.get(kind="sales_point.described")
    assert event.data["before"] == {"name": "Shop", "address": ""}


@pytest.mark.parametrize(("name", "code"), [("  ", "name-empty"), ("Shop", "name-taken")])
def test_a_name_is_needed_and_once(cast: Cast, name: str, code: str) -> None:
    SalesPoint.open("Shop", by=cast.sergey)
    with pytest.raises(Invalid) as refused:
        SalesPoint.open(name, by=cast.sergey)
    assert refused.value.codes == [code]


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_the_others_only_name_them(cast: Cast, who: str) -> None:
    point, by = SalesPoint.open("Shop", by=cast.sergey), getattr(cast, who)
    for verb in (
        lambda: SalesPoint.open("Other", by=by),
        lambda: point.describe("Other", by=by),
        lambda: point.close(by=by),
    ):
        with pytest.raises(NotAllowed):
            verb()
    assert SalesPoint.objects.get().is_active
