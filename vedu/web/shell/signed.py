"""The request of a signed-in person: views behind login_required take it, so that `request.user` is a User."""

from django.http import HttpRequest

from vedu.foundation.people.user import User


class SignedRequest(HttpRequest):
    user: User
