"""The short check: taken by sellers, written by heads."""

import re

import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.sales.catalogue.goods import QUESTIONS, boxes, checked_boxes, took
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.sales.catalogue.attempt import CheckAttempt
from vedu.sales.catalogue.product import Product
from vedu.web.catalogue.check_sheet import sheet_of

RIGHT = {"number": "1", "answer-0": "1", "answer-1": "1", "answer-2": "0"}


@pytest.fixture
def product(cast: Cast) -> Product:
    return checked_boxes(cast)


def page_of(product: Product, name: str = "check") -> str:
    return reverse(f"catalogue:{name}", args=[product.pk])


def test_the_questions_are_shuffled_and_nothing_is_lost(product: Product) -> None:
    orders = {tuple(one.number for one in sheet_of(product.asked_check)) for _time in range(60)}
    assert len(orders) > 1
    assert all(sorted(order) == [0, 1, 2] for order in orders)
    for one in sheet_of(product.asked_check, {0: 2}):
        assert sorted(option.text for option in one.options) == sorted(QUESTIONS[one.number].options)
        assert [option.number for option in one.options if option.is_chosen] == ([2] if one.number == 0 else [])


def test_a_seller_passes(cast: Cast, product: Product) -> None:
    anna = visitor(cast.anna)
    page = text_of(anna.get(page_of(product)))
    assert "How thick is the board?" in page
    assert "Three layers make 3 mm." not in page
    answer = anna.post(page_of(product), RIGHT)
    made = CheckAttempt.objects.get()
    assert answer.headers["Location"] == reverse("catalogue:attempt", args=[made.pk])
    assert "Passed: you may present the product" in text_of(anna.get(answer.headers["Location"]))


def test_what_was_wrong_is_explained(cast: Cast, product: Product) -> None:
    anna = visitor(cast.anna)
    page = text_of(anna.post(page_of(product), RIGHT | {"answer-0": "0", "answer-1": "0"}, follow=True))
    assert "Not passed yet" in page
    assert "Three layers make 3 mm." in page
    assert "Right answers: 1 of 3, 2 are enough." in page
    assert "We sell from one box." not in page
    assert "Take it once more" in page


def test_what_was_chosen_survives_a_missing_answer(cast: Cast, product: Product) -> None:
    answer = visitor(cast.anna).post(page_of(product), {"number": "1", "answer-1": "1", "answer-2": "0"})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Choose an answer to “How thick is the board?”" in page
    assert len(re.findall(r" checked required", page)) == 2
    assert not CheckAttempt.objects.exists()


def test_questions_that_changed_meanwhile_are_said(cast: Cast, product: Product) -> None:
    product.publish_check(QUESTIONS[:1], pass_mark=1, by=cast.sergey)
    answer = visitor(cast.anna).post(page_of(product), RIGHT)
    assert answer.status_code == 409
    assert "open the check anew" in text_of(answer)


def test_a_product_without_a_check_says_so(cast: Cast) -> None:
    answer = visitor(cast.anna).get(page_of(boxes(cast)))
    assert answer.status_code == 422
    assert "This product has no check" in text_of(answer)


def test_who_may_take_it_and_read_the_result(cast: Cast, product: Product) -> None:
    assert visitor(cast.boris).get(page_of(product)).status_code == 403
    assert visitor(cast.boris).post(page_of(product), RIGHT).status_code == 403
    assert is_sign_in(visitor().get(page_of(product)))
    url = reverse("catalogue:attempt", args=[took(product, cast.anna).pk])
    for one in (cast.anna, cast.sergey, cast.vera):
        assert visitor(one).get(url).status_code == 200
    for one in (cast.igor, cast.olga, cast.boris):
        assert visitor(one).get(url).status_code == 404
    assert is_sign_in(visitor().get(url))


TYPED = {
    "question-1-text": "What holds the lid?",
    "question-1-option-0": "Glue",
    "question-1-option-2": "A lock",
    "question-1-right": "2",
    "question-1-why": "Look at it",
    "pass_mark": "1",
}


def test_a_head_writes_it_and_gaps_close(cast: Cast) -> None:
    product = boxes(cast)
    visitor(cast.sergey).post(page_of(product, "check_edit"), TYPED)
    product.refresh_from_db()
    (question,) = product.asked_check.asked
    assert (question.options, question.right, question.why) == (("Glue", "A lock"), 1, "Look at it")
    assert "A lock" in text_of(visitor(cast.sergey).get(page_of(product, "check_edit")))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"question-1-right": ""}, "Mark the right answer"),
        ({"question-1-right": "1"}, "Mark the right answer"),
        ({"question-1-option-2": ""}, "needs two to five answers"),
        ({"pass_mark": "2"}, "from 1 to 1 right answers"),
        ({"pass_mark": "x"}, "from 1 to 1 right answers"),
    ],
)
def test_a_fault_is_named_and_nothing_typed_is_lost(cast: Cast, typed: dict[str, str], sentence: str) -> None:
    product = boxes(cast)
    answer = visitor(cast.sergey).post(page_of(product, "check_edit"), TYPED | typed)
    page = text_of(answer)
    assert answer.status_code == 422
    assert sentence in page
    assert "What holds the lid?" in page
    assert not Product.objects.get(pk=product.pk).has_check


def test_a_considerable_change_is_ticked_there_too(cast: Cast, product: Product) -> None:
    visitor(cast.sergey).post(page_of(product, "check_edit"), TYPED | {"considerable": "on"})
    assert Product.objects.get(pk=product.pk).knowledge_version == 2


def test_it_is_taken_out(cast: Cast, product: Product) -> None:
    visitor(cast.sergey).post(page_of(product, "check_withdrawal"))
    assert not Product.objects.get(pk=product.pk).has_check
