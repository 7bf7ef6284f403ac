"""The bell of every page: its number, and the panel under it."""

from datetime import timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.notices.news import told
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.notice import News, Notice


def due(cast: Cast, key: str = "1", name: str = "Volga") -> Notice:
    at = timezone.now() + timedelta(minutes=15)
    data = {"client": 5, "deal": None, "name": name, "title": "Call back", "due_at": at, "has_time": True}
    Notice.send([News(cast.anna.pk, "task.due", key, data)])
    return Notice.objects.get(key=key, kind="task.due")


def test_every_page_asks_for_it_and_pays_no_query(cast: Cast) -> None:
    page = text_of(visitor(cast.anna).get("/me"))
    assert 'hx-get="/notices/count?shown=0"' in page
    assert 'hx-get="/notices/centre"' in page


def test_the_number_costs_one_query_besides_who_asks(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    told(cast.anna, 3)
    browser = visitor(cast.anna)
    browser.get("/notices/count")
    with django_assert_num_queries(2):
        answer = browser.get("/notices/count?shown=0", headers=HTMX)
    assert ">3</b>" in text_of(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    assert browser.get("/notices/count?shown=3").status_code == 204


def test_far_on_nobody_counts(cast: Cast) -> None:
    told(cast.anna, 120)
    assert ">99+</b>" in text_of(visitor(cast.anna).get("/notices/count"))


def test_everybody_has_a_bell_of_his_own(cast: Cast) -> None:
    notice = due(cast)
    for other in (cast.igor, cast.sergey, cast.vera, cast.boris):
        browser = visitor(other)
        assert browser.get("/notices/count?shown=0").status_code == 204
        assert "Volga" not in text_of(browser.get("/notices/centre"))
        assert browser.get(f"/notices/{notice.pk}/").status_code == 404
    stranger = visitor()
    assert stranger.get("/notices/count").status_code == stranger.get("/notices/centre").status_code == 204
    assert is_sign_in(stranger.get(f"/notices/{notice.pk}/"))
    assert Notice.objects.unread().get() == notice


def test_the_panel_has_groups_with_the_unread_first(cast: Cast) -> None:
    told(cast.anna, 2)
    Notice.read(None, by=cast.anna)
    due(cast)
    told(cast.anna, 1, kind="neglect.began")
    page = text_of(visitor(cast.anna).get("/notices/centre"))
    places = [page.index(words) for words in ("Tasks", "Clients left alone", "Holding clients")]
    assert places == sorted(places)
    assert page.count("v-told unread") == 2
    assert page.index("read already") > places[1]


def test_an_empty_panel_teaches(cast: Cast) -> None:
    assert "reminded of a call before its hour" in text_of(visitor(cast.anna).get("/notices/centre"))


def test_who_follows_a_notice_has_read_it(cast: Cast) -> None:
    notice = due(cast)
    answer = visitor(cast.anna).get(f"/notices/{notice.pk}/")
    assert answer.headers["Location"] == "/clients/5/"
    assert not Notice.objects.unread().exists()
    Notice.objects.update(data=notice.data | {"deal": 9})
    assert visitor(cast.anna).get(f"/notices/{notice.pk}/").headers["Location"] == "/deals/9/"


def test_one_or_all_are_read_in_the_panel(cast: Cast) -> None:
    first, _second = due(cast), due(cast, "2", "Kama")
    browser = visitor(cast.anna)
    headers = {**HTMX, "HX-Target": "bell-panel"}
    answer = browser.post("/notices/reads", {"ids": str(first.pk)}, headers=headers)
    assert text_of(answer).count("v-told unread") == 1
    assert '"bell"' in answer.headers["HX-Trigger"]
    assert "v-told unread" not in text_of(browser.post("/notices/reads", headers=headers))


def test_the_panel_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    told(cast.anna, 60)
    browser = visitor(cast.anna)
    with django_assert_max_num_queries(3):
        browser.get("/notices/centre")


def test_reminders_are_not_on_the_day_which_has_the_tasks(cast: Cast) -> None:
    due(cast)
    assert 'id="important">' in text_of(visitor(cast.anna).get("/day/"))
    assert "Tasks that are due" not in text_of(visitor(cast.anna).get("/day/"))
