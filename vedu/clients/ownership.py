"""Who led a client, from when till when, why and by whose word (OWN-5, OWN-6)."""

from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.clients import claim_limit
from vedu.clients.protection import led_by_another
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.prepared_update import PreparedUpdate
from vedu.foundation.refusal import NotAllowed, Reason, Refused, invalid
from vedu.foundation.search.index import move_owner

if TYPE_CHECKING:
    from vedu.clients.client import Client


class Ownership(PreparedSave):
    """One period of one owner. At most one is open for a client."""

    class Cause(models.TextChoices):
        CLAIM = "claim", gettext_lazy("took it from the pool")
        DEAL = "deal", gettext_lazy("opened a deal")
        HANDOVER = "handover", gettext_lazy("was handed it over")
        DECISION = "decision", gettext_lazy("by the head's decision")
        IMPORT = "import", gettext_lazy("came with an import")
        RULE = "rule", gettext_lazy("by an assignment rule")
        UNDO = "undo", gettext_lazy("given back: a reassignment was undone")

    client = models.ForeignKey("clients.Client", on_delete=models.CASCADE, related_name="ownerships")
    owner = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    from_at = models.DateTimeField()
    till_at = models.DateTimeField(null=True, blank=True)
    cause = models.CharField(max_length=8, choices=Cause)
    why = models.TextField(blank=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_why = models.TextField(blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-from_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["client"], condition=models.Q(till_at=None), name="one_owner_at_a_time")
        ]

    def __str__(self) -> str:
        return f"{self.owner} leads {self.client_id} from {self.from_at:%Y-%m-%d}"


def claim(
    client: "Client", *, by: User, at: datetime | None = None, cause: Ownership.Cause = Ownership.Cause.CLAIM
) -> Ownership:
    """Take a free client. The conditional update is the whole race: one row changes for one winner."""
    by.require_selling()
    with transaction.atomic():
        if cause == Ownership.Cause.CLAIM:
            claim_limit.require_room(type(client).objects.held, by)
        return _win(client, by, cause=cause, by=by, why="", at=at or timezone.now())


def give_by_rule(client: "Client", to: User, *, rule: int, why: str, at: datetime | None = None) -> Ownership:
    """A rule's gift (OWN-8) of a free client, won by the same race and within the same limits as a claim: it takes
    nothing from anybody."""
    to.require_selling()
    with transaction.atomic():
        claim_limit.require_room(type(client).objects.held, to)
        at = at or timezone.now()
        return _win(client, to, cause=Ownership.Cause.RULE, by=None, why=why, at=at, rule=rule)


def assign(client: "Client", to: User, *, by: User, why: str = "", at: datetime | None = None) -> Ownership:
    """The head's decision (override). Raises NotAllowed, or Invalid when the reason is missing."""
    by.require_leading()
    if client.owner_id is not None and not by.manages(client.owner_id):
        raise NotAllowed(Reason("not-your-team", _("This client is led in another team: ask that team's head.")))
    if client.owner_id is not None and not why.strip():
        raise invalid("why", "reason-needed", _("Say why the client changes hands: the reason stays in its history."))
    return pass_to(client, to, by=by, why=why, cause=Ownership.Cause.DECISION, at=at)


def pass_to(
    client: "Client", to: User, *, by: User | None, why: str, cause: Ownership.Cause, at: datetime | None = None
) -> Ownership:
    """End the present ownership and begin the next; for verbs that have already checked the right to."""
    to.require_selling()
    return _pass(client, to, by=by, why=why, cause=cause, at=at or timezone.now())


def give_back(client: "Client", to: User | None, *, by: User | None, why: str, at: datetime | None = None) -> None:
    """As it was before: to one who has left too, and back to the pool (None). For the undoing of what was decided."""
    at = at or timezone.now()
    if to is not None:
        _pass(client, to, by=by, why=why, cause=Ownership.Cause.UNDO, at=at)
        return
    with transaction.atomic():
        _free(client, by=by, why=why, at=at)


def release(client: "Client", *, by: User, why: str = "", at: datetime | None = None) -> None:
    if not by.is_selling or (client.owner_id != by.pk and not by.manages(client.owner_id)):
        raise NotAllowed(Reason("not-yours", _("Only its owner or his head may release a client.")))
    with transaction.atomic():
        _free(client, by=by, why=why, at=at or timezone.now())


def _win(
    client: "Client", owner: User, *, cause: Ownership.Cause, by: User | None, why: str, at: datetime, **data: int
) -> Ownership:
    """One conditional update: nobody who came a moment later changes the row too."""
    won = _taking(type(client)).run(client.pk, owner.pk, at)
    if not won:
        client.refresh_from_db(fields=["owner", "owner_since", "open_deals"])
        raise led_by_another(client, by or owner)
    client.owner, client.owner_since = owner, at
    return _begin(client, owner, cause=cause, by=by, why=why, at=at, **data)


@cache
def _taking(clients: "type[Client]") -> PreparedUpdate:
    return PreparedUpdate(
        lambda pk, owner, at: (clients.objects.filter(pk=pk, owner=None), {"owner_id": owner, "owner_since": at}),
        ids=2,
        fields=[models.DateTimeField()],
    )


def _pass(client: "Client", to: User, *, by: User | None, why: str, cause: Ownership.Cause, at: datetime) -> Ownership:
    with transaction.atomic():
        locked = type(client).objects.select_for_update().get(pk=client.pk)
        before = locked.owner_id
        if before == to.pk:
            raise Refused(Reason("already-owner", _("%(owner)s already leads this client.") % {"owner": to.name}))
        _end(locked, by=by, why=why, at=at)
        type(client).objects.filter(pk=client.pk).update(owner=to, owner_since=at)
        client.owner, client.owner_since = to, at
        return _begin(client, to, cause=cause, by=by, why=why, at=at, before=before)


def release_by_rule(
    client: "Client", *, still: "Callable[[Client, datetime], bool]", why: str, rule: str, at: datetime
) -> bool:
    """Back to the pool by the word of a rule (OWN-3, OWN-4). ``still`` is asked under lock whether the rule still
    holds; a client with an open deal is never taken."""
    with transaction.atomic():
        locked = type(client).objects.select_for_update().get(pk=client.pk)
        if locked.owner_id is None or locked.open_deals or not still(locked, at):
            return False
        _to_pool(locked, by=None, why=why, at=at, rule=rule)
    client.owner, client.owner_since = None, None
    return True


def _free(client: "Client", *, by: User | None, why: str, at: datetime) -> None:
    locked = type(client).objects.select_for_update().get(pk=client.pk)
    if locked.open_deals:
        raise Refused(Reason("deal-open", _("Close or hand over the open deals first, then release the client.")))
    _to_pool(locked, by=by, why=why, at=at)
    client.owner, client.owner_since = None, None


def _to_pool(client: "Client", *, by: User | None, why: str, at: datetime, rule: str = "") -> None:
    before = client.owner_id
    _end(client, by=by, why=why, at=at)
    type(client).objects.filter(pk=client.pk).update(owner=None, owner_since=None)
    move_owner(client.pk, None)
    tell("client.released", by=by, client_id=client.pk, at=at, owner=before, why=why, rule=rule)


def _begin(
    client: "Client",
    owner: User,
    *,
    cause: Ownership.Cause,
    by: User | None,
    why: str,
    at: datetime,
    before: int | None = None,
    **data: int,
) -> Ownership:
    period = Ownership.objects.create(client=client, owner=owner, from_at=at, cause=cause, why=why.strip(), by=by)
    move_owner(client.pk, owner.pk)
    tell(
        "client.owner_changed",
        by=by,
        client_id=client.pk,
        at=at,
        owner=owner.pk,
        before=before,
        cause=str(cause),
        why=why.strip(),
        **data,
    )
    return period


def _end(client: "Client", *, by: User | None, why: str, at: datetime) -> None:
    present = Ownership.objects.filter(client=client, till_at=None)
    present.update(till_at=at, ended_by=by, ended_why=why.strip())
