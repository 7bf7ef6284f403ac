"""The request of a person whom a token or a session has made known."""

from django.http import HttpRequest

from vedu.foundation.people.user import User


class ApiRequest(HttpRequest):
    user: User
