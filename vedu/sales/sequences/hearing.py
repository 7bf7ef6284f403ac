"""What a sequence hears of: an answer, a closing, a move, another owner, an opt-out (CHAN-8). Each listener asks one
small query where nothing runs."""

from collections.abc import Iterable

from vedu.foundation.events import Event, subscribe
from vedu.foundation.prepared import Prepared
from vedu.sales.sequences.enrolment import RUNNING, Enrolment, EnrolmentStep, person_key
from vedu.sales.sequences.going import made_otherwise
from vedu.sales.sequences.stop import StopCause, stop
from vedu.sales.touches.channel import Outcome
from vedu.sales.touches.touch import Touch

_RUNNING_OF = Prepared(lambda client: Enrolment.objects.filter(client__id=client, state__in=RUNNING).values_list("pk"))
_OPEN_STEPS = Prepared(
    lambda task: EnrolmentStep.objects.filter(task__id=task, done_at=None, enrolment__state__in=RUNNING).values_list(
        "pk"
    )
)


def listen() -> None:
    subscribe("touch.logged", answered)
    subscribe("task.done", task_done)
    for kind in ("deal.won", "deal.lost", "deal.postponed"):
        subscribe(kind, closed)
    subscribe("deal.moved", moved)
    for kind in ("client.owner_changed", "client.released"):
        subscribe(kind, passed)
    subscribe("optout.added", objected)
    subscribe("subject.erased", objected)
    subscribe("client.merged", merged)
    subscribe("client.parted", parted)


def answered(event: Event) -> None:
    """The client himself was heard since it began: this very person, or nobody in particular."""
    if not event.data.get("two_way"):
        return
    running = [one for one in _running(event) if event.at >= one.at]
    if not running:
        return
    touch = Touch.objects.get(pk=event.data["touch"])
    cause = StopCause.REFUSAL if touch.outcome == Outcome.REFUSED else StopCause.REPLY
    theirs = [
        one for one in running if None in (touch.contact_id, one.contact_id) or touch.contact_id == one.contact_id
    ]
    _stop_all(theirs, cause, event)


def task_done(event: Event) -> None:
    """By whatever screen: the next step is planned from here. What became needless was not made."""
    if event.data.get("needless"):
        return
    for (pk,) in _OPEN_STEPS.rows(event.data["task"]):
        steps = EnrolmentStep.objects.select_related("step", "enrolment")
        taken = steps.get(pk=pk)
        taken.enrolment = Enrolment.objects.whole().get(pk=taken.enrolment_id)
        made_otherwise(taken, event.at)


def closed(event: Event) -> None:
    """A lost deal is a refusal of the client, and stops what speaks of no deal too."""
    is_lost = event.kind == "deal.lost"
    about = (event.deal_id, None) if is_lost else (event.deal_id,)
    cause = StopCause.REFUSAL if is_lost else StopCause.CLOSED
    _stop_all((one for one in _running(event) if one.deal_id in about), cause, event)


def moved(event: Event) -> None:
    _stop_all((one for one in _running(event) if one.deal_id == event.deal_id), StopCause.MOVED, event)


def passed(event: Event) -> None:
    """Whoever leads the client now begins his own."""
    owner = event.data["owner"] if event.kind == "client.owner_changed" else None
    _stop_all((one for one in _running(event) if one.assignee_id != owner), StopCause.OWNER, event)


def objected(event: Event) -> None:
    """What a client forbids holds for its people; what one of them forbids, for him alone."""
    if event.client_id is None:
        return  # a number on the list: the policy knows it when a step is due
    contact = event.data.get("contact")
    theirs = (one for one in _running(event) if contact is None or one.contact_id == contact)
    _stop_all(theirs, StopCause.OPT_OUT, event)


def merged(event: Event) -> None:
    """People of two entries became one: who went through two sequences, goes on by the older."""
    taken: set[str] = set()
    for one in sorted(_running(event), key=lambda enrolment: enrolment.pk):
        key = person_key(one.client_id, one.contact_id)
        if key in taken:
            stop(one, StopCause.MERGED, by=event.actor, at=event.at)
        else:
            _name_anew(one)
        taken.add(key)


def parted(event: Event) -> None:
    """Each is himself again."""
    for one in Enrolment.objects.running().filter(client__in=[event.client_id, event.data["gone"]]):
        _name_anew(one)


def _name_anew(one: Enrolment) -> None:
    key = person_key(one.client_id, one.contact_id)
    if key != one.running_for:
        Enrolment.objects.filter(pk=one.pk).update(running_for=key)


def _running(event: Event) -> list[Enrolment]:
    """Of the event's client: one small query, and another where there are any."""
    ids = [pk for (pk,) in _RUNNING_OF.rows(event.client_id or 0)]
    return list(Enrolment.objects.whole().filter(pk__in=ids)) if ids else []


def _stop_all(enrolments: Iterable[Enrolment], cause: str, event: Event) -> None:
    for one in list(enrolments):
        stop(one, cause, by=event.actor, at=event.at)
