"""What each floor says of its tables: what they are called, and which words in them are a person's own.

Unless a floor says more, a table loses the names and numbers of who is erased and keeps the rest of its words.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from vedu.clients.client import Client
from vedu.clients.consent.consent import Consent, Withdrawal
from vedu.clients.consent.erasure_act import ErasureAct
from vedu.clients.consent.opt_out import Lifting, OptOut
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.clients.imports.batch import ImportBatch
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.refused_row import RefusedRow
from vedu.clients.imports.run import ImportRun
from vedu.clients.ownership import Ownership
from vedu.clients.requisites import Requisites
from vedu.foundation.events import Event
from vedu.foundation.idempotency import KeptReply
from vedu.foundation.search.entry import SearchEntry, SearchNote


@dataclass(frozen=True, slots=True)
class Table:
    """``wiped``: columns of a person's own rows that go whole. ``dropped``: his rows go themselves.

    ``keeps`` says in the act what stays and why; a table that is ``held`` stays untouched (the law keeps documents)."""

    title: str | Promise
    wiped: tuple[str, ...] = ()
    dropped: bool = False
    keeps: str | Promise = ""
    held: bool = False


_tables: dict[type[models.Model], Table] = {}
_event_words: dict[str, tuple[str, ...]] = {}


def know(model: type[models.Model], title: str | Promise, **more: object) -> None:
    """A floor tells of a table of its own."""
    _tables[model] = Table(title, **more)  # type: ignore[arg-type]


def know_event(kind: str, *words: str) -> None:
    """Keys of an event's data that hold free words about a client."""
    _event_words[kind] = words


def table_of(model: type[models.Model]) -> Table:
    return _tables.get(model) or Table(model._meta.verbose_name_plural or model._meta.label)


def known_tables() -> Mapping[type[models.Model], Table]:
    return _tables


def words_of_event(kind: str) -> tuple[str, ...]:
    return _event_words.get(kind, ())


def register_tables() -> None:
    """Those of this floor and of the one below."""
    know(Client, pgettext_lazy("table", "Client"), wiped=("city", "about", "source", "time_zone"))
    know(Contact, pgettext_lazy("table", "Person"), wiped=("job_title", "note", "time_zone"))
    know(ContactPoint, pgettext_lazy("table", "Phones, e-mails, profiles"), dropped=True)
    know(Requisites, pgettext_lazy("table", "Requisites"), dropped=True)
    know(Ownership, pgettext_lazy("table", "Who led the client"))
    know(Handover, pgettext_lazy("table", "Handovers"))
    know(Consent, pgettext_lazy("table", "Consents and other grounds"), wiped=("note",))
    know(Withdrawal, pgettext_lazy("table", "Withdrawn consents"), wiped=("why",))
    know(OptOut, pgettext_lazy("table", "Opt-outs"), wiped=("why",))
    know(Lifting, pgettext_lazy("table", "Opt-outs taken off the list"), wiped=("why",))
    know(SubjectRequest, pgettext_lazy("table", "Requests of the person"), wiped=("words", "result"))
    know(ErasureAct, pgettext_lazy("table", "Acts of erasure"))
    know(Event, pgettext_lazy("table", "Log of events"))
    know(SearchEntry, pgettext_lazy("table", "Search"))
    know(SearchNote, pgettext_lazy("table", "Search in notes"))
    know(ImportRun, pgettext_lazy("table", "Imports"))
    know(ImportBatch, pgettext_lazy("table", "What imports changed"))
    know(RefusedRow, pgettext_lazy("table", "Refused rows of imports"))
    know(ExternalId, pgettext_lazy("table", "Numbers in other systems"), dropped=True)
    know(KeptReply, pgettext_lazy("table", "Kept answers of the API"), dropped=True)


REMOVED = gettext_lazy("[erased]")
