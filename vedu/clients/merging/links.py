"""What points at a client or at one of its people, on every floor: found by walking the models, so that a floor that
is built tomorrow is merged too."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from django.apps import apps
from django.db import models

from vedu.clients.imports.external_id import ExternalId
from vedu.foundation.events import Event


class Link(NamedTuple):
    """``column`` of ``model`` holds the id. ``may_clash``: a uniqueness speaks of the column, so that a row may have
    no place beside another."""

    model: type[models.Model]
    column: str
    may_clash: bool

    def rows(self, target: int) -> "models.QuerySet[Any]":
        return self.model._base_manager.filter(**{self.column: target})


@cache
def links_to(target: type[models.Model]) -> tuple[Link, ...]:
    """Foreign keys of all models, in a steady order."""
    return tuple(sorted(_links_to(target), key=lambda link: (link.model._meta.label, link.column)))


def _links_to(target: type[models.Model]) -> Iterator[Link]:
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.concrete_fields:
            if isinstance(field, models.ForeignKey) and field.related_model is target:
                yield Link(model, field.attname, _may_clash(model, field))


def _may_clash(model: type[models.Model], field: "models.ForeignKey[Any, Any]") -> bool:
    unique = [rule for rule in model._meta.constraints if isinstance(rule, models.UniqueConstraint)]
    return field.unique or any(field.name in rule.fields for rule in unique)


# Bare ids: the log and the ids of other systems stand below the clients or beside them.
EVENTS = Link(Event, "client_id", may_clash=False)


def external_ids(kind: str, target: int) -> "models.QuerySet[ExternalId]":
    return ExternalId.objects.of(kind, [target])
