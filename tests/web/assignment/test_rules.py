"""/assignment-rules/: who gets new clients; the dry run shows it before anything is given."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.assignment.rule import AssignmentRule, Terms
from vedu.clients.client import Client
from vedu.foundation.people.staffing import dismiss


def said(cast: Cast, **changes: object) -> dict[str, object]:
    return {"name": "Fairs", "method": "load", "sources": "Fair, Site", "people": [cast.igor.pk], **changes}


def rule_of(cast: Cast, name: str = "To Igor") -> AssignmentRule:
    return AssignmentRule.define(Terms(name, people=[cast.igor]), by=cast.sergey)


def test_a_rule_is_made_and_shows_its_dry_run(cast: Cast) -> None:
    Client.add(name="From the fair", by=cast.anna, source="Fair")
    head = visitor(cast.sergey)
    assert "No rules yet" in text_of(head.get("/assignment-rules/"))
    assert head.post("/assignment-rules/new/", said(cast)).status_code == 302
    page = text_of(head.get("/assignment-rules/"))
    assert "came from: Fair, Site" in page
    assert "it means 1, and would give 1 away" in page
    assert "From the fair" in page
    assert Client.objects.get().owner is None


def test_a_rule_that_finds_nobody_is_told(cast: Cast) -> None:
    rule_of(cast)
    cast.client()
    dismiss(cast.igor, by=cast.sergey)
    page = text_of(visitor(cast.sergey).get("/assignment-rules/"))
    assert "Nobody to give to" in page
    assert "Would stay free: 1 client" in page


def test_it_is_changed_switched_moved_and_removed(cast: Cast) -> None:
    first, second, head = rule_of(cast), rule_of(cast, "Second"), visitor(cast.sergey)
    assert "To Igor" in text_of(head.get(f"/assignment-rules/{first.pk}/"))
    assert head.post(f"/assignment-rules/{first.pk}/", said(cast, name="Changed")).status_code == 302
    head.post(f"/assignment-rules/{second.pk}/place", {"step": "up"})
    head.post(f"/assignment-rules/{second.pk}/switch", {"on": "1"})
    assert [(rule.name, rule.is_on) for rule in AssignmentRule.objects.all()] == [("Second", True), ("Changed", False)]
    head.post(f"/assignment-rules/{second.pk}/switch", {"on": "0"})
    head.post(f"/assignment-rules/{second.pk}/removal")
    assert [(rule.name, rule.is_on) for rule in AssignmentRule.objects.all()] == [("Changed", False)]


def test_nonsense_is_told_at_its_field(cast: Cast) -> None:
    for changes, words in (({"name": ""}, "Name the rule"), ({"method": "one", "people": []}, "exactly one person")):
        response = visitor(cast.sergey).post("/assignment-rules/new/", said(cast, **changes))
        assert response.status_code == 422
        assert words in text_of(response)


def test_rules_of_other_teams_are_only_looked_at(cast: Cast) -> None:
    theirs = AssignmentRule.define(Terms("To Olga", people=[cast.olga]), by=cast.adam)
    page = text_of(visitor(cast.sergey).get("/assignment-rules/"))
    assert "To Olga" in page
    assert f"/assignment-rules/{theirs.pk}/switch" not in page
    assert visitor(cast.sergey).post(f"/assignment-rules/{theirs.pk}/switch", {"on": "1"}).status_code == 403
    assert visitor(cast.sergey).get(f"/assignment-rules/{theirs.pk}/").status_code == 403


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_it_is_for_heads(cast: Cast, who: str) -> None:
    rule, browser = rule_of(cast), visitor(getattr(cast, who))
    for path in ("", "new/", f"{rule.pk}/"):
        assert browser.get(f"/assignment-rules/{path}").status_code == 403
    for path in ("new/", f"{rule.pk}/", f"{rule.pk}/switch", f"{rule.pk}/place", f"{rule.pk}/removal"):
        assert browser.post(f"/assignment-rules/{path}", said(cast)).status_code == 403
    assert AssignmentRule.objects.get().name == "To Igor"


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/assignment-rules/"))


def test_the_list_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        rule_of(cast, f"Rule {number}")
    cast.client()
    browser = visitor(cast.sergey)
    with django_assert_max_num_queries(16):
        browser.get("/assignment-rules/")
