"""Tasks and notes as lines of the timeline."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.values.moments import step_text
from vedu.sales.calling.outcome import CallOutcome
from vedu.web.deals.step_nouns import noun_of
from vedu.web.touches.kept import moment_of, moment_words
from vedu.web.touches.line import Line, Setting, Told


def note_line(event: Told, setting: Setting) -> Line:
    what = pgettext("timeline", "note")
    return Line.marked(f" · {what}", icon="note", who=setting.name(event.actor_id), body=event.data["text"])


def planned_line(event: Told, setting: Setting) -> Line:
    return Line.small(_("Planned: %(step)s") % {"step": _step(event, setting)})


def done_line(event: Told, _setting: Setting) -> Line:
    what = _("The task is closed: %(task)s") % {"task": event.data["title"]}
    result = event.data.get("result", "")
    return Line.marked(what, icon="check", body=result) if result else Line.small(what)


def rescheduled_line(event: Told, setting: Setting) -> Line:
    words = {"before": moment_words(event.data["before"], setting), "step": _step(event, setting)}
    return Line.small(_("Put off, it was %(before)s: %(step)s") % words)


def reopened_line(event: Told, setting: Setting) -> Line:
    return Line.small(_("To be done again: %(step)s") % {"step": _step(event, setting)})


def taken_back_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Outcome of a call taken back: %(outcome)s") % {"outcome": _outcome(event.data["outcome"])})


def _outcome(code: str) -> str:
    return str(CallOutcome(code).label).lower()


def _step(event: Told, setting: Setting) -> str:
    """«Звонок · чт 26», with its own title when it has one."""
    noun, title = str(noun_of(event.data["kind"]).name), event.data["title"]
    clock = setting.clock
    when = step_text(clock.day_of(moment_of(event.data["due_at"])), clock.now, clock.zone, clock.language)
    return f"{noun} · {when}" if title in ("", noun) else f"{noun} · {when} · {title}"
