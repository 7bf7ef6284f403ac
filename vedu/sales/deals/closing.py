"""Won, lost, postponed and reopened are records (STAGE-5): interest is never lost after a refusal."""

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.sales.deals import findable, gates, opening, receiving, totals, transition
from vedu.sales.deals.pipeline import Stage
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal

RETURN_HOUR = time(10)
# What a reopening changes: the rest of the row is somebody else's, who may have written it since it was read.
REOPENED = ("state", "closed_at", "attend_at", "stage", "stage_since", "stage_due_at", "chance")


class ClosingResult(models.TextChoices):
    WON = "won", pgettext_lazy("deal", "won")
    LOST = "lost", pgettext_lazy("deal", "lost")
    POSTPONED = "postponed", pgettext_lazy("deal", "postponed")


class Closing(PreparedSave):
    """How a deal left the funnel: by whom, when, from which stage, why, and when we come back."""

    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="closings")
    result = models.CharField(max_length=9, choices=ClosingResult)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="+")
    reason = models.ForeignKey(RefusalReason, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    objection = models.CharField(max_length=500, blank=True)
    competitor = models.CharField(max_length=255, blank=True)
    note = models.TextField(blank=True)
    return_on = models.DateField(null=True, blank=True)
    do_not_return = models.BooleanField(default=False)
    override_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(result="lost")
                | models.Q(reason__isnull=False, return_on__isnull=False, do_not_return=False)
                | models.Q(reason__isnull=False, return_on=None, do_not_return=True),
                name="lost_has_reason_and_return",
            ),
            models.CheckConstraint(
                condition=~models.Q(result="postponed") | models.Q(return_on__isnull=False),
                name="postponed_has_a_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deal_id} {self.result}"


class Reopening(PreparedSave):
    """A closed deal came back to work."""

    closing = models.OneToOneField(Closing, on_delete=models.CASCADE, related_name="reopening")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.closing} reopened"


def win(deal: "Deal", *, by: User, note: str = "", override_reason: str = "", at: datetime | None = None) -> Closing:
    """See Deal.win."""
    missing = gates.missing_to_win(deal)
    deal.require_work(by)
    transition.require_passable(deal, missing, by=by, override_reason=override_reason)
    kept = override_reason.strip() if missing else ""
    return _close(deal, Closing(result=ClosingResult.WON, note=note.strip(), override_reason=kept), by=by, at=at)


def lose(
    deal: "Deal",
    *,
    by: User,
    reason: RefusalReason | None,
    return_on: date | None = None,
    do_not_return: bool | None = None,
    objection: str = "",
    competitor: str = "",
    note: str = "",
    at: datetime | None = None,
) -> Closing:
    """See Deal.lose."""
    if reason is None:
        raise invalid("reason", "reason-needed", _("Choose why the client refused."))
    if do_not_return and return_on:
        raise invalid("return_on", "return-or-not", _("Choose a return date or “do not return”, not both."))
    if return_on is None and not do_not_return:
        return_on, do_not_return = _usual_return(reason, do_not_return, at)
    _require_ahead(return_on, at)
    closing = Closing(
        result=ClosingResult.LOST,
        reason=reason,
        return_on=return_on,
        do_not_return=bool(do_not_return),
        objection=objection.strip()[:500],
        competitor=competitor.strip()[:255],
        note=note.strip(),
    )
    return _close(deal, closing, by=by, at=at)


def postpone(deal: "Deal", *, by: User, until: date | None, note: str = "", at: datetime | None = None) -> Closing:
    """See Deal.postpone."""
    if until is None:
        raise invalid("until", "return-needed", _("Say till which day the deal is put off."))
    _require_ahead(until, at, field="until")
    closing = Closing(result=ClosingResult.POSTPONED, return_on=until, note=note.strip())
    return _close(deal, closing, by=by, at=at)


def put_off_by_rule(deal: "Deal", *, until: date, note: str, at: datetime) -> Closing:
    """The installation's word: nobody leads the deal any more (OWN-4)."""
    return _close(deal, Closing(result=ClosingResult.POSTPONED, return_on=until, note=note), by=None, at=at)


def reopen(deal: "Deal", *, by: User, why: str = "", at: datetime | None = None) -> None:
    """See Deal.reopen. Return tasks of the deal are done with it. Refused while another leads the client,
    or the pipeline is archived."""
    with transaction.atomic():
        transition.take_fresh(deal)
        at = at or timezone.now()
        _require_reopenable(deal, by)
        receiving.require_receiving(deal.stage)
        opening.take_client(deal.client, deal.owner, at)
        closing = deal.closings.filter(reopening=None).first()
        if closing is not None:
            Reopening.objects.create(closing=closing, by=by, why=why.strip(), at=at)
        Task.end_all(deal.tasks.open(), by=by, result=_("The deal is open again."), at=at)
        with totals.following(deal):
            deal.state, deal.closed_at, deal.attend_at = "open", None, at
            deal.enter(deal.stage, at)
            deal.save(update_fields=REOPENED)
        deal.follow_next_step(turned=True)
        findable.refresh([deal])
        deal.tell("deal.reopened", by=by, at=at, why=why.strip())


def _require_reopenable(deal: "Deal", by: User) -> None:
    if deal.is_open:
        raise Refused(Reason("deal-open", _("The deal is open already.")))
    deal.require_right(by)


def _close(deal: "Deal", closing: Closing, *, by: User | None, at: datetime | None) -> Closing:
    with transaction.atomic():
        transition.take_fresh(deal)
        at = at or timezone.now()  # not before: who waited for the row comes after the other
        if by is not None:
            deal.require_work(by)
        closing.deal, closing.at, closing.by, closing.stage = deal, at, by, deal.stage
        closing.save()
        Task.end_all(deal.tasks.open(), by=by, result=_("The deal is closed."), at=at)
        with totals.following(deal):
            deal.state, deal.closed_at = closing.result, at
            deal.take_next_step(None)
            deal.save(update_fields=["state", "closed_at", "next_step", "next_step_at", "step_late_at"])
        _plan_return(deal, closing, by=by, at=at)
        deal.follow_client(turned=True)
        findable.refresh([deal])
        _tell(deal, closing, by=by, at=at)
    return closing


def _plan_return(deal: "Deal", closing: Closing, *, by: User | None, at: datetime) -> None:
    if closing.return_on is not None:
        return_task(deal, closing.return_on, by=by, at=at).save()


def return_task(deal: "Deal", day: date, *, by: User | None, at: datetime) -> Task:
    """The reminder to come back on that day, not yet saved: interest is never lost after a refusal."""
    due_at = timezone.make_aware(datetime.combine(day, RETURN_HOUR))
    return Task(
        client=deal.client,
        deal=deal,
        assignee=deal.owner,
        kind=TaskKind.RETURN,
        title=_("Return to the client: %(deal)s") % {"deal": deal.name},
        due_at=due_at,
        has_time=False,
        created_by=by,
        created_at=at,
    )


def _usual_return(reason: RefusalReason, do_not_return: bool | None, at: datetime | None) -> tuple[date | None, bool]:
    """By the reason: so many days from now, or not at all."""
    if reason.return_days is None and do_not_return is None:
        return None, True
    today = timezone.localdate(at)
    return today + timedelta(days=reason.return_days or 14), False


def _require_ahead(day: date | None, at: datetime | None, field: str = "return_on") -> None:
    if day is not None and day <= timezone.localdate(at):
        raise invalid(field, "return-past", _("The return date must be ahead: choose a day after today."))


def _tell(deal: "Deal", closing: Closing, *, by: User | None, at: datetime) -> None:
    deal.tell(
        f"deal.{closing.result}",
        by=by,
        at=at,
        closing=closing.pk,
        stage=closing.stage.name,
        reason=closing.reason.name if closing.reason else "",
        return_on=closing.return_on,
        amount=deal.amount,
        currency=deal.currency,
    )
