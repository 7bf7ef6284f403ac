"""What Schemathesis cannot know of our API; loaded by it, see bench/fuzz.py."""

import json
import uuid
from typing import Any

import schemathesis

KEY, LONGEST_KEY = "Idempotency-Key", 200
# Codes that speak of the form of a value (vedu/api/wrong_input.py), not of a rule. Not among them is what a JSON Schema
# cannot tell: that of two optional fields one is "needed"; "value-wrong", as a day before 1970; "not-a-sum", as a
# number with three digits after the point.
OF_FORM = {
    "unknown-field", "too-long", "value-empty", "not-text", "not-a-number", "not-true-or-false", "not-a-moment",
    "not-a-day", "too-large", "too-small", "too-many", "unknown-word", "not-a-list", "not-an-object",
}  # fmt: skip


@schemathesis.hook
def before_call(context: Any, case: Any, kwargs: Any) -> None:  # noqa: ARG001
    """A key belongs to one request: the right ones are new each time, the wrong ones stay as they are."""
    key = (case.headers or {}).get(KEY)
    if isinstance(key, str) and 0 < len(key) <= LONGEST_KEY:
        case.headers[KEY] = uuid.uuid4().hex


@schemathesis.check
def described_form(ctx: Any, response: Any, case: Any) -> None:  # noqa: ARG001
    """Nobody who keeps to the description is told that a value has the wrong form."""
    if response.status_code != 422 or case.meta is None or not case.meta.generation.mode.is_positive:
        return
    reasons = json.loads(response.content).get("reasons", [])
    of_form = [reason for reason in reasons if reason["code"] in OF_FORM]
    assert not of_form, f"the description does not tell: {of_form}"
