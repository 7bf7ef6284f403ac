"""What undoing an import takes back of clients: clients nobody has worked with, people, points, owners."""

from collections.abc import Callable, Collection, Sequence

from django.db import models, transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from vedu.clients import findable
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.undoing import Undoing, register
from vedu.clients.kinds.change import BaseKindChange, LifecycleChange
from vedu.clients.ownership import Ownership
from vedu.clients.requisites import Requisites
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.search.index import drop, move_owner

# Floors above say which of these clients they still need: those with deals, touches, tasks.
InUse = Callable[[Sequence[int]], set[int]]
_in_use: list[InUse] = []


def keep_clients_in_use(question: InUse) -> None:
    """Register such a question."""
    if question not in _in_use:
        _in_use.append(question)


def erase_clients(ids: list[int], undoing: Undoing) -> None:
    """Clients that the run made, with all that is theirs, unless somebody has worked with them since."""
    edited = undoing.edited("client_id", ids)
    for chunk in chunked(ids):
        used = set().union(*(question(chunk) for question in _in_use)) | _added_to_since(chunk, undoing)
        stay = (edited | used) & set(chunk)
        for pk, name in Client.objects.filter(pk__in=stay).values_list("pk", "name"):
            undoing.keep("client", pk, name, _("edited since") if pk in edited else _("in use"))
        _delete([one for one in chunk if one not in stay])


def erase_owners(ids: list[int], undoing: Undoing) -> None:
    """Clients that stand in the base anyway become free again, if nothing has hung on the owner since."""
    periods = Ownership.objects.filter(pk__in=ids, till_at=None).select_related("client")
    periods = periods.filter(client__owner=models.F("owner"), client__open_deals=0)
    freed = [period for period in periods if not undoing.created.has("client", period.client_id)]
    edited = undoing.edited("client_id", [period.client_id for period in freed])
    for period in freed:
        if period.client_id not in edited:
            Client.objects.filter(pk=period.client_id).update(owner=None, owner_since=None)
            move_owner(period.client_id, None)
            period.delete()


def erase_points(ids: list[int], undoing: Undoing) -> None:
    _erase_parts(ContactPoint.objects.filter(pk__in=ids), undoing)


def erase_contacts(ids: list[int], undoing: Undoing) -> None:
    gone = _erase_parts(Contact.objects.filter(pk__in=ids), undoing)
    drop("contact", gone)
    _forget("contact", gone)


def erase_requisites(ids: list[int], undoing: Undoing) -> None:
    _erase_parts(Requisites.objects.filter(pk__in=ids), undoing)


def erase_external_ids(ids: list[int], undoing: Undoing) -> None:  # noqa: ARG001
    """What stays in the base is known again by its own keys; what was kept keeps its number with it."""
    kept = {(entry["kind"], entry["id"]) for entry in undoing.kept}
    for chunk in chunked(ids):
        rows = ExternalId.objects.filter(pk__in=chunk).values_list("pk", "kind", "object_id")
        ExternalId.objects.filter(pk__in=[pk for pk, kind, one in rows if (kind, one) not in kept]).delete()


def erase_unused(model: type[models.Model]) -> Callable[[list[int], Undoing], None]:
    """An eraser of things that others may hang on by now; those stay, silently: they do no harm."""

    def erase(ids: list[int], undoing: Undoing) -> None:  # noqa: ARG001
        for thing in model._default_manager.filter(pk__in=ids).order_by("-pk"):
            try:
                with transaction.atomic():
                    thing.delete()
            except ProtectedError:
                continue

    return erase


def _erase_parts(
    parts: "models.QuerySet[ContactPoint] | models.QuerySet[Contact] | models.QuerySet[Requisites]", undoing: Undoing
) -> list[int]:
    """Parts of clients that were there before; those of the run's own clients go with them or stay with them."""
    found = list(parts.values_list("pk", "client_id"))
    before = {client_id for _pk, client_id in found if not undoing.created.has("client", client_id)}
    touched = before - undoing.edited("client_id", before)
    gone = [pk for pk, client_id in found if client_id in touched]
    for chunk in chunked(gone):
        parts.model._default_manager.filter(pk__in=chunk).delete()
    findable.refresh(touched)
    return gone


def _added_to_since(ids: Sequence[int], undoing: Undoing) -> set[int]:
    """Clients to which another run or a colleague added people or points."""
    parts = (("contact", Contact), ("point", ContactPoint), ("ownership", Ownership))
    return {
        client_id
        for kind, model in parts
        for pk, client_id in model._default_manager.filter(client__in=ids).values_list("pk", "client_id")
        if not undoing.created.has(kind, pk)
    }


def _delete(ids: Collection[int]) -> None:
    ProbablePair.objects.with_any_of(ids).delete()
    contacts = list(Contact.objects.filter(client__in=ids).values_list("pk", flat=True))
    for model in (ContactPoint, Contact, Requisites, Ownership, BaseKindChange, LifecycleChange):
        rows = model._default_manager.filter(client__in=ids)
        rows._raw_delete(rows.db)
    Client.objects.filter(parent__in=ids).update(parent=None, tie="")
    clients = Client.objects.filter(pk__in=ids)
    clients._raw_delete(clients.db)
    for kind, gone in (("client", ids), ("contact", contacts)):
        for chunk in chunked(gone):
            drop(kind, chunk)
        _forget(kind, gone)


def _forget(kind: str, ids: Collection[int]) -> None:
    for chunk in chunked(ids):
        ExternalId.objects.of(kind, chunk).delete()


def register_erasers() -> None:
    register("ownership", erase_owners, rank=50)
    register("point", erase_points, rank=40)
    register("contact", erase_contacts, rank=39, model=Contact)
    register("requisites", erase_requisites, rank=38, model=Requisites)
    register("client", erase_clients, rank=30, model=Client)
    register("external", erase_external_ids, rank=20, model=ExternalId)
    register("user", erase_unused(User), rank=5)
    register("team", erase_unused(Team), rank=4)
