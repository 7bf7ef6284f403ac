"""What typed rules would answer at sample moments, in plain words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time

import pytest
from django.utils import translation

from vedu.clients.channel import Channel
from vedu.sales.contact_policy.rules import USUAL, Hours
from vedu.web.contact_policy.preview import Answer, Preview, preview_of
from vedu.web.shell.clock import Clock

pytestmark = pytest.mark.django_db
# A Monday: the samples are of the next day and of Saturday.
MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _russian() -> Iterator[None]:
    with translation.override("ru"):
        yield


def preview(rules: object = USUAL, channel: str = Channel.CALL, touches: int = 0) -> Preview:
    return preview_of(rules, Clock.here(MONDAY), rule=0, channel=channel, touches=touches)  # type: ignore[arg-type]


def answers(seen: Preview) -> dict[tuple[int, str], Answer]:
    return {(place, one.city): one for place, sample in enumerate(seen.samples) for one in sample.answers}


def test_on_tuesday_evening_it_is_night_in_khabarovsk() -> None:
    seen = preview()
    assert [sample.title for sample in seen.samples] == [
        "вт 24\u00a0ноября, 09:30",
        "вт 24\u00a0ноября, 18:30",
        "сб 28\u00a0ноября, 12:00",
    ]
    night = answers(seen)[1, "в Хабаровске"]
    assert (night.hour, night.word) == ("01:30", "нельзя")
    assert night.sentence == "У клиента тихие часы: беспокоить можно в 08:00–22:00 по его часам."
    assert night.when == "можно: ср 25\u00a0ноября, 09:00"


def test_at_the_same_moment_the_cities_differ() -> None:
    words = {city: one.word for (place, city), one in answers(preview()).items() if place == 0}
    assert words == {
        "в Калининграде": "нежелательно",
        "в Москве": "можно",
        "в Новосибирске": "можно",
        "в Хабаровске": "можно",
    }


def test_a_day_off_is_unwise_unless_the_rules_keep_it_free() -> None:
    assert answers(preview())[2, "в Москве"].word == "нежелательно"
    assert answers(preview(replace(USUAL, outer_on_days_off=None)))[2, "в Москве"].word == "нельзя"


def test_other_rules_answer_otherwise() -> None:
    late = replace(USUAL, usual=Hours(time(9), time(20)))
    assert answers(preview())[1, "в Москве"].word == "нежелательно"
    assert answers(preview(late))[1, "в Москве"].word == "можно"


def test_so_many_touches_before_it_reach_a_limit() -> None:
    assert answers(preview(touches=4))[0, "в Москве"].word == "можно"
    full = answers(preview(touches=5))[0, "в Москве"]
    assert (full.word, full.sentence) == ("нельзя", "За 7 дней клиента побеспокоили 5 раз, предел — 5.")


def test_a_letter_may_be_written_at_any_hour() -> None:
    assert {one.word for one in answers(preview(channel=Channel.EMAIL)).values()} == {"можно"}


def test_rules_that_cannot_be_read_answer_nothing() -> None:
    assert preview(None).samples == []
