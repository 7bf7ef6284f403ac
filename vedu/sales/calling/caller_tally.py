"""What calling brings, counted as it goes in small rows by list, caller, day and hour: nothing is scanned."""

from typing import NamedTuple, Self

from django.db import models
from django.db.models import F

from vedu.foundation.people.installation import local_day, local_hour
from vedu.foundation.people.user import User
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.outcome import CONVERSATIONS, CallOutcome


class CallNumbers(NamedTuple):
    """``conversations`` and what follows are parts of ``attempts``: somebody answered, let us talk (the
    micro-conversion of CHAN-5), was the one who decides, agreed to meet; asked to call back; refused."""

    attempts: int = 0
    conversations: int = 0
    permissions: int = 0
    decision_makers: int = 0
    appointments: int = 0
    call_backs: int = 0
    refusals: int = 0

    @classmethod
    def of(cls, attempt: CallAttempt) -> Self:
        return cls(
            attempts=1,
            conversations=int(attempt.outcome in CONVERSATIONS),
            permissions=int(attempt.has_permission is True),
            decision_makers=int(attempt.outcome == CallOutcome.DECISION_MAKER),
            appointments=int(attempt.has_appointment),
            call_backs=int(attempt.outcome == CallOutcome.CALL_BACK),
            refusals=int(attempt.outcome == CallOutcome.REFUSED),
        )


class CallerTally(models.Model):
    """Derived from the attempts, by the clock of the installation."""

    calling_list = models.ForeignKey(CallingList, on_delete=models.CASCADE, related_name="tallies")
    caller = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    hour = models.PositiveSmallIntegerField()
    attempts = models.PositiveIntegerField(default=0)
    conversations = models.PositiveIntegerField(default=0)
    permissions = models.PositiveIntegerField(default=0)
    decision_makers = models.PositiveIntegerField(default=0)
    appointments = models.PositiveIntegerField(default=0)
    call_backs = models.PositiveIntegerField(default=0)
    refusals = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["calling_list", "caller", "on", "hour"], name="tally_of_caller")]

    def __str__(self) -> str:
        return f"{self.caller_id} in {self.calling_list_id} on {self.on}: {self.attempts}"

    @classmethod
    def count(cls, attempt: CallAttempt, list_id: int) -> None:
        """One statement, and one more for the first attempt of an hour."""
        place = {
            "calling_list_id": list_id,
            "caller_id": attempt.by_id,
            "on": local_day(attempt.at),
            "hour": local_hour(attempt.at),
        }
        numbers = {name: number for name, number in CallNumbers.of(attempt)._asdict().items() if number}
        more = {name: F(name) + number for name, number in numbers.items()}
        if not cls.objects.filter(**place).update(**more):
            cls.objects.create(**place, **numbers)
