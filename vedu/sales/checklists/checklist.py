"""A checklist of a talk (TALK-6): data, which a head keeps."""

from collections.abc import Iterable
from typing import Self

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid, require_short
from vedu.foundation.retirable import Retirable, RetirableRows
from vedu.sales.checklists.item import Item, items_of, sound

LONGEST_NAME = 120


class Occasion(models.TextChoices):
    """Which talk it is about."""

    FIRST = "first", pgettext_lazy("checklist", "the first talk")
    ANY = "any", pgettext_lazy("checklist", "any talk")


class Checklists(RetirableRows["Checklist"]):
    pass


class Checklist(Retirable):
    """``items`` as in item.py. What was filled in keeps the words of its day."""

    name = models.CharField(max_length=LONGEST_NAME)
    occasion = models.CharField(max_length=5, choices=Occasion, default=Occasion.ANY)
    items = models.JSONField(default=list)
    preset = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = Checklists.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["preset"], condition=~models.Q(preset=""), name="one_list_of_a_preset")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def lines(self) -> list[Item]:
        return items_of(self.items)

    @classmethod
    def write(cls, name: str, items: Iterable[Item], *, by: User, occasion: str = Occasion.ANY) -> Self:
        """For heads. Raises Invalid."""
        by.require_leading()
        checklist = cls(position=cls.objects.count())
        checklist._take(name, items, occasion)
        checklist.save()
        tell("checklist.written", by=by, checklist=checklist.pk, name=checklist.name)
        return checklist

    def change(self, name: str, items: Iterable[Item], *, by: User, occasion: str = "") -> None:
        """A line keeps its key, so that what was filled in before is counted with what comes."""
        by.require_leading()
        before = (self.name, self.items, self.occasion)
        self._take(name, items, occasion or self.occasion)
        if before != (self.name, self.items, self.occasion):
            self.save(update_fields=["name", "items", "occasion"])
            tell("checklist.changed", by=by, checklist=self.pk, name=self.name)

    def tell_retired(self, *, by: User) -> None:
        tell("checklist.retired", by=by, checklist=self.pk, name=self.name, retired=self.is_retired)

    def _take(self, name: str, items: Iterable[Item], occasion: str) -> None:
        name = " ".join(name.split())
        if not name:
            raise invalid("name", "name-needed", _("Give the checklist a name."))
        require_short("name", name, LONGEST_NAME)
        if occasion not in Occasion.values:
            raise invalid("occasion", "unknown-word", _("Choose which talk the checklist is about."))
        kept = [{"key": one.key, "text": one.text} for one in sound(items)]
        self.name, self.items, self.occasion = name, kept, occasion
