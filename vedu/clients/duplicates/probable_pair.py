"""Two clients that are probably one, and what was decided of them (BASE-5)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.client import Client
from vedu.clients.duplicates import reasons
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, Refused


class Decision(models.TextChoices):
    SAME = "same", pgettext_lazy("pair of clients", "The same")
    DIFFERENT = "different", pgettext_lazy("pair of clients", "Different")


class ProbablePairs(models.QuerySet["ProbablePair"]):
    def open(self) -> Self:
        """Nobody has decided on them, and both clients are there."""
        return self.filter(decision="", left__isnull=False, right__isnull=False)

    def decided(self) -> Self:
        return self.exclude(decision="")

    def visible_to(self, user: User) -> Self:
        """As far as both clients are."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        left = models.Q(left__owner__in=ids) | models.Q(left__owner=None)
        return self.filter(left, models.Q(right__owner__in=ids) | models.Q(right__owner=None))

    def of(self, client: Client) -> Self:
        return self.with_any_of([client.pk])

    def with_any_of(self, client_ids: Collection[int]) -> Self:
        return self.filter(models.Q(left__in=client_ids) | models.Q(right__in=client_ids))

    def likeliest(self) -> Self:
        return self.order_by("-score", "pk")


class ProbablePair(models.Model):
    """``reasons`` are what speaks for it, the strongest first: {"code", "value"}. ``evidence`` is how far each field
    agreed, field -> [level, holders]: learning needs it after one of the clients is gone."""

    left = models.ForeignKey(Client, null=True, on_delete=models.SET_NULL, related_name="+")
    right = models.ForeignKey(Client, null=True, on_delete=models.SET_NULL, related_name="+")
    score = models.FloatField()
    reasons = models.JSONField(default=list)
    evidence = models.JSONField(default=dict)
    found_at = models.DateTimeField(default=timezone.now)
    decision = models.CharField(max_length=9, choices=Decision, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    why = models.TextField(blank=True)

    objects = ProbablePairs.as_manager()

    class Meta:
        indexes = [models.Index(fields=["decision", "-score", "id"], name="probable_pair_queue")]
        constraints = [
            models.UniqueConstraint(fields=["left", "right"], name="one_pair_of_two_clients"),
            models.CheckConstraint(condition=models.Q(left__lt=models.F("right")), name="pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.left_id} ≈ {self.right_id}: {self.score:.2f}"

    @classmethod
    def between(
        cls,
        one: int,
        other: int,
        score: float,
        reasons: Sequence[Mapping[str, Any]],
        evidence: Mapping[str, Sequence[int]],
    ) -> Self:
        """A pair of these clients, not written yet."""
        left, right = sorted((one, other))
        return cls(left_id=left, right_id=right, score=round(score, 4), reasons=reasons, evidence=evidence)

    @property
    def is_open(self) -> bool:
        return not self.decision

    @property
    def reason(self) -> str:
        """What speaks for it, in one sentence."""
        return reasons.sentence(self.reasons)

    def is_decidable_by(self, user: User) -> bool:
        """By those who may work for the owners of both; a free client is everybody's."""
        return user.is_selling and all(
            client is None or client.owner_id is None or user.may_work_for(client.owner_id)
            for client in (self.left, self.right)
        )

    def say_different(self, *, by: User, why: str = "", at: datetime | None = None) -> None:
        """These are two clients: the pair leaves the queue and never comes back."""
        self.settle(same=False, by=by, why=why, at=at)

    def settle(self, *, same: bool, by: User, why: str = "", at: datetime | None = None) -> None:
        """What a person decided; ``same`` is said by the merge, which makes one client of them."""
        self._require_decidable(by)
        self._decide(Decision.SAME if same else Decision.DIFFERENT, by=by, why=why, at=at or timezone.now())
        self._tell("pair.settled", by=by, at=at, decision=self.decision, why=self.why)

    def reopen(self, *, by: User, at: datetime | None = None) -> None:
        """The decision was wrong, or the merge was undone: the pair waits again."""
        self._require_decidable(by)
        before = self.decision
        if (
            not ProbablePair.objects.decided()
            .filter(pk=self.pk)
            .update(decision="", decided_by=None, decided_at=None, why="")
        ):
            raise Refused(Reason("pair-open", _("Nobody has decided on this pair yet.")))
        self.decision, self.decided_by, self.decided_at, self.why = "", None, None, ""
        self._tell("pair.reopened", by=by, at=at, before=before)

    def _require_decidable(self, by: User) -> None:
        by.require_selling()
        if not self.is_decidable_by(by):
            sentence = _("A colleague leads one of these clients: the head of sales decides on the pair.")
            raise NotAllowed(Reason("pair-not-yours", sentence))

    def _decide(self, decision: Decision, *, by: User, why: str, at: datetime) -> None:
        facts: dict[str, Any] = {"decision": decision, "decided_by": by, "decided_at": at, "why": why.strip()}
        if not ProbablePair.objects.filter(pk=self.pk, decision="").update(**facts):
            raise Refused(Reason("pair-settled", _("This pair has been decided on already.")))
        for name, value in facts.items():
            setattr(self, name, value)

    def _tell(self, kind: str, *, by: User, at: datetime | None, **data: Any) -> None:
        tell(kind, by=by, client_id=self.left_id, at=at, pair=self.pk, other=self.right_id, **data)
