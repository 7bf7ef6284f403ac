"""What next step a touch usually asks for."""

from datetime import datetime

import pytest
from django.utils import timezone

from vedu.sales.touches.channel import Outcome
from vedu.web.touches.composer_words import lists, tabs
from vedu.web.touches.proposals import Proposal, after_task, proposals


def at(text: str) -> datetime:
    return timezone.make_aware(datetime.fromisoformat(text))


TUESDAY, FRIDAY, SATURDAY = at("2026-11-24 11:20"), at("2026-11-27 11:20"), at("2026-11-28 11:20")


def test_after_a_talk_a_call_in_two_working_days() -> None:
    assert proposals(TUESDAY)["talked"] == Proposal("call", "2026-11-26", "10:00")
    assert proposals(FRIDAY)["talked"].on == "2026-12-01"


def test_nobody_answered_once_more_today_or_in_the_morning() -> None:
    assert proposals(TUESDAY)["no_answer"] == Proposal("call", "2026-11-24", "14:00")
    assert proposals(at("2026-11-24 16:00"))["no_answer"] == Proposal("call", "2026-11-25", "10:00")
    assert proposals(SATURDAY)["no_answer"].on == "2026-11-30"


def test_a_wrong_number_asks_for_research_and_a_refusal_for_a_pause() -> None:
    assert proposals(TUESDAY)["wrong_number"] == Proposal("brief", "2026-11-25", "")
    assert proposals(TUESDAY)["refused"].on == "2026-12-08"


def test_a_letter_is_followed_by_a_call_and_a_meeting_by_a_letter() -> None:
    assert proposals(TUESDAY)["email"].kind == "call"
    assert proposals(TUESDAY)["meeting"] == Proposal("email", "2026-11-25", "")


def test_every_outcome_and_every_tab_that_plans_has_a_proposal() -> None:
    known = proposals(TUESDAY)
    assert {choice.value for choice in lists()["outcomes"]} <= set(known)
    assert {tab.value for tab in tabs()["tabs"]} - {"call", "note"} <= set(known)
    assert set(known) >= {str(Outcome.TALKED), str(Outcome.DROPPED)}


@pytest.mark.parametrize(
    ("kind", "follows"), [("meeting", "email"), ("call", "call"), ("return", "call"), ("", "call")]
)
def test_what_follows_a_finished_task(kind: str, follows: str) -> None:
    assert after_task(kind, TUESDAY).kind == follows
