"""Erasure: the person goes, deals and documents stay, an act remains. It cannot be undone (152-ФЗ art. 21).

His own rows lose their words, his phones and addresses go; where others speak of him his name and numbers are taken
out; what the search keeps follows. Rows keep their ids, so that sums and histories stay what they were.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.apps import apps
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.consent import reach
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.eraser import Eraser
from vedu.clients.consent.erasure_act import ErasureAct, ErasureGround, digest_of
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.tables import table_of
from vedu.clients.consent.term import RequestKind
from vedu.foundation.events import tell
from vedu.foundation.people.installation import defaults
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid

ENDED_BY_IT = (RequestKind.ERASURE, RequestKind.WITHDRAWAL)


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """``categories``: {table, title, rows} that would go; ``kept``: {table, title, why}."""

    categories: list[dict[str, Any]]
    kept: list[dict[str, str]]

    @property
    def rows(self) -> int:
        return sum(category["rows"] for category in self.categories)


def erase(
    subject: Subject,
    *,
    by: User,
    ground: str,
    why: str = "",
    request: SubjectRequest | None = None,
    at: datetime | None = None,
) -> ErasureAct:
    """By a head of who leads the client. Requests of this person to be erased are answered by it.

    Refused while a deal with a private client is open: what runs needs its data."""
    _require_erasable(subject, by)
    if ground not in ErasureGround.values:
        raise invalid("ground", "unknown-word", _("Choose on what ground the data are erased."))
    at = at or timezone.now()
    with transaction.atomic(), translation.override(defaults().language):
        waiting = _waiting(subject)
        eraser = _carry_out(subject, by=by, at=at)
        act = ErasureAct.objects.create(
            **subject.keys,
            request=request or (waiting[0] if waiting else None),
            ground=ground,
            why=eraser.cleaned(why.strip()),
            at=at,
            by=by,
            categories=_categories(eraser),
            kept=_kept(subject),
            log=eraser.log,
            log_sha256=digest_of(eraser.log, at),
        )
        for one in waiting:
            one.end(by=by, result=_("Erased by act %(number)d") % {"number": act.pk}, at=at)
        contact = subject.contact.pk if subject.contact else None
        tell("subject.erased", by=by, client_id=subject.client.pk, at=at, contact=contact, act=act.pk)
    return act


def rehearse(subject: Subject, *, by: User) -> Rehearsal:
    """What ``erase`` would take and leave, by the same rules and with nothing kept: for the question before it."""
    _require_erasable(subject, by)
    with transaction.atomic():
        eraser = _carry_out(subject, by=by, at=timezone.now())
        rehearsal = Rehearsal(_categories(eraser), _kept(subject))
        transaction.set_rollback(True)
    for row in filter(None, (subject.client, subject.contact)):
        row.refresh_from_db()
    return rehearsal


def _require_erasable(subject: Subject, by: User) -> None:
    subject.require_headed(by)
    subject.require_person()
    subject.require_alive()
    if subject.contact is None and subject.client.open_deals:
        raise Refused(Reason("deal-open", _("A deal with this person is open: close it first, then erase.")))


def _carry_out(subject: Subject, *, by: User, at: datetime) -> Eraser:
    Client.objects.select_for_update().get(pk=subject.client.pk)
    Consent.withdraw_all(subject, by=by, at=at)
    eraser = Eraser(subject, at)
    eraser.work()
    return eraser


def _waiting(subject: Subject) -> list[SubjectRequest]:
    rows = SubjectRequest.objects.open().filter(**subject.keys, kind__in=ENDED_BY_IT)
    return list(rows.select_related("client", "contact"))


def _categories(eraser: Eraser) -> list[dict[str, Any]]:
    """Table by table, how many rows."""
    counts = Counter(label for label, _pk, _columns in eraser.log)
    return [
        {"table": label, "title": str(table_of(apps.get_model(label)).title), "rows": rows}
        for label, rows in counts.items()
    ]


def _kept(subject: Subject) -> list[dict[str, str]]:
    """What stays of the client, where there is any of it."""
    tables = ((model, table_of(model), rows) for model, rows in reach.client_rows(subject))
    return [
        {"table": model._meta.label, "title": str(table.title), "why": str(table.keeps)}
        for model, table, rows in tables
        if table.keeps and rows.exists()
    ]
