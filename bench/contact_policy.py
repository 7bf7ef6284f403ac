"""How many decisions of the contact policy a second on one core, for contacts with a hundred touches each.

Run by ``vedu bench policy``. Building a contact's history out of its touches is counted too."""

import json
import random
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from vedu.clients.channel import Channel
from vedu.sales.contact_policy.decision import Decision
from vedu.sales.contact_policy.history import History, Past
from vedu.sales.contact_policy.hours import Clock
from vedu.sales.contact_policy.policy import Whom, decide

GOAL = 20_000
CONTACTS, TOUCHES, QUESTIONS = 2_000, 100, 10
NOW = datetime(2026, 11, 24, tzinfo=UTC)
ZONES = [ZoneInfo(name) for name in ("Europe/Moscow", "Asia/Yekaterinburg", "Asia/Vladivostok", "Europe/Kaliningrad")]
CHANNELS = (Channel.CALL, Channel.EMAIL, Channel.MESSENGER, Channel.MEETING)
Say = Callable[[str], None]


def measure(*, say: Say, json_file: Path | None = None) -> int:
    """Returns 1 when the goal is not met."""
    dice = random.Random(1)
    past = [_touches(dice) for _contact in range(CONTACTS)]
    moments = [NOW + timedelta(minutes=dice.randrange(7 * 24 * 60)) for _question in range(QUESTIONS)]
    started = time.process_time()
    found = [one for touches in past for one in _decided(touches, moments, dice)]
    seconds = time.process_time() - started
    speed = round(len(found) / seconds)
    verdicts = {name: sum(one.verdict == name for one in found) for name in ("allow", "warn", "block")}
    say(f"{len(found):,} decisions of contacts with {TOUCHES} touches: {speed:,} a second on one core (goal {GOAL:,})")
    say("  " + ", ".join(f"{name} {count:,}" for name, count in verdicts.items()))
    if json_file is not None:
        json_file.write_text(json.dumps({"decisions_per_second": speed, "verdicts": verdicts}))
    return 0 if speed >= GOAL else 1


def _decided(touches: list[Past], moments: list[datetime], dice: random.Random) -> list[Decision]:
    whom = Whom(Clock(dice.choice(ZONES)), history=History(touches))
    return [decide(whom, dice.choice(CHANNELS), moment, person=1) for moment in moments]


def _touches(dice: random.Random) -> list[Past]:
    """Of a year; every third was answered, every twentieth refused."""
    return [
        Past(
            NOW - timedelta(minutes=dice.randrange(365 * 24 * 60)),
            is_ours=dice.random() < 0.9,
            answered=dice.random() < 0.3,
            refused=dice.random() < 0.05,
            by=dice.randrange(5),
        )
        for _touch in range(TOUCHES)
    ]
