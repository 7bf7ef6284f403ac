"""What is kept of a client or of a person on any floor: found by foreign keys, so that no floor is forgotten.

The floors above are not imported: their models are asked of Django's register when somebody has to know.
"""

from collections.abc import Iterator
from functools import cache

from django.apps import apps
from django.db import models

from vedu.clients.client import Client
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact

Model = type[models.Model]
Paths = dict[Model, tuple[str, ...]]
BARE_CLIENT = "client_id"


@cache
def paths_to(root: Model) -> Paths:
    """Every model that hangs on ``root`` by foreign keys of its own, with the lookups that lead there, nearest first.

    The log and the search stand below clients and name theirs by a bare number."""
    found: Paths = {root: ("pk",)}
    while more := dict(_next_to(found)):
        found |= more
    if root is Client:
        found |= {model: (BARE_CLIENT,) for model in apps.get_models() if _has_bare_client(model)}
    return found


@cache
def parts_of_people() -> Paths:
    """Models whose rows are a contact's own: they name him, or are a part of what names him."""
    found: Paths = {Contact: ("pk",)}
    found |= dict(_next_to(found))
    while more := dict(_next_to(found, parts_only=True)):
        found |= more
    return found


def rows(model: Model, lookups: tuple[str, ...], root: models.Model) -> "models.QuerySet[models.Model]":
    """Those of the model that hang on this row."""
    hanging = models.Q()
    for lookup in lookups:
        hanging |= models.Q(**{lookup: root.pk})
    return model._default_manager.filter(hanging).order_by("pk")


def own_rows(subject: Subject) -> "Iterator[tuple[Model, models.QuerySet[models.Model]]]":
    """Table by table what is his: for a client itself everything that hangs on it."""
    root: models.Model = subject.contact or subject.client
    paths = parts_of_people() if subject.contact else paths_to(Client)
    for model, lookups in _in_order(paths):
        yield model, rows(model, lookups, root)


def client_rows(subject: Subject) -> "Iterator[tuple[Model, models.QuerySet[models.Model]]]":
    """Table by table what hangs on his client: where he may be spoken of."""
    for model, lookups in _in_order(paths_to(Client)):
        yield model, rows(model, lookups, subject.client)


def loose_models() -> Iterator[Model]:
    """Tables that hang on no client and may hold words all the same: rows of imports, kept answers, results of jobs."""
    hanging = paths_to(Client)
    for model in sorted(apps.get_models(), key=lambda one: one._meta.label):
        if model not in hanging and not _is_of_ours(model):
            yield model


def text_fields(model: Model) -> "list[models.Field[object, object]]":
    """Columns that hold words: those with a fixed choice of words hold none of a person's."""
    kinds = (models.CharField, models.TextField, models.JSONField)
    return [field for field in model._meta.concrete_fields if isinstance(field, kinds) and not field.choices]


def _next_to(found: Paths, *, parts_only: bool = False) -> Iterator[tuple[Model, tuple[str, ...]]]:
    for model in apps.get_models():
        if model in found:
            continue
        lookups = tuple(_lookups(model, found, parts_only=parts_only))
        if lookups:
            yield model, lookups


def _lookups(model: Model, found: Paths, *, parts_only: bool) -> Iterator[str]:
    for field in model._meta.concrete_fields:
        target = field.remote_field.model if field.remote_field else None
        if target not in found or (parts_only and not _is_part(field)):
            continue
        for further in found[target]:
            yield field.name if further == "pk" else f"{field.name}__{further}"


def _is_part(field: "models.Field[object, object]") -> bool:
    """The row goes with what it points at."""
    return not field.null and isinstance(field, models.ForeignKey) and field.remote_field.on_delete is models.CASCADE


def _has_bare_client(model: Model) -> bool:
    return any(field.name == BARE_CLIENT for field in model._meta.concrete_fields)


def _is_of_ours(model: Model) -> bool:
    """Colleagues, their sessions and keys: no words about clients."""
    return model._meta.app_label in NOT_ABOUT_CLIENTS or model._meta.label in COLLEAGUES


NOT_ABOUT_CLIENTS = frozenset({"auth", "contenttypes", "sessions", "account", "mfa"})
COLLEAGUES = frozenset(
    f"foundation.{name}"
    for name in (
        "User",
        "Team",
        "ApiToken",
        "Session",
        "Installation",
        "NoticeChoice",
        "Delivery",
        "FeedAddress",
    )
)


def _in_order(paths: Paths) -> Iterator[tuple[Model, tuple[str, ...]]]:
    """The person first, then tables by their names."""
    first, *others = paths.items()
    yield first
    yield from sorted(others, key=lambda pair: pair[0]._meta.label)
