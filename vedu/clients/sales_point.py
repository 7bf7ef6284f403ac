"""Our own sales points: where a client or a deal came through (BASE-1). Nobody's rights hang on it."""

from typing import Self

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid


def require_point(pk: int | None) -> None:
    """Raises Invalid unless it is one that is open today; None is none."""
    if pk is not None and not SalesPoint.objects.active().filter(pk=pk).exists():
        raise invalid("sales_point", "point-unknown", _("There is no such sales point: choose one from the list."))


class SalesPoints(models.QuerySet["SalesPoint"]):
    def active(self) -> Self:
        return self.filter(is_active=True)


class SalesPoint(models.Model):
    """One that is closed stays named on what came through it."""

    name = models.CharField(max_length=120, unique=True)
    address = models.CharField(max_length=255, blank=True)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = SalesPoints.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def open(cls, name: str, *, by: User, address: str = "") -> Self:
        """A new point; for heads. Raises Invalid."""
        by.require_leading()
        point = cls(created_by=by)
        point._take(name, address)
        tell("sales_point.opened", by=by, point=point.pk, name=point.name)
        return point

    def describe(self, name: str, *, by: User, address: str = "") -> None:
        by.require_leading()
        before = {"name": self.name, "address": self.address}
        self._take(name, address)
        tell("sales_point.described", by=by, point=self.pk, name=self.name, before=before)

    def close(self, *, by: User) -> None:
        """Nothing new comes through it."""
        self._switch(False, by)

    def reopen(self, *, by: User) -> None:
        self._switch(True, by)

    def _switch(self, is_active: bool, by: User) -> None:
        by.require_leading()
        if self.is_active == is_active:
            return
        self.is_active = is_active
        self.save(update_fields=["is_active"])
        tell("sales_point.reopened" if is_active else "sales_point.closed", by=by, point=self.pk, name=self.name)

    def _take(self, name: str, address: str) -> None:
        self.name, self.address = " ".join(name.split())[:120], " ".join(address.split())[:255]
        if not self.name:
            raise invalid("name", "name-empty", _("Name the sales point."))
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError as error:
            sentence = _("There is a sales point “%(name)s” already.") % {"name": self.name}
            raise invalid("name", "name-taken", sentence) from error
