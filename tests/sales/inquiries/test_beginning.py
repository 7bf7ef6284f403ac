"""An inquiry begins: who it is, the deal that comes of it, and whose it is (DAY-5, OWN-2)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.sales_point import SalesPoint
from vedu.foundation.events import Event
from vedu.foundation.people.notice import Notice
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.refusal import Invalid, Missing, NotAllowed
from vedu.sales.deals.deal import Deal
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.reach import read_reach
from vedu.sales.inquiries.recognition import past_of, recognise
from vedu.sales.talk.need import Need
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

PHONE, TYPED = "+79178123041", "8 (917) 812-30-41"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def returning(cast: Cast) -> Client:
    """Free, with a phone; bought once."""
    client = cast.client("Volga Bakery")
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    cast.buy(client)
    client.release(by=cast.anna)
    return client


def led(cast: Cast, *, with_deal: bool = True) -> Client:
    client = cast.client("Volga Bakery", owner=cast.anna)
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    if with_deal:
        cast.deal(client=client)
    return client


def test_a_new_phone_makes_a_person_with_a_deal_of_the_passive_pipeline(cast: Cast) -> None:
    inquiry = begin(Arrival(reach=TYPED, name="Pavel"), by=cast.anna)
    deal, client = inquiry.deal, inquiry.client
    assert deal is not None
    assert (deal.pipeline, deal.owner, client.owner, client.kind, client.name) == (
        cast.shop,
        cast.anna,
        cast.anna,
        "person",
        "Pavel",
    )
    assert client.points.get().value == PHONE
    assert deal.last_two_way_at is not None
    assert inquiry.step == "needs"
    assert Event.objects.filter(kind="inquiry.begun", deal_id=deal.pk).count() == 1


def test_a_returning_client_is_known_by_his_phone_however_it_is_typed(cast: Cast, returning: Client) -> None:
    inquiry = begin(Arrival(reach="+7 917 812 30 41"), by=cast.anna)
    assert inquiry.client == returning
    assert Client.objects.count() == 1


def test_an_email_is_a_key_as_well(cast: Cast) -> None:
    client = cast.client()
    ContactPoint.add(client, kind="email", value="office@volga.example", by=cast.anna)
    assert begin(Arrival(reach=" Office@Volga.example"), by=cast.anna).client == client


def test_the_person_of_a_company_is_named_on_the_touch(cast: Cast) -> None:
    client = cast.client()
    contact = cast.contact(client)
    ContactPoint.add(client, kind="phone", value=PHONE, contact=contact, by=cast.anna)
    begin(Arrival(reach=TYPED), by=cast.anna)
    assert Touch.objects.get().contact == contact


def test_what_is_known_of_him_is_shown_as_far_as_it_is_visible(cast: Cast, returning: Client) -> None:
    deal = begin(Arrival(reach=TYPED), by=cast.anna).deal
    assert deal is not None
    Need.note(deal, words="Boxes by Friday", by=cast.anna)
    past = past_of(returning, by=cast.anna)
    assert ([one.name for one in past.bought], past.needs) == (["An order"], ["Boxes by Friday"])
    assert past_of(returning, by=cast.olga).bought == []


def test_a_guest_without_a_phone_is_served_too(cast: Cast) -> None:
    inquiry = begin(Arrival(), by=cast.anna)
    assert inquiry.client.name.startswith("Guest, ")
    assert not inquiry.client.points.exists()


def test_what_is_no_phone_is_refused_and_nothing_is_left(cast: Cast) -> None:
    with pytest.raises(Invalid) as wrong:
        begin(Arrival(reach="12-30"), by=cast.anna)
    assert wrong.value.codes == ["reach-wrong"]
    assert not Client.objects.exists()


def test_a_client_led_by_a_colleague_is_passed_on_to_him(cast: Cast) -> None:
    client = led(cast)
    before = Task.objects.count()
    inquiry = begin(Arrival(reach=TYPED, words="Where is my order?"), by=cast.olga)
    assert (inquiry.deal, inquiry.owner, inquiry.received_by) == (None, cast.anna, cast.olga)
    assert Deal.objects.count() == 1
    task = inquiry.task
    assert task is not None
    assert (Task.objects.count(), task.assignee, task.client) == (before + 1, cast.anna, client)
    assert "Where is my order?" in task.title
    notice = Notice.objects.of(cast.anna).get(kind="inquiry.passed_on")
    assert (notice.data["by"], notice.data["words"]) == ("Olga Orlova", "Where is my order?")
    assert not Touch.objects.exists()
    assert Inquiry.objects.visible_to(cast.olga).count() == 0
    assert Inquiry.objects.visible_to(cast.anna).open().get() == inquiry


def test_one_who_asks_again_adds_his_words_to_what_was_passed_on(cast: Cast) -> None:
    led(cast)
    first = begin(Arrival(reach=TYPED, words="Where is my order?"), by=cast.olga)
    second = begin(Arrival(reach=TYPED, words="I am still here"), by=cast.olga)
    assert second == first
    assert second.words == "Where is my order?\nI am still here"
    assert Notice.objects.filter(kind="inquiry.passed_on").count() == 1


def test_a_held_client_is_reserved_for_a_deal_of_his_owner(cast: Cast) -> None:
    led(cast, with_deal=False)
    assert begin(Arrival(reach=TYPED), by=cast.igor).deal is None


def test_a_head_passes_it_on_too_and_opens_one_of_a_new_client_for_his_people(cast: Cast) -> None:
    led(cast)
    assert begin(Arrival(reach=TYPED), by=cast.sergey).deal is None
    new = begin(Arrival(reach="+79178123042", channel="form", is_here=False, owner=cast.igor), by=cast.sergey)
    assert new.deal is not None
    assert (new.deal.owner, new.client.owner, new.received_by) == (cast.igor, cast.igor, cast.sergey)
    with pytest.raises(NotAllowed):
        begin(Arrival(reach="+79178123043", owner=cast.igor), by=cast.anna)
    assert not ContactPoint.objects.filter(value="+79178123043").exists()


def test_who_stands_in_opens_it_for_the_absent(cast: Cast) -> None:
    led(cast)
    today = timezone.localdate()
    plan_absence(cast.anna, by=cast.anna, from_on=today, till_on=today + timedelta(days=3), substitute=cast.olga)
    by_substitute = begin(Arrival(reach=TYPED), by=cast.olga).deal
    assert by_substitute is not None
    assert by_substitute.owner == cast.anna


def test_one_who_comes_again_goes_on_with_his_open_inquiry(cast: Cast) -> None:
    first = begin(Arrival(reach=TYPED, words="Boxes"), by=cast.anna)
    again = begin(Arrival(reach=PHONE, words="And lids"), by=cast.anna)
    assert again == first
    assert Deal.objects.count() == 1
    assert [touch.text for touch in Touch.objects.order_by("pk")] == ["Boxes", "And lids"]


def test_it_came_through_the_point_where_it_was_taken(cast: Cast, returning: Client) -> None:
    point = SalesPoint.open("Shop", by=cast.sergey)
    deal = begin(Arrival(reach=TYPED, sales_point=point), by=cast.anna).deal
    assert deal is not None
    assert deal.sales_point == point
    assert begin(Arrival(sales_point=point), by=cast.anna).client.sales_point == point
    point.close(by=cast.sergey)
    with pytest.raises(Invalid):
        begin(Arrival(sales_point=point), by=cast.anna)


def test_what_is_typed_wrong_is_refused_by_its_field(cast: Cast) -> None:
    for came, code in (
        (Arrival(channel="pigeon"), "unknown-word"),
        (Arrival(pipeline=cast.pipeline), "pipeline-not-passive"),
        (Arrival(words="x" * 4001), "too-long"),
    ):
        with pytest.raises(Invalid) as wrong:
            begin(came, by=cast.anna)
        assert wrong.value.codes == [code]


def test_without_a_passive_pipeline_it_says_who_makes_one(cast: Cast) -> None:
    cast.shop.is_archived = True
    cast.shop.save()
    with pytest.raises(Missing) as missing:
        begin(Arrival(), by=cast.anna)
    assert missing.value.codes == ["no-passive-pipeline"]


def test_an_accountant_only_looks(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        begin(Arrival(), by=cast.boris)


def test_of_several_with_one_phone_the_one_who_may_be_served_comes_first(cast: Cast, returning: Client) -> None:
    other = cast.client("Dacha", owner=cast.olga)
    ContactPoint.add(other, kind="phone", value=PHONE, by=cast.olga)
    reach = read_reach(TYPED)
    assert reach is not None
    assert [(one.client, one.is_led) for one in recognise(reach, by=cast.anna)] == [(returning, False), (other, True)]
    assert [one.client for one in recognise(reach, by=cast.olga)] == [returning, other]
    assert begin(Arrival(reach=TYPED, client=other), by=cast.olga).client == other
