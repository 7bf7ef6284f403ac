"""A product of the catalogue: what it is, what it costs by the list, who answers for what is known of it (TALK-3)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import and_
from typing import Any, Self

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.foundation.search.spelling import stem
from vedu.foundation.search.terms import words_of
from vedu.foundation.values.money import Money
from vedu.sales.catalogue import benefit_words, check, publishing, review
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.check import KnowledgeCheck
from vedu.sales.catalogue.product_facts import LONGEST_NAME, LONGEST_SKU, LONGEST_UNIT, columns_of


class Products(models.QuerySet["Product"]):
    """The catalogue is read by everybody."""

    def offered(self) -> Self:
        """Those that are sold today."""
        return self.filter(is_withdrawn=False)

    def with_check(self) -> Self:
        return self.offered().filter(has_check=True)

    def review_due(self, at: datetime) -> Self:
        return self.offered().filter(review_due_on__lte=review.day_of(at))

    def found_by(self, query: str) -> Self:
        """Every word stands in the name, the code or the description, or in a problem that the product solves."""
        terms = words_of(query)
        return self.filter(reduce(and_, map(_said, terms))).distinct() if terms else self


def _said(word: str) -> models.Q:
    """In any form of the word."""
    plain = models.Q(name_folded__contains=stem(word)) | models.Q(sku_folded__contains=word)
    return plain | models.Q(pk__in=benefit_words.products_with(word))


class Product(PreparedSave):
    """The catalogue price of a unit is ``list_price``; price lists with tiers (DOC-1) will answer in its place.

    ``knowledge_version`` grows when what is known changes so much that sellers pass the check anew. Columns under
    "derived" are kept by the verbs."""

    name = models.CharField(max_length=LONGEST_NAME)
    sku = models.CharField(max_length=LONGEST_SKU, blank=True)
    unit = models.CharField(max_length=LONGEST_UNIT, blank=True)
    about = models.TextField(blank=True)
    price = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, default="RUB")
    category = models.ForeignKey(Category, null=True, blank=True, on_delete=models.PROTECT, related_name="products")
    responsible = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    review_days = models.PositiveSmallIntegerField(null=True, blank=True)
    is_withdrawn = models.BooleanField(default=False)
    knowledge_version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    # derived
    name_folded = models.CharField(max_length=LONGEST_NAME, editable=False)
    sku_folded = models.CharField(max_length=LONGEST_SKU, editable=False, blank=True)
    has_check = models.BooleanField(default=False)
    reviewed_at = models.DateTimeField(null=True, blank=True)
    review_due_on = models.DateField(null=True, blank=True)

    objects = Products.as_manager()

    class Meta:
        ordering = ["name_folded", "pk"]
        indexes = [models.Index(fields=["is_withdrawn", "review_due_on"], name="product_review_due")]
        constraints = [
            models.UniqueConstraint(fields=["name_folded", "sku_folded"], name="product_once"),
            models.UniqueConstraint(
                fields=["sku_folded"], condition=~models.Q(sku_folded=""), name="product_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    # questions

    @property
    def list_price(self) -> Money | None:
        """Of one unit; None where it has to be asked for."""
        return None if self.price is None else Money(self.price, self.currency)

    @property
    def asked_check(self) -> KnowledgeCheck | None:
        """The questions as they stand; None where there are none."""
        return self.checks.order_by("-number").first() if self.has_check else None

    # verbs

    @classmethod
    def add(cls, *, by: User, at: datetime | None = None, **facts: Any) -> Self:
        """For heads. ``facts``: name; sku, unit, about, price (Money or None), category, responsible, review_days.

        Raises Invalid for what cannot be kept, and for a product that is there already."""
        by.require_leading()
        at = at or timezone.now()
        product = cls(created_by=by, created_at=at, **columns_of({"name": "", **facts}))
        with transaction.atomic():
            review.follow(product)
            product._save_once()
            tell("product.added", by=by, at=at, product=product.pk, name=product.name)
        return product

    def describe(self, *, by: User, at: datetime | None = None, **facts: Any) -> None:
        """Change what ``add`` takes; the log keeps what it was."""
        by.require_leading()
        said = columns_of(facts)
        before = {column: getattr(self, column) for column, value in said.items() if getattr(self, column) != value}
        if not before:
            return
        with transaction.atomic():
            for column in before:
                setattr(self, column, said[column])
            review.follow(self)
            self._save_once()
            seen = {column: was for column, was in before.items() if not column.endswith("_folded")}
            tell("product.described", by=by, at=at, product=self.pk, name=self.name, before=seen)

    def withdraw(self, *, by: User) -> None:
        """It is offered no more; deals keep it."""
        self._put(is_withdrawn=True, by=by)

    def offer_again(self, *, by: User) -> None:
        self._put(is_withdrawn=False, by=by)

    def publish_knowledge(
        self,
        sections: Mapping[str, Iterable[Mapping[str, Any]]],
        *,
        by: User,
        is_considerable: bool = False,
        at: datetime | None = None,
    ) -> None:
        """Each section that is given takes the place of what stood there; see publishing.py for its rows.

        ``is_considerable``: sellers pass the check anew. For heads; raises Invalid."""
        publishing.publish(self, sections, by=by, is_considerable=is_considerable, at=at)

    def publish_check(
        self, questions: Sequence[check.Question], *, pass_mark: int, by: User, at: datetime | None = None
    ) -> KnowledgeCheck:
        """The next version of the questions; for heads. Raises Invalid."""
        return check.publish(self, questions, pass_mark=pass_mark, by=by, at=at)

    def withdraw_check(self, *, by: User) -> None:
        """Nobody is asked any more; who passed it stays on record."""
        by.require_leading()
        if self.has_check:
            self.has_check = False
            self.save(update_fields=["has_check"])
            tell("product.check_withdrawn", by=by, product=self.pk, name=self.name)

    def confirm_review(self, *, by: User, note: str = "", at: datetime | None = None) -> review.ProductReview:
        """What is known was read and is right today; the next review counts from here (TALK-3)."""
        return review.confirm(self, by=by, note=note, at=at)

    def require_offered(self) -> None:
        if self.is_withdrawn:
            sentence = _("“%(name)s” is out of the catalogue: choose another product.") % {"name": self.name}
            raise Refused(Reason("product-withdrawn", sentence, {"product": self.pk, "field": "product"}))

    def _put(self, *, is_withdrawn: bool, by: User) -> None:
        by.require_leading()
        if self.is_withdrawn != is_withdrawn:
            self.is_withdrawn = is_withdrawn
            self.save(update_fields=["is_withdrawn"])
            tell("product.withdrawn", by=by, product=self.pk, name=self.name, withdrawn=is_withdrawn)

    def _save_once(self) -> None:
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError as error:
            if self.sku_folded and type(self).objects.filter(sku_folded=self.sku_folded).exclude(pk=self.pk).exists():
                sentence = _("The code %(sku)s belongs to another product.") % {"sku": self.sku}
                raise invalid("sku", "code-taken", sentence) from error
            sentence = _("“%(name)s” is in the catalogue already: give it another code.") % {"name": self.name}
            raise invalid("name", "name-taken", sentence) from error
