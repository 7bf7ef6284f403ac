"""The form that is always open."""

import json
from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast, step
from vedu.sales.touches.task import Task
from vedu.web.shell.clock import Clock
from vedu.web.touches.choice import Choice
from vedu.web.touches.composer import Composer

WARNING = "The deal stays without a next step"


def composer(task: Task | None = None, **facts: object) -> Composer:
    people = [Choice("7", "Olga & Co", True), Choice("8", "Pavel")]
    return Composer(url="/here", client_id=1, contacts=people, clock=Clock.here(), step=task, **facts)  # type: ignore[arg-type]


def planned(cast: Cast, days: int, kind: str = "call") -> Task:
    deal = cast.deal()
    return deal.plan(step(days, kind), by=cast.anna)


def test_without_a_step_a_note_is_open_and_a_call_proposed() -> None:
    empty = composer()
    assert 'value="note" checked' in empty.tabs
    assert '<option value="call" selected>' in empty.step_fields
    assert empty.planned == ""
    assert not empty.is_due


def test_a_step_due_today_opens_its_tab(cast: Cast) -> None:
    task = planned(cast, 1, "email")
    task.move_due(timezone.now() - timedelta(minutes=5), by=cast.anna)
    due = composer(task)
    assert due.is_due
    assert 'value="email" checked' in due.tabs
    assert due.planned.startswith("E-mail · ")


def test_a_later_step_stays_and_nothing_is_proposed(cast: Cast) -> None:
    later = composer(planned(cast, 5))
    assert not later.is_due
    assert 'value="note" checked' in later.tabs
    assert "selected" not in later.step_fields
    assert 'class="v-step-fields keeps"' in later.step_fields


def test_only_a_deal_warns_of_the_missing_step() -> None:
    assert WARNING in composer().step_fields
    assert WARNING not in composer(of_deal=False).step_fields


def test_people_are_chosen_and_escaped() -> None:
    assert '<option value="7" selected>Olga &amp; Co</option><option value="8">Pavel</option>' in composer().how


def test_the_list_of_people_can_be_swapped_alone() -> None:
    assert 'hx-swap-oob="true"' in composer().contact("oob")
    assert "hx-swap-oob" not in composer().how


def test_scripts_know_the_proposals() -> None:
    known = json.loads(composer().proposals_json)
    assert known["talked"]["kind"] == "call"
    assert set(known["talked"]) == {"kind", "on", "at"}
