"""/preparation/: what preparation brings, and what a brief must have."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.clients.preparation.part import Part
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal

RULE = dict.fromkeys(Part.values, "1") | {"ready_percent": "60", "industry": ""}
GAP = "\u00a0"


def close(cast: Cast, number: int, *, won: int, brief: bool) -> None:
    """So many closed deals of Anna, the first of them won."""
    now = timezone.now()
    for place in range(number):
        client = cast.client(f"{brief} {place}", owner=cast.anna)
        deal = cast.deal(client=client)
        if brief:
            texts = dict.fromkeys(Part.values, "known")
            Brief.write(client, by=cast.anna, at=now - timedelta(days=9), **texts)
        deal.lose(by=cast.anna, reason=cast.reason(), at=now - timedelta(days=1))
        Deal.objects.filter(pk=deal.pk).update(state="won" if place < won else "lost")


def page(user: User) -> str:
    response = visitor(user).get("/preparation/")
    assert response.status_code == 200
    return text_of(response)


def test_too_few_deals_are_not_judged(cast: Cast) -> None:
    close(cast, 2, won=1, brief=True)
    found = page(cast.sergey)
    assert "Too few to say: 2 closed deals with preparation, 0 without" in found
    assert "v-interval" not in found


def test_a_difference_is_said_with_its_doubt(cast: Cast) -> None:
    close(cast, 20, won=16, brief=True)
    close(cast, 20, won=4, brief=False)
    found = page(cast.sergey)
    assert f"With preparation 80{GAP}% (58–92), without it 20{GAP}% (8–42): it seems to help." in found
    assert "v-interval good" in found
    assert "--m:20" in found, "the bar ends at twenty points"


def test_every_number_opens_its_list(cast: Cast) -> None:
    close(cast, 3, won=1, brief=True)
    close(cast, 1, won=0, brief=False)
    found = page(cast.sergey)
    for query, number in (("group=ready", 3), ("group=ready&result=won", 1), ("group=unready&result=lost", 1)):
        assert f'<a class="v-count" href="/preparation/deals?{query.replace("&", "&amp;")}">{number}</a>' in found
        listed = text_of(visitor(cast.sergey).get(f"/preparation/deals?{query}"))
        assert listed.count("Cake boxes") == number


def test_words_that_are_not_known_show_the_usual_list(cast: Cast) -> None:
    close(cast, 1, won=1, brief=True)
    assert "Cake boxes" in text_of(visitor(cast.sergey).get("/preparation/deals?group=x&result=y"))


def test_a_head_sees_his_people_only(cast: Cast) -> None:
    close(cast, 1, won=1, brief=True)
    south = cast.deal(owner=cast.olga, client=cast.client("South", owner=cast.olga))
    south.lose(by=cast.olga, reason=cast.reason())
    assert "South" not in text_of(visitor(cast.sergey).get("/preparation/deals?group=unready"))
    assert "South" in text_of(visitor(cast.vera).get("/preparation/deals?group=unready"))


@pytest.mark.parametrize("path", ["/preparation/", "/preparation/deals"])
def test_sellers_the_accountant_and_strangers_do_not_enter(cast: Cast, path: str) -> None:
    for person in (cast.anna, cast.olga, cast.boris):
        assert visitor(person).get(path).status_code == 403
    assert is_sign_in(visitor().get(path))


def test_the_owner_of_the_business_decides_what_counts(cast: Cast) -> None:
    said = RULE | {"audit": "0", "hook": "5", "ready_percent": "45", "industry": "agency"}
    response = visitor(cast.vera).post("/preparation/rule", said)
    assert response.headers["Location"] == "/preparation/"
    rule = BriefRule.current()
    assert (rule.weights["hook"], rule.weights["audit"], rule.ready_percent, rule.industry) == (5, 0, 45, "agency")
    assert 'name="hook" value="5"' in page(cast.vera)


def test_others_do_not_decide(cast: Cast) -> None:
    for person in (cast.sergey, cast.anna, cast.boris):
        assert visitor(person).post("/preparation/rule", RULE).status_code == 403
    assert is_sign_in(visitor().post("/preparation/rule", RULE))
    assert not BriefRule.objects.exists()
    assert "Save what counts" not in page(cast.sergey)


@pytest.mark.parametrize("wrong", [{"hook": "11"}, {"ready_percent": "0"}, dict.fromkeys(Part.values, "0")])
def test_what_cannot_be_meant_keeps_the_form(cast: Cast, wrong: dict[str, str]) -> None:
    response = visitor(cast.vera).post("/preparation/rule", RULE | wrong)
    assert response.status_code == 422
    assert "_error" in text_of(response)
    assert not BriefRule.objects.exists()


@pytest.mark.parametrize("number", [1, 12])
def test_pages_cost_the_same_with_many_deals(
    cast: Cast, number: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    close(cast, number, won=0, brief=True)
    browser = visitor(cast.sergey)
    for path in ("/preparation/", "/preparation/deals"):
        with django_assert_max_num_queries(7):
            browser.get(path)
