"""The products of a deal and the arguments for its needs (arguments/_panel.html)."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared, PreparedObjects
from vedu.foundation.values.moments import moment_text
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import Readiness, of_person
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.argument import ArgumentFlag, ArgumentResult, DealArgument
from vedu.sales.talk.fitting import Fit, NeedFits, arguments_of, fits_of
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

# A select of more is no choice: the rest is found in the catalogue.
MOST_OFFERED = 200
_LOOKS = {ArgumentResult.CONVINCED: "yes", ArgumentResult.FAILED: "critical", ArgumentResult.SAID: "ours"}
SAID_WITH = (ArgumentResult.CONVINCED, ArgumentResult.FAILED, ArgumentResult.SAID)


class ProductRow(NamedTuple):
    """``state`` tells whether it was presented, ``stops`` that the reader may not; ``check_url`` leads to
    the check that he has to pass, or to pass anew."""

    pk: int
    product_pk: int
    name: str
    url: str
    state: str
    is_presented: bool
    stops: bool
    warning: str
    check_url: str


class ArgumentRow(NamedTuple):
    pk: int
    text: str
    product: str
    result: str
    look: str
    is_said: bool
    flags: list[str]


class FitRow(NamedTuple):
    """``percent`` is drawn, ``words`` are the client's by which it was found."""

    benefit_id: int
    text: str
    problem: str
    product: str
    product_url: str
    percent: int
    words: str
    is_first: bool = False


class NeedPart(NamedTuple):
    """``fits``: the best, as long as nothing is chosen; ``more`` are folded."""

    pk: int
    words: str
    priority: str
    is_confirmed: bool
    chosen: list[ArgumentRow]
    fits: list[FitRow]
    more: list[FitRow]


_NOTED = PreparedObjects(lambda deal: DealProduct.objects.filter(deal=deal), related=["product"])
_OFFERED = Prepared(
    lambda: Product.objects.offered().order_by("name_folded").values_list("pk", "name")[:MOST_OFFERED], ids=0
)


@dataclass
class Panel:
    """At most eight queries, whatever the size of the catalogue."""

    deal: Deal
    user: User

    @property
    def can_work(self) -> bool:
        return self.deal.is_open and self.user.may_work_for(self.deal.owner_id)

    @property
    def url(self) -> str:
        return address_of("arguments:deal", self.deal.pk)

    @cached_property
    def products(self) -> list[ProductRow]:
        noted = _NOTED.objects(self.deal.pk)
        ready = of_person(self.user, [one.product for one in noted])
        clock = Clock.here()
        return [_product_row(one, ready[one.product_id].state, clock) for one in noted]

    @cached_property
    def offered(self) -> list[tuple[int, str]]:
        """What may still be named."""
        known = {row.name for row in self.products}
        return [(pk, name) for pk, name in _OFFERED.rows() if name not in known]

    @cached_property
    def needs(self) -> list[NeedPart]:
        parts = list[NeedPart]()
        for found in self._fits:
            is_first = not any(part.fits for part in parts)
            parts.append(self._part(found, is_first))
        return parts

    @cached_property
    def without_need(self) -> list[ArgumentRow]:
        """Said of nothing that the client asked for."""
        return [self._row(one) for one in self._arguments if one.need_id is None]

    @property
    def results(self) -> list[tuple[str, str]]:
        return [(result.value, str(result.label)) for result in SAID_WITH]

    @cached_property
    def is_understood(self) -> bool:
        """A need is confirmed: the price may be named."""
        return any(one.need.is_confirmed for one in self._fits)

    @cached_property
    def _fits(self) -> list[NeedFits]:
        return fits_of(self.deal, arguments=self._arguments)

    @cached_property
    def _arguments(self) -> list[DealArgument]:
        return arguments_of(self.deal)

    def _part(self, found: NeedFits, is_first: bool) -> NeedPart:
        need, rows = found.need, [_fit_row(fit) for fit in found.fits]
        open_to = 0 if found.chosen else 1
        return NeedPart(
            pk=need.pk,
            words=need.words,
            priority=str(need.get_priority_display()),
            is_confirmed=need.is_confirmed,
            chosen=[self._row(one) for one in found.chosen],
            fits=[row._replace(is_first=is_first) for row in rows[:open_to]],
            more=rows[open_to:],
        )

    def _row(self, one: DealArgument) -> ArgumentRow:
        """What is only planned is judged by what is known now."""
        flags = [flag for flag in one.flags if one.used_at or not (self.is_understood and _is_price(flag))]
        return ArgumentRow(
            pk=one.pk,
            text=one.text,
            product=one.product.name if one.product else "",
            result=str(one.get_result_display()),
            look=_LOOKS.get(ArgumentResult(one.result), ""),
            is_said=one.used_at is not None,
            flags=[str(flag.label) for flag in flags],
        )


def _fit_row(fit: Fit) -> FitRow:
    return FitRow(
        benefit_id=fit.benefit.pk,
        text=fit.benefit.said,
        problem=fit.benefit.problem,
        product=fit.benefit.product.name,
        product_url=address_of("catalogue:product", fit.benefit.product_id),
        percent=fit.score,
        words=", ".join(fit.words),
    )


def _is_price(flag: ArgumentFlag) -> bool:
    return flag == ArgumentFlag.EARLY_PRICE


def _product_row(one: DealProduct, readiness: Readiness, clock: Clock) -> ProductRow:
    asks = readiness in (Readiness.NOT_YET, Readiness.AGAIN)
    if one.presented_at:
        state = moment_text(one.presented_at, clock.now, clock.zone, False, clock.language)
        state = _("presented %(day)s") % {"day": state}
    else:
        state = _("not presented yet")
    return ProductRow(
        pk=one.pk,
        product_pk=one.product_id,
        name=one.product.name,
        url=address_of("catalogue:product", one.product_id),
        state=state,
        is_presented=one.presented_at is not None,
        stops=readiness == Readiness.NOT_YET,
        warning=_warning(readiness) if asks else "",
        check_url=address_of("catalogue:check", one.product_id) if asks else "",
    )


def _warning(readiness: Readiness) -> str:
    if readiness == Readiness.AGAIN:
        return _("What is known has changed: take the check again")
    return _("Take the check before you present it")
