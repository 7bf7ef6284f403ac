"""The part of every page that is the same for all who share a language, a rank and a place: made once, kept as text."""

from dataclasses import dataclass
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from vedu.web.shell.address import address_of
from vedu.web.shell.sections import CREATES, MORE, RAIL, Place, open_to
from vedu.web.shell.words import words


@dataclass(frozen=True, slots=True)
class Frame:
    """What the rail, the menus and the palette depend on. ``section`` is the place of the rail that is open."""

    language: str
    section: str
    is_signed_in: bool
    is_leading: bool
    is_at_counter: bool = False

    @property
    def rail(self) -> list[Place]:
        return self._open(RAIL)

    @property
    def more(self) -> list[Place]:
        there = {place.url for place in self.rail} if self.is_at_counter else set[str]()
        return [place for place in self._open(MORE) if place.url not in there]

    @property
    def creates(self) -> list[Place]:
        return self._open(CREATES)

    @property
    def search_url(self) -> str:
        return address_of("search:index")

    @property
    def bell_url(self) -> str:
        """The number of unread notices; for those who are signed in."""
        return address_of("notices:count") if self.is_signed_in else ""

    @property
    def recent_url(self) -> str:
        """Cards at hand; for those who are signed in."""
        return address_of("recent:index") if self.is_signed_in else ""

    @property
    def centre_url(self) -> str:
        return address_of("notices:centre")

    @property
    def notices_url(self) -> str:
        return address_of("notices:index")

    @property
    def api_url(self) -> str:
        """Documentation of the API."""
        return address_of("api-v1:openapi-view")

    @property
    def words(self) -> dict[str, str]:
        """What the scripts say, in the person's language."""
        return words()

    def _open(self, places: tuple[Place, ...]) -> list[Place]:
        if not self.is_signed_in:
            return []
        return list(open_to(places, is_leading=self.is_leading, is_at_counter=self.is_at_counter))


@lru_cache(maxsize=512)
def part(template: str, frame: Frame) -> SafeString:
    """The rendered template; it sees nothing but ``frame``, and the language that is active must be the frame's."""
    return SafeString(render_to_string(template, {"frame": frame}))
