"""The work of an erasure, table by table, with a log of every row that it changes or destroys."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any, TypeAlias

from django.db import models
from django.utils.translation import gettext as _

from vedu.clients import findable
from vedu.clients.client import Client
from vedu.clients.consent import reach
from vedu.clients.consent.address_digest import digest
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.spoken_of import mentions_of, people_in
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.tables import REMOVED, table_of, words_of_event
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.imports.batch import ImportBatch
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.requisites import Requisites
from vedu.foundation.events import Event
from vedu.foundation.search.entry import SHELVES, SearchEntry, SearchNote
from vedu.foundation.search.index import LONGEST_TITLE, drop
from vedu.foundation.values.fold import fold

Model = type[models.Model]
Rows: TypeAlias = "models.QuerySet[Any]"
WHOLE_ROW = "*"
# Others at the client keep their own names and numbers, a company its own.
NOT_HIS: dict[Model, tuple[str, ...]] = {
    Contact: ("name", "name_folded"),
    Client: ("name", "name_folded"),
}


class Eraser:
    """Inside a transaction of the caller."""

    def __init__(self, subject: Subject, at: datetime) -> None:
        self.subject, self.at = subject, at
        self._changed: dict[tuple[str, int], set[str]] = {}
        self._instead = str(REMOVED)
        self._spoken_of = mentions_of(subject)
        self._people = people_in(subject)
        self._addresses = {(point.kind, point.value) for point in subject.own_points()}

    def work(self) -> None:
        self._hide_numbers_of_the_list()
        for model, rows in reach.own_rows(self.subject):
            self._his(model, rows)
        for model, rows in reach.client_rows(self.subject):
            self._near(model, rows)
        for model in reach.loose_models():
            self._elsewhere(model)
        self._rename()
        self._follow_the_search()

    @property
    def log(self) -> list[list[Any]]:
        """[table, id, columns], a line for each row; a row that went has the column «*»."""
        return [[table, pk, sorted(columns)] for (table, pk), columns in self._changed.items()]

    def cleaned(self, text: str) -> str:
        """Words without his name and numbers."""
        return self._spoken_of.removed_from(text, self._instead)

    # the steps

    def _hide_numbers_of_the_list(self) -> None:
        """An opt-out outlives the person: his numbers are known again by their hashes alone."""
        for row in OptOut.objects.filter(value__in=[value for _kind, value in self._addresses]):
            if (row.kind, row.value) in self._addresses:
                self._write(OptOut, row.pk, {"digest": digest(row.kind, row.value), "value": ""})

    def _his(self, model: Model, rows: Rows) -> None:
        table = table_of(model)
        if table.held or model in (Event, *SHELVES):
            return
        if table.dropped:
            self._drop(model, rows)
        elif table.wiped:
            columns = [model._meta.get_field(name) for name in table.wiped]
            for pk, *values in rows.values_list("pk", *table.wiped):
                self._write(model, pk, _blanked(columns, values, self._instead))

    def _near(self, model: Model, rows: Rows) -> None:
        """Words about his client: his name and numbers go out of them."""
        if table_of(model).held or model in (*SHELVES, ContactPoint, Requisites, OptOut):
            return
        if model is Event:
            self._events(rows)
        else:
            self._clean(model, rows, close=True, but=self._not_his(model))

    def _elsewhere(self, model: Model) -> None:
        table, rows = table_of(model), model._default_manager.all()
        if table.held:
            return
        if table.dropped:
            self._drop(model, rows.filter(pk__in=self._speaking(model, rows)))
        else:
            self._clean(model, rows, close=False)

    def _rename(self) -> None:
        """He has a number and no name. What other systems call him goes too."""
        for contact in self._people:
            self._nameless(contact, "contact", _("Person erased"))
        if self.subject.contact is None:
            self._nameless(self.subject.client, "client", _("Client erased"))

    def _nameless(self, row: Client | Contact, kind: str, name: str) -> None:
        self._drop(ExternalId, ExternalId.objects.of(kind, [row.pk]))
        for pk, filled in ImportBatch.objects.values_list("pk", "filled").iterator(chunk_size=200):
            forgotten = [[*one[:3], "", self._instead] if one[:2] == [kind, row.pk] else one for one in filled]
            self._write(ImportBatch, pk, {"filled": forgotten} if forgotten != filled else {})
        row.name, row.name_folded, row.erased_at = name, fold(name), self.at
        self._write(type(row), row.pk, {"name": name, "name_folded": fold(name), "erased_at": self.at})

    def _follow_the_search(self) -> None:
        entries = SearchEntry.objects.filter(client_id=self.subject.client.pk)
        for entry in entries:
            entry.title, entry.detail = self.cleaned(entry.title), self.cleaned(entry.detail)
            entry.title_folded = fold(entry.title)[:LONGEST_TITLE]
            entry.text = self._spoken_of.removed_from_folded(entry.text, self._instead)
            entry.save(update_fields=["title", "detail", "title_folded", "text"])
        # The floor that wrote them puts what is left of them back (subject.erased).
        SearchNote.objects.filter(client_id=self.subject.client.pk).delete()
        drop("contact", [contact.pk for contact in self._people])
        findable.refresh([self.subject.client.pk])

    # how rows change

    def _events(self, rows: Rows) -> None:
        """The log is only added to, but for this: it may not remember who was erased."""
        for pk, kind, data in rows.values_list("pk", "kind", "data").iterator(chunk_size=2000):
            cleaned = self._spoken_of.removed_from_data(data, self._instead)
            if self.subject.contact is None:
                cleaned |= {key: self._instead for key in words_of_event(kind) if cleaned.get(key)}
            if cleaned != data:
                self._write(Event, pk, {"data": cleaned})

    def _clean(self, model: Model, rows: Rows, *, close: bool, but: Collection[str] = ()) -> None:
        columns = [one for one in reach.text_fields(model) if one.name not in but]
        if not columns:
            return
        for pk, *values in rows.values_list("pk", *(one.name for one in columns)).iterator(chunk_size=2000):
            changed = {}
            for column, value in zip(columns, values, strict=True):
                cleaned = self._cleaned_column(column, value, close=close)
                if cleaned != value:
                    changed[column.name] = cleaned
            self._write(model, pk, changed)

    def _cleaned_column(self, column: "models.Field[Any, Any]", value: Any, *, close: bool) -> Any:
        if close and column.name.endswith("_folded"):
            value = self._spoken_of.removed_from_folded(value, self._instead)
        else:
            value = self._spoken_of.removed_from_data(value, self._instead, close=close)
        return value[: column.max_length] if isinstance(value, str) else value

    def _speaking(self, model: Model, rows: Rows) -> Iterable[int]:
        """Ids of the rows whose words, or kept bytes, name him."""
        names = [one.name for one in model._meta.concrete_fields if isinstance(one, TEXTS)]
        for pk, *values in rows.values_list("pk", *names).iterator(chunk_size=2000):
            texts = (bytes(one).decode(errors="ignore") if isinstance(one, BYTES) else str(one) for one in values)
            if any(self._spoken_of.are_in(text, close=False) for text in texts):
                yield pk

    def _not_his(self, model: Model) -> tuple[str, ...]:
        """A private client has nobody else's names in it."""
        return NOT_HIS.get(model, ()) if self.subject.contact else ()

    def _drop(self, model: Model, rows: Rows) -> None:
        ids = list(rows.values_list("pk", flat=True))
        model._default_manager.filter(pk__in=ids).delete()
        self._changed |= {(model._meta.label, pk): {WHOLE_ROW} for pk in ids}

    def _write(self, model: Model, pk: int, values: dict[str, Any]) -> None:
        if values:
            model._default_manager.filter(pk=pk).update(**values)
            self._changed.setdefault((model._meta.label, pk), set()).update(values)


TEXTS = (models.CharField, models.TextField, models.JSONField, models.BinaryField)
BYTES = (bytes, bytearray, memoryview)


def _blanked(columns: Iterable[Any], values: Iterable[Any], instead: str) -> dict[str, Any]:
    """What is not empty becomes empty, or a word where a column may not be."""
    pairs = zip(columns, values, strict=True)
    return {column.name: "" if column.blank else instead for column, value in pairs if value}
