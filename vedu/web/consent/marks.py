"""The state of consent beside each person of a card: one word, an icon, a menu (consent/_mark.html)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.channel import REMOTE, Channel
from vedu.clients.client import Client
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.kinds import Ground
from vedu.clients.consent.opted_out import NOTHING, Address, Channels, closed_channels
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.web.consent.whose import whose
from vedu.web.shell.address import address_of
from vedu.web.shell.icons import icon_markup


@dataclass(frozen=True, slots=True)
class Item:
    """``asks``: a dialog that wants a word first, else a link to a file."""

    label: str
    url: str
    icon: SafeString
    asks: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """``lines`` say what stands, channel by channel; a person who is erased has no menu."""

    word: str
    icon: SafeString
    whose: str
    lines: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def marks_of(
    client: Client, contacts: Sequence[Contact], points: Mapping[int | None, Sequence[Address]], user: User
) -> dict[int | None, Mark]:
    """Contact, or None for the client itself → its mark; two queries for all."""
    standing: dict[int | None, list[Consent]] = {}
    for consent in Consent.objects.filter(client=client).standing():
        standing.setdefault(consent.contact_id, []).append(consent)
    people = {contact.pk: client.pk for contact in contacts}
    # The client itself is asked for together with its people, under a number that no person has.
    reached = {contact_id or 0: list(addresses) for contact_id, addresses in points.items()}
    closed = closed_channels({**people, 0: client.pk}, reached)
    subjects = [(None, Subject(client)), *((contact.pk, Subject(client, contact)) for contact in contacts)]
    return {
        key: mark_of(subject, user, standing.get(key, []), closed.get(key or 0, NOTHING)) for key, subject in subjects
    }


def mark_of(subject: Subject, user: User, standing: Sequence[Consent], closed: Channels) -> Mark:
    if subject.is_erased:
        return Mark(pgettext("state of consent", "erased"), icon_markup("eraser"), subject.name)
    icon, word = _state(standing, closed)
    return Mark(word, icon, subject.name, _lines(standing, closed), _items(subject, user, standing, closed))


def _state(standing: Sequence[Consent], closed: Channels) -> tuple[SafeString, str]:
    if closed:
        return icon_markup("hand-stop"), pgettext("state of consent", "opted out")
    if any(consent.ground == Ground.CONSENT for consent in standing):
        return icon_markup("circle-check"), pgettext("state of consent", "consent")
    if standing:
        return icon_markup("file-text"), pgettext("state of consent", "a ground")
    return icon_markup("help-circle"), pgettext("state of consent", "no consent")


def _lines(standing: Sequence[Consent], closed: Channels) -> list[str]:
    lines = []
    if closed:
        lines.append(_("Asked not to be disturbed: %(channels)s") % {"channels": channels_text(closed)})
    grounds: dict[str, list[str]] = {}
    for consent in standing:
        ground = f"{consent.get_ground_display()}, {consent.get_purpose_display()}"
        grounds.setdefault(ground, []).append(consent.channel)
    return lines + [f"{ground}: {channels_text(channels)}" for ground, channels in grounds.items()]


def channels_text(channels: Sequence[str] | Channels) -> str:
    """In the usual order, in words; every one is «все каналы»."""
    if set(REMOTE) <= set(channels):
        return _("all channels")
    return ", ".join(str(Channel(channel).label).lower() for channel in REMOTE if channel in channels)


def _items(subject: Subject, user: User, standing: Sequence[Consent], closed: Channels) -> list[Item]:
    if not user.is_selling:
        return []
    items = []
    if subject.client.is_workable_by(user):
        items.append(_item("consents", subject, _("Write down consent or a ground"), icon_markup("circle-check")))
    if standing:
        items.append(_item("withdrawals", subject, pgettext("consent", "Withdraw"), icon_markup("circle-x")))
    if not set(REMOTE) <= closed:
        items.append(_item("objection", subject, _("Do not disturb any more"), icon_markup("hand-stop")))
    return items + (_of_people(subject, user) if subject.is_person else [])


def _of_people(subject: Subject, user: User) -> list[Item]:
    items = [_item("requests", subject, _("The person asks for his rights"), icon_markup("gavel"))]
    owner = subject.client.owner_id
    if user.is_leading and (owner is None or user.manages(owner)):
        items += [
            _item("dossier", subject, _("Download everything about the person"), icon_markup("download"), asks=False),
            _item("erasure", subject, _("Erase the person"), icon_markup("eraser")),
        ]
    return items


def _item(view: str, subject: Subject, label: str, icon: SafeString, *, asks: bool = True) -> Item:
    return Item(label, address_of(f"consent:{view}", *whose(subject)), icon, asks)
