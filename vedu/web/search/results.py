"""What was found, in two parts: names first, and what people wrote in the place that is left."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from vedu.foundation.people.user import User
from vedu.foundation.search.query import NOTHING, Found, find, find_notes
from vedu.web.search.rows import Row, markup, note_rows, rows

NOTES = "notes"


@dataclass(frozen=True, slots=True)
class Results:
    text: str
    in_notes: bool  # notes alone were asked for
    names: Found
    hits: list[Row]
    notes: Found
    note_hits: list[Row]
    in_palette: bool

    @property
    def markup(self) -> SafeString:
        return markup(self.hits, in_palette=self.in_palette)

    @property
    def note_markup(self) -> SafeString:
        return markup(self.note_hits, in_palette=self.in_palette)

    @property
    def shown(self) -> int:
        return len(self.hits) + len(self.note_hits)

    @property
    def total(self) -> int:
        return self.names.total + self.notes.total

    @property
    def is_capped(self) -> bool:
        return self.names.capped or self.notes.capped


def look(text: str, user: User, limit: int, part: str = "", *, in_palette: bool = False) -> Results:
    """At most ``limit`` rows of names and notes together; ``part`` NOTES leaves the names out."""
    in_notes = part == NOTES
    ids = user.visible_owner_ids()
    names = NOTHING if in_notes else find(text, visible_owner_ids=ids, user_id=user.pk, limit=limit)
    left = limit - len(names.hits)
    notes = find_notes(text, visible_owner_ids=ids, user_id=user.pk, limit=left) if left else NOTHING
    return Results(text, in_notes, names, rows(names.hits, text, user), notes, note_rows(notes.hits, text), in_palette)
