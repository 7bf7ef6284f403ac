"""What of Anna's is not as it was: rows changed or gone, and new ones that hang on what is hers."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.apps import apps
from django.db import connection, models

from tests.permissions.scene import Scene
from vedu.foundation.people.user import User

Row = tuple[Any, ...]
# The log names a client and a deal without a foreign key.
BARE = {"client_id": "clients.client", "deal_id": "sales.deal"}
READING = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK")
QUOTED = re.compile(r'"(\w+)"')


class Traces:
    """``written`` are the models that statements named since the last :meth:`noted`: only these are looked through."""

    def __init__(self, scene: Scene) -> None:
        self._people = scene.people
        kept = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
        self._models = {model._meta.db_table: model for model in kept}
        self._before = {model: _rows(model) for model in kept}
        self._hers = {(thing._meta.label_lower, thing.pk) for thing in scene.things.values()}
        self.written: set[type[models.Model]] = set()

    @contextmanager
    def noted(self) -> Iterator[None]:
        self.written = set()
        with connection.execute_wrapper(self._note):
            yield

    def of(self, name: str) -> frozenset[str]:
        """The tables; his own row is his own affair."""
        user = self._people[name]
        return frozenset(model._meta.db_table for model in self.written if self._is_touched(model, user))

    def _note(self, execute: Callable[..., Any], sql: object, parameters: object, many: bool, context: object) -> Any:
        if not str(sql).lstrip().startswith(READING):
            named = QUOTED.findall(str(sql))
            self.written.update(self._models[table] for table in named if table in self._models)
        return execute(sql, parameters, many, context)

    def _is_touched(self, model: type[models.Model], user: User | None) -> bool:
        before, now = self._before[model], _rows(model)
        if any(now.get(pk) != row for pk, row in before.items() if (model, pk) != (User, user and user.pk)):
            return True
        return any(self._hangs_on_hers(model, now[pk]) for pk in now.keys() - before.keys())

    def _hangs_on_hers(self, model: type[models.Model], row: Row) -> bool:
        return any((label, value) in self._hers for label, value in _pointed(model, row))


def _rows(model: type[models.Model]) -> dict[Any, Row]:
    names = [field.attname for field in model._meta.concrete_fields]
    place = names.index(model._meta.pk.attname)
    return {row[place]: row for row in model._base_manager.values_list(*names)}


def _pointed(model: type[models.Model], row: Row) -> Iterable[tuple[str, Any]]:
    for field, value in zip(model._meta.concrete_fields, row, strict=True):
        if field.related_model is not None:
            yield field.related_model._meta.label_lower, value  # type: ignore[union-attr]
        elif field.attname in BARE:
            yield BARE[field.attname], value
