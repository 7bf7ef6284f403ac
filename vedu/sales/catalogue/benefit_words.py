"""The words of benefits, by which the needs of a client find them (TALK-2): stems, as the search makes them."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models

from vedu.foundation.search.spelling import root
from vedu.foundation.values.fold import fold
from vedu.sales.catalogue.knowledge import Benefit

if TYPE_CHECKING:
    from vedu.sales.catalogue.product import Product

LONGEST_STEM, SHORTEST_WORD = 40, 3
_WORD = re.compile(r"[^\W\d_]+")
# What is in every sentence, and tells no need from another.
_EVERYWHERE = frozenset(
    "без бы был была были было быть вам вас ваш ваша ваши весь вот все всё где для его если есть еще или как когда "
    "который которая которые кто лишь либо между меня мне можно мой мы над надо нам нас наш наша наши нашу них нет нее "
    "нибудь ничего нужен нужна нужно нужны очень они оно перед под пока после потому почти при про раз сам сами свой "
    "своя свои себе сейчас так также такой там тем то тоже того только том тот три уже хотелось хотим хочет хотят хочу "
    "чем через что чтобы эта эти это этого этот будет будут делать можем может могут "
    "and any are but can for from has have her his how its need needs not our out she that the their them there they "
    "this too very want wants was were what when which who will with would you your".split()
)


class BenefitWord(models.Model):
    """``in_problem``: it stands in the problem as clients say it, not only in what we say of it."""

    benefit = models.ForeignKey(Benefit, on_delete=models.CASCADE, related_name="words")
    stem = models.CharField(max_length=LONGEST_STEM)
    in_problem = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["stem", "benefit"], name="benefit_by_word")]
        constraints = [models.UniqueConstraint(fields=["benefit", "stem"], name="benefit_word_once")]

    def __str__(self) -> str:
        return self.stem


def stems(text: str) -> dict[str, str]:
    """The word as it stands in ``text`` by its stem, without what is in every sentence."""
    found: dict[str, str] = {}
    for word in _WORD.findall(fold(text)):
        if len(word) >= SHORTEST_WORD and word not in _EVERYWHERE:
            found.setdefault(root(word)[:LONGEST_STEM], word)
    return found


def refresh(product: "Product") -> None:
    """After its benefits have changed."""
    BenefitWord.objects.filter(benefit__product=product).delete()
    BenefitWord.objects.bulk_create(word for benefit in Benefit.standing_of(product) for word in _words(benefit))


def products_with(word: str) -> "models.QuerySet[BenefitWord, int]":
    """Ids of the products whose clients have a problem with this word in it, in any form."""
    found = BenefitWord.objects.filter(stem__startswith=root(word), in_problem=True, benefit__retired_at=None)
    return found.order_by().values_list("benefit__product", flat=True)


def _words(benefit: Benefit) -> Iterable[BenefitWord]:
    problem = stems(benefit.problem)
    ours = stems(f"{benefit.feature} {benefit.advantage} {benefit.benefit}")
    return (BenefitWord(benefit=benefit, stem=one, in_problem=one in problem) for one in {**ours, **problem})
