"""What a seller has to know of a product, in five sections (TALK-3). What is taken out is retired: arguments and the
record of sales keep pointing at it."""

from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.utils.translation import pgettext_lazy

from vedu.clients.competitors.competitor import Competitor

if TYPE_CHECKING:
    from vedu.sales.catalogue.product import Product

LONGEST_LINE, LONGEST_WORDS, LONGEST_LINK = 255, 2000, 500


class ProofKind(models.TextChoices):
    FACT = "fact", pgettext_lazy("proof", "fact")
    CASE = "case", pgettext_lazy("proof", "case")
    REVIEW = "review", pgettext_lazy("proof", "review")


class Known(models.Model):
    """``COLUMNS`` are what a person writes, ``NEEDED`` those that a row does not stand without."""

    position = models.PositiveSmallIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    COLUMNS: ClassVar[tuple[str, ...]]
    NEEDED: ClassVar[tuple[str, ...]]

    class Meta:
        abstract = True
        ordering: ClassVar[list[str]] = ["position", "pk"]

    @classmethod
    def standing_of(cls, product: "Product") -> "models.QuerySet[Self]":
        """What is known today, in order."""
        return cls._default_manager.filter(product=product, retired_at=None)


class ProductProperty(Known):
    """A fact of the product with its value: «Толщина картона: 3 мм»."""

    product = models.ForeignKey("sales.Product", on_delete=models.CASCADE, related_name="properties")
    name = models.CharField(max_length=LONGEST_LINE)
    value = models.CharField(max_length=LONGEST_LINE)

    COLUMNS = NEEDED = ("name", "value")

    class Meta(Known.Meta):
        verbose_name_plural = "properties"

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"


class Benefit(Known):
    """A problem that the product solves, as the client says it, and the argument: feature, advantage, benefit."""

    product = models.ForeignKey("sales.Product", on_delete=models.CASCADE, related_name="benefits")
    problem = models.TextField()
    feature = models.CharField(max_length=LONGEST_LINE, blank=True)
    advantage = models.TextField(blank=True)
    benefit = models.TextField()

    COLUMNS = ("problem", "feature", "advantage", "benefit")
    NEEDED = ("problem", "benefit")

    class Meta(Known.Meta):
        pass

    def __str__(self) -> str:
        return self.benefit

    @property
    def said(self) -> str:
        """The argument as a seller may say it: «Крышка с замком: не мнётся в дороге. Возвратов меньше»."""
        beginning = ": ".join(filter(None, (self.feature, self.advantage)))
        return ". ".join(part.rstrip(".") for part in (beginning, self.benefit) if part)


class Doubt(Known):
    """What clients typically doubt, and what to answer."""

    product = models.ForeignKey("sales.Product", on_delete=models.CASCADE, related_name="doubts")
    doubt = models.TextField()
    answer = models.TextField()

    COLUMNS = NEEDED = ("doubt", "answer")

    class Meta(Known.Meta):
        pass

    def __str__(self) -> str:
        return self.doubt


class Proof(Known):
    """Why a client may believe it."""

    product = models.ForeignKey("sales.Product", on_delete=models.CASCADE, related_name="proofs")
    kind = models.CharField(max_length=6, choices=ProofKind, default=ProofKind.FACT)
    text = models.TextField()
    link = models.CharField(max_length=LONGEST_LINK, blank=True)

    COLUMNS = ("kind", "text", "link")
    NEEDED = ("text",)

    class Meta(Known.Meta):
        pass

    def __str__(self) -> str:
        return self.text


class Comparison(Known):
    """Against a competitor of the directory (BASE-8): where we are better, and where they are."""

    product = models.ForeignKey("sales.Product", on_delete=models.CASCADE, related_name="comparisons")
    competitor = models.ForeignKey(Competitor, on_delete=models.PROTECT, related_name="+")
    ours = models.TextField(blank=True)
    theirs = models.TextField(blank=True)

    COLUMNS = ("competitor_id", "ours", "theirs")
    NEEDED = ("competitor_id",)

    class Meta(Known.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["product", "competitor"],
                condition=models.Q(retired_at=None),
                name="one_comparison_with_each",
            )
        ]

    def __str__(self) -> str:
        return f"{self.product_id} against {self.competitor_id}"


SECTIONS: dict[str, type[Known]] = {
    "benefits": Benefit,
    "properties": ProductProperty,
    "doubts": Doubt,
    "proofs": Proof,
    "comparisons": Comparison,
}
