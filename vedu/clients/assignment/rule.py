"""A rule says which new clients go to whom (OWN-8). Rules are tried in their order; the first that finds somebody
gives."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.assignment.method import Method
from vedu.clients.assignment.receivers import here
from vedu.clients.assignment.specialisation import Specialisation, label_of
from vedu.clients.assignment.territory import Territory
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import tell
from vedu.foundation.people.roles import LEADING
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid


@dataclass(frozen=True, slots=True)
class Terms:
    """What a rule says: which clients (all that is given must hold) and to whom they go (all that is given must
    hold too; with neither people nor a team, to anybody who sells)."""

    name: str
    segment: Segment | None = None
    territory: Territory | None = None
    sources: Sequence[str] = ()
    method: str = Method.LOAD
    people: Sequence[User] = field(default_factory=tuple)
    team: Team | None = None
    specialisation: str = ""


class Rules(models.QuerySet["AssignmentRule"]):
    def on(self) -> Self:
        return self.filter(is_on=True)


class AssignmentRule(models.Model):
    """``on_since``: it gives those who came since it was switched on. ``last_to`` was given the last client."""

    name = models.CharField(max_length=120)
    position = models.PositiveIntegerField(default=0)
    is_on = models.BooleanField(default=False)
    on_since = models.DateTimeField(null=True, blank=True)
    segment = models.ForeignKey(Segment, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    territory = models.ForeignKey(Territory, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    sources = models.JSONField(default=list)
    method = models.CharField(max_length=9, choices=Method, default=Method.LOAD)
    people = models.ManyToManyField(User, blank=True, related_name="+")
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    specialisation = models.CharField(max_length=60, blank=True)
    last_to = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = Rules.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    # questions

    def where(self, at: datetime | None = None) -> Q:
        """A condition on Client; a rule that asks for nothing takes all."""
        asked = self.segment.where(at) if self.segment else Q()
        if self.territory:
            asked &= self.territory.where()
        return asked & Q(source__in=self.sources) if self.sources else asked

    def takers(self) -> "models.QuerySet[User]":
        """Who may be given a client now: those whom the rule names, here today (see receivers.here). Those who lead
        people get clients only by name."""
        users = User.objects.sellers()
        if chosen := [user.pk for user in self.people.all()]:
            users = users.filter(pk__in=chosen)
        else:
            users = users.exclude(role__in=LEADING)
        if self.team:
            users = users.filter(team__path__startswith=self.team.path)
        if self.specialisation:
            users = users.filter(pk__in=Specialisation.objects.filter(name=self.specialisation).values("person"))
        if self.method == Method.TERRITORY and self.territory:
            users = users.filter(pk__in=self.territory.people.values("pk"))
        return here(users)

    @property
    def specialisation_label(self) -> str:
        return label_of(self.specialisation)

    def require_authority(self, by: User) -> None:
        """A head rules over his own people, those who run the company over all."""
        by.require_leading()
        ids = by.managed_ids()
        if ids is None or ids.issuperset(user.pk for user in self.people.all()) and self._is_within(by):
            return
        sentence = _("This rule gives clients to people of other teams: ask the owner of the business.")
        raise NotAllowed(Reason("rule-not-yours", sentence))

    # verbs

    @classmethod
    def define(cls, terms: Terms, *, by: User | None) -> Self:
        """It stands last and is off: look at its dry run, then switch it on."""
        last = cls.objects.aggregate(last=models.Max("position"))["last"]
        rule = cls(created_by=by, position=0 if last is None else last + 1)
        with transaction.atomic():
            rule._take(terms, by)
            tell("rule.defined", by=by, rule=rule.pk, name=rule.name)
        return rule

    def redefine(self, terms: Terms, *, by: User) -> None:
        self.require_authority(by)
        with transaction.atomic():
            before = self._facts()
            self._take(terms, by)
            tell("rule.redefined", by=by, rule=self.pk, name=self.name, before=before)

    def switch(self, *, on: bool, by: User, at: datetime | None = None) -> None:
        """On: clients that come from this moment are given away. Twice is once."""
        self.require_authority(by)
        at = at or timezone.now()
        with transaction.atomic():
            changed = AssignmentRule.objects.filter(pk=self.pk, is_on=not on)
            if changed.update(is_on=on, on_since=at if on else None):
                tell("rule.switched_on" if on else "rule.switched_off", by=by, at=at, rule=self.pk, name=self.name)
        self.refresh_from_db(fields=["is_on", "on_since"])

    def stand_at(self, place: int, *, by: User) -> None:
        """At this place of the order, counted from 0; the others make room."""
        self.require_authority(by)
        with transaction.atomic():
            others = list(AssignmentRule.objects.select_for_update().exclude(pk=self.pk))
            others.insert(max(0, place), self)
            for position, rule in enumerate(others):
                AssignmentRule.objects.filter(pk=rule.pk).update(position=position)
            tell("rule.moved", by=by, rule=self.pk, name=self.name, place=others.index(self))
        self.refresh_from_db(fields=["position"])

    def drop(self, *, by: User) -> None:
        """What it has given stays given."""
        self.require_authority(by)
        with transaction.atomic():
            tell("rule.dropped", by=by, rule=self.pk, name=self.name, before=self._facts())
            self.delete()

    def _take(self, terms: Terms, by: User | None) -> None:
        _require_sense(terms)
        self.name, self.method, self.specialisation = " ".join(terms.name.split())[:120], terms.method, ""
        self.segment, self.territory, self.team = terms.segment, terms.territory, terms.team
        self.specialisation = terms.specialisation.strip()[:60]
        self.sources = list(dict.fromkeys(filter(None, (" ".join(one.split())[:120] for one in terms.sources))))
        self.save()
        self.people.set(terms.people)
        if by is not None:
            self.require_authority(by)

    def _is_within(self, by: User) -> bool:
        if self.team is None:
            return self.people.exists()
        return by.team is not None and self.team.path.startswith(by.team.path)

    def _facts(self) -> dict[str, Any]:
        columns = ("name", "segment_id", "territory_id", "sources", "method", "team_id", "specialisation")
        return {name.removesuffix("_id"): getattr(self, name) for name in columns} | {
            "people": sorted(self.people.values_list("pk", flat=True))
        }


def _require_sense(terms: Terms) -> None:
    if not terms.name.strip():
        raise invalid("name", "name-empty", _("Name the rule."))
    if terms.method not in Method.values:
        raise invalid(
            "method", "unknown-word", _("There is no such way to share out: %(word)s.") % {"word": terms.method}
        )
    if terms.method == Method.ONE and len(terms.people) != 1:
        raise invalid("people", "one-needed", _("Choose exactly one person whom the clients go to."))
    if terms.method == Method.TERRITORY and terms.territory is None:
        raise invalid("territory", "territory-needed", _("Choose the territory whose people get the clients."))
