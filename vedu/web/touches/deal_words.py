"""The way of a deal as lines of the timeline: opened, moved, closed, changed."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.sales.deals.move import MoveCause
from vedu.web.touches.kept import day_words, sum_after, sum_words
from vedu.web.touches.line import Line, Setting, Told


def opened_line(event: Told, setting: Setting) -> Line:
    return Line.small(_("The deal is open: %(stage)s") % {"stage": event.data["stage"]} + sum_after(event, setting))


def moved_line(event: Told, setting: Setting) -> Line:
    """A gate that the head let the deal pass is said with his reason."""
    data = event.data
    parts = [f"{data['from_stage']} → {data['to_stage']}"]
    if data.get("backward"):
        parts.append(pgettext("timeline", "a step back"))
    if cause := data.get("cause"):
        parts.append(str(MoveCause(cause).label))
    if data.get("override_reason"):
        parts.append(_("let through without evidence: “%(why)s”") % {"why": data["override_reason"]})
    return Line.small(" · ".join([*parts, *filter(None, [setting.name(event.actor_id)])]))


def won_line(event: Told, setting: Setting) -> Line:
    return Line.marked(_("The deal is won") + sum_after(event, setting), icon="trophy")


def lost_line(event: Told, setting: Setting) -> Line:
    back = event.data.get("return_on")
    after = _("return %(day)s") % {"day": day_words(back, setting)} if back else _("do not return")
    what = _("Refusal: %(reason)s") % {"reason": event.data.get("reason", "")}
    return Line.marked(f"{what} · {after}", icon="circle-x")


def postponed_line(event: Told, setting: Setting) -> Line:
    what = _("The deal is put off, return %(day)s") % {"day": day_words(event.data["return_on"], setting)}
    return Line.marked(what, icon="clock-pause")


def reopened_line(event: Told, _setting: Setting) -> Line:
    return Line.marked(_("The deal is in work again"), icon="refresh", body=event.data.get("why", ""))


def described_line(event: Told, setting: Setting) -> Line | None:
    before = event.data["before"]
    changes = [_change(field, before[field], event, setting) for field in before if field != "currency"]
    return Line.small(" · ".join(changes)) if changes else None


def passed_line(event: Told, setting: Setting) -> Line:
    return Line.small(_("The deal is now led by: %(owner)s") % {"owner": setting.name(event.data["owner"])})


def _change(field: str, was: Any, event: Told, setting: Setting) -> str:
    match field:
        case "amount":
            currency = event.data["before"].get("currency") or setting.currency(event)
            return _("The value is changed, it was %(value)s") % {"value": sum_words(was, currency, setting)}
        case "expected_on" if was:
            return _("The expected day is changed, it was %(day)s") % {"day": day_words(was, setting)}
        case "expected_on":
            return _("The expected day is set")
        case "name":
            return _("The name is changed, it was “%(name)s”") % {"name": was}
    return _("The source is changed, it was “%(source)s”") % {"source": was} if was else _("The source is set")
