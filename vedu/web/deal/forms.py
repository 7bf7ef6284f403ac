"""The forms of the card, each kept as text and filled with what is this deal's (shell/standing.py)."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.objections.objection_action import ActionKind
from vedu.sales.talk.committee import CommitteeRole
from vedu.sales.talk.need import NeedPriority
from vedu.sales.talk.objection import ObjectionKind
from vedu.web.deal.head import Head
from vedu.web.deal.people import Person
from vedu.web.deal.said import ActionRow, NeedRow, ObjectionRow
from vedu.web.shell.address import address_of
from vedu.web.shell.standing import nothing, standing
from vedu.web.touches.choice import Choice, options

Lists = Callable[[], Mapping[str, Any]]
NO_VALUES: Mapping[str, str] = {}


class Forms:
    """``home`` is the address of the card, ``moves`` that of its moves, ``csrf`` the token of the request."""

    def __init__(self, deal: Deal, csrf: str) -> None:
        self.home, self.csrf = address_of("deal:card", deal.pk), csrf
        self.moves = address_of("deals:moves", deal.pk)

    def ends(self) -> SafeString:
        """The buttons that take the deal out of work."""
        return self._form("ends", shape="v-btn")

    def ends_in_menu(self) -> SafeString:
        return self._form("ends", shape="item")

    def description(self, deal: Deal, head: Head) -> SafeString:
        day = deal.expected_on.isoformat() if deal.expected_on else ""
        values = {
            "shown": head.value,
            "typed": head.typed,
            "name": deal.name,
            "expected_on": day,
            "source": deal.source,
        }
        return self._form("description", values, shape="valued" if head.value else "")

    def need(self) -> SafeString:
        return self._form("need_form", lists=priorities)

    def confirm(self, need: NeedRow, *, is_first: bool) -> SafeString:
        shape = "first" if is_first else ""
        return self._form("confirm_form", {"url": need.confirm_url, "words": need.words}, shape=shape)

    def objection(self) -> SafeString:
        return self._form("objection_form", lists=objection_kinds)

    def reply(self, objection: ObjectionRow, *, is_first: bool) -> SafeString:
        values = {"url": objection.reply_url, "offered": objection.offered_url, "pk": str(objection.pk)}
        return self._form("reply_form", values, shape="first" if is_first else "")

    def action(self) -> SafeString:
        return self._form("action_form", lists=action_kinds)

    def end_action(self, action: ActionRow) -> SafeString:
        return self._form("action_end_form", {"url": action.ending_url, "what": action.what})

    def committee(self, people: Iterable[Person]) -> SafeString:
        named = options(Choice(str(one.pk), one.name) for one in people)
        return self._form("committee_form", {"people": named}, lists=roles)

    def evidence(self, kind: str, confirmed: Iterable[NeedRow]) -> SafeString:
        """A presentation names the confirmed needs it answered (TALK-2)."""
        title, note = _evidence_words(kind)
        values = {"kind": kind, "title": title, "note": note}
        if kind != EvidenceKind.PRESENTATION:
            return self._form("evidence_form", values)
        box = '<label class="v-check"><input type="checkbox" name="needs" value="{}" checked><span>{}</span></label>'
        needs = format_html_join("", box, ((need.pk, need.words) for need in confirmed))
        return self._form("evidence_form", values | {"needs": needs}, shape="needs" if needs else "early")

    def _form(
        self, name: str, values: Mapping[str, str] = NO_VALUES, *, lists: Lists = nothing, shape: str = ""
    ) -> SafeString:
        return standing(f"deal/_{name}.html", lists, shape, {"home": self.home, "csrf": self.csrf, **values})


def priorities() -> Mapping[str, Any]:
    usual = NeedPriority.IMPORTANT
    return {"priorities": [Choice(value, str(label), value == usual) for value, label in NeedPriority.choices]}


def objection_kinds() -> Mapping[str, Any]:
    usual = ObjectionKind.OTHER
    return {"kinds": [Choice(value, str(label), value == usual) for value, label in ObjectionKind.choices]}


def action_kinds() -> Mapping[str, Any]:
    return {"kinds": [Choice(value, str(label)) for value, label in ActionKind.choices]}


def roles() -> Mapping[str, Any]:
    return {"roles": [Choice(value, str(label)) for value, label in CommitteeRole.choices]}


def _evidence_words(kind: str) -> tuple[str, str]:
    """What the button says, and what to write beside."""
    match kind:
        case EvidenceKind.PRESENTATION:
            return _("Record the presentation"), _("What was shown and what they said")
        case EvidenceKind.DOCUMENTS:
            return _("Record the documents"), _("Numbers of the contract and the invoice")
    return _("Record the payment"), _("The sum and the day of the payment")
