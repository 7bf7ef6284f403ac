"""A refusal of a verb shown in the form that asked for it; what was typed stays."""

from collections.abc import Mapping

from django.forms import BaseForm

from vedu.foundation.refusal import Refused


def put_on(form: BaseForm, refused: Refused, fields: Mapping[str, str] | None = None) -> None:
    """Each reason under the field it names, else above the form. ``fields`` are the names that differ in the form."""
    form.full_clean()
    for reason in refused.reasons:
        said = str(reason.facts.get("field", ""))
        name = (fields or {}).get(said, said)
        form.add_error(name if name in form.fields else None, reason.sentence)
