"""What base.html needs to know on every page."""

from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import get_language

from vedu.foundation.people.roles import Role
from vedu.web.shell.address import address_of
from vedu.web.shell.frame import Frame
from vedu.web.shell.sections import INSIDE


class Shell:
    """Lazy: a fragment that htmx swaps asks for none of it and pays nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @property
    def language(self) -> str:
        return get_language() or "en"

    @property
    def theme(self) -> str:
        """One of "light", "dark", "" (the system chooses)."""
        return getattr(self.request.user, "theme", "")

    @cached_property
    def frame(self) -> Frame:
        user = self.request.user
        return Frame(
            language=self.language,
            section=self.section,
            is_signed_in=user.is_authenticated,
            is_leading=user.is_authenticated and user.is_leading,
            is_at_counter=user.is_authenticated and user.role == Role.CONSULTANT,
        )

    @property
    def section(self) -> str:
        """The place of the rail where the screen that answers belongs."""
        match = self.request.resolver_match
        return INSIDE.get(match.app_name, match.app_name) if match else ""

    @property
    def search_url(self) -> str:
        return self.frame.search_url

    @property
    def settings_url(self) -> str:
        return address_of("people:me")

    @property
    def language_url(self) -> str:
        return address_of("people:language")

    @property
    def theme_url(self) -> str:
        return address_of("people:theme")


def shell(request: HttpRequest) -> dict[str, Shell]:
    return {"shell": Shell(request)}
