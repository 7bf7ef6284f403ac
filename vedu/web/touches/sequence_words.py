"""Sequences as lines of the timeline (CHAN-8)."""

from django.utils.translation import gettext as _

from vedu.sales.sequences.stop import StopCause
from vedu.web.touches.line import Line, Setting, Told


def begun_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Sequence begun: %(name)s") % {"name": event.data["name"]})


def stopped_line(event: Told, _setting: Setting) -> Line:
    words = {"name": event.data["name"], "cause": StopCause(event.data["cause"]).label}
    return Line.small(_("Sequence “%(name)s” stopped: %(cause)s") % words, event.data.get("note", ""))


def paused_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Sequence paused: %(name)s") % {"name": event.data["name"]})


def resumed_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Sequence goes on: %(name)s") % {"name": event.data["name"]})


def finished_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Sequence finished without an answer: %(name)s") % {"name": event.data["name"]})
