"""A client passes from one seller to another by their own agreement (OWN-2)."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.ownership import Ownership, pass_to
from vedu.foundation.events import Event, tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import NotAllowed, Reason, Refused, invalid

if TYPE_CHECKING:
    from vedu.clients.client import Client


class Handovers(models.QuerySet["Handover"]):
    def pending(self) -> Self:
        return self.filter(answered_at=None)

    def awaiting(self, user: User) -> Self:
        """Those that wait for this person's word."""
        mine = models.Q(is_request=True, giver=user) | models.Q(is_request=False, receiver=user)
        return self.pending().filter(mine)

    def answerable_by(self, user: User) -> Self:
        """Those that this person may answer: for himself, or for the people he leads."""
        ids = user.managed_ids()
        if ids is None:
            return self.pending()
        return self.awaiting(user) | self.pending().filter(giver__in=ids)

    def visible_to(self, user: User) -> Self:
        """Both sides see it, and those who see their work."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        own = models.Q(giver=user) | models.Q(receiver=user)
        return self.filter(own | models.Q(giver__in=ids) if user.is_leading else own)


class Handover(PreparedSave):
    """A request (the receiver asks, the owner answers) or an offer (the owner offers, the receiver answers)."""

    client = models.ForeignKey("clients.Client", on_delete=models.CASCADE, related_name="handovers")
    giver = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    receiver = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    is_request = models.BooleanField()
    why = models.TextField()
    asked_at = models.DateTimeField(default=timezone.now)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    accepted = models.BooleanField(null=True, blank=True)
    answer = models.TextField(blank=True)

    objects = Handovers.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "receiver"], condition=models.Q(answered_at=None), name="one_pending_handover"
            )
        ]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.giver_id} → {self.receiver_id}"

    @classmethod
    def follow_owner(cls, client_id: int, owner_id: int | None, at: datetime) -> None:
        """The client changed hands: requests now wait for its new owner; his own request, and what the former owner
        offered, are answered by it. A free client may be claimed, so nothing waits."""
        if not _WAITING.rows(client_id):
            return
        waiting = cls.objects.pending().filter(client=client_id)
        if owner_id is not None:
            waiting.filter(is_request=True).exclude(receiver=owner_id).update(giver=owner_id)
            waiting = waiting.filter(models.Q(is_request=False) | models.Q(receiver=owner_id))
        waiting.update(answered_at=at, accepted=False)

    @classmethod
    def request(cls, client: "Client", *, by: User, why: str, at: datetime | None = None) -> "Handover":
        """Ask the owner to hand the client over to you."""
        if client.owner is None:
            raise Refused(Reason("client-free", _("Nobody leads this client: take it, no handover is needed.")))
        if client.owner_id == by.pk:
            raise Refused(Reason("already-owner", _("You already lead this client.")))
        return cls._ask(client, giver=client.owner, receiver=by, is_request=True, by=by, why=why, at=at)

    @classmethod
    def offer(cls, client: "Client", to: User, *, by: User, why: str, at: datetime | None = None) -> "Handover":
        """Offer your client to a colleague; it is his when he accepts."""
        if client.owner_id != by.pk:
            raise NotAllowed(Reason("not-yours", _("Only the owner may offer a client to a colleague.")))
        if to.pk == by.pk:
            raise Refused(Reason("already-owner", _("You already lead this client.")))
        return cls._ask(client, giver=by, receiver=to, is_request=False, by=by, why=why, at=at)

    @property
    def answerer(self) -> User:
        """Whose word it waits for."""
        return self.giver if self.is_request else self.receiver

    def accept(self, *, by: User, at: datetime | None = None) -> Ownership:
        """The client moves with its open deals and tasks. A request may also be accepted by the giver's head."""
        with transaction.atomic():
            self._answer(accepted=True, by=by, words="", at=at)
            if self.client.owner_id != self.giver_id:
                raise Refused(Reason("owner-changed", _("The client has changed hands since: ask its present owner.")))
            return pass_to(self.client, self.receiver, by=by, why=self.why, cause=Ownership.Cause.HANDOVER, at=at)

    def decline(self, *, by: User, why: str = "", at: datetime | None = None) -> None:
        """The client stays where it is; the asker sees the words."""
        with transaction.atomic():
            self._answer(accepted=False, by=by, words=why, at=at)
            tell("handover.declined", by=by, client_id=self.client_id, at=at, handover=self.pk, why=why.strip())

    @classmethod
    def _ask(
        cls,
        client: "Client",
        *,
        giver: User,
        receiver: User,
        is_request: bool,
        by: User,
        why: str,
        at: datetime | None,
    ) -> "Handover":
        receiver.require_selling()
        if not why.strip():
            raise invalid("why", "reason-needed", _("Say why: your colleague decides by these words."))
        with transaction.atomic():
            handover = cls._create_once(
                client=client,
                giver=giver,
                receiver=receiver,
                is_request=is_request,
                why=why.strip(),
                asked_at=at or timezone.now(),
            )
            tell("handover.asked", by=by, client_id=client.pk, at=at, handover=handover.pk, why=why.strip())
        return handover

    @classmethod
    def _create_once(cls, **facts: Any) -> "Handover":
        """The constraint decides, so that two equal requests at one moment get one row and one refusal."""
        try:
            with transaction.atomic():
                return cls.objects.create(**facts)
        except IntegrityError as error:
            raise Refused(Reason("already-asked", _("This handover is already waiting for an answer."))) from error

    def _answer(self, *, accepted: bool, by: User, words: str, at: datetime | None) -> None:
        if by.pk != self.answerer.pk and not by.manages(self.giver_id):
            raise NotAllowed(Reason("not-your-answer", _("%(who)s decides on this.") % {"who": self.answerer.name}))
        self.answered_at, self.answered_by = at or timezone.now(), by
        self.accepted, self.answer = accepted, words.strip()
        fresh = Handover.objects.pending().filter(pk=self.pk)
        if not fresh.update(answered_at=self.answered_at, answered_by=by, accepted=accepted, answer=self.answer):
            raise Refused(Reason("already-answered", _("This handover has already been answered.")))
        self.client.refresh_from_db()


def listen(event: Event) -> None:
    """News of ``client.owner_changed`` and ``client.released``."""
    if event.client_id is not None:
        owner = event.data["owner"] if event.kind == "client.owner_changed" else None
        Handover.follow_owner(event.client_id, owner, event.at)


_WAITING = Prepared(lambda client: Handover.objects.pending().filter(client=client).values_list("pk"))
