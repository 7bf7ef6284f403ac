"""Somebody to be met at a business event, and what came of it (CHAN-6)."""

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, Refused, invalid
from vedu.sales.business_events import meeting
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.sales.business_events.stranger import stranger_of
from vedu.sales.touches.goer import require_goer, require_goes_to
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.touch import Touch

if TYPE_CHECKING:
    from vedu.clients.newcomer import Newcomer

LONGEST_TEXT = 2000


class Encounters(models.QuerySet["Encounter"]):
    def visible_to(self, user: User) -> Self:
        """His own, those of clients whom he sees, and of strangers whom somebody wants to meet whose work he sees."""
        return self.seen_by(user.pk, user.visible_owner_ids())

    def seen_by(self, user: Any, ids: Collection[Any] | None) -> Self:
        """By ids or by slots; who sees the work of these people, None for everybody's."""
        if ids is None:
            return self
        owner = models.Q(client__owner__id__in=ids) | models.Q(client__owner=None)
        client = models.Q(client__isnull=False) & owner
        return self.filter(client | models.Q(client=None, assignee__id__in=ids) | models.Q(assignee=user))

    def met(self) -> Self:
        return self.filter(result=EncounterResult.MET)

    def to_meet(self) -> Self:
        return self.filter(result=EncounterResult.PLANNED)


class Encounter(models.Model):
    """``assignee`` is who meets. A stranger stands by his words until he is met and becomes a client.

    ``is_planned``: it stood on the list beforehand. ``is_new_client``: the client came into the base here."""

    event = models.ForeignKey(BusinessEvent, on_delete=models.CASCADE, related_name="encounters")
    client = models.ForeignKey(Client, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    company = models.CharField(max_length=255, blank=True)
    person = models.CharField(max_length=255, blank=True)
    job_title = models.CharField(max_length=255, blank=True)
    phone = models.CharField(max_length=64, blank=True)
    email = models.CharField(max_length=255, blank=True)
    why = models.TextField(blank=True)
    offer = models.TextField(blank=True)
    assignee = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    is_planned = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    # what came of it
    result = models.CharField(max_length=7, choices=EncounterResult, default=EncounterResult.PLANNED)
    is_new_client = models.BooleanField(default=False)
    note = models.TextField(blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    touch = models.ForeignKey(Touch, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    objects = Encounters.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [
            models.Index(fields=["event", "result"], name="encounter_of_event"),
            models.Index(fields=["client", "result"], name="encounter_of_client"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "client"], condition=models.Q(client__isnull=False), name="client_once_at_an_event"
            )
        ]

    def __str__(self) -> str:
        return self.name

    # questions

    @property
    def name(self) -> str:
        """Of the client, else of the stranger."""
        return name_of(self.client.name if self.client else None, self.company, self.person)

    @property
    def is_open(self) -> bool:
        return self.result == EncounterResult.PLANNED

    # verbs

    @classmethod
    def plan(
        cls,
        event: BusinessEvent,
        client: Client | None = None,
        *,
        by: User,
        contact: Contact | None = None,
        why: str = "",
        offer: str = "",
        assignee: User | None = None,
        is_planned: bool = True,
        at: datetime | None = None,
        **stranger: str,
    ) -> Self:
        """Somebody to meet: a client, or a ``stranger`` by company, person, job_title, phone, email. Whoever meets
        somebody goes to the event.

        Raises ClientIsLed when a colleague leads the client (OWN-2), Refused when the client is on the list."""
        event.require_work(by)
        goer = assignee or by
        require_goer(goer, by=by)
        known = stranger_of(stranger) if client is None else {}
        if client is not None:
            require_goes_to(client, goer)
        words = {"why": _short("why", why), "offer": _short("offer", offer)}
        who = {"client": client, "contact": contact, "assignee": goer, "created_by": by}
        with transaction.atomic():
            encounter = cls(
                event=event, is_planned=is_planned, created_at=at or timezone.now(), **who, **words, **known
            )
            encounter._save_once()
            _join(event, goer, by=by, at=at)
            encounter.tell("encounter.planned", by=by, at=at)
        return encounter

    def describe(self, *, by: User, **said: Any) -> None:
        """Why, what to offer, who meets (assignee) or a contact."""
        self.require_mine(by)
        for name in ("why", "offer"):
            if name in said:
                setattr(self, name, _short(name, said[name]))
        if "contact" in said:
            self.contact = said["contact"]
        goer = said.get("assignee") or self.assignee
        with transaction.atomic():
            if goer.pk != self.assignee_id:
                require_goer(goer, by=by)
                if self.client is not None:
                    require_goes_to(self.client, goer)
                _join(self.event, goer, by=by)
                self.assignee = goer
            self.save(update_fields=["why", "offer", "contact", "assignee"])

    def meet(
        self,
        *,
        by: User,
        note: str = "",
        next_step: NextStep | None = None,
        newcomer: "Newcomer | None" = None,
        at: datetime | None = None,
    ) -> Touch:
        """They talked: a touch by the channel "business event" on the client's only open deal, and a next step.

        A stranger becomes a client whose source is the event; ``newcomer`` is what was learned of him there."""
        return meeting.meet(self, by=by, note=note, next_step=next_step, newcomer=newcomer, at=at)

    def miss(self, *, by: User, note: str = "", next_step: NextStep | None = None, at: datetime | None = None) -> None:
        """They did not meet; no touch. A client may get a next step: call after the event."""
        meeting.miss(self, by=by, note=note, next_step=next_step, at=at)

    def drop(self, *, by: User) -> None:
        """Off the list; what has come of something stays."""
        self.require_mine(by)
        if not self.is_open:
            raise Refused(Reason("already-decided", _("What came of this meeting is written down: it stays.")))
        with transaction.atomic():
            self.tell("encounter.dropped", by=by, at=None)
            self.delete()

    def require_mine(self, by: User) -> None:
        """Who meets, his head, who stands in for him, and who makes the event."""
        by.require_selling()
        if not (by.may_work_for(self.assignee_id) or self.event.may_change(by)):
            sentence = _("%(who)s meets them: ask for the place.") % {"who": self.assignee.name}
            raise NotAllowed(Reason("not-your-encounter", sentence))

    # kept by meeting.py

    def decide(self, result: str, *, by: User, note: str, at: datetime, **facts: Any) -> None:
        """Once: of two who mark it at one moment one is refused."""
        self.result, self.note, self.decided_by, self.decided_at = result, _short("note", note), by, at
        for name, value in facts.items():
            setattr(self, name, value)
        rows = Encounter.objects.filter(pk=self.pk).exclude(result=EncounterResult.MET)
        named = {name: getattr(self, name) for name in facts}
        changed = rows.update(result=result, note=self.note, decided_by=by, decided_at=at, **named)
        if not changed:
            raise Refused(Reason("already-met", _("This meeting is written down already: add a touch on the card.")))

    def tell(self, kind: str, /, *, by: User, at: datetime | None) -> None:
        facts = {"encounter": self.pk, "business_event": self.event_id, "name": self.event.name}
        tell(kind, by=by, client_id=self.client_id, at=at, **facts)  # type: ignore[arg-type]  # other keys than these

    def _save_once(self) -> None:
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError as error:
            sentence = _("“%(client)s” is on the list of this event already.") % {"client": self.name}
            raise Refused(Reason("already-on-the-list", sentence, {"client": self.client_id})) from error


def name_of(client: str | None, company: str, person: str) -> str:
    """Whom one meets, in a word."""
    return company or person if client is None else client


def _join(event: BusinessEvent, goer: User, *, by: User, at: datetime | None = None) -> None:
    """Who meets somebody there goes there."""
    event.send(goer, by=goer if goer.pk != by.pk and not event.may_change(by) else by, at=at)


def _short(field: str, text: str) -> str:
    text = text.strip()
    if len(text) > LONGEST_TEXT:
        raise invalid(field, "too-long", _("Shorten it to %(number)d letters.") % {"number": LONGEST_TEXT})
    return text
