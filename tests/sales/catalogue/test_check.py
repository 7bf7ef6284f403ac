from dataclasses import replace

import pytest

from tests.cast import Cast
from tests.sales.catalogue.goods import QUESTIONS, boxes, checked_boxes, took
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.catalogue.attempt import CheckAttempt
from vedu.sales.catalogue.check import KnowledgeCheck, Question
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import Readiness, of_person, standings


@pytest.fixture
def product(cast: Cast) -> Product:
    return checked_boxes(cast)


def test_questions_are_kept_in_versions(cast: Cast, product: Product) -> None:
    product.publish_check(QUESTIONS, pass_mark=2, by=cast.vera)
    assert product.checks.count() == 1
    product.publish_check(QUESTIONS[:2], pass_mark=1, by=cast.vera)
    check = product.asked_check
    assert (check.number, check.asked, check.pass_mark) == (2, list(QUESTIONS[:2]), 1)
    assert KnowledgeCheck.objects.get(number=1).asked == list(QUESTIONS)


@pytest.mark.parametrize(
    ("questions", "mark", "code"),
    [
        ((), 1, "question-needed"),
        (QUESTIONS * 2, 1, "questions-many"),
        (QUESTIONS, 0, "pass-mark-wrong"),
        (QUESTIONS, 4, "pass-mark-wrong"),
        ((replace(QUESTIONS[0], text=" "),), 1, "question-empty"),
        ((replace(QUESTIONS[0], options=("one",)),), 1, "options-wrong"),
        ((replace(QUESTIONS[0], options=("a", "a ")),), 1, "options-wrong"),
        ((replace(QUESTIONS[0], right=3),), 1, "right-needed"),
        ((replace(QUESTIONS[0], why="x" * 501),), 1, "too-long"),
    ],
)
def test_a_check_that_cannot_be_is_refused(cast: Cast, questions: tuple[Question, ...], mark: int, code: str) -> None:
    product = boxes(cast)
    with pytest.raises(Invalid) as refused:
        product.publish_check(questions, pass_mark=mark, by=cast.sergey)
    assert refused.value.codes == [code]
    assert not Product.objects.get(pk=product.pk).has_check


def test_enough_right_answers_make_ready(cast: Cast, product: Product) -> None:
    assert of_person(cast.anna, [product])[product.pk].state == Readiness.NOT_YET
    attempt = took(product, cast.anna, 1, 0, 0)
    assert (attempt.right, attempt.is_passed) == (2, True)
    standing = of_person(cast.anna, [product])[product.pk]
    assert (standing.state, standing.tries, standing.right) == (Readiness.READY, 1, 2)
    assert standing.passed_at == attempt.at
    told = Event.objects.get(kind="product.check_taken")
    assert (told.actor, told.data["passed"]) == (cast.anna, True)


def test_too_few_explain_what_was_wrong(cast: Cast, product: Product) -> None:
    attempt = took(product, cast.anna, 0, 0, 0)
    assert not attempt.is_passed
    assert [one.is_right for one in attempt.marked] == [False, False, True]
    assert attempt.marked[0].question.why == "Three layers make 3 mm."
    standing = of_person(cast.anna, [product])[product.pk]
    assert (standing.state, standing.tries, standing.stops) == (Readiness.NOT_YET, 1, True)


def test_an_old_attempt_keeps_its_questions(cast: Cast, product: Product) -> None:
    attempt = took(product, cast.anna, 0, 1, 0)
    product.publish_check(QUESTIONS[:1], pass_mark=1, by=cast.sergey)
    kept = CheckAttempt.objects.get(pk=attempt.pk)
    assert [one.question.text for one in kept.marked] == [one.text for one in QUESTIONS]
    assert of_person(cast.anna, [product])[product.pk].state == Readiness.READY


def test_a_considerable_change_of_knowledge_asks_again(cast: Cast, product: Product) -> None:
    took(product, cast.anna)
    product.publish_knowledge({}, is_considerable=True, by=cast.sergey)
    standing = of_person(cast.anna, [product])[product.pk]
    assert (standing.state, standing.stops) == (Readiness.AGAIN, False)
    took(product, cast.anna)
    assert of_person(cast.anna, [product])[product.pk].state == Readiness.READY


def test_each_has_his_own(cast: Cast, product: Product) -> None:
    free = boxes(cast, name="Film", sku="")
    took(product, cast.igor)
    found = standings([cast.anna.pk, cast.igor.pk], [product, free])
    assert {key: one.state for key, one in found.items()} == {
        (cast.anna.pk, product.pk): Readiness.NOT_YET,
        (cast.igor.pk, product.pk): Readiness.READY,
        (cast.anna.pk, free.pk): Readiness.FREE,
        (cast.igor.pk, free.pk): Readiness.FREE,
    }


def test_an_answer_to_each_question_is_needed(cast: Cast, product: Product) -> None:
    for answers in ({0: 1, 1: 1}, {0: 1, 1: 1, 2: 9}):
        with pytest.raises(Invalid) as refused:
            CheckAttempt.take(product, answers, number=1, by=cast.anna)
        assert (refused.value.codes, refused.value.reasons[0].facts["row"]) == (["answer-needed"], 2)
    assert not CheckAttempt.objects.exists()


def test_questions_that_changed_meanwhile_are_opened_anew(cast: Cast, product: Product) -> None:
    product.publish_check(QUESTIONS[:2], pass_mark=1, by=cast.sergey)
    with pytest.raises(Refused) as refused:
        CheckAttempt.take(product, {0: 1, 1: 1, 2: 0}, number=1, by=cast.anna)
    assert refused.value.codes == ["check-changed"]


def test_a_check_taken_out_asks_nobody(cast: Cast, product: Product) -> None:
    product.withdraw_check(by=cast.sergey)
    assert product.asked_check is None
    assert of_person(cast.anna, [product])[product.pk].state == Readiness.FREE
    with pytest.raises(Refused):
        CheckAttempt.take(product, {}, number=1, by=cast.anna)


def test_an_accountant_takes_none(cast: Cast, product: Product) -> None:
    with pytest.raises(NotAllowed):
        took(product, cast.boris)


def test_attempts_are_seen_by_who_made_them_and_their_head(cast: Cast, product: Product) -> None:
    attempt = took(product, cast.anna)
    seen = {name: attempt in CheckAttempt.objects.seen_by(getattr(cast, name)) for name in vars(cast) if name in NAMES}
    assert seen == {"anna": True, "igor": False, "sergey": True, "olga": False, "vera": True, "adam": True}


NAMES = {"anna", "igor", "sergey", "olga", "vera", "adam"}
