"""The stop in hand: who it is, what to say there, and how it may end, each by one press."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.preparation.brief import Brief
from vedu.foundation.prepared import Prepared, PreparedObjects
from vedu.foundation.values.moments import moment_text
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task
from vedu.sales.visits.outcome import VisitOutcome
from vedu.sales.visits.visit import Visit
from vedu.web.deals.step_chip import step_chip
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.touches.choice import options
from vedu.web.touches.kinds import step_choices
from vedu.web.touches.step_form import hint_address
from vedu.web.visits.reaching import Dialled, Reaching
from vedu.web.visits.said import USUAL
from vedu.web.visits.usual_step import again_day, usual_step, words_of

BRIEF_PARTS = ("problem", "offer", "hook")
AT_CLIENT = (VisitOutcome.TALKED, VisitOutcome.ABSENT, VisitOutcome.REFUSED, VisitOutcome.AGAIN)


class Button(NamedTuple):
    """``follows`` is the next step that the press plans."""

    value: str
    label: str
    follows: str


class BriefPart(NamedTuple):
    question: str
    words: str


@dataclass(frozen=True, slots=True)
class Stop:
    visit: Visit
    url: str
    client_url: str
    phone: Dialled | None
    brief: Sequence[BriefPart]
    brief_url: str
    next_step: str
    last_touch: str
    may_finish: bool
    buttons: Sequence[Button]
    again_on: str
    interest_follows: str
    kinds: SafeString
    step_on: str
    hint_url: str
    typed: Mapping[str, str]
    errors: Mapping[str, str]

    @property
    def is_door(self) -> bool:
        return self.visit.client_id is None

    @property
    def leads(self) -> bool:
        """The box is ticked until somebody takes the tick away."""
        return not self.typed or "lead" in self.typed

    @property
    def is_open(self) -> bool:
        """The part for an interested door, while something is wrong in it."""
        return bool(self.typed) and self.typed.get("outcome") == VisitOutcome.INTERESTED

    @property
    def outcome(self) -> str:
        return str(VisitOutcome(self.visit.outcome).label) if self.visit.outcome else ""


def stop_of(visit: Visit, clock: Clock, *, may_work: bool, typed: Mapping[str, str], errors: Mapping[str, str]) -> Stop:
    """Four queries for a client, none for a door."""
    client, is_settled = visit.client, bool(visit.outcome and (visit.client_id or visit.again_on))
    usual = usual_step(VisitOutcome.TALKED, clock.today)
    chosen = typed.get("step_kind", USUAL)
    return Stop(
        visit=visit,
        url=address_of("visits:visit", visit.pk),
        client_url=address_of("clients:card", client.pk) if client else "",
        phone=Reaching([(client.pk, None)]).phone_of((client.pk, None)) if client else None,
        brief=_brief(client.pk) if client else (),
        brief_url=address_of("preparation:brief", client.pk) if client else "",
        next_step=_next_step(client.pk, clock) if client else "",
        last_touch=_last_touch(visit, clock),
        may_finish=may_work and not is_settled,
        buttons=[_button(one, clock, is_door=client is None) for one in AT_CLIENT],
        again_on=typed.get("again_on") or again_day(clock.today).isoformat(),
        interest_follows=words_of(VisitOutcome.INTERESTED, clock),
        kinds=options(step_choices("" if chosen == USUAL else chosen)),
        step_on=typed.get("step_on") or (usual.on.isoformat() if usual else ""),
        hint_url=hint_address(client.pk) if client else "",
        typed=typed,
        errors=errors,
    )


def _button(outcome: VisitOutcome, clock: Clock, *, is_door: bool) -> Button:
    """At a door nothing follows but another day."""
    if outcome == VisitOutcome.TALKED and is_door:
        return Button(outcome, pgettext("door", "Talked, no need"), "")
    labels = {
        VisitOutcome.TALKED: pgettext("visit", "Talked"),
        VisitOutcome.ABSENT: pgettext("visit", "Nobody there"),
        VisitOutcome.REFUSED: pgettext("visit", "Refused to talk"),
        VisitOutcome.AGAIN: pgettext("visit", "Come again"),
    }
    follows = "" if is_door and outcome != VisitOutcome.AGAIN else words_of(outcome, clock)
    return Button(outcome, labels[outcome], follows)


def _brief(client_id: int) -> list[BriefPart]:
    questions = {
        "problem": pgettext("brief", "Problem"),
        "offer": pgettext("brief", "What we offer"),
        "hook": pgettext("brief", "Hook"),
    }
    newest = next(iter(_BRIEF.rows(client_id)), ())
    return [BriefPart(questions[part], words) for part, words in zip(BRIEF_PARTS, newest, strict=False) if words]


def _next_step(client_id: int, clock: Clock) -> str:
    task = next(iter(_NEXT.objects(client_id)), None)
    if task is None:
        return ""
    when = step_chip(task.kind, task.due_at, task.has_time, clock.now, clock.zone).words
    return f"{when}: {task.title}" if task.title != str(TaskKind(task.kind).label) else when


def _last_touch(visit: Visit, clock: Clock) -> str:
    at = visit.client.last_touch_at if visit.client else None
    if at is None:
        return ""
    return _("last touched %(when)s") % {"when": moment_text(at, clock.now, clock.zone, False)}


_BRIEF = Prepared(lambda client: Brief.objects.filter(client=client).values_list(*BRIEF_PARTS)[:1])
_NEXT = PreparedObjects(lambda client: Task.objects.open().filter(client=client)[:1])
