"""Which event a deal counts for (CHAN-6). Reckoned anew each time, so a changed window holds for the past too.

The rule: a link by hand; else the first event (by its first day) at which the client was met and within whose window
the deal was opened. The window begins on the event's first day and ends ``window_days`` after its last. A deal counts
for one event at most."""

from collections.abc import Collection
from typing import Any

from django.db.models import BigIntegerField, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.deals.deal import Deal, Deals


def deals_of(event_ids: Collection[Any]) -> Deals:
    """Deals that count for these events, given by id or by slot; ``counted_for`` is the id of the event. Whoever leads
    them."""
    met = Encounter.objects.met().filter(event__id__in=event_ids).order_by().values("client")
    linked = EventDeal.objects.filter(event__id__in=event_ids).values("deal")
    possible = Deal.objects.filter(client__in=met) | Deal.objects.filter(pk__in=linked)
    by_hand = Subquery(EventDeal.objects.filter(deal=OuterRef("pk")).values("event")[:1])
    first = Encounter.objects.met().filter(
        client=OuterRef("client"),
        event__counts_from__lte=OuterRef("opened_at"),
        event__counts_until__gt=OuterRef("opened_at"),
    )
    reckoned = Subquery(first.order_by("event__counts_from", "event").values("event")[:1])
    counted = possible.annotate(counted_for=Coalesce(by_hand, reckoned, output_field=BigIntegerField()))
    return counted.filter(counted_for__in=event_ids).order_by(F("opened_at").desc(), "pk")
