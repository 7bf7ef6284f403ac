"""OWN-4 by the clock. Every step may run twice with no harm: what was told is kept, the pool looks again under lock."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from django.db import transaction
from django.db.models import Min
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vedu.clients import ownership
from vedu.clients.client import Client
from vedu.clients.owner_state import OwnerState
from vedu.foundation.events import tell
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.calendar_day import is_working_time
from vedu.foundation.people.heads import heads_of
from vedu.foundation.people.installation import defaults
from vedu.foundation.people.notice import News, Notice
from vedu.foundation.people.user import User
from vedu.sales.deals import closing
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.neglect import Neglect

PUT_OFF = timedelta(days=14)


class Patience(NamedTuple):
    """Days till the head is told and till the pool; None is off."""

    head: int | None
    pool: int | None


def keep_neglect(at: datetime | None = None) -> int:
    """The job. Rules act in working time only. Answers how many clients went to the pool."""
    at = at or timezone.now()
    if not is_working_time(at):
        return 0
    with translation.override(defaults().language):
        _end_attended(at)
        _begin(at)
        return _escalate(at)


def _end_attended(at: datetime) -> None:
    still = Client.objects.neglected(at).order_by().values("pk")
    over = Neglect.objects.lasting().exclude(client__in=still)
    over.update(ended_at=at, outcome=Neglect.Outcome.ATTENDED)


def _begin(at: datetime) -> None:
    known = Neglect.objects.lasting().values("client")
    new = Client.objects.neglected(at).exclude(pk__in=known).order_by("pk")
    for clients in chunked(list(new)):
        with transaction.atomic():
            Neglect.objects.bulk_create([Neglect(client=client, since=at) for client in clients])
            for client in clients:
                tell("client.neglected", by=None, client_id=client.pk, at=at, owner=client.owner_id)
            Notice.send([_news(client, client.owner_id, "neglect.began", at) for client in clients], at=at)


def _escalate(at: datetime) -> int:
    taken = 0
    lasting = Neglect.objects.lasting().select_related("client__owner__team").order_by("pk")
    for neglects in chunked(list(lasting)):
        patience = _patience([one.client_id for one in neglects])
        due = [one for one in neglects if _is_over(one, patience[one.client_id].head, at)]
        _tell_heads([one for one in due if one.head_told_at is None], at)
        for one in neglects:
            if _is_over(one, patience[one.client_id].pool, at):
                taken += _to_pool(one, at)
    return taken


def _patience(client_ids: list[int]) -> Mapping[int, Patience]:
    """By client; of several pipelines the least patient counts."""
    found = Deal.objects.open().filter(client__in=client_ids).order_by().values_list("client")
    days = found.annotate(Min("pipeline__neglect_head_days"), Min("pipeline__neglect_pool_days"))
    known = {client_id: Patience(head, pool) for client_id, head, pool in days}
    return {client_id: known.get(client_id, Patience(None, None)) for client_id in client_ids}


def _is_over(neglect: Neglect, days: int | None, at: datetime) -> bool:
    return days is not None and neglect.days(at) >= days


def _tell_heads(neglects: list[Neglect], at: datetime) -> None:
    owners = {one.client.owner for one in neglects if one.client.owner}
    heads = heads_of(owners) if owners else {}
    news = [
        _news(one.client, head.pk, "neglect.escalated", one.since, owner=_name(one.client.owner), days=one.days(at))
        for one in neglects
        for head in heads.get(one.client.owner_id or 0, ())
    ]
    with transaction.atomic():
        Notice.send(news, at=at)
        Neglect.objects.filter(pk__in=[one.pk for one in neglects]).update(head_told_at=at)


def _to_pool(neglect: Neglect, at: datetime) -> bool:
    """Its open deals are put off, so that nothing is lost, and whoever claims the client goes on from there."""
    with transaction.atomic():
        client = Client.objects.select_for_update().get(pk=neglect.client_id)
        owner = client.owner_id
        if owner is None or client.state_at(at) != OwnerState.NEGLECTED:
            return False
        why = _("Nobody attended to the client for %(days)d days.") % {"days": neglect.days(at)}
        _put_off(Deal.objects.open().filter(client=client), why, at)
        client.refresh_from_db()
        ownership.release_by_rule(client, still=_has_no_deal, why=why, rule="neglect", at=at)
        neglect.ended_at, neglect.outcome = at, Neglect.Outcome.POOL
        neglect.save(update_fields=["ended_at", "outcome"])
        Notice.send([_news(client, owner, "neglect.ended", at, days=neglect.days(at))], at=at)
    return True


def _put_off(deals: Iterable[Deal], why: str, at: datetime) -> None:
    until = timezone.localtime(at).date() + PUT_OFF
    for deal in deals:
        closing.put_off_by_rule(deal, until=until, note=why, at=at)


def _has_no_deal(client: Client, _at: datetime) -> bool:
    return client.open_deals == 0


def _news(client: Client, person_id: int | None, kind: str, since: datetime, **facts: object) -> News:
    assert person_id is not None
    return News(
        person_id, kind, f"{client.pk}:{since:%Y-%m-%dT%H}", {"client": client.pk, "name": client.name, **facts}
    )


def _name(person: User | None) -> str:
    return person.name if person else ""
