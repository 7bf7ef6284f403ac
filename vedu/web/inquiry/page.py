"""An inquiry as the counter shows it: its steps, one of them open, and all that the open one needs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.values.money_text import money_text
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.inquiries.draft import kept
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.item import InquiryItem, ItemState
from vedu.sales.inquiries.needs import looked_at, often_named
from vedu.sales.inquiries.step import ORDER, Step
from vedu.sales.talk.need import Need
from vedu.web.inquiry.choices import Choices
from vedu.web.inquiry.endings import Reason, reasons_of
from vedu.web.inquiry.goods import ExtraRow, ProductRow, extra_rows, product_rows
from vedu.web.inquiry.listing import Row, rows_of
from vedu.web.inquiry.timer import Timer, Waiting, timer_of
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.touches.step_form import hint_address


class Block(NamedTuple):
    """``state``: done, now, next; ``summary`` of what is done; ``url`` opens it again."""

    step: str
    number: int
    title: str
    state: str
    summary: str
    url: str
    template: str


@dataclass
class InquiryPage(Choices):
    """``at`` is the step that was asked for; ``said`` what was typed and refused. At most 12 queries with the page."""

    viewer: User
    inquiry: Inquiry
    at: str = ""
    query: str = ""
    said: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @cached_property
    def rows(self) -> list[Row]:
        return rows_of(self.viewer, self.clock, self.inquiry.pk)

    @property
    def can_work(self) -> bool:
        deal = self.inquiry.deal
        return deal is not None and deal.is_open and self.viewer.may_work_for(deal.owner_id)

    @property
    def is_mine_to_answer(self) -> bool:
        """Passed on to the viewer."""
        return self.inquiry.deal is None and self.viewer.may_work_for(self.inquiry.client.owner_id)

    @property
    def hint_url(self) -> str:
        """Where it comes from whether the chosen hour of the call is a good one."""
        return hint_address(self.inquiry.client_id)

    @property
    def deal_url(self) -> str:
        return address_of("deal:card", self.inquiry.deal_id) if self.inquiry.deal_id else ""

    @property
    def timer(self) -> Timer | None:
        return timer_of(Waiting.of(self.inquiry), self.clock)

    @cached_property
    def step(self) -> Step:
        """The one that is open: what was reached, or an earlier one that was asked for."""
        reached = Step(self.inquiry.step)
        asked = Step(self.at) if self.at in Step.values else reached
        return max(min(asked, reached, key=ORDER.index), self._steps[0], key=ORDER.index)

    @property
    def url(self) -> str:
        return address_of(f"inquiry:{self.step}", self.inquiry.pk)

    @property
    def back_url(self) -> str:
        """The step before; at the first the counter itself."""
        place = self._steps.index(self.step)
        return self._open(self._steps[place - 1]) if place else address_of("inquiry:index")

    @cached_property
    def blocks(self) -> list[Block]:
        return [self._block(number, step) for number, step in enumerate(self._steps, 1)]

    @property
    def _steps(self) -> list[Step]:
        """Who was here from the beginning needs no first response."""
        return [step for step in ORDER if step != Step.GREETING or not self.inquiry.is_here]

    def _block(self, number: int, step: Step) -> Block:
        is_reached = ORDER.index(step) <= ORDER.index(Step(self.inquiry.step))
        state = "now" if step == self.step and self.can_work else "done" if is_reached else "next"
        summary = self._summary(step) if is_reached else ""
        url = self._open(step) if is_reached and self.can_work else ""
        return Block(step, number, str(step.label), state, summary, url, f"inquiry/_{step}.html")

    def _open(self, step: Step) -> str:
        return address_of("inquiry:show", self.inquiry.pk) + f"?at={step}"

    def _summary(self, step: Step) -> str:
        match step:
            case Step.NEEDS:
                return "; ".join(need.words for need in self.needs)
            case Step.PRODUCTS:
                return self._names([one for one in self.items if not one.is_extra])
            case Step.EXTRA:
                return self._names([one for one in self.items if one.is_extra])
            case Step.ORDER:
                return self.sum if self.inquiry.step == Step.FAREWELL else ""
        return ""

    def _names(self, items: Sequence[InquiryItem]) -> str:
        refused = _("%(name)s: refused")
        return "; ".join(
            f"{one.product.name} × {one.quantity}"
            if one.state == ItemState.TAKEN
            else refused % {"name": one.product.name}
            for one in items
        )

    # what was typed

    @cached_property
    def _typed(self) -> Mapping[str, Sequence[str]]:
        return self.said or kept(self.inquiry, self.step)

    @property
    def typed(self) -> dict[str, str]:
        """The last value of each field."""
        return {name: values[-1] for name, values in self._typed.items() if values}

    # the open step

    @cached_property
    def needs(self) -> list[Need]:
        return list(self.inquiry.deal.needs.all()) if self.inquiry.deal else []

    @cached_property
    def items(self) -> list[InquiryItem]:
        return list(InquiryItem.objects.filter(inquiry=self.inquiry).select_related("product"))

    @cached_property
    def chips(self) -> list[tuple[int, str, bool]]:
        """Key, words, is it picked."""
        picked = set(self._typed.get("picked", ()))
        return [(key, words, words in picked) for key, words in enumerate(often_named(Inquiry.objects.all()), 1)]

    @property
    def matters(self) -> list[tuple[str, bool]]:
        picked = set(self._typed.get("matters", ()))
        return [(words, words in picked) for words in looked_at()]

    @cached_property
    def products(self) -> list[ProductRow]:
        return product_rows(
            self.inquiry, self.items, self.needs, query=self.query, typed=self.typed, language=self.clock.language
        )

    @cached_property
    def extras(self) -> list[ExtraRow]:
        return extra_rows(self.inquiry, self.clock.language)

    @property
    def sum(self) -> str:
        deal = self.inquiry.deal
        return money_text(deal.amount, deal.currency, self.clock.language) if deal else ""

    @cached_property
    def ordered(self) -> str:
        by_list = self.inquiry.ordered
        return money_text(by_list.amount, by_list.currency, self.clock.language)

    @property
    def amount(self) -> str:
        """As it stands in the field."""
        deal = self.inquiry.deal
        value = deal.amount if deal and deal.amount else self.inquiry.ordered.amount
        return self.typed.get("amount") or f"{value:f}".removesuffix(".00")

    @cached_property
    def reasons(self) -> list[Reason]:
        return reasons_of(RefusalReason.objects.in_use())
