"""A refusal of a verb shown in the form that asked for it; what was typed stays."""

from collections.abc import Mapping

from django.forms import BaseForm

from vedu.foundation.refusal import Refused


def put_on(form: BaseForm, refused: Refused, fields: Mapping[str, str] | None = None) -> None:
    """Each reason under the field it names; ``fields`` are the names that differ in the form.

    A refusal that speaks of no field here is raised again: it has its own place, and ways on."""
    places = [_field(form, str(reason.facts.get("field", "")), fields or {}) for reason in refused.reasons]
    if not all(places):
        raise refused
    for place, reason in zip(places, refused.reasons, strict=True):
        form.add_error(place, reason.sentence)


def _field(form: BaseForm, said: str, fields: Mapping[str, str]) -> str:
    name = fields.get(said, said)
    return name if name in form.fields else ""
