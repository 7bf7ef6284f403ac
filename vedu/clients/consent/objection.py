"""A person says no more: what he agreed to is withdrawn, and he stands on the list of opt-outs (38-ФЗ art. 18)."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.channel import REMOTE
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.kinds import require_channels
from vedu.clients.consent.opt_out import EVERY_CHANNEL, LISTED, OptOut, channels_by
from vedu.clients.consent.subject import Subject
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused


def object_to(
    subject: Subject, *, by: User, channels: Sequence[str] = (), why: str = "", at: datetime | None = None
) -> list[OptOut]:
    """No more by these channels; without them by any. Whoever heard it writes it down, and it holds at once.

    His own phones and e-mails go on the list too, so that they are known again wherever they turn up."""
    subject.require_seen(by)
    subject.require_alive()
    require_channels(channels)
    at = at or timezone.now()
    with transaction.atomic():
        Consent.withdraw_all(subject, by=by, why=why, channels=channels or REMOTE, at=at)
        rows = _lacking(subject, _rows(subject, channels))
        if not rows:
            raise Refused(Reason("already-opted-out", _("This is on the list already.")))
        for row in rows:
            row.at, row.by, row.why = at, by, why.strip()
        OptOut.objects.bulk_create(rows)
        contact = subject.contact.pk if subject.contact else None
        tell("optout.added", by=by, client_id=subject.client.pk, at=at, contact=contact, channels=list(channels))
    return rows


def _rows(subject: Subject, channels: Sequence[str]) -> Iterable[OptOut]:
    """The person himself, then his own phones and e-mails."""
    addresses = [(point.kind, point.value) for point in subject.own_points() if point.kind in LISTED]
    for kind, value in [("", ""), *dict.fromkeys(addresses)]:
        for channel in channels_by(kind, channels):
            yield OptOut(client=subject.client, contact=subject.contact, kind=kind, value=value, channel=channel)


def _lacking(subject: Subject, rows: Iterable[OptOut]) -> list[OptOut]:
    have = set(OptOut.objects.of(subject).standing().values_list("kind", "value", "channel"))
    return [row for row in rows if not {(row.kind, row.value, one) for one in (row.channel, EVERY_CHANNEL)} & have]
