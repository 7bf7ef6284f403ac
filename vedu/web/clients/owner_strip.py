"""Who leads the client, since when, why it is protected, and the one thing to do about it (clients/_owner.html)."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.owner_state import OwnerState
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.user import User
from vedu.web.absences.words import absence_text
from vedu.web.clients.countdown import countdown_of
from vedu.web.clients.since import day_text
from vedu.web.clients.state_words import state_words
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup
from vedu.web.shell.person import person_markup

PASS = "h"  # the key that gives a client to another or asks for him


@dataclass(frozen=True, slots=True)
class Button:
    """``asks``: a dialog that wants a word first, else a POST. ``key`` presses it."""

    label: str
    url: str
    asks: bool = True
    main: bool = False
    quiet: bool = False
    key: str = ""


@dataclass(frozen=True, slots=True)
class OwnerStrip:
    """``hint`` says how to come to work with the client, ``ends`` when a held one goes back to the base, ``away`` that
    its owner is not here and who stands in."""

    state: str
    bubble: SafeString
    who: str
    since: str
    why: str
    icon: SafeString
    words: str
    ends: str
    hint: str
    away: str
    buttons: list[Button]


def owner_strip(client: Client, user: User, now: datetime, *, is_asked: bool = False) -> OwnerStrip:
    """``is_asked``: this person waits for an answer already, so the strip does not offer to ask again."""
    state, icon, words, why = state_words(client, now)
    owner = client.owner
    since = day_text(client.owner_since, now) if owner and client.owner_since else ""
    ends = countdown_of(client, now)
    return OwnerStrip(
        state=f"{state} soon" if ends and ends.soon else state,
        bubble=person_markup(owner.name, owner.pk, "m", True) if owner else SafeString(""),
        who=_who(owner, user),
        since=_("since %(day)s") % {"day": since} if since else "",
        why=ends.why if ends and ends.why else why if owner else "",
        icon=icon_markup(icon),
        words=words if owner else "",
        ends=ends.words if ends else "",
        hint=_hint(client, state, user),
        away=away_words(client, now),
        buttons=[] if is_asked else _buttons(client, user),
    )


def _who(owner: User | None, user: User) -> str:
    if owner is None:
        return _("Nobody leads this client")
    return _("You lead this client") if owner.pk == user.pk else _("Led by %(owner)s") % {"owner": owner.name}


def _hint(client: Client, state: str, user: User) -> str:
    if not user.is_selling or client.owner_id == user.pk:
        return ""
    if state == OwnerState.FREE:
        return _("Whoever claims it first leads it.")
    # Of a client out of sight the page itself says what is left to do.
    if user.may_work_for(client.owner_id) or not client.is_visible_to(user):
        return ""
    return _("You may look. To work with this client, ask for a handover.")


def away_words(client: Client, now: datetime) -> str:
    """«Анна Котова: отпуск до 5 дек., замещает Игорь Белов»; no query while the owner is here (access.py)."""
    if client.owner is None or not getattr(client, "owner_is_away", True):
        return ""
    absence = Absence.objects.in_force(now).filter(person=client.owner_id).select_related("substitute").first()
    if absence is None:
        return ""
    said = {"owner": client.owner.name, "absence": absence_text(absence, Clock.here(now))}
    if absence.substitute is None:
        return _("%(owner)s: %(absence)s, nobody stands in") % said
    return _("%(owner)s: %(absence)s, %(substitute)s stands in") % {**said, "substitute": absence.substitute.name}


def _buttons(client: Client, user: User) -> list[Button]:
    def to(name: str) -> str:
        return address_of(f"clients:{name}", client.pk)

    if not user.is_selling:
        return []
    if client.owner_id is None:
        claim = Button(_("Claim"), to("ownership"), asks=False, main=True)
        return [claim, Button(_("Give to a colleague"), to("assignment"), quiet=True)] if user.is_leading else [claim]
    if client.owner_id == user.pk:
        return _own_buttons(client, to("handovers"), to("release"))
    if user.manages(client.owner_id):
        return [Button(_("Give to another"), to("assignment"), key=PASS)]
    return [Button(_("Ask for a handover"), to("handovers"), key=PASS)]


def _own_buttons(client: Client, handovers: str, release: str) -> list[Button]:
    give = Button(_("Hand over to a colleague"), handovers, key=PASS)
    return [give] if client.open_deals else [give, Button(_("Release"), release, asks=False, quiet=True)]
