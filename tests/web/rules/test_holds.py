"""POST /rules/holds: how long clients are held (OWN-3)."""

import pytest
from django.http import QueryDict

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.hold_rule import Hold, HoldRule
from vedu.clients.segments.segment import Segment
from vedu.web.rules.holds import HoldsForm

ADDRESS = "/rules/holds"


@pytest.fixture
def kirov(cast: Cast) -> Segment:
    return Segment.define("In Kirov", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.vera)


def kept() -> list[tuple[int | None, int | None]]:
    return list(HoldRule.objects.values_list("segment", "days"))


@pytest.mark.parametrize("who", ["vera", "adam"])
def test_those_who_run_the_company_set_them(cast: Cast, kirov: Segment, who: str) -> None:
    said = {"segment": [kirov.pk], "days": ["90"], "others": "30"}
    response = visitor(getattr(cast, who)).post(ADDRESS, said)
    assert response.headers["Location"] == "/rules/"
    assert kept() == [(kirov.pk, 90), (None, 30)]


def test_empty_days_are_never(cast: Cast, kirov: Segment) -> None:
    visitor(cast.vera).post(ADDRESS, {"segment": [kirov.pk], "days": [""], "others": ""})
    assert kept() == [(kirov.pk, None)]


@pytest.mark.parametrize("who", ["sergey", "anna", "olga", "boris"])
def test_the_others_set_none(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).post(ADDRESS, {"others": "30"}).status_code == 403
    assert not HoldRule.objects.exists()


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().post(ADDRESS, {"others": "30"}))


def test_what_was_typed_survives_a_mistake(cast: Cast, kirov: Segment) -> None:
    said = {"segment": [kirov.pk, ""], "days": ["90", "soon"], "others": "9999"}
    response = visitor(cast.vera).post(ADDRESS, said)
    page = text_of(response)
    assert response.status_code == 422
    for words in ('value="90"', 'value="soon"', 'value="9999"', "Choose a segment.", "A number of days from 1 to 3650"):
        assert words in page
    assert not HoldRule.objects.exists()


def test_rows_are_added_without_saving(cast: Cast) -> None:
    browser = visitor(cast.vera)
    part = text_of(browser.post(ADDRESS, {"others": "30", "do": "add"}, headers=HTMX))
    assert part.lstrip().startswith('<section class="v-panel" id="holds">')
    assert part.count('name="segment"') == 1
    assert "Not saved yet" in part
    assert 'value="30"' in part
    page = text_of(browser.post(ADDRESS, {"others": "30", "do": "add"}))
    assert "<h1>Rules</h1>" in page
    assert not HoldRule.objects.exists()


def arranged(do: str) -> list[str]:
    form = HoldsForm.said(QueryDict("segment=1&days=10&segment=2&days=20&segment=3&days=30"))
    form.arrange(do)
    return [row.segment for row in form.rows]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("do", "order"),
    [
        ("up-1", "213"),
        ("up-0", "123"),
        ("down-0", "213"),
        ("down-2", "123"),
        ("remove-1", "13"),
        ("remove-9", "123"),
        ("up-x", "123"),
        ("", "123"),
    ],
)
def test_rows_are_put_in_order(do: str, order: str) -> None:
    assert "".join(arranged(do)) == order


def test_each_row_says_whom_it_touches_now_and_the_first_decides(cast: Cast, kirov: Segment) -> None:
    for name, city in (("One", "Kirov"), ("Two", "Kirov"), ("Three", "Perm")):
        client = cast.client(name, owner=cast.anna)
        Client.objects.filter(pk=client.pk).update(city=city)
    cast.deal()
    HoldRule.decide([Hold(kirov, 90), Hold(kirov, 10), Hold(None, 30)], by=cast.vera)
    form = HoldsForm.kept().counted()
    assert [row.count for row in form.rows] == ["2", "0"]
    assert form.others.count == "1"


def test_what_stands_behind_the_others_is_not_shown(cast: Cast, kirov: Segment) -> None:
    HoldRule.decide([Hold(None, 30), Hold(kirov, 10)], by=cast.vera)
    form = HoldsForm.kept()
    assert (form.rows, form.others.days) == ([], "30")
