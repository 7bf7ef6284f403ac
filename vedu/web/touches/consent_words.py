"""Consent and the rights of people as lines of the timeline; who it was stands on the card, not in the log."""

from django.utils.translation import gettext as _

from vedu.clients.consent.kinds import Ground
from vedu.web.consent.marks import channels_text
from vedu.web.touches.line import Line, Setting, Told


def given_line(event: Told, _setting: Setting) -> Line:
    channels = channels_text(event.data["channels"])
    if event.data["ground"] == Ground.CONSENT:
        return Line.small(_("Consent is given: %(channels)s") % {"channels": channels})
    return Line.small(_("A ground is written down: %(channels)s") % {"channels": channels})


def withdrawn_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Consent is withdrawn: %(channels)s") % {"channels": channels_text([event.data["channel"]])})


def objected_line(event: Told, _setting: Setting) -> Line:
    channels = channels_text(event.data["channels"]) or _("all channels")
    return Line.small(_("Asked not to be disturbed: %(channels)s") % {"channels": channels})


def lifted_line(_event: Told, _setting: Setting) -> Line:
    return Line.small(_("Off the list of opt-outs"))


def recognised_line(_event: Told, _setting: Setting) -> Line:
    return Line.small(_("The new number is on the list of opt-outs: not to be called or written to"))


def asked_line(_event: Told, _setting: Setting) -> Line:
    return Line.small(_("A person asked for his rights"))


def answered_line(_event: Told, _setting: Setting) -> Line:
    return Line.small(_("The request of a person is answered"))


def exported_line(_event: Told, _setting: Setting) -> Line:
    return Line.small(_("Everything about a person was downloaded"))


def erased_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("A person is erased: act %(number)d") % {"number": event.data["act"]})
