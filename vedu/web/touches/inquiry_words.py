"""Inquiries as lines of the timeline: how he came, how soon he was answered, what was offered besides."""

from django.utils.translation import gettext as _

from vedu.clients.channel import Channel
from vedu.sales.inquiries.item import ItemState
from vedu.web.touches.line import Line, Setting, Told


def begun_line(event: Told, _setting: Setting) -> Line:
    words = {"channel": Channel(event.data["channel"]).label}
    return Line.small(_("Came by himself: %(channel)s") % words)


def passed_on_line(event: Told, setting: Setting) -> Line:
    names = {"who": setting.name(event.actor_id), "owner": setting.name(event.data["owner"])}
    what = _("Came by himself; %(who)s passed him on to %(owner)s") % names
    return Line.small(what, body=event.data.get("words", ""))


def answered_line(event: Told, _setting: Setting) -> Line:
    minutes = {"minutes": round((event.data["seconds"] or 0) / 60)}
    if event.data["in_norm"] is False:
        return Line.small(_("First response after %(minutes)d min of working time, over the norm") % minutes)
    return Line.small(_("First response after %(minutes)d min of working time") % minutes)


def extra_line(event: Told, _setting: Setting) -> Line:
    facts = {"name": event.data["name"], "result": ItemState(event.data["result"]).label}
    return Line.small(_("Extra offer: %(name)s, %(result)s") % facts)
