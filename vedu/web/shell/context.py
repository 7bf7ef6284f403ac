"""What base.html needs to know on every page."""

from functools import cached_property

from django.http import HttpRequest
from django.utils.translation import get_language

from vedu.web.shell.sections import CREATES, INSIDE, MORE, RAIL, Place, address, open_to
from vedu.web.shell.words import words


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
    def section(self) -> str:
        """The place of the rail where the screen that answers belongs."""
        match = self.request.resolver_match
        return INSIDE.get(match.app_name, match.app_name) if match else ""

    @property
    def rail(self) -> list[Place]:
        return self._open(RAIL)

    @property
    def more(self) -> list[Place]:
        return self._open(MORE)

    @property
    def creates(self) -> list[Place]:
        return self._open(CREATES)

    @property
    def search_url(self) -> str:
        return address("search:index")

    @property
    def settings_url(self) -> str:
        return address("people:me")

    @property
    def language_url(self) -> str:
        return address("people:language") or address("set_language")

    @property
    def theme_url(self) -> str:
        return address("people:theme")

    @property
    def api_url(self) -> str:
        """Documentation of the API."""
        return address("api-v1:openapi-view")

    @property
    def words(self) -> dict[str, str]:
        """What the scripts say, in the person's language."""
        return words()

    def _open(self, places: tuple[Place, ...]) -> list[Place]:
        user = self.request.user
        return list(open_to(user, places)) if user.is_authenticated else []


def shell(request: HttpRequest) -> dict[str, Shell]:
    return {"shell": Shell(request)}
