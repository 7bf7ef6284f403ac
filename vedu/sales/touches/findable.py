"""What the one search box finds of touches and notes: the words that people wrote of a client (BASE-6)."""

from vedu.foundation.events import Event
from vedu.foundation.search.entry import NOTE
from vedu.foundation.search.index import Entry, put_notes

LONGEST = 1000  # letters that are shown; what comes after them is found as well


def remember(event: Event, owner_id: int | None, text: str) -> None:
    """The words of this event can be found from now on; without words there is nothing to find."""
    words = " ".join(text.split())
    if not words:
        return
    entry = Entry(
        kind=NOTE,
        object_id=event.pk,
        client_id=event.client_id,
        owner_id=owner_id,
        title=words[:LONGEST],
        words=[words[LONGEST:]],
        touched_at=event.at,
    )
    put_notes([entry])
