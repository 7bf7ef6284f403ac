"""What happened to a client as lines of the timeline: who leads it, its people, handovers."""

from django.utils.translation import gettext as _

from vedu.sales.contact_policy.said_hours import hours_text
from vedu.sales.contact_policy.words import channel_name
from vedu.web.touches.line import Line, Setting, Told


def added_line(_event: Told, _setting: Setting) -> Line:
    return Line.small(_("The client is in the base"))


def passed_line(event: Told, setting: Setting) -> Line:
    what = _("The client is now led by: %(owner)s") % {"owner": setting.name(event.data["owner"])}
    return Line.small(what, body=event.data.get("why", ""))


def released_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("The client is free again"), body=event.data.get("why", ""))


def neglected_line(event: Told, setting: Setting) -> Line:
    what = _("The client is left alone: %(owner)s is told") % {"owner": setting.name(event.data["owner"])}
    return Line.small(what)


def merged_line(event: Told, setting: Setting) -> Line:
    words = {"name": event.data["name"], "who": setting.name(event.actor_id)}
    return Line.small(_("Merged with “%(name)s” · %(who)s") % words)


def parted_line(event: Told, setting: Setting) -> Line:
    return Line.small(_("The merge is undone · %(who)s") % {"who": setting.name(event.actor_id)})


def described_line(_event: Told, _setting: Setting) -> Line:
    return Line.small(_("The client's data are changed"))


def requisites_line(_event: Told, _setting: Setting) -> Line:
    return Line.small(_("The requisites are written"))


def contact_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("New person at the client: %(name)s") % {"name": event.data["name"]})


def asked_line(event: Told, setting: Setting) -> Line:
    what = _("asks about a handover")
    return Line.marked(f" · {what}", icon="arrows-exchange", who=setting.name(event.actor_id), body=event.data["why"])


def declined_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("No handover: the client stays where it is"), body=event.data.get("why", ""))


def overridden_line(event: Told, setting: Setting) -> Line:
    words = {"head": setting.name(event.actor_id), "why": event.data["why"]}
    return Line.small(_("Work instead of the owner, %(head)s: “%(why)s”") % words)


def preference_line(event: Told, setting: Setting) -> Line:
    said = event.data
    how = [channel_name(said["channel"])] if said["channel"] else []
    how += [hours_text(said["hours"])] if said["hours"] else []
    who = setting.name(event.actor_id)
    if not how:
        return Line.small(_("How the client likes to be reached is to be learned anew · %(who)s") % {"who": who})
    return Line.small(_("This client likes to be reached: %(how)s · %(who)s") % {"how": ", ".join(how), "who": who})
