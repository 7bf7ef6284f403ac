"""E-mail addresses in one spelling, so that equal ones are equal."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

_is_email = EmailValidator()
# Most addresses are as plain as this; Django's validator, ten times slower, sees only the others.
_PLAIN = re.compile(r"[a-z0-9_+-]+(\.[a-z0-9_+-]+)*@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}", re.ASCII)
LONGEST = 254
_AROUND = " \t\r\n\u00a0\u200b<>,;"


def normalise_email(text: str) -> str | None:
    """Lower case, no spaces or brackets around, no ``mailto:``; None when it is no address."""
    email = text.strip(_AROUND).lower().removeprefix("mailto:").rstrip(".")
    if len(email) <= LONGEST and _PLAIN.fullmatch(email):
        return email
    try:
        _is_email(email)
    except ValidationError:
        return None
    return email
