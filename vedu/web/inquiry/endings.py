"""Why a client at the counter goes without a purchase: nine reasons, a key each."""

from collections.abc import Iterable
from typing import NamedTuple

from vedu.sales.deals.refusal_reason import RefusalReason

MOST = 9
# What is heard at a counter comes first; a company's own reasons follow.
AT_THE_COUNTER = ("out_of_stock", "expensive", "missing_feature", "not_now", "competitor", "terms", "no_need", "spam")


class Reason(NamedTuple):
    pk: int
    key: int
    name: str


def reasons_of(reasons: Iterable[RefusalReason]) -> list[Reason]:
    order = {code: place for place, code in enumerate(AT_THE_COUNTER)}
    ranked = sorted(reasons, key=lambda reason: (order.get(reason.code, MOST), reason.position, reason.pk))[:MOST]
    return [Reason(reason.pk, key, reason.name) for key, reason in enumerate(ranked, 1)]
