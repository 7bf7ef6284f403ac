"""What a client will most likely object with in a talk, and the answer that has worked best (TALK-4, CHAN-5).

Counted are the latest objections of the pipelines that the talk's playbook leads, of all where it leads none; an
objection that the library has no answer to is left out. Where too little is known, what cold calls hear most of all
over the trade fills the rest."""

from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from django.db.models import QuerySet

from vedu.foundation.prepared import Prepared
from vedu.insight.rebuttals.ranking import NOTHING, Ranked, in_order
from vedu.insight.rebuttals.rebuttal_rate import RebuttalRate
from vedu.insight.win_rate import WinRate
from vedu.sales.objections.rebuttal import Against, Rebuttal
from vedu.sales.playbooks.playbook import PlaybookUse
from vedu.sales.talk.objection import Objection
from vedu.sales.talk.objection_kind import ObjectionKind

SHOWN = 3
# The latest of them: as many as say how often each comes, however old the base is.
LOOKED_AT = 2000
HEARD_MOST = (
    ObjectionKind.SUPPLIER,
    ObjectionKind.SEND_OFFER,
    ObjectionKind.TIME,
    ObjectionKind.PRICE,
    ObjectionKind.THINK,
    ObjectionKind.NOT_ME,
)


class Likely(NamedTuple):
    """``heard``: of so many objections so many were of this kind."""

    kind: str
    heard: WinRate
    best: Ranked


def likeliest(playbook_id: int | None, number: int = SHOWN) -> list[Likely]:
    """At most four queries, none of which grows with the base."""
    heard = Counter(_heard(playbook_id))
    answers = _answers()
    whole = heard.total()
    kinds = dict.fromkeys([kind for kind, _times in heard.most_common()] + [kind.value for kind in HEARD_MOST])
    answered = [kind for kind in kinds if kind in answers and kind != ObjectionKind.OTHER]
    return [Likely(kind, WinRate(heard[kind], whole), answers[kind]) for kind in answered[:number]]


def _heard(playbook_id: int | None) -> Iterator[str]:
    pipelines = [pk for (pk,) in _LED_BY.rows(playbook_id)] if playbook_id is not None else []
    rows = Objection.objects.filter(deal__pipeline__in=pipelines) if pipelines else Objection.objects.all()
    return iter(rows.order_by("-pk").values_list("kind", flat=True)[:LOOKED_AT])


def _answers() -> dict[str, Ranked]:
    """Kind → the best answer to a real doubt."""
    rates = {row.rebuttal_id: row.rates for row in RebuttalRate.objects.all()}
    rows: dict[str, list[Ranked]] = {}
    for one in Rebuttal.objects.in_use().filter(latest__isnull=False).select_related("latest"):
        assert one.latest is not None
        rows.setdefault(one.kind, []).append(Ranked(one, one.latest, rates.get(one.pk, NOTHING)))
    return {kind: in_order(some, Against.DOUBT)[0] for kind, some in rows.items()}


def _led(playbook: Any) -> "QuerySet[PlaybookUse, Any]":
    return PlaybookUse.objects.filter(playbook__id=playbook).order_by("pk").values_list("pipeline")


_LED_BY = Prepared(_led)
