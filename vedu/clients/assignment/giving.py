"""The rules give new clients away (OWN-8). It runs by the clock in working hours and right after clients came; twice
is once, for a client that has an owner is not asked about again."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils import timezone

from vedu.clients.assignment.newcomers import never_led, newcomers
from vedu.clients.assignment.round import Gift, Round, whole
from vedu.clients.assignment.rule import AssignmentRule
from vedu.clients.client import Client, Clients
from vedu.clients.ownership import give_by_rule
from vedu.foundation.bulk import BulkResult, each
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.installation import defaults
from vedu.foundation.people.user import User
from vedu.foundation.values.working_calendar import working_hours


def assign_in_working_hours(at: datetime | None = None) -> int:
    """For the schedule: nobody gets a client at night, when he cannot call."""
    at = at or timezone.now()
    local = at.astimezone(ZoneInfo(defaults().time_zone))
    hours = working_hours(local.date())
    if hours is None or not hours[0] <= local.time() < hours[1]:
        return 0
    return len(assign_new(at).done)


def assign_new(at: datetime | None = None) -> BulkResult[Client]:
    """Newcomers to those whom the rules name. Whoever was claimed meanwhile is left to whom he is."""
    at = at or timezone.now()
    rules = whole(AssignmentRule.objects.on())
    plan = Round()
    for rule in rules:
        plan.try_rule(rule, newcomers(rule.on_since or at), at)
    return _give(plan.gifts, at)


def rehearse_rules(at: datetime | None = None, clients: Clients | None = None) -> Round:
    """The dry run: what all rules, those that are off too, would do with the free clients of today (those whom
    nobody has ever led), however long they have been here. Nothing is written."""
    at = at or timezone.now()
    plan = Round()
    for rule in whole(AssignmentRule.objects.all()):
        plan.try_rule(rule, never_led().order_by("created_at", "pk") if clients is None else clients, at)
    return plan


def _give(gifts: list[Gift], at: datetime) -> BulkResult[Client]:
    by_client = {gift.client_id: gift for gift in gifts}
    users = User.objects.in_bulk({gift.to.pk for gift in gifts})

    def verb(client: Client) -> None:
        gift = by_client[client.pk]
        give_by_rule(client, users[gift.to.pk], rule=gift.rule.pk, why=gift.rule.name, at=at)
        AssignmentRule.objects.filter(pk=gift.rule.pk).update(last_to=gift.to.pk)

    return each(_in_order(list(by_client)), verb)


def _in_order(ids: list[int]) -> Iterator[Client]:
    for part in chunked(ids):
        found = Client.objects.in_bulk(part)
        yield from (found[pk] for pk in part if pk in found)
