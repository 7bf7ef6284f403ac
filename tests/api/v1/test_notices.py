"""Notices: each reads and marks his own."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.foundation.people.notice import News, Notice


@pytest.fixture
def told(cast: Cast) -> list[Notice]:
    """Two of Anna's, one of Igor's."""
    facts = {"client": 7, "name": "Bakery", "days": 7, "on": "2026-05-14"}
    Notice.send(News(cast.anna.pk, "hold.ending", key, facts) for key in ("1", "2"))
    Notice.send([News(cast.igor.pk, "neglect.began", "3", {"client": 8, "name": "Mill"})])
    return list(Notice.objects.order_by("pk"))


def test_each_reads_his_own(told: list[Notice], anna: Caller, igor: Caller, sergey: Caller, boris: Caller) -> None:
    assert set(anna.get("/notices").ids) == {told[0].pk, told[1].pk}
    (item,) = igor.get("/notices").body["items"]
    assert (item["kind"], item["company"], item["facts"]) == ("neglect.began", 8, {"name": "Mill"})
    assert sergey.get("/notices").ids == boris.get("/notices").ids == []


def test_some_are_marked_as_read(told: list[Notice], anna: Caller) -> None:
    assert anna.post("/notices/reads", {"ids": [told[0].pk, told[2].pk]}).body == {"read": 1}
    assert anna.get("/notices", unread=True).ids == [told[1].pk]
    assert anna.get("/notices", unread=False).ids == [told[0].pk]


def test_all_are_marked_without_ids(told: list[Notice], anna: Caller) -> None:
    assert anna.post("/notices/reads", {}).body == {"read": 2}
    assert anna.post("/notices/reads", {}).body == {"read": 0}
    assert Notice.objects.unread().get() == told[2]


def test_a_stranger_reads_nothing(stranger: Caller) -> None:
    assert stranger.get("/notices").status == 401
    assert stranger.post("/notices/reads", {}).status == 401
