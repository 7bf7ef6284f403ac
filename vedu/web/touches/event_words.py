"""Meetings at business events as lines of the timeline (CHAN-6); what was said there is the touch beside."""

from django.utils.translation import gettext as _

from vedu.web.touches.line import Line, Setting, Told


def planned_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("To be met at “%(name)s”") % {"name": event.data["name"]})


def met_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Met at “%(name)s”") % {"name": event.data["name"]})


def missed_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Not met at “%(name)s”") % {"name": event.data["name"]})


def dropped_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Off the list of “%(name)s”") % {"name": event.data["name"]})


def linked_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("The deal came from “%(name)s”") % {"name": event.data["name"]})


def unlinked_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("The deal did not come from “%(name)s”") % {"name": event.data["name"]})
