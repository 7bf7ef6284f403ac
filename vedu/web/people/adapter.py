"""How allauth behaves here."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

WRONG = _("This login and password do not match. Check the keyboard layout or reset the password.")


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by the head of the department, never by the one who wants in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": WRONG,
        "email_password_mismatch": WRONG,
        "too_many_login_attempts": _("Too many attempts. Wait five minutes and try again."),
        "incorrect_password": _("The password is wrong."),
        "incorrect_code": _("The code is wrong or out of date."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (its signature)
        return False
