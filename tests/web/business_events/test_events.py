"""/business-events/: the list, a new one, its page."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.business_events.fairs import day, fair
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.contact_point import ContactPoint
from vedu.clients.newcomer import Newcomer
from vedu.foundation.values.money import Money
from vedu.sales.business_events.acquaintance import get_acquainted
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.event_deal import EventDeal

LIST = "/business-events/"
TYPED = {
    "name": "AgroProd",
    "kind": "conference",
    "city": "Kazan",
    "place": "Hall 3",
    "cost": "120 000 ₽",
    "window_days": "60",
    "goal": "Ten dairies",
}


def url(name: str, event: BusinessEvent) -> str:
    return reverse(f"business_events:{name}", args=[event.pk])


def typed(**more: str) -> dict[str, str]:
    return TYPED | {"starts_on": str(day(10)), "ends_on": str(day(11))} | more


def test_who_sees_the_list(cast: Cast) -> None:
    fair(cast)
    for person, sees in ((cast.anna, True), (cast.igor, True), (cast.boris, True), (cast.olga, False)):
        assert ("FoodExpo" in text_of(visitor(person).get(LIST))) == sees
    assert is_sign_in(visitor().get(LIST))


def test_an_empty_list_teaches(cast: Cast) -> None:
    assert "each meeting is marked with one hand" in text_of(visitor(cast.anna).get(LIST))
    assert reverse("business_events:new") not in text_of(visitor(cast.boris).get(LIST))


def test_past_events_show_what_they_brought(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(4):
        event = fair(cast, starts=-40 - number)
        deal = cast.deal(client=cast.client(f"Shop {number}", owner=cast.anna))
        Encounter.plan(event, deal.client, by=cast.anna).meet(by=cast.anna)
        deal.win(by=cast.vera, override_reason="Paid")
    fair(cast, name="Ahead", starts=20)
    anna = visitor(cast.anna)
    anna.get(LIST)
    with django_assert_max_num_queries(8):
        page = text_of(anna.get(LIST))
    assert page.count("480,000") == 4
    assert page.count("1 of 1") == 4
    assert page.index("Ahead") < page.index("FoodExpo")


def test_one_is_made(cast: Cast) -> None:
    answer = visitor(cast.anna).post(reverse("business_events:new"), typed())
    made = BusinessEvent.objects.get()
    assert answer.headers["Location"] == url("event", made)
    assert (made.name, made.kind, made.spent, made.window_days) == ("AgroProd", "conference", Money.parse("120000"), 60)
    assert (made.starts_on, made.ends_on, made.organizer) == (day(10), day(11), cast.anna)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"name": ""}, "Name the event."),
        ({"starts_on": "", "ends_on": ""}, "Say on which day it begins."),
        ({"ends_on": "2020-01-01"}, "It ends before it begins"),
        ({"cost": "much"}, "is not a sum of money"),
        ({"window_days": ""}, "Deals count from 0 to"),
    ],
)
def test_what_was_typed_survives_an_error(cast: Cast, said: dict[str, str], sentence: str) -> None:
    answer = visitor(cast.anna).post(reverse("business_events:new"), typed(**said))
    assert answer.status_code == 422
    assert sentence in text_of(answer)
    assert 'value="Hall 3"' in text_of(answer)
    assert not BusinessEvent.objects.exists()


def test_facts_are_changed_by_who_makes_it(cast: Cast) -> None:
    event = fair(cast)
    assert 'value="₽90,000"' in text_of(visitor(cast.anna).get(url("edit", event))) or "90,000" in text_of(
        visitor(cast.anna).get(url("edit", event))
    )
    visitor(cast.sergey).post(url("edit", event), typed(name="Ours"))
    event.refresh_from_db()
    assert (event.name, event.city) == ("Ours", "Kazan")
    for person, status in ((cast.igor, 403), (cast.boris, 403), (cast.olga, 404)):
        assert visitor(person).get(url("edit", event)).status_code == status
        assert visitor(person).post(url("edit", event), typed()).status_code == status
    assert is_sign_in(visitor().post(url("edit", event), typed()))


def test_before_it_begins_the_page_is_about_whom_to_meet(cast: Cast) -> None:
    event = fair(cast, starts=5, goal="Ten dairies")
    client = cast.client("Bakery", owner=cast.anna)
    ContactPoint.add(client, kind="phone", value="8 912 640-18-22", by=cast.anna)
    Encounter.plan(
        event, client, by=cast.anna, why="The contract ends", offer="A trial lot", contact=cast.contact(client)
    )
    Encounter.plan(event, company="Rye and Co", person="Pavel", by=cast.anna)
    page = text_of(visitor(cast.anna).get(url("event", event)))
    for words in ("The contract ends", "A trial lot", "commercial director", "tel:+79126401822", "Ten dairies", "Rye"):
        assert words in page
    assert ("not in the base yet" in page, 'id="results"' in page, "Mark" in page) == (True, False, False)


def test_there_and_after_it_shows_what_came_of_it(cast: Cast) -> None:
    event = fair(cast, starts=-5)
    deal = cast.deal()
    Encounter.plan(event, deal.client, by=cast.anna).meet(by=cast.anna, note="Wants samples")
    Encounter.plan(event, company="Gone", by=cast.anna).miss(by=cast.anna)
    Encounter.plan(event, company="Unknown", by=cast.anna)
    get_acquainted(event, Newcomer(company="Rye and Co"), by=cast.anna)
    deal.win(by=cast.vera, override_reason="Paid")
    page = text_of(visitor(cast.anna).get(url("event", event)))
    for words in ("Wants samples", "Not met", "new client", "not planned", "1 from the list, 1 besides", "480,000"):
        assert words in page
    assert "1 still without a result" in page
    assert "45,000" in page  # 90 000 for two meetings


def test_the_page_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    event = fair(cast, starts=-1)
    for number in range(8):
        client = cast.client(f"Shop {number}", owner=cast.anna)
        cast.deal(client=client)
        planned = Encounter.plan(event, client, by=cast.anna, contact=cast.contact(client))
        if number % 2:
            planned.meet(by=cast.anna)
    anna = visitor(cast.anna)
    anna.get(url("event", event))
    with django_assert_max_num_queries(12):
        anna.get(url("event", event))


def test_who_goes_is_said(cast: Cast) -> None:
    event = fair(cast)
    visitor(cast.anna).post(url("people", event), {"person": cast.olga.pk})
    going = event.participants.get(person=cast.olga)
    assert "FoodExpo" in text_of(visitor(cast.olga).get(LIST))
    visitor(cast.igor).post(url("people", event), {"person": cast.igor.pk})
    assert event.participants.count() == 3
    assert visitor(cast.igor).post(url("people", event), {"person": cast.vera.pk}).status_code == 403
    assert visitor(cast.boris).post(url("people", event), {"person": cast.boris.pk}).status_code == 403
    drop = reverse("business_events:call_off", args=[going.pk])
    assert visitor(cast.igor).post(drop).status_code == 403
    assert is_sign_in(visitor().post(drop))
    visitor(cast.anna).post(drop)
    assert visitor(cast.olga).get(url("event", event)).status_code == 404
    assert visitor(cast.olga).post(url("people", event), {"person": cast.olga.pk}).status_code == 404


def test_a_deal_is_linked_by_hand_and_taken_off(cast: Cast) -> None:
    event, deal = fair(cast), cast.deal()
    anna = visitor(cast.anna)
    assert "Northern Bakery: Cake boxes" in text_of(anna.get(url("link", event)))
    anna.post(url("link", event), {"deal": deal.pk})
    assert "linked by hand" in text_of(anna.get(url("event", event)))
    assert "You have no deal" in text_of(anna.get(url("link", event)))
    link = EventDeal.objects.get()
    off = reverse("business_events:unlink", args=[link.pk])
    other = fair(cast, name="Other")
    assert anna.post(url("link", other), {"deal": deal.pk}).status_code == 409
    for person, status in ((cast.igor, 403), (cast.olga, 404), (cast.boris, 403)):
        assert visitor(person).post(off).status_code == status
        assert visitor(person).post(url("link", event), {"deal": deal.pk}).status_code == status
    assert is_sign_in(visitor().post(off))
    assert is_sign_in(visitor().post(url("link", event), {"deal": deal.pk}))
    assert anna.post(url("link", event), {"deal": "x"}).status_code == 404
    anna.post(off)
    assert not EventDeal.objects.exists()
