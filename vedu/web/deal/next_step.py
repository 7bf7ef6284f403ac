"""What to do now: the next step tinted by its state, with the call inside (deal/_next.html)."""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.local_time import known_zone
from vedu.foundation.values.moments import hour_text, moment_text
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.task import Task
from vedu.web.deal.people import People, Reach
from vedu.web.deals.board.why_red import why_red
from vedu.web.deals.row import row_of
from vedu.web.deals.step_chip import StepState, step_chip
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.touches.proposals import after_task
from vedu.web.touches.step_form import step_form

_WRITTEN = (TaskKind.EMAIL, TaskKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class NextStepView:
    """``state`` is the colour. ``why`` says why it is red; without a step ``when`` says since when. ``reach`` calls
    or writes to the right person."""

    state: str
    icon: str
    when: str
    title: str = ""
    whom: str = ""
    their_time: str = ""
    why: str = ""
    reach: Reach | None = None
    writes: bool = False
    completion_url: str = ""
    due_url: str = ""


@dataclass(frozen=True, slots=True)
class Planning:
    """The form that stands where a step is missing."""

    url: str
    fields: SafeString


def next_step_of(deal: Deal, people: People, clock: Clock) -> NextStepView:
    step = deal.next_step
    if step is None:
        chip = step_chip(None, None, False, clock.now, clock.zone, clock.language)
        return NextStepView(chip.state, chip.icon, _why(deal, chip.state, clock))
    chip = step_chip(step.kind, step.due_at, step.has_time, clock.now, clock.zone, clock.language)
    return NextStepView(
        state=chip.state,
        icon=chip.icon,
        when=_when(step, clock),
        title=step.title,
        whom=_whom(step, people),
        their_time=_their_time(deal, clock),
        why=_why(deal, chip.state, clock),
        reach=people.email(step.contact_id) if step.kind in _WRITTEN else people.phone(step.contact_id),
        writes=step.kind in _WRITTEN,
        completion_url=address_of("touches:completion", step.pk),
        due_url=address_of("touches:due", step.pk),
    )


def planning_of(deal: Deal, clock: Clock) -> Planning:
    fields = step_form(after_task("", clock.now.astimezone(clock.zone)), deal.client_id)
    return Planning(address_of("deal:tasks", deal.pk), fields)


def _why(deal: Deal, state: StepState, clock: Clock) -> str:
    """The sentence of the board, and for the same reasons."""
    days = deal.days_in_stage(clock.now)
    is_over = deal.is_over_norm(clock.now)
    return why_red(row_of(deal), state, days, deal.stage.day_norm, clock, is_over=is_over).sentence


def _when(step: Task, clock: Clock) -> str:
    """«Сегодня, 10:20», «Чт 26, 14:00»; only the day when no hour is set."""
    day = moment_text(clock.day_of(step.due_at), clock.now, clock.zone, language=clock.language)
    hour = f", {hour_text(step.due_at, clock.zone)}" if step.has_time else ""
    return f"{day[0].upper()}{day[1:]}{hour}"


def _whom(step: Task, people: People) -> str:
    person = people.named(step.contact_id)
    return person.name if person else ""


def _their_time(deal: Deal, clock: Clock) -> str:
    """The client's clock when it differs from ours."""
    zone = known_zone(deal.client.time_zone, deal.client.region)
    if zone is None or clock.now.astimezone(zone).utcoffset() == clock.now.astimezone(clock.zone).utcoffset():
        return ""
    return _("their time is %(hour)s") % {"hour": hour_text(clock.now, zone)}
