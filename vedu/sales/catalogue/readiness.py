"""Who is ready to present what: whoever passed the check of what is known today (TALK-3)."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db import models
from django.db.models import BigIntegerField, Count, Exists, Max, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.refusal import Reason
from vedu.sales.catalogue.attempt import CheckAttempt
from vedu.sales.catalogue.product import Product, Products


class Readiness(models.TextChoices):
    """A product without a check asks nothing of anybody. ``AGAIN``: passed, but what is known has changed since."""

    FREE = "free", pgettext_lazy("readiness", "no check")
    READY = "ready", pgettext_lazy("readiness", "ready")
    AGAIN = "again", pgettext_lazy("readiness", "due again")
    NOT_YET = "not_yet", pgettext_lazy("readiness", "not yet")


class Standing(NamedTuple):
    """``passed_at`` is the last time; ``right`` the best of his tries."""

    state: Readiness
    tries: int = 0
    right: int = 0
    passed_at: datetime | None = None

    @property
    def stops(self) -> bool:
        """He may not present it: he has never passed the check. Who passed an older one is only reminded."""
        return self.state == Readiness.NOT_YET


Standings = Mapping[tuple[int, int], Standing]


def standings(people: Collection[int], products: Collection[Product]) -> Standings:
    """By the ids of person and product; at most one query."""
    asked = [product for product in products if product.has_check]
    found = _attempts(people, [product.pk for product in asked]) if asked else {}
    known = {(person, one.pk): _standing(one, found.get((person, one.pk))) for person in people for one in asked}
    free = {(person, one.pk): Standing(Readiness.FREE) for person in people for one in products if not one.has_check}
    return known | free


def of_person(person: User, products: Collection[Product]) -> dict[int, Standing]:
    """By the id of the product."""
    return {product: standing for (_person, product), standing in standings([person.pk], products).items()}


def not_ready(person: User, products: Collection[Product]) -> list[Reason]:
    """A reason for each product that he may not present yet."""
    standing = of_person(person, products)
    return [_reason(product) for product in products if standing[product.pk].stops]


def to_learn(person: User) -> Products:
    """The products that are offered and whose check he has not passed since their knowledge last changed."""
    fresh = CheckAttempt.objects.filter(
        person=person, is_passed=True, product=OuterRef("pk"), knowledge_version__gte=OuterRef("knowledge_version")
    )
    return Product.objects.with_check().exclude(Exists(fresh))


class _Tried(NamedTuple):
    tries: int
    right: int
    passed_at: datetime | None
    version: int | None


def _attempts(people: Collection[int], products: Collection[int]) -> dict[tuple[int, int], _Tried]:
    """By kept SQL for one person and a page of products."""
    is_usual = len(people) == 1 and len(products) <= AT_ONCE
    rows = _OF_ONE.rows_in(products, *people) if is_usual else _tried(people, products)
    return {(person, product): _Tried(*facts) for person, product, *facts in rows}


def _tried(people: Collection[Any], products: Collection[Any]) -> "QuerySet[CheckAttempt, Any]":
    """By ids or by slots."""
    passed = Q(is_passed=True)
    return (
        CheckAttempt.objects.filter(person__id__in=people, product__id__in=products)
        .order_by()
        .values_list("person", "product")
        .annotate(
            tries=Count("pk"),
            best=Max("right"),
            passed_at=Max("at", filter=passed),
            version=Max("knowledge_version", filter=passed),
        )
    )


AT_ONCE = 60
_OF_ONE = Prepared(lambda *slots: _tried(slots[AT_ONCE:], slots[:AT_ONCE]), ids=AT_ONCE, fields=[BigIntegerField()])


def _standing(product: Product, tried: _Tried | None) -> Standing:
    if tried is None:
        return Standing(Readiness.NOT_YET)
    if tried.version is None:
        return Standing(Readiness.NOT_YET, tried.tries, tried.right)
    is_fresh = tried.version >= product.knowledge_version
    return Standing(Readiness.READY if is_fresh else Readiness.AGAIN, tried.tries, tried.right, tried.passed_at)


def _reason(product: Product) -> Reason:
    sentence = _("Pass the short check of “%(product)s” before you present it for the first time.")
    facts = {"product": product.pk, "product_name": product.name}
    return Reason("check-not-passed", sentence % {"product": product.name}, facts)
