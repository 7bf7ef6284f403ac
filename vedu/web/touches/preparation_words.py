"""What was found out of a client as lines of the timeline: its brief, its suppliers, what the register says."""

from django.utils.translation import gettext as _

from vedu.clients.preparation.part import names_of
from vedu.integrations.enrichment.party import warning_of
from vedu.web.touches.line import Line, Setting, Told


def brief_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("The brief is written: %(parts)s") % {"parts": ", ".join(names_of(event.data["changed"]))})


def supply_line(event: Told, _setting: Setting) -> Line:
    if event.data["main"]:
        return Line.small(_("The supplier of today: %(name)s") % {"name": event.data["name"]})
    return Line.small(_("Works with the client: %(name)s") % {"name": event.data["name"]})


def supply_ended_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Works with the client no more: %(name)s") % {"name": event.data["name"]})


def enriched_line(event: Told, _setting: Setting) -> Line:
    """A bad status is said where the filling is."""
    return Line.small(_("Filled in by INN"), body=warning_of(event.data.get("status", "")))
