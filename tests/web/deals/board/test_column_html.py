from django.utils.safestring import mark_safe
from django.utils.translation import override

from tests.web.deals.rows import plain
from vedu.web.deals.board.column import Column, Head, More, left_after_first
from vedu.web.deals.board.column_html import columns_html, tabs_html


def head(**facts: object) -> Head:
    usual: dict[str, object] = {
        "pk": 5,
        "name": "Needs",
        "purpose": "",
        "count": "8",
        "sum": "2,94 млн ₽",
        "expected": "940 тыс. ₽",
        "others": "",
        "whole": None,
    }
    return Head(**{**usual, **facts})  # type: ignore[arg-type]


def html(more: More | None = None, language: str = "ru", **facts: object) -> str:
    with override(language):
        return plain(columns_html([Column(head(**facts), mark_safe("<li>card</li>"), more)]))


def test_a_column_has_its_head_and_its_cards() -> None:
    page = html()
    assert '<section class="v-col" id="col-5" data-stage="5" data-name="Needs" aria-labelledby="stage-5">' in page
    assert '<span class="sum v-num">2,94 млн ₽</span>' in page
    assert "ждём 940 тыс. ₽" in page
    assert '<ol id="cards-5"><li>card</li></ol>' in page
    assert "v-more" not in page
    assert "hx-swap-oob" not in page


def test_sums_in_other_currencies_stand_beside() -> None:
    assert "<span>+ 12 тыс. $</span>" in html(others="+ 12 тыс. $")


def test_behind_a_filter_the_whole_is_told() -> None:
    page = html(whole=48, count="3")
    assert "из 48, всего 2,94 млн ₽" in page
    assert "ждём" not in page


def test_the_link_to_more_says_how_many_when_it_knows() -> None:
    assert ">ещё 28</a>" in html(More(5, "/next", "/list", 28))
    assert ">ещё</a>" in html(More(5, "/next", "/list", 0))
    assert "28 more</a>" in html(More(5, "/next", "/list", 28), language="en")


def test_the_link_goes_to_the_list_without_scripts() -> None:
    assert 'href="/list?a=1&amp;b=2" hx-get="/next"' in html(More(5, "/next", "/list?a=1&b=2", 1))


def test_what_people_named_is_escaped() -> None:
    page = html(name="<Needs>", purpose='"Why"')
    assert "&lt;Needs&gt;" in page
    assert 'title="&quot;Why&quot;"' in page


def test_tabs_of_a_phone() -> None:
    with override("ru"):
        page = tabs_html([head(), head(pk=6, name="<b>", count="99+")])
    assert page == '<a href="#col-5" id="tab-5">Needs 8</a><a href="#col-6" id="tab-6">&lt;b&gt; 99+</a>'


def test_what_is_left_after_the_first_cards() -> None:
    assert left_after_first(75, None) == 55
    assert left_after_first(7, None) == 0
    assert left_after_first(75, 30) == 10
    assert left_after_first(750, 100) == 0, "nobody counted to the end"
