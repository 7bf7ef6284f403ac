from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.people.notice import News, Notice


def news(cast: Cast, key: str = "5:7") -> News:
    return News(cast.anna.pk, "hold.ending", key, {"client": 5})


def test_the_same_news_is_told_once(cast: Cast) -> None:
    first = timezone.now() - timedelta(hours=1)
    Notice.send([news(cast)], at=first)
    Notice.send([news(cast), news(cast, "6:7")])
    assert Notice.objects.of(cast.anna).count() == 2
    assert Notice.objects.get(key="5:7").at == first


def test_what_was_read_does_not_come_again(cast: Cast) -> None:
    Notice.send([news(cast)])
    assert Notice.read(None, by=cast.anna) == 1
    Notice.send([news(cast)])
    assert not Notice.objects.of(cast.anna).unread().exists()


def test_each_reads_his_own(cast: Cast) -> None:
    Notice.send([news(cast), News(cast.igor.pk, "hold.ending", "5:7", {})])
    assert Notice.read([notice.pk for notice in Notice.objects.all()], by=cast.anna) == 1
    assert Notice.objects.of(cast.igor).unread().count() == 1


def test_some_of_them_are_read(cast: Cast) -> None:
    Notice.send([news(cast), news(cast, "6:7")])
    assert Notice.read([Notice.objects.earliest("pk").pk], by=cast.anna) == 1
    assert Notice.objects.unread().count() == 1


def test_no_news_asks_nothing(cast: Cast, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        Notice.send([])
