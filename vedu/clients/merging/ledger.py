"""Every row that a merge touches, as it was: what has to be put back when it is undone.

Values are kept by the fields' own text, so that moments keep their microseconds and sums their scale.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.apps import apps
from django.db import models

from vedu.foundation.many_rows import chunked

Step = dict[str, Any]
Row = dict[str, Any]


class Ledger:
    """Writes to the base and remembers; ``steps`` are JSON."""

    def __init__(self, steps: list[Step] | None = None) -> None:
        self.steps: list[Step] = [] if steps is None else steps

    def move(self, rows: "models.QuerySet[Any]", column: str, after: int) -> None:
        """``column`` is an attribute name ("client_id"); all rows come from one place."""
        found = list(rows.order_by("pk").values_list("pk", column))
        if not found:
            return
        ids, before = [pk for pk, _value in found], found[0][1]
        for some in chunked(ids):
            rows.model._base_manager.filter(pk__in=some).update(**{column: after})
        self.steps.append(
            {"do": "move", "model": _label(rows.model), "column": column, "ids": ids, "before": before, "after": after}
        )

    def change(self, row: models.Model, **values: Any) -> None:
        """New values of columns; equal ones are left alone."""
        differ = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not differ:
            return
        before = _kept(row, differ)
        for name, value in differ.items():
            setattr(row, name, value)
        type(row)._base_manager.filter(pk=row.pk).update(**differ)
        self.note_change(row, before, _kept(row, differ))

    def note_change(self, row: models.Model, before: Row, after: Row) -> None:
        """A verb has changed the row already."""
        if before != after:
            step = {"do": "change", "model": _label(type(row)), "pk": row.pk, "before": before, "after": after}
            self.steps.append(step)

    def delete(self, rows: "Sequence[models.Model]") -> None:
        """Nothing may point at them any more."""
        if not rows:
            return
        model = type(rows[0])
        step = {"do": "delete", "model": _label(model), "rows": [image(row) for row in rows]}
        self.steps.append(step)
        doomed = model._base_manager.filter(pk__in=[row.pk for row in rows])
        doomed._raw_delete(doomed.db)

    def put_back(self) -> None:
        """The other way round. A row that has been changed since keeps its change, one that is gone stays so."""
        for step in reversed(self.steps):
            _UNDO[step["do"]](step)

    def rows(self, model: type[models.Model]) -> list[Row]:
        """Images of the deleted rows of a model."""
        label = _label(model)
        return [row for step in self.steps if step["do"] == "delete" and step["model"] == label for row in step["rows"]]

    def ids(self, model: type[models.Model], column: str) -> list[int]:
        """Of the rows of a model that were moved by this column."""
        of = {"do": "move", "model": _label(model), "column": column}
        return [pk for step in self.steps if of.items() <= step.items() for pk in step["ids"]]


def image(row: models.Model) -> Row:
    """All columns of a row as text, null as None."""
    return _kept(row, [field.attname for field in row._meta.concrete_fields])


def _put_back_move(step: Step) -> None:
    model = apps.get_model(step["model"])
    for ids in chunked(step["ids"]):
        still = model._base_manager.filter(pk__in=ids, **{step["column"]: step["after"]})
        still.update(**{step["column"]: step["before"]})


def _put_back_change(step: Step) -> None:
    model = apps.get_model(step["model"])
    row = model._base_manager.filter(pk=step["pk"]).first()
    if row is None:
        return
    now = _kept(row, step["after"])
    same = {name: step["before"][name] for name in step["after"] if now[name] == step["after"][name]}
    if same:
        values = {name: _read(model, name, text) for name, text in same.items()}
        model._base_manager.filter(pk=step["pk"]).update(**values)


def _put_back_delete(step: Step) -> None:
    model = apps.get_model(step["model"])
    rows = [model(**{name: _read(model, name, text) for name, text in row.items()}) for row in step["rows"]]
    model._base_manager.bulk_create(rows, batch_size=500)


_UNDO = {"move": _put_back_move, "change": _put_back_change, "delete": _put_back_delete}


def _label(model: type[models.Model]) -> str:
    return model._meta.label_lower


def _fields(model: type[models.Model]) -> Mapping[str, "models.Field[Any, Any]"]:
    return {field.attname: field for field in model._meta.concrete_fields}


def _kept(row: models.Model, names: Iterable[str]) -> Row:
    fields = _fields(type(row))
    return {name: _text(fields[name], row) for name in names}


def _text(field: "models.Field[Any, Any]", row: models.Model) -> Any:
    value = getattr(row, field.attname)
    if value is None or isinstance(value, bool | int):
        return value
    return field.value_to_string(row) if not isinstance(field, models.JSONField) else value


def _read(model: type[models.Model], name: str, text: Any) -> Any:
    return None if text is None else _fields(model)[name].to_python(text)
