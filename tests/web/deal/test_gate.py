"""What is missing to the next stage, and the one button for the first thing missing."""

import pytest

from vedu.sales.deals.gate_facts import GateFacts
from vedu.web.deal.gate import Gate, gate_of
from vedu.web.deal.path import StageRow

ALL = {"presentation_made", "documents_issued", "paid"}
STAGES = [
    StageRow(1, "Contact", 0, 3, ["decision_maker_known", "contact_established"]),
    StageRow(2, "Needs", 1, 3, ["need_confirmed"]),
    StageRow(3, "Talk", 2, 3, ["presentation_made", "objections_answered"]),
    StageRow(4, "Papers", 3, 3, ["documents_issued", "paid"]),
]


def gate(stage: int, **facts: object) -> Gate:
    return gate_of(STAGES, stage, GateFacts(**facts))  # type: ignore[arg-type]


def test_what_is_missing_comes_first_and_has_the_button() -> None:
    found = gate(1, has_contact=True)
    assert found.head == "One thing is missing for the stage “Needs”"
    assert (found.lacking, found.met) == (["name who decides"], ["contact is established"])
    assert found.first is not None
    assert (found.first.button, found.first.place) == ("Name who decides", "committee-form")


def test_several_things_are_counted_and_earlier_stages_count_too() -> None:
    found = gate(2)
    assert found.head == "3 things are missing for the stage “Talk”"
    assert found.lacking == ["name who decides", "establish contact", "write down a need"]


def test_an_open_way_says_so() -> None:
    found = gate(1, has_contact=True, roles={"decision_maker"})
    assert found.is_open
    assert found.head == "The way to the stage “Needs” is open"
    assert found.first is None


def test_what_was_met_long_ago_gives_way() -> None:
    known = {"has_contact": True, "roles": {"decision_maker"}, "needs": [True]}
    assert gate(4, **known, recorded=ALL).met == [
        "the presentation was made",
        "no objections without an answer",
        "contract and invoice are issued",
        "payment is received",
    ]
    assert len(gate(4, **known).met) == 1


def test_contact_is_written_in_the_composer() -> None:
    first = gate(1, roles={"decision_maker"}).first
    assert first is not None
    assert (first.place, first.tab) == ("composer", "call")


@pytest.mark.parametrize(
    ("needs", "lacking", "place"),
    [([], "write down a need", "need-words"), ([False, False], "confirm a need: 0 of 2", "need-confirm")],
)
def test_a_need_is_first_written_then_confirmed(needs: list[bool], lacking: str, place: str) -> None:
    found = gate(2, has_contact=True, roles={"decision_maker"}, needs=needs)
    assert found.lacking == [lacking]
    assert found.first is not None
    assert found.first.place == place


def test_open_objections_are_counted() -> None:
    known = {"has_contact": True, "roles": {"decision_maker"}, "needs": [True], "recorded": ALL}
    assert gate(3, **known, objections=[True, False, False]).lacking == ["answer the objections: 2"]
    assert gate(3, **known, objections=[True]).met[-1] == "no objections without an answer"


def test_at_the_end_of_the_pipeline_the_deal_is_won() -> None:
    known = {"has_contact": True, "roles": {"decision_maker"}, "needs": [True]}
    assert gate(4, **known, recorded=ALL).head == "Everything is there to win the deal"
    assert gate(4, **known, recorded=ALL - {"paid"}).head == "One thing is missing to win the deal"
    found = gate(4, **known, recorded={"presentation_made"})
    assert found.next_stage is None
    assert found.lacking == ["issue contract and invoice", "receive the payment"]
    assert found.first is not None
    assert found.first.place == "evidence-documents_issued"


def test_the_presentation_is_recorded_in_its_form() -> None:
    found = gate(3, has_contact=True, roles={"decision_maker"}, needs=[True])
    assert found.first is not None
    assert found.first.place == "evidence-presentation_made"
