"""The list of deals, a new one, one, its description."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal


def new_deal(cast: Cast, **facts: object) -> dict[str, object]:
    company = facts.pop("company", None) or cast.client(owner=cast.anna).pk
    value = {"amount": "1000.00", "currency": "RUB"}
    return {"name": "Cake boxes", "company": company, "pipeline": cast.pipeline.pk, "value": value, **facts}


def test_a_deal_opens_in_the_first_stage(cast: Cast, anna: Caller) -> None:
    opened = anna.post("/deals", new_deal(cast))
    assert opened.status == 201
    assert opened.body["stage"] == cast.stage(0).pk
    assert opened.body["value"] == {"amount": "1000.00", "currency": "RUB"}
    assert (opened.body["status"], opened.body["owner_name"]) == ("open", "Anna Kotova")


def test_a_deal_opens_with_its_next_step(cast: Cast, anna: Caller) -> None:
    due_at = timezone.now() + timedelta(days=1)
    step = {"kind": "call", "title": "Confirm the need", "due_at": due_at}
    opened = anna.post("/deals", new_deal(cast, next_step=step))
    assert opened.body["next_step"]["title"] == "Confirm the need"
    assert opened.body["next_step"]["due_at"].endswith("Z")
    assert Deal.objects.get(pk=opened.body["id"]).next_step_at == due_at


def test_a_free_company_becomes_the_owners_with_its_deal(cast: Cast, anna: Caller) -> None:
    free = cast.client()
    assert anna.post("/deals", new_deal(cast, company=free.pk)).status == 201
    free.refresh_from_db()
    assert free.owner == cast.anna


@pytest.mark.parametrize("who", ["igor", "olga", "boris"])
def test_nobody_opens_a_deal_with_a_company_that_another_leads(cast: Cast, who: str) -> None:
    company = cast.deal().client_id
    refused = Caller(getattr(cast, who)).post("/deals", new_deal(cast, company=company))
    assert refused.status == (403 if who == "boris" else 409)
    assert refused.codes == (["role-only-looks"] if who == "boris" else ["client-led"])
    assert Deal.objects.count() == 1


def test_the_refusal_names_the_owner_in_one_sentence_and_as_facts(cast: Cast, olga: Caller) -> None:
    refused = olga.post("/deals", new_deal(cast, company=cast.deal().client_id))
    assert refused.body["type"] == "/problems/client-led"
    assert "Anna Kotova" in refused.body["detail"]
    reason = refused.body["reasons"][0]
    assert (reason["owner"], reason["owner_name"]) == (cast.anna.pk, "Anna Kotova")
    assert reason["since"].endswith("Z")


def test_a_held_company_out_of_sight_is_refused_too(cast: Cast, olga: Caller) -> None:
    refused = olga.post("/deals", new_deal(cast, company=cast.client(owner=cast.anna).pk))
    assert (refused.status, refused.codes) == (409, ["client-led"])


def test_a_head_opens_a_deal_for_his_seller(cast: Cast, sergey: Caller) -> None:
    opened = sergey.post("/deals", new_deal(cast, owner=cast.anna.pk))
    assert (opened.status, opened.body["owner"]) == (201, cast.anna.pk)


def test_only_the_first_stage_may_be_sent(cast: Cast, anna: Caller) -> None:
    assert anna.post("/deals", new_deal(cast, stage=cast.stage(0).pk)).status == 201
    refused = anna.post("/deals", new_deal(cast, stage=cast.stage(4).pk))
    assert (refused.status, refused.codes) == (422, ["not-first-stage"])


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("name", "  ", "name-empty"),
        ("company", 987_654, "unknown-id"),
        ("pipeline", 987_654, "unknown-id"),
        ("value", {"amount": "-1"}, "value-negative"),
        ("value.amount", {"amount": "12.345"}, "not-a-sum"),
        ("value.amount", {"amount": "much"}, "not-a-sum"),
        ("value.currency", {"amount": "1", "currency": "XXX"}, "value-wrong"),
        ("value", "1000", "not-an-object"),
        ("due_at", None, "needed"),
        ("next_step.due_at", "2026-11-25T09:00:00", "not-a-moment"),
        ("expected_on", "tomorrow", "not-a-day"),
        ("expected_on", "9999-12-31", "value-wrong"),
    ],
)
def test_a_value_that_cannot_be_right_names_its_field(
    cast: Cast, anna: Caller, field: str, value: object, code: str
) -> None:
    facts = {"next_step": {"due_at": value}} if "due_at" in field else {field.split(".")[0]: value}
    refused = anna.post("/deals", new_deal(cast) | facts)
    assert refused.status == 422
    assert [error["field"] for error in refused.body["errors"]] == [field]
    assert refused.codes == [code]


def test_one_deal_is_seen_by_its_team_and_by_nobody_else(
    cast: Cast, anna: Caller, igor: Caller, sergey: Caller, boris: Caller, olga: Caller, stranger: Caller
) -> None:
    path = f"/deals/{cast.deal().pk}"
    assert anna.get(path).body == igor.get(path).body == sergey.get(path).body == boris.get(path).body
    assert olga.get(path).status == 404
    assert stranger.get(path).status == 401


def test_a_description_changes_only_what_is_sent(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    changed = anna.patch(f"/deals/{deal.pk}", {"value": {"amount": "2000.50", "currency": "RUB"}})
    assert changed.status == 200
    assert changed.body["value"]["amount"] == "2000.50"
    assert changed.body["name"] == deal.name
    cleared = anna.patch(f"/deals/{deal.pk}", {"name": "Boxes", "expected_on": None, "source": "fair"})
    assert (cleared.body["name"], cleared.body["source"]) == ("Boxes", "fair")


def test_a_stage_is_no_description(cast: Cast, anna: Caller) -> None:
    refused = anna.patch(f"/deals/{cast.deal().pk}", {"stage": cast.stage(4).pk})
    assert (refused.status, refused.codes) == (422, ["unknown-field"])


def test_only_those_who_work_on_a_deal_describe_it(cast: Cast, igor: Caller, sergey: Caller, olga: Caller) -> None:
    path, body = f"/deals/{cast.deal().pk}", {"name": "Boxes"}
    assert igor.patch(path, body).status == 403
    assert olga.patch(path, body).status == 404
    assert sergey.patch(path, body).status == 200


def test_the_list_holds_what_a_person_sees(cast: Cast, anna: Caller, igor: Caller, olga: Caller) -> None:
    ours, theirs = cast.deal(), cast.deal(owner=cast.olga)
    assert anna.get("/deals").ids == igor.get("/deals").ids == [ours.pk]
    assert olga.get("/deals").ids == [theirs.pk]
    assert Caller(cast.vera).get("/deals").ids == [theirs.pk, ours.pk]


def test_the_list_is_filtered(cast: Cast, anna: Caller) -> None:
    open_deal, lost, other = cast.deal(), cast.deal(), cast.deal(owner=cast.igor)
    lost.lose(by=cast.anna, reason=cast.reason())
    assert anna.get("/deals", status="open").ids == [other.pk, open_deal.pk]
    assert anna.get("/deals", status="lost").ids == [lost.pk]
    assert anna.get("/deals", status="won").ids == []
    assert anna.get("/deals", owner=cast.igor.pk).ids == [other.pk]
    assert anna.get("/deals", company=lost.client_id).ids == [lost.pk]
    assert anna.get("/deals", stage=cast.stage(1).pk).ids == []
    assert anna.get("/deals", pipeline=cast.shop.pk).ids == []


def test_an_unknown_status_is_refused_with_the_words_that_are_known(anna: Caller) -> None:
    refused = anna.get("/deals", status="maybe")
    assert (refused.status, refused.codes) == (422, ["unknown-word"])
    assert "'won'" in refused.body["detail"]


def test_the_list_costs_the_same_queries_however_long_it_is(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(5):
        cast.deal()
    caller = Caller(User.objects.get(pk=cast.anna.pk))
    with django_assert_max_num_queries(4):
        assert len(caller.get("/deals", total="true").body["items"]) == 5
