"""Every kind of event in words."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.clients.handover import Handover
from vedu.clients.requisites import write as write_requisites
from vedu.foundation.events import Event
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.talk.need import Need
from vedu.web.touches import timeline
from vedu.web.touches.line import Line


def newest(deal: Deal, cast: Cast) -> Line:
    """The last thing that happened, as Anna reads it."""
    fresh = Deal.objects.select_related("client__owner", "owner").get(pk=deal.pk)
    return timeline.of_client(fresh.client, cast.anna).days[0].lines[0]


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def test_a_new_deal(cast: Cast, deal: Deal) -> None:
    lines = timeline.of_deal(deal, cast.anna).days[0].lines
    assert [line.what for line in lines] == [
        "The deal is open: Preparation · 480,000\u00a0₽",
        "Planned: Call · tomorrow · Confirm the need",
    ]


def test_a_move_forward_back_and_past_the_gates(cast: Cast, deal: Deal) -> None:
    deal.move_to(cast.stage(1), by=cast.anna)
    assert newest(deal, cast).what == "Preparation → Decision maker · You"
    deal.move_to(cast.stage(0), by=cast.anna)
    assert newest(deal, cast).what == "Decision maker → Preparation · a step back · You"
    deal.move_to(cast.stage(3), by=cast.sergey, override_reason="The client asked")
    expected = "Preparation → Needs · let through without evidence: “The client asked” · Sergey Lapin"
    assert newest(deal, cast).what == expected
    assert newest(deal, cast).tone == "system"


def test_a_refusal_with_and_without_a_return(cast: Cast, deal: Deal) -> None:
    day = timezone.localdate() + timedelta(days=1)
    deal.lose(by=cast.anna, reason=cast.reason(), return_on=day)
    assert newest(deal, cast).what == "Refusal: Expensive · return tomorrow"
    deal.reopen(by=cast.anna, why="They called")
    line = newest(deal, cast)
    assert (line.what, line.body) == ("The deal is in work again", "They called")
    deal.lose(by=cast.anna, reason=cast.reason("no_need"))
    assert newest(deal, cast).what == "Refusal: No need · do not return"


def test_put_off_and_won(cast: Cast, deal: Deal) -> None:
    deal.postpone(by=cast.anna, until=timezone.localdate() + timedelta(days=1))
    assert newest(deal, cast).what == "The deal is put off, return tomorrow"
    deal.reopen(by=cast.anna)
    deal.win(by=cast.sergey, override_reason="Paid in cash")
    assert newest(deal, cast).what == "The deal is won · 480,000\u00a0₽"


def test_changed_facts_say_what_was(cast: Cast, deal: Deal) -> None:
    day = timezone.localdate() + timedelta(days=1)
    for facts, words in (
        ({"amount": Decimal(500)}, "The value is changed, it was 480,000\u00a0₽"),
        ({"name": "Lids"}, "The name is changed, it was “Cake boxes”"),
        ({"expected_on": day}, "The expected day is set"),
        ({"expected_on": None}, "The expected day is changed, it was tomorrow"),
        ({"source": "fair"}, "The source is set"),
        ({"source": "site"}, "The source is changed, it was “fair”"),
        ({"amount": Decimal(7), "currency": "USD"}, "The value is changed, it was 500\u00a0₽"),
    ):
        deal.describe(by=cast.anna, **facts)
        assert newest(deal, cast).what == words


def test_a_value_in_another_currency_keeps_it(cast: Cast, deal: Deal) -> None:
    deal.describe(by=cast.anna, currency="USD")
    deal.describe(by=cast.anna, amount=Decimal(9))
    assert newest(deal, cast).what == "The value is changed, it was $480,000"


def test_tasks(cast: Cast, deal: Deal) -> None:
    task = deal.tasks.get()
    task.move_due(timezone.now() + timedelta(days=2), by=cast.anna, has_time=False)
    assert newest(deal, cast).what.startswith("Put off, it was tomorrow: Call · ")
    task.complete(by=cast.anna, result="Agreed")
    line = newest(deal, cast)
    assert (line.what, line.body, line.tone) == ("The task is closed: Confirm the need", "Agreed", "")


def test_a_task_closed_without_words_is_a_small_line(cast: Cast, deal: Deal) -> None:
    deal.tasks.get().complete(by=cast.anna)
    assert newest(deal, cast).tone == "system"


def test_what_the_client_said(cast: Cast, deal: Deal) -> None:
    need = Need.note(deal, words="Crushed", by=cast.anna)
    line = newest(deal, cast)
    assert (line.what, line.body, line.is_quote) == ("Need", "Crushed", True)
    need.confirm(by=cast.anna)
    assert newest(deal, cast).what == "Need confirmed"
    objection = cast.object_to(deal)
    assert newest(deal, cast).what == "Objection"
    objection.reply(answer="Count", by=cast.anna)
    assert newest(deal, cast).what == "Answer to the objection “Expensive”"


def test_who_decides_and_evidence(cast: Cast, deal: Deal) -> None:
    CommitteeMember.name_role(deal, cast.contact(deal.client), "decision_maker", by=cast.anna)
    assert newest(deal, cast).what == "Olga Ryabinina · decision maker"
    deal.record_evidence("documents_issued", note="Invoice 318", by=cast.anna)
    line = newest(deal, cast)
    assert (line.what, line.body) == ("Contract and invoice issued", "Invoice 318")
    deal.record_evidence("paid", by=cast.anna)
    assert newest(deal, cast).what == "Payment received"


def test_a_client_changes_hands(cast: Cast, deal: Deal) -> None:
    handover = Handover.request(deal.client, by=cast.igor, why="I know them")
    line = newest(deal, cast)
    assert (line.who, line.what, line.body) == ("Igor Belov", " · asks about a handover", "I know them")
    handover.decline(by=cast.anna, why="Not now")
    assert newest(deal, cast).what == "No handover: the client stays where it is"
    deal.client.refresh_from_db()
    deal.client.assign(cast.igor, by=cast.sergey, why="Anna leaves")
    told = [(line.what, line.body) for line in timeline.of_client(deal.client, cast.anna).days[0].lines[:2]]
    assert ("The client is now led by: Igor Belov", "Anna leaves") in told
    assert ("The deal is now led by: Igor Belov", "") in told


def test_the_client_itself(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)

    def last() -> str:
        return timeline.of_client(client, cast.anna).days[0].lines[0].what

    lines = timeline.of_client(client, cast.anna).days[0].lines
    assert [line.what for line in lines] == ["The client is now led by: You", "The client is in the base"]
    client.describe(by=cast.anna, city="Samara")
    assert last() == "The client's data are changed"
    cast.contact(client, "Pavel")
    assert last() == "New person at the client: Pavel"
    write_requisites(client, by=cast.anna, inn="7707083893")
    assert last() == "The requisites are written"
    client.release(by=cast.anna, why="Not ours")
    assert last() == "The client is free again"


def test_a_head_who_steps_in_is_told_with_his_reason(cast: Cast, deal: Deal) -> None:
    deal.log_touch(by=cast.sergey, channel="call", override_reason="Anna is ill")
    told = [line.what for line in timeline.of_client(deal.client, cast.anna).days[0].lines]
    assert "Work instead of the owner, Sergey Lapin: “Anna is ill”" in told


def test_events_for_machines_are_not_shown(cast: Cast, deal: Deal) -> None:
    before = len(timeline.of_deal(deal, cast.anna).days[0].lines)
    Event.objects.create(kind="weather.changed", at=timezone.now(), deal_id=deal.pk, client_id=deal.client_id)
    assert len(timeline.of_deal(deal, cast.anna).days[0].lines) == before
