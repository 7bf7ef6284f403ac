"""Needs, objections, who decides and evidence as lines of the timeline."""

from datetime import date

from django.utils.translation import gettext as _

from vedu.foundation.values.moments import moment_text
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.objections.objection_action import ActionKind, ActionOutcome
from vedu.sales.playbooks.answer import answer_text
from vedu.sales.talk.argument import ArgumentFlag, ArgumentResult
from vedu.sales.talk.committee import CommitteeRole
from vedu.web.touches.line import Line, Setting, Told


def given_line(event: Told, _setting: Setting) -> Line:
    """What was asked by the playbook, and the answer."""
    return Line.small(event.data["question"], answer_text(event.data["words"]))


def playbook_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Led by the playbook “%(name)s”") % {"name": event.data["name"]})


def need_line(event: Told, _setting: Setting) -> Line:
    return Line.marked(_("Need"), icon="bulb", body=event.data["words"], is_quote=True)


def confirmed_line(event: Told, _setting: Setting) -> Line:
    return Line.marked(_("Need confirmed"), icon="circle-check", body=event.data["words"], is_quote=True)


def objection_line(event: Told, _setting: Setting) -> Line:
    return Line.marked(_("Objection"), icon="message-2-question", body=event.data["text"], is_quote=True)


def answered_line(event: Told, _setting: Setting) -> Line:
    words = _("Answer to the objection “%(objection)s”") % {"objection": event.data["text"]}
    return Line.small(words, event.data.get("answer", ""))


def action_line(event: Told, setting: Setting) -> Line:
    day, clock = date.fromisoformat(event.data["until_on"]), setting.clock
    words = {"what": _given(event), "day": moment_text(day, clock.now, clock.zone, language=clock.language)}
    return Line.marked(_("%(what)s till %(day)s") % words, icon="packages", body=event.data["note"])


def action_ended_line(event: Told, _setting: Setting) -> Line:
    outcome = ActionOutcome(event.data["outcome"]).label
    return Line.small(f"{_given(event)} · {outcome}")


def signal_line(event: Told, _setting: Setting) -> Line:
    return Line.marked(_("Buying signal"), icon="flame", body=event.data["name"])


def unmarked_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Buying signal taken back: %(name)s") % {"name": event.data["name"]})


def checked_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Checklist “%(name)s”: %(done)d of %(total)d") % event.data)


def role_line(event: Told, _setting: Setting) -> Line:
    return Line.small(f"{event.data['name']} · {CommitteeRole(event.data['role']).label}")


def evidence_line(event: Told, _setting: Setting) -> Line:
    words = {
        EvidenceKind.PRESENTATION: _("Presentation made from the needs"),
        EvidenceKind.DOCUMENTS: _("Contract and invoice issued"),
        EvidenceKind.PAID: _("Payment received"),
    }
    said = ". ".join(filter(None, (", ".join(event.data.get("products", [])), event.data.get("note", ""))))
    return Line.marked(words[EvidenceKind(event.data["kind"])], icon="checks", body=said)


def product_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("Interested in: %(product)s") % {"product": event.data["name"]})


def product_dropped_line(event: Told, _setting: Setting) -> Line:
    return Line.small(_("No longer interested in: %(product)s") % {"product": event.data["name"]})


def argument_line(event: Told, _setting: Setting) -> Line:
    """What was said for the need and what came of it; a head sees what had no need behind it."""
    flags = ", ".join(str(ArgumentFlag(flag).label) for flag in event.data["flags"])
    what = _("Argument: %(result)s") % {"result": ArgumentResult(event.data["result"]).label}
    return Line.marked(f"{what} ({flags})" if flags else what, icon="message", body=event.data["text"])


def _given(event: Told) -> str:
    return str(ActionKind(event.data["what"]).label)
