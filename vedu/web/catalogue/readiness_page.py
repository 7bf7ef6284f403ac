"""People and products: who passed the check of what (catalogue/readiness.html). For heads, of their own people."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.safestring import SafeString

from vedu.foundation.people.roles import SELLING
from vedu.foundation.people.user import User
from vedu.sales.catalogue.category import Category
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import Readiness, Standing, standings
from vedu.web.catalogue.words import ICONS, LOOKS, standing_text
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup
from vedu.web.shell.person import person_markup

# More columns are read by nobody: a category narrows them.
MOST_PRODUCTS = 30


class Cell(NamedTuple):
    icon: SafeString
    look: str
    words: str


class Share(NamedTuple):
    """``percent`` of ``whole`` are ready."""

    ready: int
    whole: int

    @property
    def percent(self) -> int:
        return round(100 * self.ready / self.whole) if self.whole else 0

    @property
    def text(self) -> str:
        return f"{self.ready} / {self.whole}"


class PersonRow(NamedTuple):
    name: str
    bubble: SafeString
    cells: list[Cell]
    share: Share


@dataclass
class ReadinessPage:
    """Four queries."""

    user: User
    category: str = ""

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @cached_property
    def products(self) -> list[Product]:
        found = Product.objects.with_check()
        return list((found.filter(category=int(self.category)) if self.category else found)[:MOST_PRODUCTS])

    @cached_property
    def people(self) -> list[User]:
        """Those who sell and whose work the reader sees."""
        seen = User.objects.seen_by(self.user).filter(is_active=True, role__in=SELLING)
        return list(seen.order_by("last_name", "first_name", "pk"))

    @cached_property
    def categories(self) -> list[tuple[Category, bool]]:
        found = Category.objects.filter(products__has_check=True, products__is_withdrawn=False).distinct()
        return [(one, str(one.pk) == self.category) for one in found]

    @cached_property
    def rows(self) -> list[PersonRow]:
        return [self._row(person) for person in self.people]

    @cached_property
    def columns(self) -> list[tuple[Product, Share]]:
        """How many of the people are ready for each product."""
        return [(one, _share([self._found[person.pk, one.pk] for person in self.people])) for one in self.products]

    @property
    def whole(self) -> Share:
        return _share(list(self._found.values()))

    @cached_property
    def _found(self) -> dict[tuple[int, int], Standing]:
        return dict(standings([person.pk for person in self.people], self.products))

    def _row(self, person: User) -> PersonRow:
        found = [self._found[person.pk, product.pk] for product in self.products]
        bubble = person_markup(person.name, person.pk, "", True)
        return PersonRow(person.name, bubble, [self._cell(one) for one in found], _share(found))

    def _cell(self, standing: Standing) -> Cell:
        words = f"{standing.state.label}, {standing_text(standing, self.clock)}"
        return Cell(icon_markup(ICONS[standing.state]), LOOKS[standing.state], words)


def _share(found: Sequence[Standing]) -> Share:
    return Share(sum(one.state == Readiness.READY for one in found), len(found))
