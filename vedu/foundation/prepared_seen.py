"""Kept SQL of what a person sees: one statement for who sees the work of all, another for who sees that of some."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from django.db import models

from vedu.foundation.prepared import Model, Prepared, PreparedObjects

# Who sees the work of more people, but not of all, has his query built anew.
AT_ONCE = 64
NOBODY = (0,)
Owners = Collection[int] | None


class PreparedSeen:
    """``build`` makes a values_list query out of ids of owners, None for all, and of the values of ``fields``; the ids
    stand in ``owner__id__in``."""

    def __init__(
        self, build: Callable[..., "models.QuerySet[Any, Any]"], fields: "Sequence[models.Field[Any, Any]]"
    ) -> None:
        self._build = build
        self._all = Prepared(lambda *values: build(None, *values), ids=0, fields=fields)
        self._some = Prepared(_of_some(build), ids=AT_ONCE, fields=fields)

    def rows(self, owners: Owners, *values: object) -> list[tuple[Any, ...]]:
        """As visible_owner_ids() names the owners."""
        if owners is None:
            return self._all.rows(*values)
        if len(owners) > AT_ONCE:
            return list(self._build(owners, *values))
        return self._some.rows_in(owners or NOBODY, *values)


def seen_objects(
    build: Callable[..., "models.QuerySet[Model]"],
    fields: "Sequence[models.Field[Any, Any]]",
    related: Sequence[str] = (),
) -> Callable[..., list[Model]]:
    """The same for whole objects, as a function of owners and values."""
    of_all = PreparedObjects(lambda *values: build(None, *values), ids=0, fields=fields, related=related)
    of_some = PreparedObjects(_of_some(build), ids=AT_ONCE, fields=fields, related=related)

    def objects(owners: Owners, *values: object) -> list[Model]:
        if owners is None:
            return of_all.objects(*values)
        if len(owners) > AT_ONCE:
            return list(build(owners, *values).select_related(*related))
        return of_some.objects_in(owners or NOBODY, *values)

    return objects


def _of_some(build: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *slots: build(slots[:AT_ONCE], *slots[AT_ONCE:])
