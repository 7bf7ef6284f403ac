"""What heads keep and take out of use: it is offered no more, and where it was used it stays."""

from typing import TYPE_CHECKING, Self, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from vedu.foundation.refusal import Reason, Refused

if TYPE_CHECKING:
    from vedu.foundation.people.user import User


M = TypeVar("M", bound="Retirable")


class RetirableRows(models.QuerySet[M]):
    def in_use(self) -> Self:
        return self.filter(is_retired=False)


class Retirable(models.Model):
    """``tell_retired`` tells the event of the model, in whichever state it is now; ``require_keeper`` says whose it is
    to retire: the heads', unless the model says more."""

    is_retired = models.BooleanField(default=False)

    class Meta:
        abstract = True

    def retire(self, *, by: "User") -> None:
        """For its keeper. Refused when it was done already."""
        self._put(retired=True, by=by)

    def restore(self, *, by: "User") -> None:
        self._put(retired=False, by=by)

    def require_keeper(self, by: "User") -> None:
        by.require_leading()

    def tell_retired(self, *, by: "User") -> None:
        raise NotImplementedError

    def _put(self, *, retired: bool, by: "User") -> None:
        self.require_keeper(by)
        if self.is_retired == retired:
            raise Refused(Reason("already-done", _("This is done already.")))
        self.is_retired = retired
        self.save(update_fields=["is_retired"])
        self.tell_retired(by=by)
