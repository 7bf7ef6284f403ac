"""A dossier as data for programs and as rows of ready text for people, in the language that is active."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any, NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.consent.column_words import column_words
from vedu.clients.consent.dossier import Dossier, title_of
from vedu.foundation.values.moments import full_text

Tables = Mapping[type[models.Model], list[models.Model]]


class Fact(NamedTuple):
    name: str
    value: str


class Section(NamedTuple):
    """``rows``: the facts of each row; ``about`` says how it has to do with the person."""

    title: str
    about: str
    rows: list[list[Fact]]


def as_data(dossier: Dossier) -> dict[str, Any]:
    """For JSON: tables by their names, columns as they are called, moments in UTC."""
    subject = dossier.subject
    return {
        "subject": {
            "name": subject.name,
            "client": subject.client.pk,
            "contact": subject.contact.pk if subject.contact else None,
        },
        "made_at": dossier.at,
        "own": _tables(dossier.own),
        "around": _tables(dossier.around),
        "mentions": [
            {"table": one.table._meta.label, "id": one.pk, "column": one.column, "text": one.text}
            for one in dossier.mentions
        ],
    }


def sections(dossier: Dossier) -> list[Section]:
    """For reading; empty facts are left out, and the spellings that only the search needs."""
    his, near = _("what belongs to the person"), _("what it belongs to")
    found = [
        *(Section(title_of(model), his, list(map(_facts, rows))) for model, rows in dossier.own.items()),
        *(Section(title_of(model), near, list(map(_facts, rows))) for model, rows in dossier.around.items()),
    ]
    if dossier.mentions:
        rows = [[Fact(f"{title_of(one.table)}, {column_words(one.column)}", one.text)] for one in dossier.mentions]
        found.append(Section(_("Mentioned elsewhere"), _("words of others about the person"), rows))
    return found


def _tables(tables: Tables) -> list[dict[str, Any]]:
    return [
        {"table": model._meta.label, "title": title_of(model), "rows": [dict(_values(row)) for row in rows]}
        for model, rows in tables.items()
    ]


def _values(row: models.Model) -> Iterator[tuple[str, Any]]:
    for one in row._meta.concrete_fields:
        value = getattr(row, one.attname)
        if one.remote_field and value is not None:
            value = {"id": value, "name": str(getattr(row, one.name))}
        yield one.name, value


def _facts(row: models.Model) -> list[Fact]:
    shown = ((name, value) for name, value in _values(row) if name != "id" and not name.endswith("_folded"))
    facts = (Fact(column_words(name), _text(row, name, value)) for name, value in shown)
    return [fact for fact in facts if fact.value]


def _text(row: models.Model, name: str, value: Any) -> str:
    if value in (None, "", [], {}):
        return ""
    match value:
        case bool():
            return pgettext("fact", "yes") if value else pgettext("fact", "no")
        case datetime() | date():
            return full_text(value, timezone.get_current_timezone())
        case {"id": _id, "name": str(text)} if len(value) == 2:
            return text
        case dict():
            return "; ".join(f"{column_words(key)}: {item}" for key, item in value.items() if item not in (None, ""))
        case list():
            return ", ".join(map(str, value))
        case Decimal():
            return f"{value:f}"
    shown = getattr(row, f"get_{name}_display", None)
    return str(shown() if shown else value)
