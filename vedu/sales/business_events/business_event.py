"""A business event: what, where, when, what it cost, who goes (CHAN-6)."""

from collections.abc import Collection
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, Refused
from vedu.foundation.values.money import Money
from vedu.sales.business_events import facts
from vedu.sales.business_events.event_kind import EventKind


class BusinessEvents(models.QuerySet["BusinessEvent"]):
    def visible_to(self, user: User) -> Self:
        """Those that he, or one whose work he sees, makes or goes to."""
        return self.of_people(user.visible_owner_ids())

    def of_people(self, ids: Collection[Any] | None) -> Self:
        """By id or by slot; None means everybody."""
        if ids is None:
            return self
        going = EventParticipant.objects.filter(person__id__in=ids).values("event")
        return self.filter(models.Q(organizer__id__in=ids) | models.Q(pk__in=going))

    def ahead(self, today: date) -> Self:
        """Not over yet."""
        return self.filter(ends_on__gte=today)

    def over(self, today: date) -> Self:
        return self.filter(ends_on__lt=today)


class BusinessEvent(models.Model):
    """``window_days``: a deal opened so many days after the last day with a client who was met counts for the event.

    ``counts_from`` and ``counts_until`` are derived: the moments between which such a deal is opened."""

    name = models.CharField(max_length=facts.LONGEST_NAME)
    kind = models.CharField(max_length=10, choices=EventKind, default=EventKind.EXHIBITION)
    place = models.CharField(max_length=facts.LONGEST_PLACE, blank=True)
    city = models.CharField(max_length=facts.LONGEST_CITY, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    cost = models.DecimalField(max_digits=16, decimal_places=2, default=Decimal(0))
    currency = models.CharField(max_length=3, default="RUB")
    goal = models.TextField(blank=True)
    window_days = models.PositiveSmallIntegerField(default=facts.USUAL_WINDOW)
    organizer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    # what a calendar outside asks of an entry (RFC 5545, SEQUENCE and LAST-MODIFIED)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField(null=True, blank=True)
    # derived
    counts_from = models.DateTimeField()
    counts_until = models.DateTimeField()

    objects = BusinessEvents.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["-starts_on", "-id"], name="business_event_newest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(ends_on__gte=models.F("starts_on")), name="event_has_days")
        ]

    def __str__(self) -> str:
        return self.name

    # questions

    @property
    def spent(self) -> Money:
        return Money(self.cost, self.currency)

    def is_visible_to(self, user: User) -> bool:
        return BusinessEvent.objects.visible_to(user).filter(pk=self.pk).exists()

    def has_begun(self, today: date) -> bool:
        return self.starts_on <= today

    def is_over(self, today: date) -> bool:
        return self.ends_on < today

    def may_change(self, user: User) -> bool:
        return user.may_work_for(self.organizer_id)

    # verbs

    @classmethod
    def plan(cls, *, by: User, at: datetime | None = None, **said: Any) -> Self:
        """Whoever sells makes one, and goes. ``said``: name, starts_on; kind, place, city, ends_on, cost (Money),
        goal, window_days.

        Raises Invalid with every fact that cannot be kept."""
        by.require_selling()
        at = at or timezone.now()
        event = cls(organizer=by, created_at=at, **facts.columns_of({"name": "", "starts_on": None, **said}))
        facts.follow(event)
        with transaction.atomic():
            event.save()
            tell("business_event.planned", by=by, at=at, business_event=event.pk, name=event.name)
            event.send(by, by=by, at=at)
        return event

    def describe(self, *, by: User, at: datetime | None = None, **said: Any) -> None:
        """Change what ``plan`` takes; the log keeps what it was."""
        self.require_change(by)
        columns = facts.columns_of(said, self)
        before = {column: getattr(self, column) for column, value in columns.items() if getattr(self, column) != value}
        if not before:
            return
        for column in before:
            setattr(self, column, columns[column])
        facts.follow(self)
        self.revision, self.changed_at = self.revision + 1, at or timezone.now()
        with transaction.atomic():
            self.save()
            tell("business_event.described", by=by, at=at, business_event=self.pk, name=self.name, before=before)

    def send(self, person: User, *, by: User, at: datetime | None = None) -> "EventParticipant":
        """This person goes. Whoever sees the event may go himself; others are sent by who makes it."""
        if person.pk == by.pk:
            self.require_work(by)
        else:
            self.require_change(by)
        person.require_selling()
        found = EventParticipant.objects.filter(event=self, person=person).first()
        if found is not None:
            return found
        with transaction.atomic():
            going = EventParticipant.objects.create(event=self, person=person, by=by, at=at or timezone.now())
            tell("business_event.person_sent", by=by, at=at, business_event=self.pk, person=person.pk)
        return going

    def require_change(self, by: User) -> None:
        by.require_selling()
        if not self.may_change(by):
            sentence = _("%(who)s makes this event: ask for a change.") % {"who": self.organizer.name}
            raise NotAllowed(Reason("not-your-event", sentence, {"organizer": self.organizer_id}))

    def require_work(self, by: User) -> None:
        """Plan and mark meetings here: everybody who sells and sees the event."""
        by.require_selling()
        if self.pk and self.organizer_id != by.pk and not self.is_visible_to(by):
            raise NotAllowed(Reason("event-not-seen", _("Colleagues go to this event whose work you do not see.")))


class EventParticipant(models.Model):
    """One of us who goes."""

    event = models.ForeignKey(BusinessEvent, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["event", "person"], name="participant_once")]

    def __str__(self) -> str:
        return f"{self.person_id} goes to {self.event_id}"

    def call_off(self, *, by: User) -> None:
        """He does not go. Refused while he has somebody to meet, and of the one who makes the event."""
        if self.person_id != by.pk:
            self.event.require_change(by)
        if self.person_id == self.event.organizer_id:
            raise Refused(Reason("organizer-goes", _("Who makes the event goes to it.")))
        if self.event.encounters.filter(assignee=self.person_id).exists():
            sentence = _("%(who)s has people to meet there: pass them to somebody first.") % {"who": self.person.name}
            raise Refused(Reason("has-encounters", sentence))
        with transaction.atomic():
            tell("business_event.person_called_off", by=by, business_event=self.event_id, person=self.person_id)
            self.delete()
