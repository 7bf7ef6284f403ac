"""An action with many clients: a form of what it asks for, and the verb it then calls on each."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.urls import reverse

from vedu.clients.client import Client
from vedu.foundation.people.user import User

Verb = Callable[[Client], object]


class Action(forms.Form):
    """Subclasses say their words with gettext when asked, so that they speak the person's language."""

    code: ClassVar[str]
    icon: ClassVar[str]
    leading_only: ClassVar[bool] = False

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.prepare()

    def prepare(self) -> None:
        """Fill the choices that depend on the person."""

    def verb(self) -> Verb:
        """What is done with each client. Raises Invalid when the form lacks something."""
        raise NotImplementedError

    @classmethod
    def label(cls) -> str:
        """On the button of the list."""
        raise NotImplementedError

    def button(self, number: int) -> str:
        """On the button that does it: the verb and how many."""
        raise NotImplementedError

    def done(self, number: int) -> str:
        raise NotImplementedError

    @classmethod
    def url(cls) -> str:
        return reverse("clients:batches", args=[cls.code])

    def said(self, name: str) -> Any:
        """What was chosen, else the usual: a rehearsal needs something to try."""
        if self.is_bound and self.is_valid():
            return self.cleaned_data[name]
        return self.get_initial_for_field(self.fields[name], name)
