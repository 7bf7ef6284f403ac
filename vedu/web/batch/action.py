"""An action with many objects: a form of what it asks for, and the verb it then calls on each."""

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model

from vedu.foundation.people.user import User

T = TypeVar("T", bound=Model)


class Action(forms.Form, Generic[T]):
    """Subclasses say their words with gettext when asked, so that they speak the person's language.

    ``picks`` is the name of the boxes that are ticked in the list."""

    code: ClassVar[str]
    icon: ClassVar[str]
    picks: ClassVar[str]
    leading_only: ClassVar[bool] = False
    # Lists show the class itself: its label, its address.
    do_not_call_in_templates: ClassVar[bool] = True

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        self.user = user
        self.prepare()

    def prepare(self) -> None:
        """Fill the choices that depend on the person."""

    def meet(self, objects: Sequence[T]) -> None:
        """Propose what fits those that were ticked, and look at them all at once."""

    def verb(self) -> Callable[[T], object]:
        """What is done with each object. Raises Invalid when the form lacks something."""
        raise NotImplementedError

    @classmethod
    def label(cls) -> str:
        """On the button of the list."""
        raise NotImplementedError

    @classmethod
    def url(cls) -> str:
        raise NotImplementedError

    def title(self, number: int) -> str:
        """What is done with how many."""
        raise NotImplementedError

    def button(self, number: int) -> str:
        """On the button that does it: the verb and how many."""
        raise NotImplementedError

    def done(self, number: int) -> str:
        raise NotImplementedError

    def name_of(self, item: T) -> str:
        """What a refused one is called."""
        return str(item)

    def said(self, name: str) -> Any:
        """What was chosen so far, else the usual: a rehearsal needs something to try. None when there is neither."""
        if self.is_bound and self.is_valid():
            return self.cleaned_data[name]
        try:
            return self.fields[name].clean(self.get_initial_for_field(self.fields[name], name))
        except ValidationError:
            return None
