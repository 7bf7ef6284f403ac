from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.sales_point import SalesPoint
from vedu.sales.deals.deal import Deal
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.touches.task import Task

PHONE = "8 917 812-30-41"
FORM = {"reach": PHONE, "name": "Pavel", "words": "Boxes for 40 cakes", "source": "site"}


def test_a_form_of_the_site_begins_an_inquiry_with_a_timer(cast: Cast, anna: Caller) -> None:
    begun = anna.post("/inquiries", FORM)
    assert begun.status == 201
    body = begun.body
    assert (body["channel"], body["is_here"], body["is_returning"], body["is_passed_on"]) == (
        "form",
        False,
        False,
        False,
    )
    assert body["due_at"] is not None
    deal = Deal.objects.get(pk=body["deal"])
    assert (deal.owner, deal.name, deal.source, deal.client.pk) == (
        cast.anna,
        "Boxes for 40 cakes",
        "site",
        body["company"],
    )
    anna.post("/touches", {"deal": deal.pk, "channel": "call"})
    answered = anna.get(f"/inquiries/{body['id']}").body
    assert (answered["answered_by"], answered["in_norm"]) == (cast.anna.pk, True)
    assert answered["response_seconds"] is not None


def test_a_returning_client_is_recognised(cast: Cast, anna: Caller) -> None:
    client = cast.client("Volga Bakery")
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    body = anna.post("/inquiries", FORM).body
    assert (body["company"], body["company_name"], body["is_returning"]) == (client.pk, "Volga Bakery", True)


def test_of_a_client_led_out_of_sight_no_ids_are_told_and_his_owner_is(cast: Cast, olga: Caller, anna: Caller) -> None:
    client = cast.deal().client
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    body = olga.post("/inquiries", FORM).body
    assert (body["company"], body["company_name"], body["deal"], body["is_passed_on"]) == (None, None, None, True)
    assert (body["owner"], body["owner_name"]) == (cast.anna.pk, "Anna Kotova")
    assert Task.objects.filter(assignee=cast.anna, title__contains="Boxes for 40 cakes").exists()
    assert olga.get(f"/inquiries/{body['id']}").status == 404
    assert anna.get(f"/inquiries/{body['id']}").body["company"] == client.pk


def test_a_head_opens_it_for_one_of_his_people(cast: Cast, sergey: Caller, anna: Caller) -> None:
    body = sergey.post("/inquiries", FORM | {"owner": cast.igor.pk}).body
    assert body["owner"] == cast.igor.pk
    refused = anna.post("/inquiries", {"reach": "+79178123042", "owner": cast.igor.pk})
    assert (refused.status, refused.codes) == (403, ["not-your-person"])


def test_point_and_pipeline_are_named_by_their_ids(cast: Cast, anna: Caller) -> None:
    point = SalesPoint.open("Shop", by=cast.sergey)
    body = anna.post("/inquiries", {"sales_point": point.pk, "pipeline": cast.shop.pk, "is_here": True}).body
    assert (body["sales_point"], body["step"]) == (point.pk, "needs")
    assert anna.post("/inquiries", {"pipeline": cast.pipeline.pk}).codes == ["pipeline-not-passive"]
    assert anna.post("/inquiries", {"pipeline": 987_654}).codes == ["unknown-id"]
    assert anna.post("/inquiries", {"reach": "12"}).codes == ["reach-wrong"]


def test_the_list_is_narrowed(cast: Cast, anna: Caller, olga: Caller) -> None:
    waiting = anna.post("/inquiries", FORM).body["id"]
    here = anna.post("/inquiries", {"channel": "shop", "is_here": True}).body["id"]
    assert [one["id"] for one in anna.get("/inquiries").body["items"]] == [here, waiting]
    assert [one["id"] for one in anna.get("/inquiries", waiting="true").body["items"]] == [waiting]
    assert [one["id"] for one in anna.get("/inquiries", channel="shop").body["items"]] == [here]
    assert olga.get("/inquiries").body["items"] == []


def test_heads_read_how_fast_their_people_answer(cast: Cast, anna: Caller, sergey: Caller, olga: Caller) -> None:
    body = anna.post("/inquiries", FORM).body
    anna.post("/touches", {"deal": body["deal"], "channel": "call"})
    (row,) = sergey.get("/response-speeds", days=7).body["sellers"]
    assert (row["user"], row["answered"], row["share"]) == (cast.anna.pk, 1, 100)
    assert [one.get("/response-speeds").status for one in (anna, olga)] == [403, 403]


def test_who_may_sell_and_who_may_look(
    cast: Cast, anna: Caller, igor: Caller, olga: Caller, boris: Caller, stranger: Caller
) -> None:
    pk = anna.post("/inquiries", FORM).body["id"]
    assert [one.get(f"/inquiries/{pk}").status for one in (igor, olga, boris, stranger)] == [200, 404, 200, 401]
    before = Client.objects.count(), Inquiry.objects.count()
    assert [one.post("/inquiries", FORM).status for one in (boris, stranger)] == [403, 401]
    assert (Client.objects.count(), Inquiry.objects.count()) == before


def test_the_norm_stands_in_the_pipeline(cast: Cast) -> None:
    vera = Caller(cast.vera)
    changed = vera.patch(f"/pipelines/{cast.shop.pk}", {"response_norm_minutes": 5})
    assert changed.body["response_norm_minutes"] == 5
    assert (
        vera.patch(f"/pipelines/{cast.shop.pk}", {"response_norm_minutes": None}).body["response_norm_minutes"] is None
    )
