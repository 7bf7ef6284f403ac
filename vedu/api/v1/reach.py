"""What a request may reach: as visible as on the pages, and what is not visible is answered alike everywhere."""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.protection import led_by_another
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.refusal import NotAllowed, invalid
from vedu.sales.deals.deal import Deal, Deals

M = TypeVar("M", bound=Model)


def found(rows: "QuerySet[M]", pk: int) -> M:
    """The row at an address, or 404."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    return row


def named(rows: "QuerySet[M]", pk: int, field: str) -> M:
    """The row that a body names in ``field``, or 422."""
    return known(rows.filter(pk=pk)[:1], pk, field)


def known(rows: "Iterable[M]", pk: int, field: str) -> M:
    """The first of the rows, when there is one."""
    for row in rows:
        return row
    raise invalid(field, "unknown-id", _("There is none with the id %(id)d, or you may not see it.") % {"id": pk})


def any_company(pk: int) -> Client:
    """For verbs that themselves refuse whoever may not: claim, ask for a handover, decide."""
    return found(Client.objects.select_related("owner"), pk)


def company_seen_by(user: User, pk: int) -> Client:
    """403 names the owner when a colleague leads it whose work this person does not see."""
    client = any_company(pk)
    if not client.is_visible_to(user):
        raise NotAllowed(*led_by_another(client, user).reasons)
    return client


_COMPANIES = PreparedObjects(lambda pk: Client.objects.filter(pk=pk))


def company_to_work_with(user: User, pk: int) -> Client:
    """The company that a body names. Raises ClientIsLed naming the owner when it is out of sight."""
    client = known(_COMPANIES.objects(pk), pk, "company")
    if client.owner_id == user.pk:
        client.owner = user
    if not client.is_visible_to(user):
        raise led_by_another(client, user)
    return client


def deal_seen_by(user: User, pk: int) -> Deal:
    deal = next(iter(_DEALS.objects(pk)), None)
    if deal is None:
        raise Http404
    if not deal.is_visible_to(user):
        raise Http404
    return deal


# With what the verbs read.
_DEALS = PreparedObjects(
    lambda pk: Deal.objects.filter(pk=pk), related=("client", "client__owner", "owner", "stage", "pipeline")
)


def deal_to_work_with(user: User, pk: int) -> Deal:
    """The deal that a body names."""
    return named(_deals().visible_to(user), pk, "deal")


def work_place(user: User, company: int | None, deal: int | None) -> tuple[Client, Deal | None]:
    """Where a touch or a task belongs: a deal and its company, or a company alone."""
    if deal is None:
        if company is None:
            raise invalid("company", "needed", _("Say with whom: company, or deal."))
        return company_to_work_with(user, company), None
    chosen = deal_to_work_with(user, deal)
    if company not in (None, chosen.client_id):
        raise invalid("deal", "deal-elsewhere", _("This deal is with another company."))
    return chosen.client, chosen


def contact_at(client: Client, pk: int | None) -> Contact | None:
    return None if pk is None else named(client.contacts.all(), pk, "contact")


def colleague(pk: int, field: str) -> User:
    return named(User.objects.filter(is_active=True), pk, field)


def _deals() -> Deals:
    """With what the verbs read."""
    return Deal.objects.select_related("client__owner", "owner", "stage", "pipeline")
