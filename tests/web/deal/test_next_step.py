"""What to do now, with the right number to call."""

from datetime import datetime, timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.clients.contact_point import ContactPoint
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.touches.next_step import NextStep
from vedu.web.deal.next_step import NextStepView, next_step_of, planning_of
from vedu.web.deal.people import people_of
from vedu.web.shell.clock import Clock


def view(deal: Deal, now: datetime | None = None) -> NextStepView:
    fresh = Deal.objects.select_related("client", "stage", "owner", "next_step").get(pk=deal.pk)
    return next_step_of(fresh, people_of(fresh), Clock.here(now))


def stepless(cast: Cast) -> Deal:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    deal.refresh_from_db()
    return deal


def plan(deal: Deal, cast: Cast, **facts: object) -> None:
    facts = {"kind": "call", "due_at": timezone.now() + timedelta(days=3), **facts}
    deal.plan(NextStep(**facts), by=cast.anna)  # type: ignore[arg-type]


def phone(cast: Cast, deal: Deal, number: str, name: str = "") -> ContactPoint:
    contact = cast.contact(deal.client, name) if name else None
    return ContactPoint.add(deal.client, kind="phone", value=number, contact=contact, by=cast.anna)


def test_a_later_step_is_grey_and_calm(cast: Cast) -> None:
    found = view(cast.deal())
    assert (found.state, found.title, found.why) == ("later", "Confirm the need", "")
    assert found.completion_url.endswith("/completion")


def test_a_red_step_says_why(cast: Cast) -> None:
    found = view(cast.deal(), timezone.now() + timedelta(days=4))
    assert found.state == "overdue"
    assert found.why == "Call is overdue by 3\u00a0days"


def test_without_a_step_the_words_say_since_when(cast: Cast) -> None:
    found = view(stepless(cast))
    assert found.state == "none"
    assert found.when == "The next step is not planned yet"
    assert found.reach is None


def test_the_day_and_the_hour(cast: Cast) -> None:
    deal = stepless(cast)
    due = (timezone.localtime() + timedelta(days=1)).replace(hour=14, minute=5)
    plan(deal, cast, due_at=due)
    assert view(deal).when == "Tomorrow, 14:05"
    deal.tasks.open().get().move_due(due, by=cast.anna, has_time=False)
    assert view(deal).when == "Tomorrow"


def test_the_person_of_the_step_is_called(cast: Cast) -> None:
    deal = stepless(cast)
    phone(cast, deal, "84951112233")
    point = phone(cast, deal, "89178123041", "Olga")
    plan(deal, cast, contact=point.contact)
    found = view(deal)
    assert found.whom == "Olga"
    assert found.reach is not None
    assert (found.reach.url, found.reach.text) == ("tel:+79178123041", "+7 917 812-30-41")


def test_without_a_person_the_one_who_decides_is_called(cast: Cast) -> None:
    deal = stepless(cast)
    phone(cast, deal, "89170000001", "Anyone")
    point = phone(cast, deal, "89178123041", "Olga")
    assert point.contact is not None
    CommitteeMember.name_role(deal, point.contact, "decision_maker", by=cast.anna)
    plan(deal, cast)
    found = view(deal).reach
    assert found is not None
    assert found.url == "tel:+79178123041"


def test_the_clients_own_phone_is_the_last_resort(cast: Cast) -> None:
    deal = stepless(cast)
    plan(deal, cast)
    assert view(deal).reach is None
    phone(cast, deal, "84951112233")
    found = view(deal).reach
    assert found is not None
    assert found.url == "tel:+74951112233"


def test_a_letter_is_written_to_an_address(cast: Cast) -> None:
    deal = stepless(cast)
    ContactPoint.add(deal.client, kind="email", value="Olga@Volga.example", by=cast.anna)
    plan(deal, cast, kind="email")
    found = view(deal)
    assert found.writes
    assert found.reach is not None
    assert found.reach.url == "mailto:olga@volga.example"


def test_planning_proposes_a_call_on_a_working_day(cast: Cast) -> None:
    planning = planning_of(cast.deal(), Clock.here())
    assert '<option value="call" selected>' in planning.fields
    assert planning.url.endswith("/tasks")
