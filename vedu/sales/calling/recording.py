"""One verb writes down how a call ended (CHAN-5): the touch, whom it named, the next step, the next attempt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.foundation.values.phone import phone_text
from vedu.sales.calling import promised
from vedu.sales.calling.before import standing
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.caller_tally import CallerTally
from vedu.sales.calling.following import follow
from vedu.sales.calling.lease import not_in_hands, release
from vedu.sales.calling.named_people import named
from vedu.sales.calling.outcome import APPOINTMENTS, TOUCHES, UNANSWERED, CallOutcome
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.contact_policy.asking import known_of
from vedu.sales.contact_policy.words import refusal_of
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.led_deal import led_deal
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.playbooks.answer import Answer, answer_text
from vedu.sales.playbooks.playbook import PlaybookVersion
from vedu.sales.talk.committee import CommitteeRole
from vedu.sales.touches.channel import Channel, TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

LONGEST_NOTE, LONGEST_ROUTE = 4000, 500


@dataclass(frozen=True, slots=True)
class Said:
    """What a caller says of a call. ``number`` was dialled (E.164). ``gatekeeper`` and ``decision_maker`` are names,
    ``route`` how one gets past the first to the second. ``call_back_at`` is aware. ``answers``: question's key → words,
    of the script ``version``."""

    outcome: str
    note: str = ""
    number: str = ""
    has_permission: bool | None = None
    gatekeeper: str = ""
    decision_maker: str = ""
    job_title: str = ""
    route: str = ""
    call_back_at: datetime | None = None
    next_step: NextStep | None = None
    refusal: RefusalReason | None = None
    seconds: int | None = None
    version: PlaybookVersion | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


def record(queued: QueuedClient, said: Said, *, by: User, at: datetime | None = None) -> CallAttempt:
    """How the call with the client in the caller's hands ended. He goes back into the queue or leaves it.

    Raises Invalid, NotAllowed for those who do not call from the list, Refused when the client is not in these hands
    any more or the policy forbids the moment that was asked for, ClientIsLed when a colleague leads him by now."""
    now = at or timezone.now()
    queued.calling_list.require_calling(by)
    _require_words(said, now)
    with transaction.atomic():
        if not release(queued, by=by):
            raise not_in_hands(queued)
        planned = promised.planned_calls(queued.client, by=by, at=now)
        deal = led_deal(queued.client, by, now)
        before = standing(queued, deal)
        attempt = _written(queued, said, deal, planned, by=by, at=now)
        CallerTally.count(attempt, queued.calling_list_id)
        queued.before = before | {"attempt": attempt.pk}
        follow(queued, attempt, said.call_back_at, planned, by=by, at=now)
    return attempt


def _written(
    queued: QueuedClient, said: Said, deal: Deal | None, planned: list[Task], *, by: User, at: datetime
) -> CallAttempt:
    client = queued.client
    spoke_with = _people(client, deal, said, by=by, at=at)
    promised.join(planned, deal)
    if said.outcome not in UNANSWERED:
        promised.end(planned, by=by, result=str(CallOutcome(said.outcome).label), at=at)
    touch = Touch.log(
        client,
        by=by,
        channel=Channel.CALL,
        outcome=TOUCHES[said.outcome],
        text=_text(said, deal),
        seconds=said.seconds,
        contact=spoke_with,
        deal=deal,
        next_step=_next_step(said, spoke_with),
        at=at,
    )
    _require_welcome(client, said, by=by)
    _answer(deal, said, by=by, at=at)
    return CallAttempt.objects.create(
        calling_list=queued.calling_list,
        client=client,
        by=by,
        at=at,
        outcome=said.outcome,
        number=said.number[:32],
        contact=spoke_with,
        route=" ".join(said.route.split())[:LONGEST_ROUTE],
        has_permission=said.has_permission,
        has_appointment=said.next_step is not None and said.next_step.kind in APPOINTMENTS,
        refusal=said.refusal,
        touch=touch,
    )


def _require_words(said: Said, now: datetime) -> None:
    if said.outcome not in CallOutcome.values:
        raise invalid("outcome", "unknown-word", _("Choose how the call ended."))
    if said.outcome == CallOutcome.CALL_BACK and said.call_back_at is None:
        raise invalid("call_back_at", "due-needed", _("Say when he asked to be called back."))
    if said.call_back_at is not None and said.call_back_at <= now:
        raise invalid("call_back_at", "due-past", _("Call back at a moment that is still ahead."))
    if len(said.note) > LONGEST_NOTE:
        raise invalid("note", "too-long", _("The note is longer than 4000 letters: keep what matters."))


def _people(client: Client, deal: Deal | None, said: Said, *, by: User, at: datetime) -> Contact | None:
    """With whom he spoke: at the gatekeeper's the gatekeeper, else the one who decides where he is named."""
    guard = named(client, said.gatekeeper, by=by, at=at, role=CommitteeRole.GATEKEEPER, deal=deal)
    decides = named(
        client,
        said.decision_maker,
        by=by,
        at=at,
        role=CommitteeRole.DECISION_MAKER,
        deal=deal,
        job_title=said.job_title.strip()[:255],
    )
    return guard if said.outcome == CallOutcome.GATEKEEPER else decides


def _text(said: Said, deal: Deal | None) -> str:
    """The caller's own words, then what the keys said: it is all that the timeline shows of it."""
    lines = [said.note.strip()]
    if said.route.strip():
        lines.append(pgettext("call", "Way to the decision maker: %(route)s") % {"route": " ".join(said.route.split())})
    if said.outcome == CallOutcome.GATEKEEPER and said.decision_maker.strip():
        lines.append(pgettext("call", "Decides: %(name)s") % {"name": " ".join(said.decision_maker.split())})
    if said.outcome == CallOutcome.REFUSED and said.refusal is not None:
        lines.append(pgettext("call", "Reason: %(reason)s") % {"reason": said.refusal.name})
    if said.outcome == CallOutcome.WRONG_NUMBER and said.number:
        lines.append(pgettext("call", "Wrong number: %(number)s") % {"number": phone_text(said.number, "")})
    if deal is None and said.version is not None:
        script = said.version.script
        for key, words in said.answers.items():
            question = script.question(key)
            if question is not None and words.strip():
                lines.append(f"{question.text} — {answer_text(words.strip())}")
    return "\n".join(line for line in lines if line)


def _next_step(said: Said, contact: Contact | None) -> NextStep | None:
    """A promise to call back is a step too: the day plan has it, whoever looks."""
    if said.call_back_at is not None:
        return NextStep(kind=TaskKind.CALL, due_at=said.call_back_at, contact=contact)
    return said.next_step


def _require_welcome(client: Client, said: Said, *, by: User) -> None:
    """He asked for a moment himself, so no limit stands against it; the night and his own prohibition do."""
    if said.call_back_at is None:
        return
    known = known_of(client, at=said.call_back_at)
    decision = known.decide(Channel.CALL, said.call_back_at, by)
    if not decision.is_allowed and said.outcome == CallOutcome.CALL_BACK:
        raise refusal_of(decision, known.whom.clock.zone)


def _answer(deal: Deal | None, said: Said, *, by: User, at: datetime) -> None:
    """What was answered to the script's questions is a fact of the deal; without one it stands in the touch."""
    if deal is None or said.version is None:
        return
    for key, words in said.answers.items():
        if words.strip():
            Answer.give(deal, said.version, key, words, by=by, at=at)
