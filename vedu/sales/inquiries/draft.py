"""What is typed and not sent: kept by the second, so that the next person at the counter costs nothing (DAY-5)."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from vedu.foundation.people.user import User
from vedu.sales.inquiries.step import Step

if TYPE_CHECKING:
    from vedu.sales.inquiries.inquiry import Inquiry

MOST_FIELDS, MOST_VALUES, LONGEST = 60, 30, 2000


def keep(inquiry: "Inquiry", step: str, said: Mapping[str, Sequence[str]], *, by: User) -> None:
    """See Inquiry.keep_draft. What is too much is cut: a draft is never refused for its size."""
    inquiry.require_work(by)
    if step not in Step.values:
        return
    fields = list(said.items())[:MOST_FIELDS]
    inquiry.draft = {step: {name[:60]: [value[:LONGEST] for value in values[:MOST_VALUES]] for name, values in fields}}
    inquiry.save(update_fields=["draft"])


def kept(inquiry: "Inquiry", step: str) -> dict[str, list[str]]:
    """Of this step; empty when nothing waits there."""
    found: dict[str, list[str]] = (inquiry.draft or {}).get(step) or {}
    return found
