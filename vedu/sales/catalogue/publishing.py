"""A section of knowledge takes the place of the one before: rows stay, change, come and are retired (TALK-3)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.competitors.competitor import Competitor
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, Reason, require_short
from vedu.sales.catalogue import benefit_words
from vedu.sales.catalogue.knowledge import LONGEST_WORDS, SECTIONS, Comparison, Known, ProofKind

if TYPE_CHECKING:
    from vedu.sales.catalogue.product import Product

MOST_ROWS = 30
Row = Mapping[str, Any]


def publish(
    product: "Product",
    sections: Mapping[str, Iterable[Row]],
    *,
    by: User,
    is_considerable: bool = False,
    at: datetime | None = None,
) -> None:
    """See Product.publish_knowledge. A row is a mapping of its section's COLUMNS; ``id`` names a row that stands and
    is changed. Rows without a word are left out."""
    by.require_leading()
    at = at or timezone.now()
    said = {section: _rows(section, rows) for section, rows in sections.items()}
    with transaction.atomic():
        fresh = type(product).objects.select_for_update().get(pk=product.pk)
        changed = [section for section, rows in said.items() if _put(product, section, rows, at)]
        if "benefits" in changed:
            benefit_words.refresh(product)
        product.knowledge_version = fresh.knowledge_version + is_considerable
        if is_considerable:
            product.save(update_fields=["knowledge_version"])
        if changed or is_considerable:
            facts: dict[str, Any] = {
                "sections": changed,
                "version": product.knowledge_version,
                "considerable": is_considerable,
            }
            tell("product.knowledge_published", by=by, at=at, product=product.pk, name=product.name, **facts)


def _rows(section: str, rows: Iterable[Row]) -> list[dict[str, Any]]:
    """Cleaned; raises Invalid naming the section and the number of the row."""
    model = SECTIONS[section]
    given = [_cleaned(model, row) for row in rows]
    written = [row for row in given if any(row[column] for column in model.COLUMNS if column != "kind")]
    if len(written) > MOST_ROWS:
        sentence = _("More than %(count)d rows are too many: keep what helps in the talk.") % {"count": MOST_ROWS}
        raise _wrong(section, len(written) - 1, "rows-many", sentence)
    for number, row in enumerate(written):
        _require_whole(section, model, number, row)
    if section == "comparisons":
        _require_competitors(written)
    return written


def _cleaned(model: type[Known], row: Row) -> dict[str, Any]:
    values = {column: row.get(column) or "" for column in model.COLUMNS}
    cleaned = {column: value.strip() if isinstance(value, str) else value for column, value in values.items()}
    return {"id": row.get("id") or None, **cleaned}


def _require_whole(section: str, model: type[Known], number: int, row: Row) -> None:
    if any(not row[column] for column in model.NEEDED):
        raise _wrong(section, number, "row-unfinished", _unfinished()[section])
    for column in model.COLUMNS:
        longest = getattr(model._meta.get_field(column), "max_length", None) or LONGEST_WORDS
        if isinstance(row[column], str):
            require_short(section, row[column], longest, row=number)
    if section == "proofs":
        _require_proof(number, row)


def _require_proof(number: int, row: Row) -> None:
    if row["kind"] not in ("", *ProofKind.values):
        raise _wrong("proofs", number, "unknown-word", _("Choose the kind of the proof."))
    if row["link"] and not row["link"].startswith(("https://", "http://")):
        raise _wrong("proofs", number, "link-wrong", _("A link begins with https://."))


def _require_competitors(rows: Sequence[Row]) -> None:
    ids = [row["competitor_id"] for row in rows]
    known = set(Competitor.objects.filter(pk__in=ids).values_list("pk", flat=True))
    for number, pk in enumerate(ids):
        if pk not in known:
            raise _wrong("comparisons", number, "unknown-id", _("Choose a competitor of the directory."))
        if pk in ids[:number]:
            sentence = _("This competitor stands here twice: keep one row for each.")
            raise _wrong("comparisons", number, "competitor-twice", sentence)


def _put(product: "Product", section: str, rows: Sequence[dict[str, Any]], at: datetime) -> bool:
    """Whether anything is other than it was. What goes is retired before anything comes in its place."""
    model: Any = SECTIONS[section]
    standing: dict[int, Known] = {one.pk: one for one in model.standing_of(product)}
    if section == "comparisons":
        rows = _by_rival(standing, rows)
    kept = {row["id"] for row in rows} & standing.keys()
    gone = standing.keys() - kept
    model.objects.filter(pk__in=gone).update(retired_at=at)
    changes = [_write(model, product, standing, place, row) for place, row in enumerate(rows)]
    return bool(gone) or any(changes)


def _by_rival(standing: Mapping[int, Known], rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """A comparison is known by its competitor, whichever row it was typed in."""
    known = {one.competitor_id: pk for pk, one in standing.items() if isinstance(one, Comparison)}
    return [{**row, "id": known.get(row["competitor_id"])} for row in rows]


def _write(model: Any, product: "Product", standing: Mapping[int, Known], place: int, row: dict[str, Any]) -> bool:
    known = standing.get(row["id"] or 0)
    values = {column: row[column] for column in model.COLUMNS} | {"position": place}
    if "kind" in values:
        values["kind"] = values["kind"] or ProofKind.FACT
    if known is None:
        model.objects.create(product=product, **values)
        return True
    changed = [column for column, value in values.items() if getattr(known, column) != value]
    for column in changed:
        setattr(known, column, values[column])
    if changed:
        known.save(update_fields=changed)
    return bool(changed)


def _unfinished() -> dict[str, str]:
    return {
        "benefits": _("Write both the problem in the client's words and what he gains."),
        "properties": _("Write both the property and its value."),
        "doubts": _("Write both the doubt and the answer to it."),
        "proofs": _("Write what proves it, not only the link."),
        "comparisons": _("Choose a competitor of the directory."),
    }


def _wrong(section: str, number: int, code: str, sentence: str) -> Invalid:
    return Invalid(Reason(code, sentence, {"field": section, "row": number}))
