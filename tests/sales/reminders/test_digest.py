"""What waits today, told once in the morning."""

from datetime import date

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.reminders.clock import NOON, moscow, task
from vedu.foundation.notices.notice_choice import NoticeChoice
from vedu.foundation.people.notice import News, Notice
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.people.user import User
from vedu.sales.reminders.digest import send_digests

MORNING = moscow(24, 9)


def test_it_counts_what_waits(cast: Cast) -> None:
    task(cast, moscow(24, 15))
    task(cast, moscow(24, 11))
    task(cast, moscow(24, 0), has_time=False)
    task(cast, moscow(20, 12))
    task(cast, moscow(25, 12))
    assert send_digests(moscow(24, 8)) == 0
    assert send_digests(MORNING) == 1
    data = Notice.objects.get(person=cast.anna).data
    assert [data[name] for name in ("today", "timed", "overdue", "unread")] == [3, 2, 1, 0]
    assert data["first_at"] == "2026-11-24T08:00:00Z"


def test_once_a_day(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    task(cast, moscow(24, 15))
    assert [send_digests(MORNING), send_digests(NOON)] == [1, 0]
    assert send_digests(moscow(25, 9)) == 1
    for person in User.objects.all():
        NoticeChoice.choose(person, digest=person == cast.anna)
    with django_assert_num_queries(5):
        send_digests(moscow(25, 10))


def test_with_nothing_to_do_nothing_is_told(cast: Cast) -> None:
    assert send_digests(MORNING) == 0


def test_unread_news_alone_are_worth_a_digest(cast: Cast) -> None:
    Notice.send(
        [News(cast.boris.pk, "hold.ended", "1", {}), News(cast.adam.pk, "task.due", "1", {})], at=moscow(23, 12)
    )
    assert send_digests(MORNING) == 1
    assert Notice.objects.get(kind="day.digest").person_id == cast.boris.pk


def test_who_wants_none_gets_none(cast: Cast) -> None:
    task(cast, moscow(24, 15))
    NoticeChoice.choose(cast.anna, digest=False)
    assert send_digests(MORNING) == 0


def test_a_substitute_has_the_tasks_of_the_absent_in_it(cast: Cast) -> None:
    task(cast, moscow(24, 15))
    task(cast, moscow(24, 10), person=cast.igor)
    plan_absence(cast.anna, by=cast.anna, from_on=date(2026, 11, 24), substitute=cast.igor, at=moscow(23, 9))
    assert send_digests(MORNING) == 1
    data = Notice.objects.get().data
    assert (data["today"], data["first_at"]) == (2, "2026-11-24T07:00:00Z")
