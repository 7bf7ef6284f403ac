"""A deal that a person says came from an event: it beats what is reckoned, and the first word wins (CHAN-6)."""

from datetime import datetime

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.deals.deal import Deal


class EventDeal(models.Model):
    """One event for a deal."""

    event = models.ForeignKey(BusinessEvent, on_delete=models.CASCADE, related_name="linked_deals")
    deal = models.OneToOneField(Deal, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.deal_id} from {self.event_id}"

    @classmethod
    def link(cls, deal: Deal, event: BusinessEvent, *, by: User, at: datetime | None = None) -> "EventDeal":
        """Also of a closed deal. Refused when another event has it: take it off there first."""
        event.require_work(by)
        deal.require_right(by)
        try:
            with transaction.atomic():
                linked = cls.objects.create(event=event, deal=deal, by=by, at=at or timezone.now())
                linked._tell("deal.event_linked", by=by, at=at)
        except IntegrityError as error:
            other = cls.objects.select_related("event").get(deal=deal).event
            sentence = _("This deal counts for “%(event)s”: take it off there first.") % {"event": other.name}
            raise Refused(Reason("deal-counted", sentence, {"business_event": other.pk})) from error
        return linked

    def unlink(self, *, by: User) -> None:
        """What is reckoned holds again."""
        self.deal.require_right(by)
        with transaction.atomic():
            self._tell("deal.event_unlinked", by=by, at=None)
            self.delete()

    def _tell(self, kind: str, /, *, by: User, at: datetime | None) -> None:
        facts = {"business_event": self.event_id, "name": self.event.name}
        tell(kind, by=by, client_id=self.deal.client_id, deal_id=self.deal_id, at=at, **facts)
