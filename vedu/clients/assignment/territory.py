"""A territory: regions and cities, and the people who work there (OWN-8)."""

from collections.abc import Iterable, Sequence
from typing import Any, Self

from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid

MOST_PLACES = 300


class Territory(models.Model):
    """A client belongs here by the code of its region or by its city. Of two that share a place the first by name
    counts."""

    name = models.CharField(max_length=120, unique=True)
    regions = models.JSONField(default=list, help_text="Russian region codes of two digits")
    cities = models.JSONField(default=list)
    people = models.ManyToManyField(User, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "territories"

    def __str__(self) -> str:
        return self.name

    def where(self) -> Q:
        """A condition on Client."""
        return Q(region__in=self.regions) | Q(city__in=self.cities)

    def covers(self, region: str, city: str) -> bool:
        return region in self.regions or city in self.cities

    @classmethod
    def define(
        cls,
        name: str,
        *,
        by: User | None,
        regions: Sequence[str] = (),
        cities: Sequence[str] = (),
        people: Sequence[User] = (),
    ) -> Self:
        """For heads. Raises Invalid with the field."""
        if by is not None:
            by.require_leading()
        territory = cls(created_by=by)
        territory._keep(name, regions, cities, people)
        tell("territory.defined", by=by, territory=territory.pk, name=territory.name)
        return territory

    def redefine(
        self, name: str, *, by: User, regions: Sequence[str], cities: Sequence[str], people: Sequence[User]
    ) -> None:
        by.require_leading()
        before = self._facts()
        self._keep(name, regions, cities, people)
        tell("territory.redefined", by=by, territory=self.pk, name=self.name, before=before)

    def drop(self, *, by: User) -> None:
        """Rules that spoke of it go with it."""
        by.require_leading()
        with transaction.atomic():
            tell("territory.dropped", by=by, territory=self.pk, name=self.name, before=self._facts())
            self.delete()

    def _facts(self) -> dict[str, Any]:
        people = sorted(self.people.values_list("pk", flat=True))
        return {"name": self.name, "regions": self.regions, "cities": self.cities, "people": people}

    def _keep(self, name: str, regions: Sequence[str], cities: Sequence[str], people: Sequence[User]) -> None:
        self.name = " ".join(name.split())[:120]
        if not self.name:
            raise invalid("name", "name-empty", _("Name the territory."))
        self.regions, self.cities = _regions(regions), _cities(cities)
        if not self.regions and not self.cities:
            raise invalid("regions", "place-needed", _("Say which regions or cities belong here."))
        try:
            with transaction.atomic():
                self.save()
                self.people.set(people)
        except IntegrityError as error:
            sentence = _("There is a territory “%(name)s” already.") % {"name": self.name}
            raise invalid("name", "name-taken", sentence) from error


def territory_of(region: str, city: str, territories: Iterable[Territory]) -> Territory | None:
    return next((one for one in territories if one.covers(region, city)), None)


def _regions(given: Sequence[str]) -> list[str]:
    codes = [code.strip().zfill(2) for code in given if code.strip()]
    for code in codes:
        if not (code.isascii() and code.isdigit() and len(code) == 2):
            sentence = _("“%(code)s” is not a region code: it has two digits, such as 63.") % {"code": code}
            raise invalid("regions", "region-wrong", sentence)
    return list(dict.fromkeys(codes))[:MOST_PLACES]


def _cities(given: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(" ".join(city.split())[:120] for city in given if city.strip()))[:MOST_PLACES]
