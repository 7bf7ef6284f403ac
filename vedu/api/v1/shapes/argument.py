"""Products of a deal and the arguments for its needs."""

from pydantic import BaseModel

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Id, In, Text, UtcMoment
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.talk.argument import ArgumentFlag, ArgumentResult, DealArgument
from vedu.sales.talk.fitting import NeedFits


class DealProductIn(In):
    product: Id


class DealProductOut(BaseModel):
    id: int
    deal: int
    product: int
    name: str
    noted_at: UtcMoment
    noted_by: int | None
    presented_at: UtcMoment | None
    presented_by: int | None
    override_reason: str


class ArgumentIn(In):
    """A ``benefit`` of a product, or ``text`` of one's own; without ``need`` it is kept and flagged. ``result`` when it
    was said already."""

    need: Id | None = None
    benefit: Id | None = None
    product: Id | None = None
    text: Text = ""
    names_price: bool = False
    result: ArgumentResult | None = None


class ArgumentResultIn(In):
    """``chosen`` is no result."""

    result: ArgumentResult


class ArgumentOut(BaseModel):
    id: int
    deal: int
    need: int | None
    benefit: int | None
    product: int | None
    text: str
    names_price: bool
    flags: list[ArgumentFlag]
    result: ArgumentResult
    chosen_at: UtcMoment
    chosen_by: int | None
    used_at: UtcMoment | None
    used_by: int | None


class FitOut(BaseModel):
    """``score`` from 0 to 100; ``words`` of the client by which it was found."""

    benefit: int
    product: int
    product_name: str
    problem: str
    text: str
    score: int
    words: list[str]


class SuggestionOut(BaseModel):
    """``chosen`` are ids of arguments that a person has taken for the need: they come before what was found."""

    need: int
    words: str
    is_confirmed: bool
    chosen: list[int]
    fits: list[FitOut]


class SuggestionsOut(BaseModel):
    needs: list[SuggestionOut]


def deal_product(one: DealProduct) -> Json:
    """``one`` comes with its product."""
    return {
        "id": one.pk,
        "deal": one.deal_id,
        "product": one.product_id,
        "name": one.product.name,
        "noted_at": moment(one.noted_at),
        "noted_by": one.noted_by_id,
        "presented_at": moment(one.presented_at),
        "presented_by": one.presented_by_id,
        "override_reason": one.override_reason,
    }


def argument(one: DealArgument) -> Json:
    return {
        "id": one.pk,
        "deal": one.deal_id,
        "need": one.need_id,
        "benefit": one.benefit_id,
        "product": one.product_id,
        "text": one.text,
        "names_price": one.names_price,
        "flags": [flag.value for flag in one.flags],
        "result": one.result,
        "chosen_at": moment(one.chosen_at),
        "chosen_by": one.chosen_by_id,
        "used_at": moment(one.used_at),
        "used_by": one.used_by_id,
    }


def suggestion(found: NeedFits) -> Json:
    return {
        "need": found.need.pk,
        "words": found.need.words,
        "is_confirmed": found.need.is_confirmed,
        "chosen": [one.pk for one in found.chosen],
        "fits": [
            {
                "benefit": fit.benefit.pk,
                "product": fit.benefit.product_id,
                "product_name": fit.benefit.product.name,
                "problem": fit.benefit.problem,
                "text": fit.benefit.said,
                "score": fit.score,
                "words": list(fit.words),
            }
            for fit in found.fits
        ],
    }
