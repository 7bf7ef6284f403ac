"""The products of the list, each with what is known of it and whether the reader is ready to present it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, NamedTuple, Self

from django.db.models import Count, Q, QuerySet, Value
from django.http import QueryDict
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.knowledge import SECTIONS
from vedu.sales.catalogue.product import Product, Products
from vedu.sales.catalogue.readiness import Readiness, Standing, of_person, to_learn
from vedu.web.catalogue.row_html import Row, rows_html
from vedu.web.catalogue.words import ICONS, LOOKS, price_text
from vedu.web.shell.address import address_of, with_words
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup

PAGE = 60
ALL, LEARN, REVIEW, WITHDRAWN = "", "learn", "review", "withdrawn"
MOST_DIGITS = 18


@dataclass(frozen=True, slots=True)
class Chosen:
    """``category`` is an id or ""; ``page`` from 1."""

    q: str = ""
    category: str = ""
    state: str = ALL
    page: int = 1

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Words that are not known here count as not said."""
        category, page, state = (query.get(name, "") for name in ("category", "page", "state"))
        return cls(
            q=" ".join(query.get("q", "").split())[:100],
            category=category if _is_number(category) else "",
            state=state if state in (LEARN, REVIEW, WITHDRAWN) else ALL,
            page=max(1, int(page)) if _is_number(page) and len(page) < 6 else 1,
        )

    def address(self, **changes: str | int) -> str:
        """The list with something else chosen; a change begins at the first page."""
        chosen = replace(self, **{"page": 1, **changes})  # type: ignore[arg-type]
        said = {"q": chosen.q, "category": chosen.category, "state": chosen.state}
        said |= {"page": str(chosen.page)} if chosen.page > 1 else {}
        words = {name: value for name, value in said.items() if value}
        return with_words(address_of("catalogue:index"), words)


class Filter(NamedTuple):
    label: str
    url: str
    is_on: bool
    number: int


class Words(NamedTuple):
    """What rows say alike, said once; ``filled`` is a format."""

    filled: str
    overdue: str
    readiness: dict[Readiness, str]

    @classmethod
    def said(cls) -> Self:
        readiness = {state: str(state.label) for state in Readiness}
        return cls(_("%(count)d of %(all)d sections are filled"), _("review is due"), readiness)


@dataclass
class Listing:
    """At most six queries."""

    user: User
    chosen: Chosen

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @cached_property
    def _found(self) -> list[Product]:
        start = (self.chosen.page - 1) * PAGE
        rows = self._matching().select_related("category").order_by("name_folded", "pk")
        return list(rows[start : start + PAGE + 1])

    @cached_property
    def rows(self) -> list[Row]:
        shown = self._found[:PAGE]
        known, ready, words = _known(shown), of_person(self.user, shown), Words.said()
        return [self._row(one, known, ready[one.pk], words) for one in shown]

    @property
    def rows_html(self) -> SafeString:
        return rows_html(self.rows)

    @property
    def before(self) -> str:
        return self.chosen.address(page=self.chosen.page - 1) if self.chosen.page > 1 else ""

    @property
    def after(self) -> str:
        return self.chosen.address(page=self.chosen.page + 1) if len(self._found) > PAGE else ""

    @property
    def is_narrowed(self) -> bool:
        return self.chosen != Chosen()

    @cached_property
    def states(self) -> list[Filter]:
        counts = self._counts
        words = [(ALL, _("All products"), counts[ALL])]
        if self.user.is_selling:
            words.append((LEARN, _("To pass the check"), counts[LEARN]))
        if self.user.is_leading:
            words += [(REVIEW, _("Due for review"), counts[REVIEW]), (WITHDRAWN, _("Withdrawn"), counts[WITHDRAWN])]
        chosen = self.chosen
        return [Filter(label, chosen.address(state=word), chosen.state == word, count) for word, label, count in words]

    @cached_property
    def categories(self) -> list[Filter]:
        """Those with products that are offered."""
        chosen = self.chosen
        return [
            Filter(
                name,
                chosen.address(category="" if str(pk) == chosen.category else str(pk)),
                str(pk) == chosen.category,
                number,
            )
            for pk, name, number in _CATEGORIES.rows()
        ]

    @cached_property
    def _counts(self) -> dict[str, int]:
        """One query."""
        offered = Q(is_withdrawn=False)
        due = Q(review_due_on__lte=self.clock.today)
        learn = Q(pk__in=to_learn(self.user).order_by().values("pk"))
        numbers = {"all": offered, "learn": learn, "review": offered & due, "withdrawn": ~offered}
        counted = Product.objects.aggregate(**{name: Count("pk", filter=which) for name, which in numbers.items()})
        return {ALL if name == "all" else name: number for name, number in counted.items()}

    def _matching(self) -> Products:
        state = self.chosen.state
        found = to_learn(self.user) if state == LEARN else Product.objects.filter(is_withdrawn=state == WITHDRAWN)
        if state == REVIEW:
            found = found.review_due(self.clock.now)
        if self.chosen.category:
            found = found.filter(category=int(self.chosen.category))
        return found.found_by(self.chosen.q)

    def _row(self, one: Product, known: Counter[tuple[int, str]], standing: Standing, words: Words) -> Row:
        filled = tuple([known[one.pk, section] > 0 for section in SECTIONS])
        is_due = bool(one.review_due_on and one.review_due_on <= self.clock.today and self.user.is_leading)
        asks = standing.state in (Readiness.NOT_YET, Readiness.AGAIN) and self.user.is_selling
        return Row(
            name=one.name,
            url=address_of("catalogue:product", one.pk),
            sku=one.sku,
            category=one.category.name if one.category else "",
            price=price_text(one, self.clock.language),
            known=filled,
            known_text=words.filled % {"count": sum(filled), "all": len(filled)},
            readiness=words.readiness[standing.state],
            look=LOOKS[standing.state],
            icon=icon_markup(ICONS[standing.state]),
            check_url=address_of("catalogue:check", one.pk) if asks else "",
            overdue=words.overdue if is_due else "",
        )


def _known(products: list[Product]) -> Counter[tuple[int, str]]:
    """How many rows stand in each section of each product; one query."""
    rows = _KNOWN.rows_in([one.pk for one in products])
    return Counter({(product, section): number for section, product, number in rows})


def _of_sections(*ids: Any) -> "QuerySet[Any, Any]":
    first, *rest = (_counted(section, ids) for section in SECTIONS)
    return first.union(*rest, all=True)


def _counted(section: str, ids: Sequence[Any]) -> "QuerySet[Any, Any]":
    table: Any = SECTIONS[section]
    rows: QuerySet[Any, Any] = table.objects.filter(product__id__in=ids, retired_at=None).order_by()
    counted: QuerySet[Any, Any] = rows.values_list(Value(section), "product").annotate(number=Count("pk"))
    return counted


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdigit() and len(word) <= MOST_DIGITS


def _categories() -> "QuerySet[Category, Any]":
    found = Category.objects.filter(products__is_withdrawn=False).annotate(number=Count("products"))
    return found.values_list("pk", "name", "number")


_KNOWN = Prepared(_of_sections, ids=PAGE)
_CATEGORIES = Prepared(_categories, ids=0)
