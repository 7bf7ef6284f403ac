"""A list of clients to call one after another (CHAN-5)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.segments.segment import Segment
from vedu.foundation.events import tell
from vedu.foundation.people.authority import teams_of
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.prepared_update import PreparedUpdate
from vedu.foundation.refusal import NotAllowed, Reason, Refused, invalid
from vedu.sales.calling import filling
from vedu.sales.calling.filling import Wanted
from vedu.sales.calling.sifting import Callers, Sifted
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.touches.goer import require_goer

LONGEST_NAME = 120
MOST_ATTEMPTS, USUAL_ATTEMPTS = 20, 5


class Source(models.TextChoices):
    SEGMENT = "segment", pgettext_lazy("source of a calling list", "a segment")
    DAY = "day", pgettext_lazy("source of a calling list", "calls of the day plan")
    CLIENTS = "clients", pgettext_lazy("source of a calling list", "chosen clients")


class CallingLists(models.QuerySet["CallingList"]):
    def visible_to(self, user: User) -> Self:
        """Those he made, those of the people whose work he sees, those of his team and of the teams above it; a head
        sees those of his teams."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        seen = Q(made_by=user) | Q(caller__in=ids) | Q(team__in=_teams_above(user))
        if user.is_leading and user.team is not None:
            seen |= Q(team__path__startswith=user.team.path)
        return self.filter(seen)

    def open(self) -> Self:
        return self.filter(closed_at=None)


class CallingList(models.Model):
    """Either one ``caller`` works through it or the members of a ``team``. ``total`` and ``left`` (those who left the
    queue) are derived."""

    name = models.CharField(max_length=LONGEST_NAME)
    source = models.CharField(max_length=7, choices=Source)
    segment = models.ForeignKey(Segment, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    playbook = models.ForeignKey(Playbook, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    caller = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    most_attempts = models.PositiveSmallIntegerField(default=USUAL_ATTEMPTS)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # derived
    total = models.PositiveIntegerField(default=0)
    left = models.PositiveIntegerField(default=0)

    objects = CallingLists.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        indexes = [models.Index(fields=["-made_at", "-id"], name="calling_list_newest")]
        constraints = [
            models.CheckConstraint(
                condition=Q(caller__isnull=False, team__isnull=True) | Q(caller__isnull=True, team__isnull=False),
                name="calling_list_is_somebodys",
            )
        ]

    def __str__(self) -> str:
        return self.name

    # questions

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def waiting(self) -> int:
        """How many are still to be talked with, now or later."""
        return self.total - self.left

    def may_call(self, user: User) -> bool:
        """The caller, whoever stands in for him (OWN-7), or a member of the team or of one below it."""
        if not user.is_selling:
            return False
        if self.team_id is not None:
            return self.team_id in _teams_above(user)
        return user.pk == self.caller_id or user.stands_in_for(self.caller_id)

    def may_lead(self, user: User) -> bool:
        """Who made it, and those who lead its callers."""
        if user.pk == self.made_by_id:
            return user.is_selling
        if self.team_id is not None:
            return any(team.pk == self.team_id for team in teams_of(user))
        return user.manages(self.caller_id)

    # verbs

    @classmethod
    def preview(cls, wanted: Wanted, *, by: User, callers: Callers, at: datetime | None = None) -> Sifted:
        """Whom ``make`` would take, whom it would leave out and why, and who may be called this moment."""
        _require_callers(callers, by)
        return filling.sift_wanted(wanted, by=by, callers=callers, at=at or timezone.now())

    @classmethod
    def make(
        cls,
        name: str,
        wanted: Wanted,
        *,
        by: User,
        callers: Callers,
        playbook: Playbook | None = None,
        most_attempts: int = USUAL_ATTEMPTS,
        at: datetime | None = None,
    ) -> "CallingList":
        """A list with its queue, made in bulk; ``preview`` says who is not in it and why. A team's is made by its head,
        a person's by himself, his head or his substitute.

        Raises Invalid where nobody is left to call."""
        at = at or timezone.now()
        _require_callers(callers, by)
        name = _name(name)
        _require_attempts(most_attempts)
        sifted = filling.sift_wanted(wanted, by=by, callers=callers, at=at)
        if not sifted.fit:
            raise invalid("source", "nobody-to-call", _("Nobody is left to call: choose other clients."))
        with transaction.atomic():
            made = cls.objects.create(
                name=name,
                source=wanted.source,
                segment=wanted.segment,
                playbook=playbook,
                caller=callers.person,
                team=callers.team,
                most_attempts=most_attempts,
                made_at=at,
                made_by=by,
                total=len(sifted.fit),
            )
            filling.fill(made, sifted, at=at)
            tell("calling_list.made", by=by, at=at, calling_list=made.pk, name=name, clients=len(sifted.fit))
        return made

    def close(self, *, by: User, at: datetime | None = None) -> None:
        """Nobody is called from it any more; what came of it stays."""
        self.require_lead(by)
        if not self.is_open:
            raise Refused(Reason("list-closed", _("This list is closed already.")))
        self.closed_at, self.closed_by = at or timezone.now(), by
        with transaction.atomic():
            self.save(update_fields=["closed_at", "closed_by"])
            filling.let_go_of(self)
            tell("calling_list.closed", by=by, at=at, calling_list=self.pk, name=self.name)

    def reopen(self, *, by: User, at: datetime | None = None) -> None:
        self.require_lead(by)
        self.closed_at = self.closed_by = None
        with transaction.atomic():
            self.save(update_fields=["closed_at", "closed_by"])
            tell("calling_list.reopened", by=by, at=at, calling_list=self.pk, name=self.name)

    def require_calling(self, by: User) -> None:
        """Raises NotAllowed for those who do not call from it, Refused when it is closed."""
        by.require_selling()
        if not self.may_call(by):
            sentence = _("This list is called by others: you may look, but not take clients from it.")
            raise NotAllowed(Reason("not-your-list", sentence, {"calling_list": self.pk}))
        if not self.is_open:
            raise Refused(Reason("list-closed", _("This list is closed: nobody is called from it any more.")))

    def require_lead(self, by: User) -> None:
        by.require_selling()
        if not self.may_lead(by):
            sentence = _("Only who made this list, or the head of its callers, can do this.")
            raise NotAllowed(Reason("not-your-list", sentence, {"calling_list": self.pk}))

    # kept by other verbs

    def count_again(self) -> None:
        """What others have brought since is on this object too."""
        self.total, self.left = _COUNTS.rows(self.pk)[0]

    @classmethod
    def count_left(cls, pk: int, number: int) -> None:
        """So many have left the queue."""
        if number:
            _LEFT.run(pk, number)


def _teams_above(user: User) -> Sequence[int]:
    """His team and those above it."""
    if user.team_id is None:
        return []
    return [int(pk) for (path,) in _PATH.rows(user.team_id) for pk in path.split("/") if pk]


def _require_callers(callers: Callers, by: User) -> None:
    if callers.person is not None:
        require_goer(callers.person, by=by)
        return
    by.require_leading()
    if not any(team == callers.team for team in teams_of(by)):
        raise NotAllowed(Reason("team-not-yours", _("You start calling only for your own team and those below it.")))


def _require_attempts(number: int) -> None:
    if not 1 <= number <= MOST_ATTEMPTS:
        sentence = _("From 1 to %(most)d attempts.") % {"most": MOST_ATTEMPTS}
        raise invalid("most_attempts", "out-of-range", sentence)


def _name(name: str) -> str:
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise invalid("name", "name-empty", _("Name the list, so that you find it again."))
    return name


_PATH = Prepared(lambda pk: Team.objects.filter(pk=pk).order_by("pk").values_list("path"))
_COUNTS = Prepared(lambda pk: CallingList.objects.filter(pk=pk).order_by("pk").values_list("total", "left"))
_LEFT = PreparedUpdate(
    lambda pk, number: (CallingList.objects.filter(pk=pk), {"left": F("left") + number}),
    fields=[models.IntegerField()],
)
