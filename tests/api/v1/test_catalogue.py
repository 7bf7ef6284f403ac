"""The catalogue: read by everybody, written by heads; checks by those who sell."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from tests.sales.catalogue.goods import QUESTIONS, boxes, checked_boxes, took
from vedu.clients.competitors.competitor import Competitor
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.catalogue.product import Product

FILM = {"name": "Film", "sku": "F-1", "unit": "roll", "price": {"amount": "1250.50", "currency": "RUB"}}


@pytest.fixture
def product(cast: Cast) -> Product:
    return checked_boxes(cast)


def test_a_head_adds_and_describes(cast: Cast, sergey: Caller) -> None:
    shelf = sergey.post("/product-categories", {"name": "Films"}).body["id"]
    made = sergey.post("/products", FILM | {"category": shelf, "responsible": cast.sergey.pk, "review_days": 30})
    assert (made.status, made.body["price"]) == (201, {"amount": "1250.50", "currency": "RUB"})
    assert made.body["category"] == {"id": shelf, "name": "Films"}
    path = f"/products/{made.body['id']}"
    changed = sergey.patch(path, {"price": None, "name": "Stretch film", "is_withdrawn": True}).body
    assert (changed["price"], changed["name"], changed["is_withdrawn"]) == (None, "Stretch film", True)
    assert (changed["sku"], changed["review_days"]) == ("F-1", 30)
    assert sergey.get(path).body == changed


def test_everybody_reads_and_finds(product: Product, anna: Caller, olga: Caller, boris: Caller) -> None:
    for caller in (anna, olga, boris):
        assert caller.get("/products").ids == [product.pk]
        assert caller.get(f"/products/{product.pk}/knowledge").body["benefits"][0]["feature"] == "Lid with a lock"
    assert anna.get("/products", q="crushed cakes").ids == [product.pk]
    assert anna.get("/products", q="film").ids == []
    assert anna.get("/products", is_withdrawn="true").ids == []


def test_sellers_write_nothing(product: Product, anna: Caller, boris: Caller) -> None:
    path = f"/products/{product.pk}"
    for caller in (anna, boris):
        answers = [
            caller.post("/products", FILM),
            caller.patch(path, {"name": "Mine"}),
            caller.patch(f"{path}/knowledge", {"doubts": []}),
            caller.post(f"{path}/reviews"),
            caller.call("PUT", f"{path}/check", {"questions": [], "pass_mark": 1}),
            caller.delete(f"{path}/check"),
            caller.get(f"{path}/readiness"),
            caller.post("/product-categories", {"name": "Mine"}),
        ]
        assert [one.codes for one in answers] == [["head-only"]] * len(answers)


def test_categories_are_kept(cast: Cast, sergey: Caller) -> None:
    shelf = sergey.post("/product-categories", {"name": "Films"}).body
    assert sergey.post("/product-categories", {"name": "FILMS"}).body == shelf
    assert sergey.patch(f"/product-categories/{shelf['id']}", {"name": "Foils"}).body["name"] == "Foils"
    sergey.post("/products", FILM | {"category": shelf["id"]})
    assert sergey.delete(f"/product-categories/{shelf['id']}").codes == ["category-in-use"]
    Product.objects.all().delete()
    assert sergey.delete(f"/product-categories/{shelf['id']}").status == 204
    assert sergey.get("/product-categories").ids == []


def test_knowledge_is_published_by_sections(cast: Cast, product: Product, sergey: Caller) -> None:
    rival = Competitor.add("Karton-Volga", by=cast.sergey)
    path = f"/products/{product.pk}/knowledge"
    second = sergey.get(path).body["benefits"][1]
    sent = {"benefits": [second], "comparisons": [{"competitor": rival.pk, "ours": "From one box"}]}
    known = sergey.patch(path, sent | {"is_considerable": True}).body
    assert (known["version"], known["benefits"]) == (2, [second])
    assert known["comparisons"][0]["competitor"] == rival.pk
    assert sergey.patch(path, {"doubts": [{"doubt": "x", "answer": ""}]}).codes == ["row-unfinished"]
    assert Benefit.standing_of(product).count() == 1


def test_a_review_begins_the_interval_anew(product: Product, sergey: Caller) -> None:
    sergey.patch(f"/products/{product.pk}", {"review_days": 30})
    reviewed = sergey.post(f"/products/{product.pk}/reviews", {"note": "Right"})
    assert reviewed.status == 201
    assert reviewed.body["reviewed_at"] is not None
    assert reviewed.body["review_due_on"] is not None


def test_the_right_answers_are_for_heads(product: Product, anna: Caller, sergey: Caller) -> None:
    path = f"/products/{product.pk}/check"
    asked, known = (caller.get(path).body["questions"][0] for caller in (anna, sergey))
    assert (asked["right"], asked["why"]) == (None, None)
    assert (known["right"], known["why"]) == (1, "Three layers make 3 mm.")


def test_a_check_is_published_and_taken_out(cast: Cast, sergey: Caller) -> None:
    path = f"/products/{boxes(cast).pk}/check"
    assert sergey.get(path).status == 404
    question = {"text": "Lid?", "options": ["Glue", "A lock"], "right": 1}
    assert sergey.call("PUT", path, {"questions": [question], "pass_mark": 2}).codes == ["pass-mark-wrong"]
    made = sergey.call("PUT", path, {"questions": [question], "pass_mark": 1})
    assert (made.status, made.body["number"]) == (200, 1)
    assert sergey.delete(path).status == 204
    assert sergey.get(path).status == 404


def test_a_seller_takes_it_and_is_marked(product: Product, anna: Caller) -> None:
    path = f"/products/{product.pk}/attempts"
    assert anna.get("/products", to_learn="true").ids == [product.pk]
    assert anna.post(path, {"number": 1, "answers": [1, 1]}).codes == ["answer-needed"]
    assert anna.post(path, {"number": 7, "answers": [1, 1, 0]}).codes == ["check-changed"]
    made = anna.post(path, {"number": 1, "answers": [1, 0, 0]})
    assert (made.status, made.body["right"], made.body["is_passed"]) == (201, 2, True)
    assert made.body["answers"][1] == {
        "question": QUESTIONS[1].text,
        "chosen": "Glue",
        "is_right": False,
        "right": "A lock",
        "why": "",
    }
    assert anna.get("/products", to_learn="true").ids == []


def test_attempts_and_readiness_are_seen_by_the_head(
    cast: Cast, product: Product, anna: Caller, igor: Caller, sergey: Caller, olga: Caller
) -> None:
    made = took(product, cast.anna).pk
    assert anna.get("/check-attempts").ids == sergey.get("/check-attempts", person=cast.anna.pk).ids == [made]
    assert igor.get("/check-attempts").ids == olga.get("/check-attempts").ids == []
    items = sergey.get(f"/products/{product.pk}/readiness").body["people"]
    assert {one["name"]: one["state"] for one in items} == {
        "Anna Kotova": "ready",
        "Igor Belov": "not_yet",
        "Sergey Lapin": "not_yet",
    }
