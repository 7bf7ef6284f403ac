"""Decisions in sentences, in both languages: nothing that the policy can say is without words."""

import re
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from vedu.clients.channel import Channel
from vedu.sales.contact_policy import policy
from vedu.sales.contact_policy.decision import ContactVerdict, Decision, Objection
from vedu.sales.contact_policy.history import History, Past
from vedu.sales.contact_policy.hours import Clock
from vedu.sales.contact_policy.policy import Whom, decide
from vedu.sales.contact_policy.rules import Rules
from vedu.sales.contact_policy.words import (
    _SENTENCES,
    _TITLES,
    by_clock,
    next_sentence,
    reasons_of,
    refusal_of,
    sentence_of,
    told,
)

NOON = datetime(2026, 11, 24, 9, tzinfo=UTC)  # a Tuesday
KHABAROVSK = ZoneInfo("Asia/Vladivostok")
SAID = [
    Objection("opted-out", True, None, (Channel.CALL,)),
    Objection("no-consent", True, None, (Channel.EMAIL,)),
    Objection("quiet-hours", True, NOON, (time(8), time(22))),
    Objection("quiet-hours", True, NOON),
    Objection("day-limit", True, NOON, (2, 2)),
    Objection("week-limit", True, NOON, (5, 5)),
    Objection("month-limit", True, NOON, (21, 12)),
    Objection("too-soon", True, NOON, (NOON,)),
    Objection("after-refusal", True, NOON, (NOON,)),
    Objection("unanswered", True, NOON, (6,)),
    Objection("day-off", False, NOON),
    Objection("unusual-hour", False, NOON, (time(9), time(18))),
    Objection("other-hour", False, NOON, (10, 16, 17)),
    Objection("other-channel", False, None, (Channel.MESSENGER,)),
    Objection("personal-channel", False, None, (Channel.CALL,)),
    Objection("talk-first", False),
    Objection("colleague-lately", False, NOON, (NOON, 7)),
]


def test_every_code_of_the_policy_has_a_sentence() -> None:
    told = set(re.findall(r'"([a-z]+-[a-z]+)"', Path(policy.__file__).read_text())) | {"unanswered"}
    assert told == set(_SENTENCES) == set(_TITLES) == {one.code for one in SAID}


@pytest.mark.parametrize("objection", SAID, ids=lambda one: one.code)
def test_each_is_said_in_both_languages(objection: Objection) -> None:
    with translation.override("en"):
        english = sentence_of(objection)
    with translation.override("ru"):
        russian = sentence_of(objection)
    assert re.search("[А-яЁё]", russian)
    assert not re.search("[А-яЁё]", english)
    assert not re.search(r"[%{}]", russian + english)
    assert russian.endswith(".")


def test_a_colleague_who_is_known_is_named() -> None:
    with translation.override("en"):
        assert sentence_of(SAID[-1], {7: "Igor Belov"}) == "Igor Belov has reached him lately: agree with each other."


def test_numbers_agree_with_their_words() -> None:
    with translation.override("ru"):
        one, two, five = (sentence_of(Objection("week-limit", True, NOON, (count, 9))) for count in (1, 2, 5))
    assert one == "За 7 дней клиента побеспокоили 1 раз, предел — 9."
    assert "2 раза" in two
    assert "5 раз," in five


def test_the_next_moment_is_told_by_the_client_s_clock() -> None:
    with translation.override("ru"):
        assert by_clock(NOON, KHABAROVSK) == "вт 24\u00a0ноября, 19:00"
        decision = Decision(ContactVerdict.BLOCK, (SAID[4],), NOON, NOON)
        assert next_sentence(decision, KHABAROVSK) == "Ближайшее время: вт 24\u00a0ноября, 19:00 по часам клиента."
        assert next_sentence(decision._replace(next_at=None), KHABAROVSK) == "В другой час это не изменится."
        assert next_sentence(decision._replace(verdict=ContactVerdict.WARN), KHABAROVSK) == ""


def test_where_the_hour_is_quiet_that_it_is_unusual_is_not_told() -> None:
    night = datetime(2026, 11, 24, 15, tzinfo=UTC)
    whom = Whom(Clock(KHABAROVSK), personal=frozenset({Channel.CALL}))
    decision = decide(whom, Channel.CALL, night, 1, Rules())
    assert [one.code for one in decision.objections] == ["quiet-hours", "unusual-hour", "personal-channel"]
    assert [one.code for one in told(decision)] == ["quiet-hours", "personal-channel"]
    day = decide(whom, Channel.CALL, night.replace(hour=9), 1, Rules())
    assert told(day) == day.objections


def test_a_refusal_names_what_forbids_and_leaves_out_what_only_warns() -> None:
    history = History([Past(NOON, is_ours=True, answered=False, by=2)])
    whom = Whom(Clock(KHABAROVSK), frozenset({Channel.CALL}), prefers=Channel.EMAIL, history=history)
    decision = decide(whom, Channel.CALL, NOON, 1, Rules())
    with translation.override("en"):
        refusal = refusal_of(decision, KHABAROVSK)
        reasons = reasons_of(decision)
    assert refusal.codes == ["opted-out", "too-soon"]
    assert all(reason.sentence.endswith("No hour will change that.") for reason in refusal.reasons)
    assert {reason.code for reason in reasons if not reason.facts["forbids"]} >= {"other-channel", "colleague-lately"}
