"""Which benefits of the catalogue fit the needs of a deal (TALK-2): by common words, as the search stems them.

What a person has chosen for a need stands before all that was found."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from vedu.foundation.prepared import Prepared, PreparedObjects
from vedu.sales.catalogue.benefit_words import BenefitWord, stems
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.need import Need, NeedPriority

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal

SHOWN = 3
# A word in what we say of a benefit tells less than one in the problem as clients tell it.
IN_OUR_WORDS = 0.5
# The deal is about this product anyway.
OF_INTEREST = 1.5
LEAST = 0.08
# Beside the best one that shares a stray word is only noise.
WORTHY = 0.5
_WEIGHT = {NeedPriority.CRITICAL.value: 0, NeedPriority.IMPORTANT.value: 1, NeedPriority.OPTIONAL.value: 2}


@dataclass(frozen=True, slots=True)
class Fit:
    """``score`` from 0 to 100; ``words`` of the client by which it was found."""

    benefit: Benefit
    score: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NeedFits:
    """A need with what was chosen for it, then what else fits, the best first."""

    need: Need
    chosen: list[DealArgument]
    fits: list[Fit]


class _Word(NamedTuple):
    benefit: int
    stem: str
    in_problem: bool
    product: int


def fits_of(deal: "Deal", shown: int = SHOWN, arguments: Sequence[DealArgument] | None = None) -> list[NeedFits]:
    """For each need, the critical and the confirmed first. Five queries, whatever the size of the catalogue, and four
    when its ``arguments`` are known."""
    needs = sorted(_NEEDS.objects(deal.pk), key=_urgency)
    arguments = arguments_of(deal) if arguments is None else arguments
    said = {need.pk: _said(need) for need in needs}
    words = _words({stem for one in said.values() for stem in one})
    ours = {product for (product,) in _OURS.rows(deal.pk)} if words else set[int]()
    ranked = {need.pk: _ranked(said[need.pk], words, ours) for need in needs}
    taken = {(one.need_id, one.benefit_id) for one in arguments}
    best = {pk: [one for one in found if (pk, one[0]) not in taken][:shown] for pk, found in ranked.items()}
    benefits = _benefits(benefit for found in best.values() for benefit, _score, _words in found)
    return [
        NeedFits(
            need,
            [one for one in arguments if one.need_id == need.pk],
            [
                Fit(benefits[pk], score, tuple(word for one, word in said[need.pk].items() if one in common))
                for pk, score, common in best[need.pk]
            ],
        )
        for need in needs
    ]


def arguments_of(deal: "Deal") -> list[DealArgument]:
    """All of a deal in the order of choosing; one query."""
    return _ARGUMENTS.objects(deal.pk)


_NEEDS = PreparedObjects(lambda deal: Need.objects.filter(deal=deal))
_ARGUMENTS = PreparedObjects(lambda deal: DealArgument.objects.filter(deal=deal), related=["product"])
_OURS = Prepared(lambda deal: DealProduct.objects.filter(deal=deal).values_list("product"))


def _urgency(need: Need) -> tuple[bool, int, int]:
    return not need.is_confirmed, _WEIGHT.get(need.priority, 1), need.pk


def _said(need: Need) -> dict[str, str]:
    return stems(f"{need.words} {need.problem} {need.current_solution}")


def _words(roots: Collection[str]) -> list[_Word]:
    """Of all benefits that share a word with the needs; by index."""
    if not roots:
        return []
    offered = BenefitWord.objects.filter(benefit__retired_at=None, benefit__product__is_withdrawn=False)
    found = offered.filter(stem__in=roots).order_by("benefit", "stem")
    return [_Word(*row) for row in found.values_list("benefit", "stem", "in_problem", "benefit__product")]


def _ranked(said: Mapping[str, str], words: Iterable[_Word], ours: Collection[int]) -> list[tuple[int, int, set[str]]]:
    """(benefit, score, stems), the best first. A word that many benefits share tells little of each."""
    found: dict[int, list[_Word]] = defaultdict(list)
    for word in words:
        if word.stem in said:
            found[word.benefit].append(word)
    spread = Counter(word.stem for together in found.values() for word in together)
    whole = sum(1 / sqrt(spread[stem] or 1) for stem in said)
    scored = []
    for benefit, together in found.items():
        weight = sum((1 if one.in_problem else IN_OUR_WORDS) / sqrt(spread[one.stem]) for one in together)
        score = weight / whole * (OF_INTEREST if together[0].product in ours else 1)
        if score >= LEAST:
            scored.append((benefit, min(100, round(score * 100)), {one.stem for one in together}))
    best = max((score for _benefit, score, _common in scored), default=0)
    worthy = [one for one in scored if one[1] >= best * WORTHY]
    return sorted(worthy, key=lambda one: (-one[1], one[0]))


def _benefits(ids: Iterable[int]) -> dict[int, Benefit]:
    wanted = set(ids)
    return {one.pk: one for one in Benefit.objects.filter(pk__in=wanted).select_related("product")} if wanted else {}
