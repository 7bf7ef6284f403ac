"""From needs to the invitation back, by the verbs of other rooms and within their gates (DAY-5)."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from tests.sales.catalogue.goods import boxes
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.kinds import Purpose
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.text import ConsentText
from vedu.clients.contact_point import ContactPoint
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, Missing, NotAllowed, Refused
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.sales.inquiries.draft import kept
from vedu.sales.inquiries.extra_offer import going_with
from vedu.sales.inquiries.farewell import Invitation
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.item import InquiryItem
from vedu.sales.inquiries.needs import often_named
from vedu.sales.inquiries.selection import fitting
from vedu.sales.inquiries.step import Step, place_of
from vedu.sales.touches.task import Task

PHONE = "+79178123041"


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def product(cast: Cast) -> Product:
    return boxes(cast, category=Category.called("Boxes", by=cast.sergey))


@pytest.fixture
def inquiry(cast: Cast, product: Product) -> Inquiry:
    return begin(Arrival(reach=PHONE, name="Pavel"), by=cast.anna)


def deal_of(inquiry: Inquiry) -> Deal:
    return Deal.objects.select_related("stage").get(pk=inquiry.deal_id)


def in_days(days: int) -> Invitation:
    return Invitation(timezone.localdate() + timedelta(days=days), agreed=True)


def served(cast: Cast, inquiry: Inquiry, product: Product) -> Inquiry:
    inquiry.ask(by=cast.anna, words="Cakes arrive crushed")
    inquiry.pick({product: 40}, by=cast.anna)
    inquiry.order(by=cast.anna)
    inquiry.pay("card", by=cast.anna)
    return inquiry


def test_needs_are_confirmed_on_the_spot_and_the_deal_follows(cast: Cast, inquiry: Inquiry) -> None:
    inquiry.ask(by=cast.anna, words=" Cakes  arrive crushed", picked=["The store is full of boxes"], matters="time")
    needs = deal_of(inquiry).needs.all()
    assert [(need.words, need.problem, need.is_confirmed) for need in needs] == [
        ("Cakes arrive crushed", "Looks at: time", True),
        ("The store is full of boxes", "Looks at: time", True),
    ]
    assert (deal_of(inquiry).stage.position, deal_of(inquiry).name, inquiry.step) == (
        2,
        "Cakes arrive crushed",
        "products",
    )
    inquiry.ask(by=cast.anna, words="Cakes arrive crushed")
    assert deal_of(inquiry).needs.count() == 2


def test_a_need_without_words_is_refused(cast: Cast, inquiry: Inquiry) -> None:
    with pytest.raises(Invalid) as wrong:
        inquiry.ask(by=cast.anna, words=" ")
    assert wrong.value.codes == ["words-needed"]


def test_products_come_by_the_need_with_the_reason(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    boxes(cast, name="Film", sku="F", price=None).publish_knowledge({"benefits": []}, by=cast.sergey)
    inquiry.ask(by=cast.anna, words="The cakes were crushed in the shop")
    (found,) = fitting(deal_of(inquiry))
    assert (found.product, found.why) == (
        product,
        "Lid with a lock: keeps its shape on the road. Returns fall threefold",
    )
    assert found.score > 0
    assert [one.product.name for one in fitting(deal_of(inquiry), "film")] == ["Film"]


def test_where_nothing_fits_the_catalogue_is_offered(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    inquiry.ask(by=cast.anna, words="A gift")
    assert [(one.product, one.score) for one in fitting(deal_of(inquiry))] == [(product, 0)]


def test_what_is_taken_is_priced_by_the_list_and_names_the_deal(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    inquiry.ask(by=cast.anna, words="Crushed cakes")
    inquiry.pick({product: 40}, by=cast.anna)
    assert inquiry.ordered == Money(Decimal("1940.00"), "RUB")
    assert DealProduct.objects.get(deal=inquiry.deal_id).product == product
    assert (deal_of(inquiry).name, deal_of(inquiry).stage.position) == ("Cake boxes", 3)
    inquiry.pick({product: 0}, by=cast.anna)
    assert (inquiry.ordered.amount, InquiryItem.objects.count(), DealProduct.objects.count()) == (0, 0, 0)


def test_products_may_be_picked_before_the_need_but_the_gate_holds_the_deal(
    cast: Cast, inquiry: Inquiry, product: Product
) -> None:
    inquiry.pick({product: 2}, by=cast.anna)
    inquiry.order(by=cast.anna)
    inquiry.pay("cash", by=cast.anna)
    assert deal_of(inquiry).stage.position == 1
    with pytest.raises(Missing) as missing:
        inquiry.hand_out(by=cast.anna)
    assert missing.value.codes == ["need_confirmed"]
    assert deal_of(inquiry).is_open


@pytest.mark.parametrize("quantity", [-1, 100_001])
def test_a_quantity_out_of_reason_is_refused(cast: Cast, inquiry: Inquiry, product: Product, quantity: int) -> None:
    with pytest.raises(Invalid):
        inquiry.pick({product: quantity}, by=cast.anna)


def test_currencies_do_not_mix_and_withdrawn_products_are_not_sold(
    cast: Cast, inquiry: Inquiry, product: Product
) -> None:
    foreign = boxes(cast, name="Film", sku="", price=Money(Decimal(5), "EUR"))
    with pytest.raises(Refused) as mixed:
        inquiry.pick({product: 1, foreign: 1}, by=cast.anna)
    assert mixed.value.codes == ["currencies-mixed"]
    product.withdraw(by=cast.sergey)
    with pytest.raises(Refused) as withdrawn:
        inquiry.pick({product: 1}, by=cast.anna)
    assert withdrawn.value.codes == ["product-withdrawn"]
    assert not InquiryItem.objects.exists()


def test_an_extra_offer_is_made_taken_or_refused(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    ribbon = boxes(cast, name="Ribbon", sku="R", price=Money(Decimal(10)), category=product.category)
    lid = boxes(cast, name="Lid", sku="L", price=Money(Decimal(20)), category=product.category)
    assert going_with(inquiry) == []
    inquiry.pick({product: 1}, by=cast.anna)
    assert going_with(inquiry) == [lid, ribbon]
    inquiry.offer_extra(lid, "refused", by=cast.anna)
    inquiry.offer_extra(ribbon, "taken", by=cast.anna, quantity=3)
    assert inquiry.ordered.amount == Decimal("78.50")
    offered = InquiryItem.objects.filter(is_extra=True).order_by("pk").values_list("product__name", "state")
    assert list(offered) == [("Lid", "refused"), ("Ribbon", "taken")]
    assert Event.objects.filter(kind="inquiry.extra_offered").count() == 2
    assert going_with(inquiry) == []
    with pytest.raises(Invalid):
        inquiry.offer_extra(lid, "perhaps", by=cast.anna)


def test_what_others_took_together_comes_first(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    boxes(cast, name="Lid", sku="L", category=product.category)
    tape = boxes(cast, name="Tape", sku="T")
    other = begin(Arrival(), by=cast.anna)
    other.pick({product: 1, tape: 2}, by=cast.anna)
    inquiry.pick({product: 1}, by=cast.anna)
    assert [one.name for one in going_with(inquiry)] == ["Tape", "Lid"]


def test_it_is_paid_handed_out_and_won_and_the_client_is_invited_back(
    cast: Cast, inquiry: Inquiry, product: Product
) -> None:
    closing = served(cast, inquiry, product).hand_out(by=cast.anna, invitation=in_days(14))
    deal = deal_of(inquiry)
    assert (closing.result, deal.state, deal.value, deal.stage.position) == (
        "won",
        "won",
        Money(Decimal("1940.00"), "RUB"),
        5,
    )
    assert deal.evidence.get().note == "By card, 1940.00 RUB"
    task = Task.objects.open().get()
    assert (task.kind, task.title, task.assignee) == ("return", "Invite back: bought Cake boxes", cast.anna)
    consent = Consent.objects.get()
    assert (consent.channel, consent.purpose, consent.ground, consent.source) == ("call", "offers", "request", "spoken")
    assert inquiry.client.purchases == 1


def test_a_consent_is_given_under_the_text_in_force_and_once(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    text = ConsentText.publish(Purpose.OFFERS, "We may call you.", by=cast.vera)
    served(cast, inquiry, product).hand_out(by=cast.anna, invitation=in_days(7))
    assert (Consent.objects.get().ground, Consent.objects.get().text) == ("consent", text)
    again = served(cast, begin(Arrival(reach=PHONE), by=cast.anna), product)
    again.hand_out(by=cast.anna, invitation=Invitation(in_days(9).on))
    assert Consent.objects.count() == 1


def test_nobody_is_invited_without_his_yes_or_against_his_no(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    served(cast, inquiry, product)
    with pytest.raises(Missing) as missing:
        inquiry.hand_out(by=cast.anna, invitation=Invitation(in_days(7).on))
    assert missing.value.codes == ["consent-needed"]
    assert deal_of(inquiry).is_open
    object_to(Subject(inquiry.client), by=cast.anna, channels=["call"])
    with pytest.raises(Refused) as refused:
        inquiry.hand_out(by=cast.anna, invitation=in_days(7))
    assert refused.value.codes == ["opted-out"]
    inquiry.hand_out(by=cast.anna)
    assert not Task.objects.open().exists()


def test_an_invitation_needs_a_day_ahead_a_channel_and_something_to_reach_him_by(
    cast: Cast, inquiry: Inquiry, product: Product
) -> None:
    served(cast, inquiry, product)
    for wrong, code in (
        (in_days(0), "return-past"),
        (Invitation(in_days(3).on, "shop", agreed=True), "unknown-word"),
        (Invitation(in_days(3).on, "email", agreed=True), "point-needed"),
    ):
        with pytest.raises(Invalid) as refused:
            inquiry.hand_out(by=cast.anna, invitation=wrong)
        assert refused.value.codes == [code]


def test_unpaid_is_not_won(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    inquiry.ask(by=cast.anna, words="Crushed cakes")
    inquiry.pick({product: 1}, by=cast.anna)
    with pytest.raises(Missing) as missing:
        inquiry.hand_out(by=cast.anna)
    assert missing.value.codes == ["paid"]
    with pytest.raises(Invalid):
        inquiry.pay("shells", by=cast.anna)


def test_an_agreed_sum_takes_the_place_of_the_list(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    inquiry.pick({product: 10}, by=cast.anna)
    inquiry.order(by=cast.anna, amount=Decimal(450))
    assert deal_of(inquiry).amount == 450


def test_gone_with_a_reason_and_back_only_to_who_can_be_reached(cast: Cast, inquiry: Inquiry) -> None:
    assert inquiry.lose(cast.reason("out_of_stock"), by=cast.anna).return_on is not None
    guest = begin(Arrival(), by=cast.anna)
    closing = guest.lose(cast.reason("out_of_stock"), by=cast.anna)
    assert (closing.do_not_return, closing.return_on) == (True, None)


def test_a_guest_who_names_himself_is_known_again(cast: Cast) -> None:
    known = cast.client("Volga Bakery")
    ContactPoint.add(known, kind="phone", value=PHONE, by=cast.anna)
    guest = begin(Arrival(), by=cast.anna)
    guest.introduce(by=cast.anna, reach=PHONE)
    guest.refresh_from_db()
    assert (guest.client, deal_of(guest).client, guest.client.owner) == (known, known, cast.anna)
    assert type(known).objects.count() == 1


def test_a_guest_who_is_new_gets_a_name_and_a_phone(cast: Cast) -> None:
    guest = begin(Arrival(), by=cast.anna)
    guest.introduce(by=cast.anna, reach=PHONE, name="Pavel")
    guest.client.refresh_from_db()
    assert (guest.client.name, guest.client.points.get().value) == ("Pavel", PHONE)
    guest.introduce(by=cast.anna, reach=PHONE)
    assert guest.client.points.count() == 1
    with pytest.raises(Invalid):
        guest.introduce(by=cast.anna)


def test_a_guest_whom_a_colleague_leads_stays_the_colleagues(cast: Cast) -> None:
    led = cast.deal(owner=cast.olga, client=cast.client("Volga Bakery", owner=cast.olga)).client
    ContactPoint.add(led, kind="phone", value=PHONE, by=cast.olga)
    guest = begin(Arrival(), by=cast.anna)
    with pytest.raises(ClientIsLed):
        guest.introduce(by=cast.anna, reach=PHONE)


def test_what_is_typed_is_kept_till_it_is_sent(cast: Cast, inquiry: Inquiry) -> None:
    inquiry.keep_draft("needs", {"words": ["Cakes for"], "x" * 99: ["y" * 3000]}, by=cast.anna)
    inquiry.refresh_from_db()
    assert kept(inquiry, "needs")["words"] == ["Cakes for"]
    assert len(kept(inquiry, "needs")["x" * 60][0]) == 2000
    assert kept(inquiry, "order") == {}
    inquiry.keep_draft("no such step", {"words": ["lost"]}, by=cast.anna)
    inquiry.ask(by=cast.anna, words="Cakes for Friday")
    inquiry.refresh_from_db()
    assert kept(inquiry, "needs") == {}


def test_only_those_who_work_for_its_owner_serve_it(cast: Cast, inquiry: Inquiry, product: Product) -> None:
    for stranger in (cast.igor, cast.olga, cast.boris):
        for verb in (
            lambda: inquiry.ask(by=stranger, words="x"),  # noqa: B023
            lambda: inquiry.pick({product: 1}, by=stranger),  # noqa: B023
            lambda: inquiry.offer_extra(product, "taken", by=stranger),  # noqa: B023
            lambda: inquiry.order(by=stranger),  # noqa: B023
            lambda: inquiry.pay("card", by=stranger),  # noqa: B023
            lambda: inquiry.hand_out(by=stranger),  # noqa: B023
            lambda: inquiry.lose(cast.reason(), by=stranger),  # noqa: B023
            lambda: inquiry.introduce(by=stranger, name="x"),  # noqa: B023
            lambda: inquiry.answer(by=stranger, channel="call"),  # noqa: B023
            lambda: inquiry.keep_draft("needs", {}, by=stranger),  # noqa: B023
        ):
            with pytest.raises((NotAllowed, Refused)):
                verb()
    inquiry.ask(by=cast.sergey, words="The head helps")


def test_what_was_passed_on_is_answered_elsewhere(cast: Cast) -> None:
    client = cast.deal().client
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    passed = begin(Arrival(reach=PHONE), by=cast.olga)
    with pytest.raises(Refused) as refused:
        passed.ask(by=cast.anna, words="x")
    assert refused.value.codes == ["inquiry-passed-on"]


def test_the_words_that_clients_say_most_are_proposed(cast: Cast, inquiry: Inquiry) -> None:
    of_the_catalogue = ["Cakes arrive crushed, shops return them", "The store is full of boxes"]
    assert often_named(Inquiry.objects.all()) == of_the_catalogue
    for _time in range(2):
        begin(Arrival(), by=cast.anna).ask(by=cast.anna, words="A wedding")
    assert often_named(Inquiry.objects.all())[0] == "A wedding"


def test_each_step_finds_its_stage_in_any_pipeline(cast: Cast) -> None:
    def places(pipeline: object) -> list[int]:
        stages = list(pipeline.stages.prefetch_related("gates"))  # type: ignore[attr-defined]
        return [place_of(step, stages) for step in Step]

    assert places(cast.shop) == [0, 1, 2, 3, 4, 5]
    assert places(cast.pipeline) == [0, 3, 4, 5, 6, 7]
    cast.shop.stages.filter(position__gte=2).delete()
    assert places(cast.shop) == [0, 1, 1, 1, 1, 1]
