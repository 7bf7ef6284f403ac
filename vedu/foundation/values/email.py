"""E-mail addresses in one spelling, so that equal ones are equal."""

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator

_is_email = EmailValidator()
_AROUND = " \t\r\n\u00a0\u200b<>,;"


def normalise_email(text: str) -> str | None:
    """Lower case, no spaces or brackets around, no ``mailto:``; None when it is no address."""
    email = text.strip(_AROUND).lower().removeprefix("mailto:").rstrip(".")
    try:
        _is_email(email)
    except ValidationError:
        return None
    return email
