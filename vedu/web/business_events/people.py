"""Whom to meet, in the groups of the page: to meet, met, not met."""

from typing import Any, NamedTuple

from django.db.models import BigIntegerField, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from vedu.foundation.people.user import User
from vedu.foundation.prepared_seen import Owners, PreparedSeen
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.web.business_events.encounter_html import encounters_html
from vedu.web.business_events.encounter_row import SAID, Row, Seen
from vedu.web.visits.reaching import Reaching


class Group(NamedTuple):
    title: str
    rows: list[Row]

    @property
    def html(self) -> SafeString:
        return encounters_html(self.rows)


def seen_of(event: BusinessEvent, user: User) -> list[Seen]:
    """One query."""
    return [Seen._make(row) for row in _SEEN.rows(user.visible_owner_ids(), event.pk, user.pk)]


def groups_of(encounters: list[Seen], event: BusinessEvent, user: User, *, has_begun: bool) -> list[Group]:
    """Two queries for the phones of those whom one still has to meet."""
    reaching = Reaching([(one.client_id, one.contact_id) for one in encounters if one.client_id and one.is_open])
    may_all = event.may_change(user)
    by_result: dict[str, list[Row]] = {result.value: [] for result in EncounterResult}
    for one in encounters:
        may_work = user.is_selling and (may_all or user.may_work_for(one.assignee_id))
        phone = reaching.phone_of((one.client_id, one.contact_id)) if one.client_id and one.is_open else None
        by_result[one.result].append(Row(one, phone, may_work, has_begun))
    titles = {
        EncounterResult.PLANNED: pgettext("encounters", "To meet"),
        EncounterResult.MET: pgettext("encounters", "Met"),
        EncounterResult.MISSED: pgettext("encounters", "Not met"),
    }
    return [Group(title, by_result[result]) for result, title in titles.items() if by_result[result]]


def _seen(owners: Owners, event: Any, user: Any) -> "QuerySet[Encounter, Any]":
    return Encounter.objects.seen_by(user, owners).filter(event=event).values_list(*SAID)


_SEEN = PreparedSeen(_seen, fields=[BigIntegerField(), BigIntegerField()])
