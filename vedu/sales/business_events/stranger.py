"""Somebody to meet who is not in the base yet: what is known of him as it was typed."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from vedu.foundation.refusal import invalid

LENGTHS = {"company": 255, "person": 255, "job_title": 255, "phone": 64, "email": 255}


def stranger_of(said: Mapping[str, Any]) -> dict[str, str]:
    """The columns of an encounter. Raises Invalid without a name."""
    known = {name: " ".join(str(said.get(name, "")).split())[:length] for name, length in LENGTHS.items()}
    if not (known["company"] or known["person"]):
        raise invalid("company", "name-empty", _("Write down the company or the person: whom to meet?"))
    return known
