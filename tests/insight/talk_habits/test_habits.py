from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.foundation.people.user import User
from vedu.insight.talk_habits.habits import habits_of
from vedu.insight.talk_habits.kept_lines import FEWEST_TALKS, Kept, kept_lines, missed_lines
from vedu.insight.talk_habits.open_questions import open_questions
from vedu.insight.win_rate import WinRate
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.filled_checklist import FilledChecklist
from vedu.sales.checklists.item import Item
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import version_for
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.playbooks.script import Question, Script, Step


@pytest.fixture
def since() -> object:
    return timezone.now() - timedelta(days=30)


def ask(cast: Cast, by: User, **said: str) -> None:
    deal = cast.deal(owner=by)
    version = version_for(deal)
    for key, text in said.items():
        Answer.give(deal, version, key.replace("_", "-"), text, by=by)


def gone_through(cast: Cast, by: User, keys: tuple[str, ...]) -> None:
    touch = cast.deal(owner=by).log_touch(by=by, channel="call")
    FilledChecklist.fill(touch, Checklist.objects.get(preset="small_talk"), keys, by=by)


def test_open_ones_of_all_he_asked(cast: Cast, since) -> None:
    ask(cast, cast.anna, hook="A new shop", how_much="Six thousand", may_go_on="yes")
    ask(cast, cast.igor, may_go_on="no")
    assert open_questions(None, since) == {cast.anna.pk: WinRate(2, 3), cast.igor.pk: WinRate(0, 1)}
    assert open_questions({cast.igor.pk}, since) == {cast.igor.pk: WinRate(0, 1)}


def test_a_question_is_as_open_as_it_was_on_that_day(cast: Cast, since) -> None:
    ask(cast, cast.anna, hook="A new shop")
    closed = Step("Talk", "needs", questions=(Question("hook", "Is there a hook?", is_open=False),))
    Playbook.objects.get(preset="eight").publish("Eight", Script((closed,)), by=cast.sergey)
    ask(cast, cast.anna, hook="yes")
    assert open_questions(None, since) == {cast.anna.pk: WinRate(1, 2)}


def test_what_was_asked_before_the_period_is_left_out(cast: Cast) -> None:
    ask(cast, cast.anna, hook="A new shop")
    assert open_questions(None, timezone.now() + timedelta(seconds=1)) == {}


def test_two_queries_however_much_was_asked(
    cast: Cast, since, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(4):
        ask(cast, cast.anna, hook="A new shop", may_go_on="yes")
    with django_assert_num_queries(2):
        assert open_questions(None, since)[cast.anna.pk] == WinRate(4, 8)


def test_lines_kept_to_by_seller(cast: Cast, since) -> None:
    gone_through(cast, cast.anna, ("hook", "detail"))
    gone_through(cast, cast.anna, ("hook",))
    gone_through(cast, cast.igor, ())
    kept = kept_lines(None, since)
    assert kept == {cast.anna.pk: Kept(2, WinRate(3, 10)), cast.igor.pk: Kept(1, WinRate(0, 5))}


def test_what_is_forgotten_most_stands_first(cast: Cast, since) -> None:
    for _number in range(FEWEST_TALKS):
        gone_through(cast, cast.anna, ("hook", "detail", "to-business", "no-interrupting"))
    missed = missed_lines(None, since)
    assert [one.kept for one in missed[:2]] == [WinRate(0, 5), WinRate(5, 5)]
    assert missed[0].text == "Asked an open question not about business"
    lists = Checklist.objects.get(preset="small_talk")
    lists.change("Warm up", [Item("open-question", "Asked about his town")], by=cast.sergey)
    gone_through(cast, cast.anna, ())
    assert (missed_lines(None, since)[0].checklist, missed_lines(None, since)[0].text) == (
        "Warm up",
        "Asked about his town",
    )


def test_a_line_of_few_talks_is_not_judged(cast: Cast, since) -> None:
    for _number in range(FEWEST_TALKS - 1):
        gone_through(cast, cast.anna, ())
    assert missed_lines(None, since) == []


def test_each_sees_as_far_as_the_work_of_others(cast: Cast, since) -> None:
    for seller in (cast.anna, cast.igor, cast.olga):
        ask(cast, seller, hook="A new shop")

    def seen(viewer: User) -> set[str]:
        return {person.username for person, habit in habits_of(viewer, since) if habit.opened.total}

    assert seen(cast.sergey) == {"anna", "igor"}
    assert seen(cast.vera) == {"anna", "igor", "olga"}
    assert "olga" in seen(cast.olga)
    assert "anna" not in seen(cast.olga)


def test_those_who_ask_openly_stand_first_and_the_silent_last(cast: Cast, since) -> None:
    ask(cast, cast.igor, hook="A new shop")
    ask(cast, cast.anna, hook="A new shop", may_go_on="yes")
    names = [person.username for person, _habit in habits_of(cast.vera, since)]
    assert names[:2] == ["igor", "anna"]
    assert "olga" in names[2:]
