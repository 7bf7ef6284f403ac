"""The merge as a record (BASE-5): which client went into which, by whom, why, and all that has to be put back."""

from collections.abc import Mapping
from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.duplicates.probable_pair import Decision, ProbablePair, ProbablePairs
from vedu.clients.merging import joining
from vedu.clients.merging.ledger import Ledger, Row
from vedu.clients.ownership import Ownership
from vedu.clients.protection import led_by_another
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, Refused


class Merges(models.QuerySet["Merge"]):
    def standing(self) -> Self:
        return self.filter(undone_at=None)

    def visible_to(self, user: User) -> Self:
        """As far as the client that stayed is visible."""
        return self.filter(kept__in=Client.objects.visible_to(user))


class Merge(models.Model):
    """``gone_id`` is the number of the entry that is no more; ``steps`` are the lines of the ledger."""

    kept = models.ForeignKey(Client, null=True, on_delete=models.SET_NULL, related_name="+")
    gone_id = models.BigIntegerField(db_index=True)
    gone_name = models.CharField(max_length=255)
    why = models.TextField(blank=True)
    steps = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = Merges.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.gone_name} into {self.kept}"

    @property
    def periods_of_gone(self) -> list[Row]:
        """Who led the entry that is gone: rows of Ownership as they were."""
        return Ledger(self.steps).rows(Ownership)

    @classmethod
    def carry_out(
        cls,
        kept: Client,
        gone: Client,
        *,
        by: User | None,
        choices: Mapping[str, str] | None = None,
        why: str = "",
        at: datetime | None = None,
    ) -> "Merge":
        """``gone`` goes into ``kept`` with all that belongs to it. ``choices``: field → kept, gone or both.

        Raises Refused when the two are led by different people, ClientIsLed when ``by`` may not work for an owner."""
        at = at or timezone.now()
        with transaction.atomic():
            both = Client.objects.select_for_update().order_by("pk").in_bulk([kept.pk, gone.pk])
            require_mergeable(both.get(kept.pk), both.get(gone.pk), by=by)
            kept, gone = both[kept.pk], both[gone.pk]
            _settle_pair(kept, gone, by)
            ledger = joining.join(kept, gone, choices or {}, by=by, at=at)
            return cls.objects.create(
                kept_id=kept.pk, gone_id=gone.pk, gone_name=gone.name, why=why.strip(), steps=ledger.steps, at=at, by=by
            )

    def undo(self, *, by: User, at: datetime | None = None) -> Client:
        """The client that was gone, back with all that was its own. What came since stays with the one that stayed.

        Refused when it is undone already, or when the other has gone into a third one since."""
        at = at or timezone.now()
        with transaction.atomic():
            fresh = Merge.objects.select_for_update().get(pk=self.pk)
            fresh._require_undoable(by)
            gone = joining.part(fresh.kept_id or 0, fresh.gone_id, Ledger(fresh.steps), by=by, at=at)
            _reopen_pair(fresh.kept_id or 0, gone.pk, by)
            self.undone_at, self.undone_by = at, by
            self.save(update_fields=["undone_at", "undone_by"])
        return gone

    def _require_undoable(self, by: User) -> None:
        if self.undone_at is not None:
            raise Refused(Reason("already-undone", _("This merge has been undone already.")))
        if self.by_id != by.pk and not by.manages(self.by_id):
            sentence = _("Only the one who merged the clients, or his head, parts them again.")
            raise NotAllowed(Reason("not-your-merge", sentence))
        if self.kept_id is None:
            sentence = _("The client has gone into another one since: undo that merge first.")
            raise Refused(Reason("merged-further", sentence))


def _settle_pair(kept: Client, gone: Client, by: User | None) -> None:
    """The queue need not ask about them, and the score learns."""
    pair = _pairs_of(kept.pk, gone.pk).open().first()
    if pair is not None and by is not None:
        pair.settle(same=True, by=by)


def _reopen_pair(kept_id: int, gone_id: int, by: User) -> None:
    pair = _pairs_of(kept_id, gone_id).decided().filter(decision=Decision.SAME).first()
    if pair is not None:
        pair.reopen(by=by)


def _pairs_of(one: int, other: int) -> ProbablePairs:
    left, right = sorted((one, other))
    return ProbablePair.objects.filter(left=left, right=right)


def require_mergeable(kept: Client | None, gone: Client | None, *, by: User | None) -> None:
    """The rule of who may merge what; pages ask it before they offer anything."""
    if kept is None or gone is None:
        raise Refused(Reason("client-gone", _("One of the clients is no more: it has been merged already.")))
    if kept.pk == gone.pk:
        raise Refused(Reason("same-client", _("This is one and the same client.")))
    if by is not None:
        by.require_selling()
        for client in (kept, gone):
            if client.owner_id is not None and not by.may_work_for(client.owner_id):
                raise led_by_another(client, by)
    if kept.owner_id and gone.owner_id and kept.owner_id != gone.owner_id:
        raise _two_owners(kept, gone)


def _two_owners(kept: Client, gone: Client) -> Refused:
    assert kept.owner
    assert gone.owner
    words = {"kept": kept.name, "one": kept.owner.name, "gone": gone.name, "other": gone.owner.name}
    sentence = _("“%(kept)s” is led by %(one)s and “%(gone)s” by %(other)s: hand one over first, then merge.") % words
    facts = {"client": gone.pk, "owner": gone.owner_id, "to": kept.owner_id}
    return Refused(Reason("two-owners", sentence, facts))
