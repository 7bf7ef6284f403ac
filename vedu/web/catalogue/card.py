"""The card of a product: what is known of it by sections, whether the reader is ready, how its arguments do."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.people.user import User
from vedu.foundation.values.moments import full_text
from vedu.sales.catalogue.check import KnowledgeCheck
from vedu.sales.catalogue.knowledge import Benefit, Comparison, Doubt, ProductProperty, Proof, ProofKind
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import Standing, of_person
from vedu.sales.talk.argument import ArgumentResult, DealArgument
from vedu.web.catalogue.words import ICONS, LOOKS, price_text, standing_text
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup


class BenefitRow(NamedTuple):
    """``percent`` of those who heard it were convinced; ``told`` says it in words."""

    benefit: Benefit
    percent: int
    told: str


class ProofRow(NamedTuple):
    kind: str
    text: str
    link: str


@dataclass
class Card:
    """At most eight queries."""

    product: Product
    user: User

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @property
    def may_write(self) -> bool:
        return self.user.is_leading

    @property
    def price(self) -> str:
        return price_text(self.product, self.clock.language)

    @cached_property
    def benefits(self) -> list[BenefitRow]:
        rows = list(Benefit.standing_of(self.product))
        said, convinced = Count("pk"), Count("pk", filter=Q(result=ArgumentResult.CONVINCED))
        heard = DealArgument.objects.said().filter(benefit__in=[one.pk for one in rows]).order_by()
        counted = {pk: (of, won) for pk, of, won in heard.values_list("benefit").annotate(of=said, won=convinced)}
        return [_benefit(one, *counted.get(one.pk, (0, 0))) for one in rows]

    @cached_property
    def properties(self) -> list[ProductProperty]:
        return list(ProductProperty.standing_of(self.product))

    @cached_property
    def doubts(self) -> list[Doubt]:
        return list(Doubt.standing_of(self.product))

    @cached_property
    def proofs(self) -> list[ProofRow]:
        return [ProofRow(str(ProofKind(one.kind).label), one.text, one.link) for one in Proof.standing_of(self.product)]

    @cached_property
    def comparisons(self) -> list[Comparison]:
        return list(Comparison.standing_of(self.product).select_related("competitor"))

    @cached_property
    def check(self) -> KnowledgeCheck | None:
        return self.product.asked_check

    @cached_property
    def standing(self) -> Standing:
        return of_person(self.user, [self.product])[self.product.pk]

    @property
    def readiness(self) -> str:
        return standing_text(self.standing, self.clock)

    @property
    def look(self) -> str:
        return LOOKS[self.standing.state]

    @property
    def icon(self) -> str:
        return icon_markup(ICONS[self.standing.state])

    @property
    def asks(self) -> bool:
        """The reader sells and has not passed what is asked today."""
        return self.user.is_selling and self.standing.state in ("not_yet", "again")

    @property
    def mark(self) -> str:
        """«3 вопроса, проход с 2»."""
        if self.check is None:
            return ""
        number = len(self.check.questions)
        words = ngettext(
            "%(number)d question, %(mark)d right is enough", "%(number)d questions, %(mark)d right are enough", number
        )
        return words % {"number": number, "mark": self.check.pass_mark}

    @property
    def is_review_due(self) -> bool:
        due = self.product.review_due_on
        return bool(due and due <= self.clock.today)

    @property
    def reviewed(self) -> str:
        if self.product.reviewed_at is None:
            return _("not reviewed yet")
        return full_text(self.product.reviewed_at.astimezone(self.clock.zone).date(), self.clock.zone)

    @property
    def review_due(self) -> str:
        due = self.product.review_due_on
        return full_text(due, self.clock.zone) if due else ""


def _benefit(one: Benefit, said: int, convinced: int) -> BenefitRow:
    if not said:
        return BenefitRow(one, 0, "")
    told = _("convinced %(won)d of %(said)d") % {"won": convinced, "said": said}
    return BenefitRow(one, round(100 * convinced / said), told)
