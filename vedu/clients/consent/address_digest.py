"""A number or an address that must be known again but may not be kept: its keyed hash.

The key is the installation's own, so that nobody who has only the database can try all phone numbers against it.
"""

from django.utils.crypto import salted_hmac

SALT = "vedu.clients.consent.address"


def digest(kind: str, value: str) -> str:
    """Hexadecimal HMAC-SHA-256 of a normalised phone or e-mail."""
    return salted_hmac(SALT, f"{kind}:{value}", algorithm="sha256").hexdigest()
