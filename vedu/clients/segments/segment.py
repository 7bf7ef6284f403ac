"""A named group of clients (BASE-3, BASE-8, OWN-8): who belongs to it is computed, never typed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import reduce
from operator import and_
from typing import Any, Self

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client, Clients
from vedu.clients.segments.condition import Condition, read_all
from vedu.clients.segments.field import fields
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid


class Segment(models.Model):
    """``is_icp``: the target audience, whom we look for (ideal customer profile)."""

    name = models.CharField(max_length=120, unique=True)
    about = models.CharField(max_length=500, blank=True)
    conditions = models.JSONField(default=list)
    is_icp = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def rules(self) -> list[Condition]:
        """A condition on a fact that nobody keeps any more holds nobody back."""
        return [Condition.kept(one) for one in self.conditions if one["field"] in fields()]

    def where(self, at: datetime | None = None) -> Q:
        """A client belongs here when every condition holds."""
        moment = at or timezone.now()
        return reduce(and_, (rule.where(moment) for rule in self.rules), Q())

    def clients(self, at: datetime | None = None) -> Clients:
        """All of them; ``visible_to(user)`` narrows to what a person may see."""
        return Client.objects.filter(self.where(at))

    @classmethod
    def define(
        cls,
        name: str,
        conditions: Sequence[Mapping[str, Any]],
        *,
        by: User | None,
        about: str = "",
        is_icp: bool = False,
    ) -> Self:
        """For heads. Raises Invalid with every condition that cannot be read."""
        if by is not None:
            by.require_leading()
        segment = cls(created_by=by)
        segment._take(name, conditions, about=about, is_icp=is_icp)
        segment._save_once()
        tell("segment.defined", by=by, segment=segment.pk, name=segment.name)
        return segment

    def redefine(
        self, name: str, conditions: Sequence[Mapping[str, Any]], *, by: User, about: str = "", is_icp: bool = False
    ) -> None:
        by.require_leading()
        before = self.conditions
        self._take(name, conditions, about=about, is_icp=is_icp)
        self._save_once()
        tell("segment.redefined", by=by, segment=self.pk, name=self.name, before=before)

    def drop(self, *, by: User) -> None:
        """Rules that spoke of it go with it."""
        by.require_leading()
        tell("segment.dropped", by=by, segment=self.pk, name=self.name, before=self.conditions)
        self.delete()

    def _take(self, name: str, conditions: Sequence[Mapping[str, Any]], *, about: str, is_icp: bool) -> None:
        self.name, self.about, self.is_icp = " ".join(name.split())[:120], about.strip()[:500], is_icp
        if not self.name:
            raise invalid("name", "name-empty", _("Name the segment."))
        self.conditions = [rule.as_json() for rule in read_all(conditions)]
        if not self.conditions:
            raise invalid("conditions", "condition-needed", _("Say by which facts clients belong here."))

    def _save_once(self) -> None:
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError as error:
            sentence = _("There is a segment “%(name)s” already.") % {"name": self.name}
            raise invalid("name", "name-taken", sentence) from error
