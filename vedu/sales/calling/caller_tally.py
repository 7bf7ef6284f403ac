"""What calling brings, counted as it goes in small rows by list, caller, day and hour: nothing is scanned."""

from typing import NamedTuple, Self

from django.db import models
from django.db.models import F

from vedu.foundation.people.installation import local_day, local_hour
from vedu.foundation.people.user import User
from vedu.foundation.prepared_update import PreparedUpdate
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
    def count(cls, attempt: CallAttempt, list_id: int, *, back: bool = False) -> None:
        """One statement, and one more for the first attempt of an hour. ``back``: it is counted no more."""
        place = list_id, attempt.by_id, local_hour(attempt.at), local_day(attempt.at)
        numbers = CallNumbers.of(attempt)
        if back:
            _COUNTED.run(*place, *(-number for number in numbers))
        elif not _COUNTED.run(*place, *numbers):
            columns = dict(zip(("calling_list_id", "caller_id", "hour", "on"), place, strict=True))
            cls.objects.create(**columns, **numbers._asdict())


_COUNTED = PreparedUpdate(
    lambda pk, caller, hour, on, *numbers: (
        CallerTally.objects.filter(calling_list__id=pk, caller__id=caller, hour=hour, on=on),
        {name: F(name) + number for name, number in zip(CallNumbers._fields, numbers, strict=True)},
    ),
    ids=3,
    fields=[models.DateField(), *(models.IntegerField() for _name in CallNumbers._fields)],
)
