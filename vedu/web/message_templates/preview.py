"""How a template reads to a real client while it is written, with its warnings."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, Self

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason
from vedu.sales.deals.deal import Deal
from vedu.sales.message_templates.honesty import warnings_in
from vedu.sales.message_templates.merge_field import MergeField
from vedu.sales.message_templates.recipient import Known, Recipient
from vedu.sales.message_templates.substitution import fields_in, filled
from vedu.sales.message_templates.wording import Wording
from vedu.web.message_templates.numbers import number

MOST = 30


class Offered(NamedTuple):
    pk: int
    name: str
    is_chosen: bool


@dataclass(frozen=True)
class Preview:
    """Six queries. Without a client the newest of one's deals is taken."""

    wording: Wording
    language: str
    user: User
    asked: int

    @classmethod
    def said(cls, post: Mapping[str, str], user: User) -> Self:
        wording = Wording.typed(post.get("text", ""), post.get("subject", ""))
        return cls(wording, post.get("language", ""), user, number(post.get("deal", "")))

    @cached_property
    def deals(self) -> list[Offered]:
        return [Offered(deal.pk, f"{deal.client.name}: {deal.name}", deal == self.deal) for deal in self._deals]

    @cached_property
    def deal(self) -> Deal | None:
        return next((deal for deal in self._deals if deal.pk == self.asked), next(iter(self._deals), None))

    @property
    def subject(self) -> str:
        return filled(self.wording.subject, self._values)

    @property
    def text(self) -> str:
        return filled(self.wording.text, self._values)

    @property
    def missing(self) -> list[str]:
        """What this client would lack."""
        lacking = (name for name in self._fields if name not in self._values)
        return [str(MergeField(name).label) if name in MergeField.values else f"{{{name}}}" for name in lacking]

    @property
    def warnings(self) -> list[Reason]:
        return warnings_in(self.wording.whole)

    @property
    def fields(self) -> list[tuple[str, str]]:
        return [(value, str(label)) for value, label in MergeField.choices]

    @cached_property
    def _deals(self) -> list[Deal]:
        seen = Deal.objects.visible_to(self.user).open().select_related("client").order_by("-opened_at", "-pk")
        return list(seen[:MOST])

    @cached_property
    def _fields(self) -> list[str]:
        return fields_in(self.wording.whole)

    @cached_property
    def _values(self) -> dict[str, str]:
        deal = self.deal
        if deal is None:
            return {}
        recipient = Recipient(deal.client, deal.client.contacts.first(), deal)
        return Known(recipient, self.user, self.language).values(self._fields)
