from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.checklists import presets
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.filled_checklist import FilledChecklist, lists_for
from vedu.sales.checklists.item import Item
from vedu.sales.touches.touch import Touch


@pytest.fixture
def call(cast: Cast) -> Touch:
    return cast.deal().log_touch(by=cast.anna, channel="call", text="Agreed to talk")


@pytest.fixture
def first(cast: Cast) -> Checklist:
    return Checklist.objects.get(preset="first_impression")


@pytest.fixture
def small_talk(cast: Cast) -> Checklist:
    return Checklist.objects.get(preset="small_talk")


def test_what_was_kept_to_stays_with_the_touch(cast: Cast, call: Touch, first: Checklist) -> None:
    filled = FilledChecklist.fill(call, first, ["reason", "by-name"], by=cast.anna)
    assert (filled.seller, filled.done, filled.total) == (cast.anna, 2, 6)
    assert [line.key for line in filled.lines if line.is_done] == ["reason", "by-name"]
    told = Event.objects.get(kind="touch.checked")
    assert (told.deal_id, told.data["done"], told.data["total"]) == (call.deal_id, 2, 6)


def test_filled_in_again_it_takes_the_place_of_what_was(cast: Cast, call: Touch, first: Checklist) -> None:
    FilledChecklist.fill(call, first, ["reason"], by=cast.anna)
    FilledChecklist.fill(call, first, [], by=cast.sergey)
    filled = FilledChecklist.objects.get()
    assert (filled.done, filled.by, filled.seller) == (0, cast.sergey, cast.anna)


def test_an_edited_list_leaves_the_words_of_the_day(cast: Cast, call: Touch, first: Checklist) -> None:
    FilledChecklist.fill(call, first, ["reason"], by=cast.anna)
    first.change("First minute", [Item("reason", "Said why"), Item("", "Smiled")], by=cast.sergey)
    assert "Said why" not in [line.text for line in FilledChecklist.objects.get().lines]
    assert [one.text for one in first.lines] == ["Said why", "Smiled"]
    assert all(one.key for one in first.lines)


def test_the_first_impression_is_asked_after_the_first_talk_alone(
    cast: Cast, call: Touch, first: Checklist, small_talk: Checklist
) -> None:
    assert lists_for(call) == [first, small_talk]
    later = call.deal.log_touch(by=cast.anna, channel="meeting", at=timezone.now() + timedelta(seconds=5))
    assert lists_for(later) == [small_talk]


@pytest.mark.parametrize(("channel", "outcome"), [("email", "replied"), ("call", "no_answer")])
def test_what_was_no_talk_has_no_checklist(cast: Cast, first: Checklist, channel: str, outcome: str) -> None:
    touch = cast.deal().log_touch(by=cast.anna, channel=channel, outcome=outcome)
    assert lists_for(touch) == []
    with pytest.raises(Refused) as refused:
        FilledChecklist.fill(touch, first, [], by=cast.anna)
    assert refused.value.codes == ["not-a-talk"]


def test_unknown_lines_and_retired_lists_are_refused(cast: Cast, call: Touch, first: Checklist) -> None:
    with pytest.raises(Invalid) as refused:
        FilledChecklist.fill(call, first, ["smiled"], by=cast.anna)
    assert refused.value.codes == ["item-unknown"]
    first.retire(by=cast.sergey)
    with pytest.raises(Refused) as gone:
        FilledChecklist.fill(call, first, [], by=cast.anna)
    assert gone.value.codes == ["checklist-retired"]
    assert not FilledChecklist.objects.exists()


def test_a_colleague_does_not_go_through_anothers_talk_nor_read_it(cast: Cast, call: Touch, first: Checklist) -> None:
    for user in (cast.igor, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            FilledChecklist.fill(call, first, [], by=user)
    FilledChecklist.fill(call, first, [], by=cast.anna)
    seen = {user.username for user in (cast.anna, cast.sergey, cast.vera, cast.olga) if _sees(user)}
    assert seen == {"anna", "sergey", "vera"}


def _sees(user) -> bool:  # type: ignore[no-untyped-def]
    return FilledChecklist.objects.visible_to(user).exists()


@pytest.mark.parametrize(
    ("name", "items", "code"),
    [
        ("", [Item("", "Smiled")], "name-needed"),
        ("List", [Item("", " ")], "items-needed"),
        ("List", [Item("", "Smiled")] * 13, "items-many"),
        ("List", [Item("a", "Smiled"), Item("a", "Sat")], "item-twice"),
        ("List", [Item("", "S" * 201)], "too-long"),
    ],
)
def test_a_list_that_cannot_stand_is_refused(cast: Cast, name: str, items: list[Item], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        Checklist.write(name, items, by=cast.sergey)
    assert refused.value.codes == [code]


def test_heads_keep_the_lists(cast: Cast, first: Checklist) -> None:
    made = Checklist.write("Visit", [Item("", "Looked at the store")], by=cast.sergey, occasion="first")
    assert made in Checklist.objects.in_use()
    with pytest.raises(NotAllowed):
        Checklist.write("Visit", [Item("", "Looked")], by=cast.anna)
    with pytest.raises(NotAllowed):
        first.change("Other", first.lines, by=cast.anna)
    first.retire(by=cast.sergey)
    first.restore(by=cast.sergey)
    with pytest.raises(Invalid):
        first.change("Other", first.lines, by=cast.sergey, occasion="never")


def test_the_ready_lists_come_once(cast: Cast) -> None:
    assert Checklist.objects.count() == len(presets.LISTS)
    Checklist.objects.all().delete()
    assert (presets.install(), presets.install()) == (2, 0)
