"""By what playbook a deal was led, and what was asked in it.

The rule: a deal is led by the playbook by which its first answer was written down, that is its seller's choice or the
pipeline's at that moment. Techniques are compared among deals that came to needs, by what was answered up to there:
before, nobody can tell one from another, and later ever more is asked of deals that go well. Deals of which nothing was
answered by then were led without a script."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import OuterRef, QuerySet, Subquery

from vedu.foundation.many_rows import chunked
from vedu.foundation.prepared import PreparedObjects
from vedu.insight.techniques.decided import Decided, closed_since
from vedu.insight.techniques.places import Places
from vedu.insight.techniques.tally import Tallies
from vedu.insight.techniques.technique_count import Subject
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.phase import ORDER, SalePhase
from vedu.sales.playbooks.playbook import PlaybookVersion

NO_SCRIPT = ""
Phases = Mapping[int, Mapping[str, str]]


class Led(NamedTuple):
    """``asked``: keys of the questions of this playbook that were answered."""

    playbook: int
    asked: set[str]


def led_deals(at: datetime) -> Mapping[int, Led]:
    """By id of the deal. One query; in the order of answers."""
    rows = Answer.objects.filter(deal__in=closed_since(at)).order_by("deal", "pk")
    led: dict[int, Led] = {}
    for deal, playbook, key in rows.values_list("deal", "version__playbook", "question").iterator(chunk_size=10_000):
        known = led.get(deal)
        if known is None:
            led[deal] = Led(playbook, {key})
        elif known.playbook == playbook:
            known.asked.add(key)
    return led


def count_techniques(
    deals: Mapping[int, Decided], led: Mapping[int, Led], phases: Phases, places: Places, tallies: Tallies
) -> None:
    for pk, deal in deals.items():
        if deal.place < places.of(deal.stratum.pipeline, SalePhase.NEEDS):
            continue
        one = led.get(pk)
        is_led = one is not None and _is_asked_early(one, phases)
        tally = tallies.of(Subject.TECHNIQUE, one.playbook if one and is_led else NO_SCRIPT, deal)
        tally.take(deal)
        if deal.is_won:
            tally.cycles[deal.cycle] += 1


def count_questions(
    deals: Mapping[int, Decided], led: Mapping[int, Led], phases: Phases, places: Places, tallies: Tallies
) -> None:
    """Of the latest version of each playbook; a question keeps its key through all of them. Where nothing else was
    answered nobody knows whether the playbook was in use: such a deal stands on neither side."""
    for pk, one in led.items():
        deal = deals.get(pk)
        if deal is None:
            continue
        for key, phase in phases.get(one.playbook, {}).items():
            is_asked = key in one.asked
            if len(one.asked) > is_asked and deal.place >= places.of(deal.stratum.pipeline, phase):
                tally = tallies.of(Subject.QUESTION, f"{one.playbook}:{key}", deal)
                tally.take(deal) if is_asked else tally.leave(deal)


def question_phases(playbooks: set[int]) -> Phases:
    """Phases by the keys of questions, by playbook. One query."""
    return {
        one.playbook_id: {question.key: step.phase for step in one.script.steps for question in step.questions}
        for one in latest_versions(playbooks)
    }


def latest_versions(playbooks: set[int]) -> list[PlaybookVersion]:
    """In the order of playbooks. One query for so many at once."""
    return [one for ids in chunked(sorted(playbooks), AT_ONCE) for one in _LATEST.objects_in(ids)]


def _is_asked_early(one: Led, phases: Phases) -> bool:
    """A question that is not in the playbook any more counts as an early one."""
    known, needs = phases.get(one.playbook, {}), ORDER.index(SalePhase.NEEDS)
    return any(ORDER.index(SalePhase(known.get(key, SalePhase.NEEDS))) <= needs for key in one.asked)


def _latest(*playbooks: Any) -> "QuerySet[PlaybookVersion]":
    of_one = PlaybookVersion.objects.filter(playbook=OuterRef("playbook")).order_by("-number")
    versions = PlaybookVersion.objects.filter(playbook__id__in=playbooks, number=Subquery(of_one.values("number")[:1]))
    return versions.order_by("playbook")


AT_ONCE = 32
_LATEST = PreparedObjects(_latest, ids=AT_ONCE, related=["playbook"])
