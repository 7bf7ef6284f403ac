"""BASE-5: two entries become one and can be parted again, with every row as it was."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from tests.cast import Cast, step
from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.kinds.change import BaseKindChange
from vedu.clients.merging.links import links_to
from vedu.clients.merging.merge import Merge
from vedu.clients.ownership import Ownership
from vedu.clients.protection import ClientIsLed
from vedu.clients.requisites import Requisites
from vedu.foundation.events import Event
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.foundation.search.query import find, find_notes
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.sales.talk.need import Need
from vedu.sales.touches.note import write_note
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

# The record of the merge itself, and what it told.
OWN_TRACE = {"clients.merge"}


def whole_base() -> dict[str, list[tuple[Any, ...]]]:
    """Every table as it stands in the file, row by row, but for what a merge leaves of itself."""
    tables = {model._meta.label_lower: model for model in apps.get_models(include_auto_created=True)}
    return {
        label: rows(model._meta.db_table, _where(label)) for label, model in tables.items() if label not in OWN_TRACE
    }


def _where(label: str) -> str:
    return "WHERE kind NOT IN ('client.merged', 'client.parted')" if label == "foundation.event" else ""


def rows(table: str, where: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} {where} ORDER BY 1")
        return list(cursor.fetchall())


@pytest.fixture
def kept(cast: Cast) -> Client:
    """Anna's client with a deal at the presentation, requisites, a person and a phone."""
    client = cast.client("Northern Bakery", owner=cast.anna)
    client.describe(by=cast.anna, city="Самара", about="Cakes")
    cast.at_stage(4, client=client)
    ContactPoint.add(client, kind="phone", value="+7 912 640-18-22", by=cast.anna)
    requisites.write(client, by=cast.anna, inn="7707083893", legal_name="ООО «Пекарня»")
    return fresh(client)


@pytest.fixture
def gone(cast: Cast) -> Client:
    """The same bakery entered twice: its own deal, touches, tasks, people and numbers, also Anna's."""
    client = cast.client("Bakery Northern", owner=cast.anna)
    client.describe(by=cast.anna, source="exhibition", about="Bread")
    person = cast.contact(client)
    ContactPoint.add(client, kind="phone", value="8 (912) 640-18-22", by=cast.anna, contact=person)
    ContactPoint.add(client, kind="email", value="zakaz@north.example", by=cast.anna)
    deal = cast.deal(client=client)
    CommitteeMember.name_role(deal, person, CommitteeRole.INFLUENCER, by=cast.anna)
    Need.note(deal, words="Boxes are late", by=cast.anna).confirm(by=cast.anna)
    cast.object_to(deal)
    deal.log_touch(by=cast.anna, channel="call", text="Talked", contact=person)
    Task.plan(client, step(3), by=cast.anna)
    lost = Deal.open(client, cast.shop, name="Bags", by=cast.anna)
    lost.lose(by=cast.anna, reason=cast.reason())
    Handover.request(client, by=cast.igor, why="My region")
    ExternalId.objects.create(source="amocrm", kind="client", external_id="company:5", object_id=client.pk)
    return fresh(client)


def fresh(client: Client) -> Client:
    return Client.objects.get(pk=client.pk)


def join(cast: Cast, kept: Client, gone: Client, **facts: Any) -> Merge:
    return Merge.carry_out(kept, gone, by=facts.pop("by", cast.anna), **facts)


def names(found: Iterable[Any]) -> list[str]:
    return sorted(each.name for each in found)


def test_nothing_points_at_the_one_that_is_gone(cast: Cast, kept: Client, gone: Client) -> None:
    join(cast, kept, gone)
    assert not Client.objects.filter(pk=gone.pk).exists()
    for link in links_to(Client):
        assert not link.rows(gone.pk).exists(), link
    assert not Event.objects.filter(client_id=gone.pk).exists()
    assert ExternalId.objects.get().object_id == kept.pk


def test_all_work_is_with_the_one_that_stays(cast: Cast, kept: Client, gone: Client) -> None:
    join(cast, kept, gone)
    assert names(Deal.objects.filter(client=kept)) == ["Bags", "Cake boxes", "Cake boxes"]
    assert Touch.objects.filter(client=kept).count() == Touch.objects.count()
    assert Task.objects.filter(client=kept).count() == Task.objects.count()


def test_what_the_client_keeps_of_its_deals_is_counted_anew(cast: Cast, kept: Client, gone: Client) -> None:
    join(cast, kept, gone)
    client = fresh(kept)
    assert (client.open_deals, client.owner) == (2, cast.anna)
    assert client.last_touch_at == max(kept.last_touch_at, gone.last_touch_at)  # type: ignore[type-var]
    assert client.deals_closed_at == gone.deals_closed_at


def test_what_the_client_is_to_us_is_reckoned_from_the_work_of_both(cast: Cast, kept: Client, gone: Client) -> None:
    for pipeline in (cast.shop, cast.pipeline):
        Deal.open(gone, pipeline, name="Bags", by=cast.anna).win(by=cast.vera, override_reason="Paid")
    assert (fresh(kept).base_kind, fresh(gone).base_kind) == ("warm", "current")
    before = whole_base()
    merge = join(cast, kept, gone)
    client = fresh(kept)
    assert (client.base_kind, client.lifecycle, client.purchases) == ("current", "first", 2)
    changes = list(BaseKindChange.objects.filter(client=client).order_by("at", "pk"))
    assert all(one.kind == other.before for one, other in pairwise(changes))
    merge.undo(by=cast.anna)
    assert whole_base() == before


def test_the_tree_does_not_close_into_a_circle(cast: Cast, kept: Client, gone: Client) -> None:
    top, middle = cast.client("Holding", owner=cast.anna), cast.client("Middle", owner=cast.anna)
    gone.place_under(top, "company", by=cast.anna)
    middle.place_under(fresh(gone), "branch", by=cast.anna)
    kept.place_under(fresh(middle), "outlet", by=cast.anna)
    before = whole_base()
    merge = join(cast, kept, gone)
    assert (fresh(kept).parent, fresh(kept).tie, fresh(middle).parent) == (top, "company", kept)
    merge.undo(by=cast.anna)
    assert whole_base() == before


def test_a_client_that_hangs_on_the_other_stands_alone_with_what_hung_there(
    cast: Cast, kept: Client, gone: Client
) -> None:
    gone.place_under(kept, "branch", by=cast.anna)
    join(cast, kept, gone)
    assert (fresh(kept).parent, fresh(kept).tie) == (None, "")


def test_what_stood_alone_is_not_lost(cast: Cast, kept: Client, gone: Client) -> None:
    join(cast, kept, gone)
    client = fresh(kept)
    assert (client.name, client.city, client.source) == ("Northern Bakery", "Самара", "exhibition")
    assert client.about == "Cakes\nBread"
    assert client.created_at == kept.created_at


def test_a_person_chooses_field_by_field(cast: Cast, kept: Client, gone: Client) -> None:
    join(cast, kept, gone, choices={"name": "gone", "about": "gone"})
    assert (fresh(kept).name, fresh(kept).about) == ("Bakery Northern", "Bread")


def test_the_same_person_is_kept_once(cast: Cast, kept: Client, gone: Client) -> None:
    join(cast, kept, gone)
    (person,) = Contact.objects.filter(client=kept)
    assert person.name == "Olga Ryabinina"
    assert set(CommitteeMember.objects.values_list("contact", flat=True)) == {person.pk}


def test_the_same_number_is_kept_once_and_knows_its_person(cast: Cast, kept: Client, gone: Client) -> None:
    join(cast, kept, gone)
    points = ContactPoint.objects.filter(client=kept)
    assert sorted(points.values_list("value", flat=True)) == ["+79126401822", "zakaz@north.example"]
    assert points.get(kind="phone").contact == Contact.objects.get(client=kept)


def test_requisites_fill_each_other(cast: Cast, kept: Client, gone: Client) -> None:
    requisites.write(gone, by=cast.anna, address="Самара, Заводская, 1")
    join(cast, kept, gone)
    both = Requisites.objects.get()
    assert (both.inn, both.address, both.client) == ("7707083893", "Самара, Заводская, 1", kept)


def test_the_search_finds_one_client_by_the_words_of_both(cast: Cast, kept: Client, gone: Client) -> None:
    join(cast, kept, gone)
    found = find("zakaz@north", visible_owner_ids=None, user_id=None, limit=9).hits
    assert [(hit.kind, hit.object_id) for hit in found] == [("client", kept.pk)]
    assert {hit.client_id for hit in find("cake boxes", visible_owner_ids=None, user_id=None, limit=9).hits} == {
        kept.pk
    }


def test_what_was_written_of_either_is_found_at_the_one_that_stays(cast: Cast, kept: Client, gone: Client) -> None:
    write_note(gone, by=cast.anna, text="Prefers mornings")
    merge = join(cast, kept, gone)
    assert found_note("mornings") == kept.pk
    write_note(fresh(kept), by=cast.anna, text="Moved to the river")
    merge.undo(by=cast.anna)
    assert (found_note("mornings"), found_note("river")) == (gone.pk, kept.pk)


def found_note(text: str) -> int | None:
    (hit,) = find_notes(text, visible_owner_ids=None).hits
    return hit.client_id


def test_the_merge_is_in_the_history(cast: Cast, kept: Client, gone: Client) -> None:
    merge = join(cast, kept, gone, why="The same tax number")
    event = Event.objects.get(kind="client.merged")
    assert (event.client_id, event.data["gone"], event.data["name"]) == (kept.pk, gone.pk, "Bakery Northern")
    assert (merge.gone_name, merge.why, merge.by) == ("Bakery Northern", "The same tax number", cast.anna)
    assert [period["owner_id"] for period in merge.periods_of_gone] == [cast.anna.pk]


def test_a_free_client_takes_the_owner_of_the_other(cast: Cast, gone: Client) -> None:
    free = cast.client("Free bakery")
    join(cast, free, gone)
    assert fresh(free).owner == cast.anna
    period = Ownership.objects.get(client=free)
    assert (period.owner, period.till_at) == (cast.anna, None)


def test_a_free_one_goes_into_a_led_one(cast: Cast, kept: Client) -> None:
    free = cast.client("Free bakery")
    join(cast, kept, free)
    assert fresh(kept).owner == cast.anna
    assert Ownership.objects.filter(client=kept).count() == 1


@pytest.mark.every_case
@pytest.mark.parametrize("way", ["kept into gone", "gone into kept", "into a free one", "a free one into it"])
def test_a_merge_and_its_undo_leave_every_table_as_it_was(cast: Cast, kept: Client, gone: Client, way: str) -> None:
    free = cast.client("Free bakery")
    pair = {
        "kept into gone": (gone, kept),
        "gone into kept": (kept, gone),
        "into a free one": (free, gone),
        "a free one into it": (kept, free),
    }[way]
    before = whole_base()
    merge = join(cast, *pair)
    assert whole_base() != before
    merge.undo(by=cast.anna)
    after = whole_base()
    for label, was in before.items():
        assert after[label] == was, label


def test_two_merges_undone_in_turn_leave_every_table_as_it_was(cast: Cast, kept: Client, gone: Client) -> None:
    third = cast.client("Third", owner=cast.anna)
    before = whole_base()
    first = join(cast, kept, gone)
    second = join(cast, third, kept)
    with pytest.raises(Refused) as refusal:
        Merge.objects.get(pk=first.pk).undo(by=cast.anna)
    assert refusal.value.codes == ["merged-further"]
    second.undo(by=cast.anna)
    Merge.objects.get(pk=first.pk).undo(by=cast.anna)
    assert whole_base() == before


def test_what_came_since_stays_or_goes_with_its_deal(cast: Cast, kept: Client, gone: Client) -> None:
    deal = Deal.objects.open().get(client=gone)
    merge = join(cast, kept, gone)
    own = Touch.log(fresh(kept), by=cast.anna, channel="call", text="About nothing in particular")
    about_deal = Deal.objects.get(pk=deal.pk).log_touch(by=cast.anna, channel="call", text="About its deal")
    merge.undo(by=cast.anna)
    own.refresh_from_db()
    about_deal.refresh_from_db()
    assert (own.client, about_deal.client) == (kept, gone)


def test_a_change_made_since_is_kept(cast: Cast, kept: Client, gone: Client) -> None:
    merge = join(cast, kept, gone)
    fresh(kept).describe(by=cast.anna, city="Пермь")
    fresh(kept).describe(by=cast.anna, source="advice")
    merge.undo(by=cast.anna)
    assert (fresh(kept).city, fresh(kept).source, fresh(kept).about) == ("Пермь", "advice", "Cakes")


def test_it_is_undone_once(cast: Cast, kept: Client, gone: Client) -> None:
    merge = join(cast, kept, gone)
    merge.undo(by=cast.anna)
    with pytest.raises(Refused) as refusal:
        Merge.objects.get(pk=merge.pk).undo(by=cast.anna)
    assert refusal.value.codes == ["already-undone"]


def test_only_he_who_merged_or_his_head_undoes_it(cast: Cast, kept: Client, gone: Client) -> None:
    merge = join(cast, kept, gone)
    for person in (cast.igor, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            merge.undo(by=person)
    merge.undo(by=cast.sergey)
    assert Client.objects.filter(pk=gone.pk).exists()


def test_a_colleagues_client_is_not_merged(cast: Cast, kept: Client) -> None:
    with pytest.raises(ClientIsLed, match="Anna Kotova"):
        join(cast, kept, cast.client("Free"), by=cast.igor)
    with pytest.raises(NotAllowed):
        join(cast, kept, cast.client("Free one"), by=cast.boris)


def test_clients_of_two_owners_are_handed_over_first(cast: Cast, kept: Client) -> None:
    other = cast.client("Igor's", owner=cast.igor)
    with pytest.raises(Refused) as refusal:
        join(cast, kept, other, by=cast.sergey)
    assert refusal.value.codes == ["two-owners"]
    other.assign(cast.anna, by=cast.sergey, why="One bakery")
    join(cast, kept, fresh(other), by=cast.sergey)
    assert fresh(kept).owner == cast.anna


def test_a_client_does_not_go_into_itself_or_into_one_that_is_gone(cast: Cast, kept: Client, gone: Client) -> None:
    with pytest.raises(Refused) as refusal:
        join(cast, kept, kept)
    assert refusal.value.codes == ["same-client"]
    join(cast, kept, gone)
    with pytest.raises(Refused) as refusal:
        join(cast, kept, gone)
    assert refusal.value.codes == ["client-gone"]


def test_those_who_see_the_client_see_its_merges(cast: Cast, kept: Client, gone: Client) -> None:
    join(cast, kept, gone)
    assert Merge.objects.visible_to(cast.igor).count() == 1
    assert not Merge.objects.visible_to(cast.olga).exists()
