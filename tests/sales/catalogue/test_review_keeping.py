"""TALK-3: what is known grows old. Wednesday noon is working time."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine

from tests.cast import Cast
from tests.sales.catalogue.goods import boxes
from vedu.foundation.people.notice import Notice
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.review import ProductReview
from vedu.sales.catalogue.review_keeping import keep_reviews

DAY = timedelta(days=1)
NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)  # a Wednesday


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


@pytest.fixture
def product(cast: Cast) -> Product:
    """To be read again after a week."""
    return boxes(cast, review_days=7)


def told() -> list[tuple[str, str]]:
    return list(Notice.objects.order_by("pk").values_list("person__username", "key"))


def test_who_answers_is_told_on_the_day_and_once(product: Product) -> None:
    assert product.review_due_on == date(2026, 4, 8)
    assert keep_reviews(NOON + 6 * DAY) == 0
    assert keep_reviews(NOON + 7 * DAY) == 1
    keep_reviews(NOON + 7 * DAY)
    keep_reviews(NOON + 8 * DAY)
    assert told() == [("sergey", f"{product.pk}:2026-04-08")]
    assert Notice.objects.get().data == {"product": product.pk, "name": "Cake boxes", "on": "2026-04-08"}


def test_a_review_begins_the_interval_anew(cast: Cast, product: Product) -> None:
    product.confirm_review(by=cast.sergey, note="All right", at=NOON + 7 * DAY)
    assert Product.objects.get(pk=product.pk).review_due_on == date(2026, 4, 15)
    assert ProductReview.objects.get().note == "All right"
    assert keep_reviews(NOON + 8 * DAY) == 0
    keep_reviews(NOON + 14 * DAY)
    assert told() == [("sergey", f"{product.pk}:2026-04-15")]


def test_another_interval_counts_from_the_last_review(cast: Cast, product: Product) -> None:
    product.describe(by=cast.sergey, review_days=30)
    assert Product.objects.get(pk=product.pk).review_due_on == date(2026, 5, 1)
    product.describe(by=cast.sergey, review_days=None)
    assert keep_reviews(NOON + 60 * DAY) == 0


def test_without_anybody_the_owner_of_the_business_is_told(cast: Cast, product: Product) -> None:
    cast.sergey.is_active = False
    cast.sergey.save()
    keep_reviews(NOON + 7 * DAY)
    assert told() == [("vera", f"{product.pk}:2026-04-08")]


def test_it_waits_for_working_time(product: Product) -> None:
    assert keep_reviews(datetime(2026, 4, 12, 9, tzinfo=UTC)) == 0  # a Sunday
    assert not told()


def test_a_withdrawn_one_is_left_alone(cast: Cast, product: Product) -> None:
    product.withdraw(by=cast.sergey)
    assert keep_reviews(NOON + 7 * DAY) == 0
