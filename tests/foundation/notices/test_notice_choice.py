"""What a person wants to be told, when and by what way."""

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.notices.notice_choice import NoticeChoice, When
from vedu.foundation.refusal import Invalid


def test_the_usual_needs_no_row(cast: Cast) -> None:
    choice = NoticeChoice.of(cast.anna)
    assert (choice.remind, choice.ahead_minutes, choice.digest) == ("ahead", 15, True)
    assert (choice.when_of("inquiry"), choice.when_of("task"), choice.when_of("planet")) == ("now", "never", "digest")
    assert not NoticeChoice.objects.exists()


def test_only_what_differs_is_kept(cast: Cast) -> None:
    NoticeChoice.choose(cast.anna, when={"task": When.NOW, "inquiry": When.NOW})
    choice = NoticeChoice.of(cast.anna)
    assert choice.when == {"task": "now"}
    assert choice.topics(When.NOW) == ["inquiry", "day", "task"]
    assert NoticeChoice.of(cast.igor).when_of("task") == "never"


def test_what_is_not_said_stays(cast: Cast) -> None:
    NoticeChoice.choose(cast.anna, remind="morning")
    NoticeChoice.choose(cast.anna, telegram_chat=" 12345 ")
    assert NoticeChoice.of(cast.anna).remind == "morning"
    assert NoticeChoice.of(cast.anna).telegram_chat == "12345"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"remind": "hourly"}, "remind"),
        ({"ahead_minutes": 1441}, "ahead_minutes"),
        ({"ahead_minutes": -1}, "ahead_minutes"),
        ({"telegram_chat": "my chat"}, "telegram_chat"),
        ({"when": {"planet": "now"}}, "when"),
        ({"when": {"task": "hourly"}}, "when"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, object], field: str) -> None:
    with pytest.raises(Invalid) as refused:
        NoticeChoice.choose(cast.anna, **said)
    assert refused.value.reasons[0].facts["field"] == field
    assert not NoticeChoice.objects.exists()


def test_switching_on_sends_nothing_old(cast: Cast) -> None:
    assert NoticeChoice.of(cast.anna).since_at == cast.anna.date_joined
    NoticeChoice.choose(cast.anna, by_email=False)
    before = timezone.now()
    assert NoticeChoice.choose(cast.anna, by_email=True).since_at >= before
