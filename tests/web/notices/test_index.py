"""GET /notices/ and POST /notices/reads."""

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.notices.news import NOON, told
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.notice import Notice
from vedu.foundation.people.user import User
from vedu.web.notices.rows import page_of


def walk(user: User, size: int) -> list[int]:
    ids, mark = [], ""
    while True:
        page = page_of(user, mark, size)
        ids += [notice.pk for notice in page.notices]
        mark = page.mark
        if not mark:
            return ids


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/notices/"))
    assert is_sign_in(visitor().post("/notices/reads"))


def test_everybody_sees_his_own(cast: Cast) -> None:
    told(cast.anna)
    page = text_of(visitor(cast.anna).get("/notices/"))
    assert "Client 0" in page
    assert "goes back to the base on " in page
    for other in (cast.igor, cast.sergey, cast.olga, cast.vera, cast.boris):
        assert "Client 0" not in text_of(visitor(other).get("/notices/"))


def test_an_empty_page_teaches(cast: Cast) -> None:
    assert "Nothing to tell" in text_of(visitor(cast.anna).get("/notices/"))


def test_the_unread_stand_first_through_all_pages(cast: Cast) -> None:
    notices = told(cast.anna, 7)
    Notice.read([notices[0].pk, notices[4].pk, notices[5].pk], by=cast.anna)
    expected = [notices[place].pk for place in (1, 2, 3, 6, 0, 4, 5)]
    for size in (1, 2, 3, 4, 7):
        assert walk(cast.anna, size) == expected


def test_scripts_get_the_next_rows(cast: Cast) -> None:
    told(cast.anna, 52)
    browser = visitor(cast.anna)
    page = text_of(browser.get("/notices/"))
    assert page.count("v-notice unread") == 50
    mark = page.split("?after=")[1].split('"')[0]
    rows = text_of(browser.get(f"/notices/?after={mark}", headers=HTMX))
    assert rows.count("v-notice unread") == 2


def test_a_broken_mark_begins_anew(cast: Cast) -> None:
    told(cast.anna, 2)
    for mark in ("nonsense", "read:", "read:2026~x"):
        assert len(page_of(cast.anna, mark).notices) == (2 if not mark.startswith("read") else 0)


def test_all_are_read_at_once(cast: Cast) -> None:
    told(cast.anna, 3)
    told(cast.igor)
    response = visitor(cast.anna).post("/notices/reads")
    assert response.headers["Location"] == "/notices/"
    assert list(Notice.objects.unread().values_list("person", flat=True)) == [cast.igor.pk]


def test_nobody_reads_for_another(cast: Cast) -> None:
    (notice,) = told(cast.anna)
    visitor(cast.sergey).post("/notices/reads", {"ids": f"{notice.pk},x,{'9' * 30}"})
    assert Notice.objects.unread().get() == notice


def test_a_kind_without_words_is_left_out(cast: Cast) -> None:
    Notice.objects.create(person=cast.anna, kind="planet.born", key="1", at=NOON)
    assert visitor(cast.anna).get("/notices/").status_code == 200
    assert visitor(cast.anna).get("/day/").status_code == 200


def test_a_page_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    told(cast.anna, 60)
    browser = visitor(cast.anna)
    with django_assert_max_num_queries(5):
        browser.get("/notices/")
