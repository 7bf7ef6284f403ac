"""A business event: who makes it, who goes, who sees it."""

from typing import Any

import pytest

from tests.cast import Cast
from tests.sales.business_events.fairs import day, fair
from vedu.foundation.events import Event
from vedu.foundation.people.installation import day_start
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.foundation.values.money import Money
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter


def test_who_makes_an_event_goes_to_it(cast: Cast) -> None:
    event = fair(cast)
    assert [one.person for one in event.participants.all()] == [cast.anna]
    assert event.spent == Money.parse("90000")
    assert Event.objects.get(kind="business_event.planned").data["name"] == "FoodExpo"


def test_deals_count_from_the_first_day_till_the_window_is_over(cast: Cast) -> None:
    event = fair(cast, starts=-3, window_days=30)
    assert event.counts_from == day_start(day(-3))
    assert event.counts_until == day_start(day(-1 + 31))


def test_without_a_last_day_it_lasts_one(cast: Cast) -> None:
    event = BusinessEvent.plan(by=cast.anna, name=" A  breakfast ", kind="breakfast", starts_on=day(4))
    assert (event.name, event.ends_on, event.window_days) == ("A breakfast", day(4), 90)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"name": " "}, "name-empty"),
        ({"name": "x" * 121}, "too-long"),
        ({"kind": "party"}, "unknown-word"),
        ({"starts_on": None, "ends_on": None}, "day-needed"),
        ({"ends_on": -2}, "days-reversed"),
        ({"ends_on": 300}, "too-many-days"),
        ({"cost": Money.parse("-1")}, "value-negative"),
        ({"window_days": 5000}, "window-wrong"),
        ({"city": "x" * 121}, "too-long"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, Any], code: str) -> None:
    said = {name: day(value) if name == "ends_on" and value is not None else value for name, value in said.items()}
    with pytest.raises(Invalid) as refused:
        fair(cast, **said)
    assert refused.value.codes == [code]
    assert not BusinessEvent.objects.exists()


def test_every_fault_is_told_at_once(cast: Cast) -> None:
    with pytest.raises(Invalid) as refused:
        fair(cast, name="", kind="party", window_days=-1)
    assert refused.value.codes == ["name-empty", "unknown-word", "window-wrong"]


def test_a_change_keeps_what_it_was_and_moves_the_window(cast: Cast) -> None:
    event = fair(cast)
    event.describe(by=cast.sergey, name="FoodExpo 2", window_days=10)
    event.refresh_from_db()
    assert (event.name, event.ends_on) == ("FoodExpo 2", day(2))
    assert event.counts_until == day_start(day(2 + 11))
    assert Event.objects.get(kind="business_event.described").data["before"]["window_days"] == 90
    event.describe(by=cast.anna, name="FoodExpo 2")
    assert Event.objects.filter(kind="business_event.described").count() == 1


def test_only_who_makes_it_and_his_head_change_it(cast: Cast) -> None:
    event = fair(cast)
    for person, code in ((cast.igor, "not-your-event"), (cast.olga, "not-your-event"), (cast.boris, "role-only-looks")):
        with pytest.raises(NotAllowed) as refused:
            event.describe(by=person, name="Mine")
        assert refused.value.codes == [code]
    event.describe(by=cast.sergey, name="Ours")


def test_an_accountant_makes_none(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        fair(cast, by=cast.boris)


def test_who_goes_sees_it_and_so_do_those_who_see_his_work(cast: Cast) -> None:
    event = fair(cast)
    seen = BusinessEvent.objects.visible_to
    assert all(event in seen(one) for one in (cast.anna, cast.igor, cast.sergey, cast.vera, cast.boris))
    assert event not in seen(cast.olga)
    event.send(cast.olga, by=cast.sergey)
    assert event in seen(cast.olga)


def test_others_are_sent_by_who_makes_it_and_everybody_may_join(cast: Cast) -> None:
    event = fair(cast)
    assert event.send(cast.igor, by=cast.igor) == event.send(cast.igor, by=cast.anna)
    for person, by, code in (
        (cast.vera, cast.igor, "not-your-event"),
        (cast.olga, cast.olga, "event-not-seen"),
        (cast.boris, cast.anna, "role-only-looks"),
    ):
        with pytest.raises(NotAllowed) as refused:
            event.send(person, by=by)
        assert refused.value.codes == [code]


def test_who_has_nobody_to_meet_may_stay_at_home(cast: Cast) -> None:
    event = fair(cast)
    going = event.send(cast.igor, by=cast.anna)
    Encounter.plan(event, cast.client(), by=cast.igor)
    with pytest.raises(Refused) as refused:
        going.call_off(by=cast.anna)
    assert refused.value.codes == ["has-encounters"]
    event.encounters.all().delete()
    going.call_off(by=cast.igor)
    assert event.participants.count() == 1
    with pytest.raises(Refused) as refused:
        event.participants.get().call_off(by=cast.anna)
    assert refused.value.codes == ["organizer-goes"]


def test_lists_are_asked_by_the_day(cast: Cast) -> None:
    past, today, ahead = fair(cast, starts=-9), fair(cast, starts=-1), fair(cast, starts=9)
    assert set(BusinessEvent.objects.ahead(day())) == {today, ahead}
    assert set(BusinessEvent.objects.over(day())) == {past}
    assert (today.has_begun(day()), ahead.has_begun(day()), past.is_over(day())) == (True, False, True)
