"""POST /me/notices: what a person wants to be told."""

import pytest
from django.test import override_settings

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.foundation.notices.notice_choice import TOPICS, NoticeChoice

SAID = {"remind": "morning", "ahead_minutes": "30", "by_email": "on"} | {
    f"when_{topic}": "now" for topic in TOPICS if topic != "overdue"
}


def test_a_person_chooses(cast: Cast) -> None:
    answer = visitor(cast.anna).post("/me/notices", SAID)
    assert answer.headers["Location"] == "/me"
    choice = NoticeChoice.of(cast.anna)
    assert (choice.remind, choice.ahead_minutes, choice.digest, choice.by_email) == ("morning", 30, False, True)
    assert choice.when_of("task") == "now"
    assert choice.when_of("overdue") == "digest"
    assert not NoticeChoice.objects.exclude(person=cast.anna).exists()


def test_heads_are_asked_of_their_people_too(cast: Cast) -> None:
    assert 'name="when_overdue"' in text_of(visitor(cast.sergey).get("/me"))
    assert 'name="when_overdue"' not in text_of(visitor(cast.anna).get("/me"))
    assert visitor(cast.sergey).post("/me/notices", SAID).status_code == 422


@pytest.mark.parametrize("wrong", [{"remind": "hourly"}, {"ahead_minutes": "2000"}, {"when_task": "hourly"}])
def test_what_was_typed_survives_an_error(cast: Cast, wrong: dict[str, str]) -> None:
    answer = visitor(cast.anna).post("/me/notices", SAID | {"ahead_minutes": "44"} | wrong)
    assert answer.status_code == 422
    assert f'value="{wrong.get("ahead_minutes", "44")}"' in text_of(answer)
    assert not NoticeChoice.objects.exists()


def test_a_chat_is_asked_for_where_there_is_a_bot(cast: Cast) -> None:
    assert "telegram_chat" not in text_of(visitor(cast.anna).get("/me"))
    with override_settings(TELEGRAM_TOKEN="1:a"):  # noqa: S106 of no bot
        assert "telegram_chat" in text_of(visitor(cast.anna).get("/me"))
        answer = visitor(cast.anna).post("/me/notices", SAID | {"telegram_chat": "my chat"})
        assert answer.status_code == 422
        assert "my chat" in text_of(answer)
        visitor(cast.anna).post("/me/notices", SAID | {"telegram_chat": "77"})
    assert NoticeChoice.of(cast.anna).telegram_chat == "77"


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().post("/me/notices", SAID))
