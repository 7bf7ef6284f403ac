"""To whom words go and what they are about, and what is known to put into them."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils.translation import get_language

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.foundation.values.money_text import money_text
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.message_templates.addressing import address_of
from vedu.sales.message_templates.merge_field import GapSource, MergeField
from vedu.sales.message_templates.profile import SellerProfile
from vedu.sales.talk.need import Need

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


@dataclass(frozen=True, slots=True)
class Recipient:
    """``product`` None: the first of the deal's."""

    client: Client
    contact: Contact | None = None
    deal: "Deal | None" = None
    product: Product | None = None


class Known:
    """Asks the base only for what a template speaks of: at most three queries. ``language`` is the template's."""

    def __init__(self, recipient: Recipient, user: User, language: str = "") -> None:
        self.recipient, self.user, self.language = recipient, user, language or get_language() or "ru"

    def values(self, fields: Collection[str]) -> dict[str, str]:
        """Those that are known; a value never brings a line of its own but the signature."""
        found = {name: _VALUES[name](self) for name in fields if name in _VALUES}
        return {name: value for name, value in found.items() if value}

    def source(self, name: str) -> GapSource:
        """Where it is filled in."""
        match name:
            case MergeField.CONTACT_NAME | MergeField.CONTACT_FIRST_NAME | MergeField.CONTACT_ADDRESS:
                return GapSource.CONTACT
            case MergeField.CONTACT_JOB_TITLE:
                return GapSource.CONTACT_FACTS if self.recipient.contact else GapSource.CONTACT
            case MergeField.DEAL | MergeField.NEED | MergeField.PRODUCT | MergeField.PRICE:
                return self._source_on_deal(name)
        return GapSource.PROFILE

    @cached_property
    def profile(self) -> SellerProfile:
        return SellerProfile.of(self.user)

    @cached_property
    def product(self) -> Product | None:
        chosen, deal = self.recipient.product, self.recipient.deal
        if chosen is not None or deal is None:
            return chosen
        noted = DealProduct.objects.filter(deal=deal, product__is_withdrawn=False).select_related("product").first()
        return noted.product if noted else None

    @cached_property
    def need(self) -> str:
        """The confirmed one that was named last, else the last."""
        needs = list(Need.objects.filter(deal=self.recipient.deal)) if self.recipient.deal else []
        chosen = max(needs, key=lambda need: (need.is_confirmed, need.pk), default=None)
        return _line(chosen.words).rstrip(".!") if chosen else ""

    @property
    def price(self) -> str:
        """As the catalogue says it today, in the language of the letter."""
        price = self.product.list_price if self.product else None
        return money_text(price.amount, price.currency, self.language) if price else ""

    def _source_on_deal(self, name: str) -> GapSource:
        if self.recipient.deal is None and name != MergeField.PRICE:
            return GapSource.DEAL
        if name == MergeField.PRICE and self.product is not None:
            return GapSource.CATALOGUE
        if self.recipient.deal is None:
            return GapSource.DEAL
        return GapSource.NEED if name == MergeField.NEED else GapSource.PRODUCT


def _line(text: str) -> str:
    return " ".join(text.split())


def _client(known: Known) -> str:
    return known.recipient.client.name


def _contact(known: Known) -> str:
    return known.recipient.contact.name if known.recipient.contact else ""


_VALUES: Mapping[str, Callable[[Known], str]] = {
    MergeField.CLIENT: _client,
    MergeField.CONTACT_NAME: _contact,
    MergeField.CONTACT_FIRST_NAME: lambda known: address_of(_contact(known)).first_name,
    MergeField.CONTACT_ADDRESS: lambda known: address_of(_contact(known)).polite,
    MergeField.CONTACT_JOB_TITLE: lambda known: known.recipient.contact.job_title if known.recipient.contact else "",
    MergeField.DEAL: lambda known: str(known.recipient.deal or ""),
    MergeField.NEED: lambda known: known.need,
    MergeField.PRODUCT: lambda known: known.product.name if known.product else "",
    MergeField.PRICE: lambda known: known.price,
    MergeField.ME_NAME: lambda known: known.profile.shown_name,
    MergeField.ME_JOB_TITLE: lambda known: known.profile.job_title,
    MergeField.ME_PHONE: lambda known: known.profile.phone,
    MergeField.ME_EMAIL: lambda known: known.user.email,
    MergeField.ME_SIGNATURE: lambda known: known.profile.signed,
}
