from datetime import date, timedelta

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.objections.objection_action import ActionKind, ObjectionAction


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def in_days(days: int) -> date:
    return timezone.localdate() + timedelta(days=days)


def test_what_is_given_till_a_day_stands_in_the_plan_of_that_day(cast: Cast, deal: Deal) -> None:
    with translation.override("en"):
        given = ObjectionAction.give(deal, ActionKind.DEMO, until_on=in_days(5), by=cast.anna, note=" Ten  places ")
    task = given.task
    assert (timezone.localdate(task.due_at), task.has_time, task.assignee) == (in_days(5), False, cast.anna)
    assert task.title.startswith("Demo access till ")
    assert (given.note, given.is_running, list(ObjectionAction.objects.running())) == ("Ten places", True, [given])
    told = Event.objects.get(kind="objection.action_given")
    assert (told.deal_id, told.data["what"], told.data["until_on"]) == (deal.pk, "demo", in_days(5).isoformat())


def test_it_ends_with_a_word_and_its_task_with_it(cast: Cast, deal: Deal) -> None:
    given = ObjectionAction.give(deal, "trial", until_on=in_days(2), by=cast.anna, objection=cast.object_to(deal))
    given.end("returned", by=cast.anna)
    given.refresh_from_db()
    assert (given.outcome, given.ended_by, given.is_running, given.task.is_done) == ("returned", cast.anna, False, True)
    with pytest.raises(Refused) as refused:
        given.end("done", by=cast.anna)
    assert refused.value.codes == ["already-ended"]
    assert Event.objects.get(kind="objection.action_ended").data["outcome"] == "returned"


def test_the_task_done_in_the_day_ends_it_too(cast: Cast, deal: Deal) -> None:
    given = ObjectionAction.give(deal, "reviews", until_on=in_days(2), by=cast.anna)
    given.task.complete(by=cast.anna)
    fresh = ObjectionAction.objects.get()
    assert (fresh.is_running, ObjectionAction.objects.running().exists()) == (False, False)


@pytest.mark.parametrize(
    ("kind", "days", "code"), [("rain", 1, "unknown-word"), ("demo", -1, "until-wrong"), ("demo", None, "until-wrong")]
)
def test_what_cannot_be_given_plans_nothing(cast: Cast, deal: Deal, kind: str, days: int | None, code: str) -> None:
    tasks = deal.tasks.count()
    with pytest.raises(Invalid) as refused:
        ObjectionAction.give(deal, kind, until_on=None if days is None else in_days(days), by=cast.anna)
    assert refused.value.codes == [code]
    assert (deal.tasks.count(), ObjectionAction.objects.count()) == (tasks, 0)


def test_an_objection_of_another_deal_is_refused(cast: Cast, deal: Deal) -> None:
    other = cast.object_to(cast.deal())
    with pytest.raises(Invalid) as refused:
        ObjectionAction.give(deal, "demo", until_on=in_days(1), by=cast.anna, objection=other)
    assert refused.value.codes == ["objection-elsewhere"]


def test_outsiders_give_and_end_nothing(cast: Cast, deal: Deal) -> None:
    given = ObjectionAction.give(deal, "demo", until_on=in_days(1), by=cast.anna)
    for user in (cast.igor, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            ObjectionAction.give(deal, "demo", until_on=in_days(1), by=user)
        with pytest.raises(NotAllowed):
            given.end("done", by=user)
    ObjectionAction.give(deal, "demo", until_on=in_days(1), by=cast.sergey)
