"""Which of several segments a client belongs to: the first in their order, where a rule may hold for him once only."""

from collections.abc import Collection, Sequence

from django.db.models import Case, IntegerField, Q, Value, When

from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.foundation.many_rows import chunked


def first_of(client_ids: Collection[int], segments: Sequence[Segment | None]) -> dict[int, int]:
    """By client, the place of the first segment that he is in; None among them stands for everybody. Who is in none is
    not there. One query for a page's list, none without segments."""
    if not segments or not client_ids:
        return {}
    whens = (When(one.where() if one else ~Q(pk=None), then=Value(place)) for place, one in enumerate(segments))
    first = Case(*whens, output_field=IntegerField())
    return {
        pk: place
        for ids in chunked(client_ids)
        for pk, place in Client.objects.filter(pk__in=ids).order_by().values_list("pk", first)
        if place is not None
    }
