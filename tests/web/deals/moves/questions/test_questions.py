"""What each question asks, says and refuses; how a move uses them is in test_asking.py."""

from collections.abc import Mapping

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.translation import override

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.talk.need import Need
from vedu.web.deals.moves.ask import QUESTIONS, Ask, asked, unasked
from vedu.web.deals.moves.questions.conversation import ConversationQuestion
from vedu.web.deals.moves.questions.decision_maker import DecisionMakerQuestion
from vedu.web.deals.moves.questions.need import NeedQuestion
from vedu.web.deals.moves.questions.objections import ObjectionsQuestion
from vedu.web.deals.moves.questions.papers import DocumentsQuestion
from vedu.web.deals.moves.questions.presentation import PresentationQuestion
from vedu.web.deals.moves.questions.question import Question


def form(kind: EvidenceKind, **said: object) -> QueryDict:
    made = QueryDict(mutable=True)
    for name, value in said.items():
        made.setlist(f"{kind}-{name}", [str(each) for each in (value if isinstance(value, list) else [value])])
    return made


def html(question: Question) -> str:
    with override("en"):
        return render_to_string(question.template, {"question": question})


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def test_every_kind_of_evidence_has_its_question(deal: Deal) -> None:
    assert set(QUESTIONS) == set(EvidenceKind)
    with override("en"):
        phrases = [question(deal).to_do for question in QUESTIONS.values()]
    assert len(set(phrases)) == len(phrases)
    assert all(phrase[0].islower() and not phrase.endswith(".") for phrase in phrases)


def test_every_question_can_be_shown_empty(deal: Deal) -> None:
    for question in QUESTIONS.values():
        assert html(question(deal)).strip() or question is ObjectionsQuestion


def test_confirmed_needs_are_not_asked_again(cast: Cast, deal: Deal) -> None:
    Need.note(deal, words="Confirmed one", by=cast.anna).confirm(by=cast.anna)
    Need.note(deal, words="Noted one", by=cast.anna)
    assert [need.words for need in NeedQuestion(deal).offered] == ["Noted one"]
    assert [need.words for need in PresentationQuestion(deal).offered] == ["Confirmed one"]


def test_nothing_is_marked_before_the_person_marks_it(cast: Cast, deal: Deal) -> None:
    need = Need.note(deal, words="Noted one", by=cast.anna)
    assert not NeedQuestion(deal).offered[0].is_chosen
    assert NeedQuestion(deal, form(EvidenceKind.NEED, needs=[need.pk])).offered[0].is_chosen
    assert "checked" not in html(NeedQuestion(deal))


def test_a_deal_without_needs_is_asked_for_one(deal: Deal) -> None:
    page = html(NeedQuestion(deal))
    assert "in his own words?" in page
    assert "Write down another need" not in page


def test_people_of_the_client_are_offered_as_who_decides(cast: Cast, deal: Deal) -> None:
    contact = cast.contact(deal.client)
    other = cast.contact(cast.client("Other", owner=cast.anna), "Stranger")
    page = html(DecisionMakerQuestion(deal))
    assert contact.name in page
    assert "Stranger" not in page
    assert not DecisionMakerQuestion(deal, form(EvidenceKind.DECISION_MAKER, contact=other.pk)).is_valid()


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"channel": "smoke", "outcome": "talked", "text": "x"},
        {"channel": "call", "outcome": "no_answer", "text": "x"},
    ],
)
def test_a_conversation_is_what_the_client_answered(deal: Deal, said: Mapping[str, str]) -> None:
    assert not ConversationQuestion(deal, form(EvidenceKind.CONTACT, **said)).is_valid()


def test_a_reply_is_an_incoming_touch(cast: Cast, deal: Deal) -> None:
    question = ConversationQuestion(deal, form(EvidenceKind.CONTACT, channel="email", outcome="replied", text="Yes"))
    assert question.is_valid()
    question.answer(cast.anna)
    touch = deal.touches.get()
    assert (touch.direction, touch.two_way) == ("in", True)


def test_each_objection_has_its_own_fields(cast: Cast, deal: Deal) -> None:
    first, second = cast.object_to(deal), cast.object_to(deal, "We will think")
    question = ObjectionsQuestion(deal)
    assert [each.objection for each in question.objections] == [first, second]
    page = html(question)
    assert page.count("<textarea") == 2
    assert "<q>We will think</q>" in page


def test_a_number_is_needed_for_papers(deal: Deal) -> None:
    assert not DocumentsQuestion(deal, form(EvidenceKind.DOCUMENTS, note="  ")).is_valid()
    assert DocumentsQuestion(deal, form(EvidenceKind.DOCUMENTS, note="318")).is_valid()


def test_a_form_answers_only_the_questions_it_names(deal: Deal) -> None:
    said = QueryDict("asked=paid&asked=nonsense&asked=need_confirmed&asked=paid")
    assert [question.kind for question in asked(deal, said)] == [EvidenceKind.PAID, EvidenceKind.NEED]


def test_the_title_names_the_stage_and_the_one_thing_or_how_many(cast: Cast, deal: Deal) -> None:
    stage = cast.stage(4)
    questions = unasked(deal, deal.missing_for(stage))
    with override("en"):
        many = Ask(deal, stage, questions, may_override=False)
        assert many.title == "To go on to “Presentation, proposal”, 3 things are missing"
        assert many.is_long
        one = Ask(deal, stage, questions[:1], may_override=False)
        assert one.title == "To go on to “Presentation, proposal”, name the one who decides"
        assert not one.is_long
