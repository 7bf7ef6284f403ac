"""A new colleague: by the first-run page, the team page and the command alike (TEAM-1)."""

import re
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.authority import require_authority
from vedu.foundation.people.installation import defaults
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid

LOGIN = re.compile(r"^[\w.@+-]{1,150}$")


def hire(login: str, *, role: str, by: User | None, password: str | None = None, email: str = "", **facts: Any) -> User:
    """``by`` None is the installation itself (a command, the first run). Without a password the person
    cannot sign in until one is set. He begins with the language and the time zone of the installation.

    Raises Invalid with the field; NotAllowed for one who does not lead, or not there (authority.py)."""
    login, email = login.strip(), email.strip()
    _require_login(login, email)
    if role not in Role.values:
        sentence = _("There is no role “%(role)s”: use one of %(roles)s.")
        raise invalid("role", "role-unknown", sentence % {"role": role, "roles": ", ".join(Role.values)})
    if by is not None:
        require_authority(by, role=role, team=facts.get("team"))
        facts = defaults()._asdict() | facts
    user = User(username=login, email=email, role=role, **facts)
    if password is not None:
        require_password(password, user)
    user.set_password(password)
    with transaction.atomic():
        user.save()
        tell("person.hired", by=by, person=user.pk, role=role)
    return user


def require_password(password: str, user: User) -> None:
    """Raises Invalid with the sentences of the password rules."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise invalid("password", "password-weak", " ".join(error.messages)) from error


def _require_login(login: str, email: str) -> None:
    if not LOGIN.match(login):
        raise invalid("login", "login-wrong", _("A login has letters, digits and . @ + - _ only."))
    if User.objects.filter(username__iexact=login).exists():
        raise invalid("login", "login-taken", _("The login “%(login)s” is taken: choose another.") % {"login": login})
    if email and User.objects.filter(email__iexact=email).exists():
        raise invalid("email", "email-taken", _("Somebody already has the e-mail %(email)s.") % {"email": email})
