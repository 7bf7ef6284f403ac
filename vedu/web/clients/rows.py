"""The rows of the list of clients, every text ready."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from vedu.clients.client import Client, ClientKind
from vedu.clients.owner_state import OwnerState
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.web.clients.countdown import countdown_of
from vedu.web.clients.kind_words import kind_icon, kind_word
from vedu.web.clients.state_words import state_words
from vedu.web.shell.address import address_of
from vedu.web.shell.icons import icon_markup
from vedu.web.shell.person import person_markup

KIND_ICONS = {ClientKind.COMPANY: "building", ClientKind.ENTREPRENEUR: "briefcase", ClientKind.PERSON: "user"}


@dataclass(frozen=True, slots=True)
class Row:
    """``why`` is said only where the state asks for a hand, ``ends`` where a hold counts down (``soon``: in a week);
    ``claim_url`` only where it may be taken."""

    pk: int
    url: str
    name: str
    city: str
    icon: SafeString
    bubble: SafeString
    owner: str
    state: str
    state_icon: SafeString
    state_words: str
    why: str
    ends: str
    soon: bool
    kind: str
    kind_icon: SafeString
    kind_word: str
    touched: str
    deals: str
    claim_url: str


def rows_of(clients: Iterable[Client], user: User, now: datetime) -> list[Row]:
    """Clients come with their owners loaded."""
    touched = toucher(now)
    return [row_of(client, user, now, touched(client.last_touch_at)) for client in clients]


def toucher(now: datetime) -> Callable[[datetime | None], str]:
    """Says when a client was touched last."""
    zone, language = timezone.get_current_timezone(), get_language()
    never = pgettext("last touch", "never")

    def touched(at: datetime | None) -> str:
        return moment_text(at, now, zone, with_time=False, language=language) if at else never

    return touched


def row_of(client: Client, user: User, now: datetime, touched: str) -> Row:
    state, icon, words, why = state_words(client, now)
    owner, ends = client.owner, countdown_of(client, now)
    return Row(
        pk=client.pk,
        url=address_of("clients:card", client.pk),
        name=client.name,
        city=client.city,
        icon=icon_markup(KIND_ICONS[ClientKind(client.kind)]),
        bubble=person_markup(owner.name, owner.pk, "", True) if owner else SafeString(""),
        owner=owner.name if owner else "",
        state=state,
        state_icon=icon_markup(icon),
        state_words=words,
        why=why if state == OwnerState.NEGLECTED else "",
        ends=ends.short if ends else "",
        soon=ends is not None and ends.soon,
        kind=client.base_kind,
        kind_icon=kind_icon(client.base_kind),
        kind_word=kind_word(client.base_kind),
        touched=touched,
        deals=str(client.open_deals) if client.open_deals else "",
        claim_url=address_of("clients:ownership", client.pk) if owner is None and user.is_selling else "",
    )
