"""/touches."""

from datetime import timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.sales.touches.touch import Touch


def test_a_touch_on_a_deal_is_logged_with_its_next_step(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    step = {"kind": "meeting", "title": "Show samples", "due_on": str(timezone.localdate() + timedelta(days=3))}
    logged = anna.post("/touches", {"deal": deal.pk, "channel": "call", "text": "Agreed", "next_step": step})
    assert logged.status == 201
    assert (logged.body["company"], logged.body["deal"], logged.body["two_way"]) == (deal.client_id, deal.pk, True)
    planned = deal.tasks.get(kind="meeting")
    assert (planned.title, planned.has_time) == ("Show samples", False)


def test_a_touch_of_a_company_needs_no_deal(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    contact = cast.contact(client)
    body = {"company": client.pk, "channel": "email", "outcome": "sent", "contact": contact.pk, "seconds": 30}
    logged = anna.post("/touches", body)
    assert (logged.body["deal"], logged.body["two_way"], logged.body["contact"]) == (None, False, contact.pk)


def test_a_touch_with_a_company_that_another_leads_is_refused(cast: Cast, igor: Caller, olga: Caller) -> None:
    deal = cast.deal()
    for colleague in (igor, olga):
        refused = colleague.post("/touches", {"company": deal.client_id, "channel": "call"})
        assert (refused.status, refused.codes) == (409, ["client-led"])
        assert "Anna Kotova" in refused.body["detail"]
    assert igor.post("/touches", {"deal": deal.pk, "channel": "call"}).status == 409
    assert olga.post("/touches", {"deal": deal.pk, "channel": "call"}).codes == ["unknown-id"]
    assert not Touch.objects.exists()


def test_a_head_steps_in_with_a_reason(cast: Cast, sergey: Caller) -> None:
    body = {"company": cast.deal().client_id, "channel": "call", "override_reason": "Anna is ill"}
    assert sergey.post("/touches", body).status == 201


def test_a_touch_says_with_whom(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    assert anna.post("/touches", {"channel": "call"}).codes == ["needed"]
    other = {"deal": deal.pk, "company": cast.client(owner=cast.anna).pk, "channel": "call"}
    assert anna.post("/touches", other).codes == ["deal-elsewhere"]
    elsewhere = cast.contact(cast.client())
    assert anna.post("/touches", {"deal": deal.pk, "channel": "call", "contact": elsewhere.pk}).codes == ["unknown-id"]


def test_a_touch_ahead_of_time_is_a_task(cast: Cast, anna: Caller) -> None:
    body = {"deal": cast.deal().pk, "channel": "call", "at": timezone.now() + timedelta(days=1)}
    assert anna.post("/touches", body).codes == ["touch-ahead"]


def test_an_unknown_channel_is_refused_with_the_known_ones(cast: Cast, anna: Caller) -> None:
    refused = anna.post("/touches", {"deal": cast.deal().pk, "channel": "pigeon"})
    assert refused.codes == ["unknown-word"]
    assert "messenger" in refused.body["detail"]


def test_touches_are_seen_as_far_as_the_company(cast: Cast, anna: Caller, igor: Caller, olga: Caller) -> None:
    touch = cast.deal().log_touch(by=cast.anna, channel="call")
    path = f"/touches/{touch.pk}"
    assert anna.get(path).body == igor.get(path).body
    assert olga.get(path).status == 404
    assert olga.get("/touches").ids == []


def test_touches_are_filtered(cast: Cast, anna: Caller, stranger: Caller) -> None:
    deal, other = cast.deal(), cast.deal(owner=cast.igor)
    call, mail = deal.log_touch(by=cast.anna, channel="call"), deal.log_touch(by=cast.anna, channel="email")
    theirs = other.log_touch(by=cast.igor, channel="call")
    assert anna.get("/touches").ids == [theirs.pk, mail.pk, call.pk]
    assert anna.get("/touches", deal=deal.pk).ids == [mail.pk, call.pk]
    assert anna.get("/touches", company=other.client_id).ids == [theirs.pk]
    assert anna.get("/touches", by=cast.igor.pk).ids == [theirs.pk]
    assert anna.get("/touches", channel="email").ids == [mail.pk]
    assert anna.get("/touches", since="2199-01-01T00:00:00Z").codes == ["value-wrong"]
    assert anna.get("/touches", since="2100-01-01T00:00:00Z").ids == []
    assert stranger.get("/touches").status == 401


def test_the_list_costs_the_same_queries_however_long_it_is(
    cast: Cast, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    deal = cast.deal()
    for _ in range(5):
        deal.log_touch(by=cast.anna, channel="call")
    with django_assert_max_num_queries(4):
        assert len(anna.get("/touches").body["items"]) == 5
