"""The address where a newcomer sets his password: it works once, for three days. Mail may be off, so it is shown."""

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.http import HttpRequest
from django.urls import reverse

from vedu.foundation.people.user import User


def way_in(request: HttpRequest, user: User) -> str:
    """With the host that this request came to."""
    parts = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
    return request.build_absolute_uri(reverse("account_reset_password_from_key", kwargs=parts))
