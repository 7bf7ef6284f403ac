"""A touch in words that need neither case nor gender: «Вы · звонок · Ольга Рябинина, 7 мин · не ответили»."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.sales.touches.channel import Channel, Direction, Outcome
from vedu.web.shell.icons import icon_markup
from vedu.web.touches.line import Line, Setting, Told, TouchFacts

SECONDS_IN_MINUTE = 60
GAP = "\u00a0"


class _Words(NamedTuple):
    """``ours`` when we came to the client, ``theirs`` when the client came to us."""

    icon: str
    ours: str | Promise
    theirs: str | Promise


def _words(icon: str, ours: str | Promise, theirs: str | Promise | None = None) -> _Words:
    return _Words(icon, ours, ours if theirs is None else theirs)


_CHANNELS: dict[str, _Words] = {
    Channel.CALL: _words(
        icon="phone", ours=pgettext_lazy("timeline", "call"), theirs=pgettext_lazy("timeline", "call to us")
    ),
    Channel.EMAIL: _words(
        icon="mail", ours=pgettext_lazy("timeline", "letter"), theirs=pgettext_lazy("timeline", "letter to us")
    ),
    Channel.MESSENGER: _words(
        icon="message-circle",
        ours=pgettext_lazy("timeline", "message"),
        theirs=pgettext_lazy("timeline", "message to us"),
    ),
    Channel.SOCIAL: _words(
        icon="social",
        ours=pgettext_lazy("timeline", "message in a social network"),
        theirs=pgettext_lazy("timeline", "message to us in a social network"),
    ),
    Channel.MEETING: _words(icon="users", ours=pgettext_lazy("timeline", "meeting")),
    Channel.EVENT: _words(icon="calendar-event", ours=pgettext_lazy("timeline", "business event")),
    Channel.VISIT: _words(icon="walk", ours=pgettext_lazy("timeline", "visit")),
    Channel.FORM: _words(icon="forms", ours=pgettext_lazy("timeline", "request on the site")),
    Channel.SHOP: _words(icon="shopping-cart", ours=pgettext_lazy("timeline", "order in the shop")),
}
# Where the outcome adds something to the channel.
_OUTCOMES: dict[str, Promise] = {
    Outcome.NO_ANSWER: pgettext_lazy("timeline", "no answer"),
    Outcome.DROPPED: pgettext_lazy("timeline", "hung up"),
    Outcome.GATEKEEPER: pgettext_lazy("timeline", "the gatekeeper answered"),
    Outcome.CALL_BACK: pgettext_lazy("timeline", "asked to call back"),
    Outcome.REFUSED: pgettext_lazy("timeline", "refusal"),
    Outcome.WRONG_NUMBER: pgettext_lazy("timeline", "wrong number"),
}


def touch_line(event: Told, setting: Setting) -> Line | None:
    """None when the touch is gone, as after an import that was undone."""
    touch = setting.touches.get(event.data["touch"])
    if touch is None:
        return None
    return _incoming(touch, event, setting) if touch.direction == Direction.IN else _outgoing(touch, event, setting)


def _outgoing(touch: TouchFacts, event: Told, setting: Setting) -> Line:
    whom = ", ".join(part for part in (touch.contact, _length(touch)) if part)
    return _line(touch, setting.name(event.actor_id), _CHANNELS[touch.channel].ours, whom)


def _incoming(touch: TouchFacts, event: Told, setting: Setting) -> Line:
    word = ", ".join(part for part in (str(_CHANNELS[touch.channel].theirs), _length(touch)) if part)
    who_took = "" if event.actor_id == setting.viewer_id else setting.name(event.actor_id)
    line = _line(touch, touch.contact or setting.client_name, word, who_took)
    line.tone = "in"
    return line


def _line(touch: TouchFacts, who: str, *what: object) -> Line:
    parts = [*what, _OUTCOMES.get(touch.outcome, "")]
    said = "".join(f" · {part}" for part in parts if part)
    return Line(said, who=who, body=touch.text, icon=icon_markup(_CHANNELS[touch.channel].icon))


def _length(touch: TouchFacts) -> str:
    """«7 мин»; less than a minute still counts as one."""
    if not touch.seconds:
        return ""
    unit = _("min")
    return f"{max(1, round(touch.seconds / SECONDS_IN_MINUTE))}{GAP}{unit}"
