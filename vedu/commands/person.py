"""Finds the user a command speaks of."""

from django.db.models import Q

from vedu.foundation.people.user import User


def find(login: str) -> User:
    """By login or e-mail, any case. Raises ValueError that says what to do."""
    user = User.objects.filter(Q(username__iexact=login) | Q(email__iexact=login)).first()
    if user is None:
        raise ValueError(f"nobody has the login {login!r}: see `vedu user list`, or add one by `vedu user add {login}`")
    return user
