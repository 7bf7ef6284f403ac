"""The words of the composer: tabs, outcomes of a call, where a meeting or a message was."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.sales.touches.channel import Channel, Outcome
from vedu.web.touches.choice import Choice


class Tab(NamedTuple):
    """``key`` is the single key that opens it."""

    value: str
    label: str
    icon: str
    key: str = ""


def tabs() -> Mapping[str, Any]:
    return {
        "tabs": [
            Tab("call", pgettext("write down", "Call"), icon="phone"),
            Tab("email", pgettext("write down", "Letter"), icon="mail", key="m"),
            Tab("meeting", pgettext("write down", "Meeting"), icon="users"),
            Tab("message", pgettext("write down", "Message"), icon="message-circle"),
            Tab("note", pgettext("write down", "Note"), icon="note", key="n"),
            Tab("task", pgettext("write down", "Task"), icon="checkbox", key="t"),
        ]
    }


def lists() -> Mapping[str, Any]:
    return {"outcomes": _outcomes(), "meetings": _meetings(), "messages": _messages()}


def _outcomes() -> list[Choice]:
    """Of a call we made."""
    return [
        Choice(Outcome.TALKED, pgettext("call", "talked"), True),
        Choice(Outcome.NO_ANSWER, pgettext("call", "no answer")),
        Choice(Outcome.GATEKEEPER, pgettext("call", "gatekeeper")),
        Choice(Outcome.CALL_BACK, pgettext("call", "call back")),
        Choice(Outcome.REFUSED, pgettext("call", "refusal")),
        Choice(Outcome.WRONG_NUMBER, pgettext("call", "wrong number")),
    ]


def _meetings() -> list[Choice]:
    return [
        Choice(Channel.MEETING, _("at a meeting")),
        Choice(Channel.VISIT, _("on a visit to the client")),
        Choice(Channel.EVENT, _("at a business event")),
    ]


def _messages() -> list[Choice]:
    return [
        Choice(Channel.MESSENGER, _("in a messenger")),
        Choice(Channel.SOCIAL, _("in a social network")),
        Choice(Channel.FORM, _("by a form on the site")),
        Choice(Channel.SHOP, _("by an order in the shop")),
    ]
