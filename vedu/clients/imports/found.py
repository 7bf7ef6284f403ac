"""What the search finds of clients just written: told from memory, not read back from the base."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime

from vedu.clients.findable import FoundClient, FoundContact, entry_of_client, entry_of_contact
from vedu.clients.imports.place import Place
from vedu.foundation.search.index import Entry


def entries(new: Iterable[Place], at: datetime) -> Iterator[Entry]:
    """Of new clients and their people; ``at`` is when they were written."""
    for place in new:
        client = FoundClient(
            place.id, place.name, place.facts.get("city", ""), place.owner_id, place.created_at or at, place.open_deals
        )
        reached: dict[int, list[str]] = defaultdict(list)
        for (_kind, value), holders in place.points.items():
            for person in holders:
                reached[person.id if person else 0].append(value)
        yield entry_of_client(client, reached[0], place.requisites.get("inn", ""))
        for person in place.people.values():
            contact = FoundContact(person.id, person.name, person.job_title, at)
            yield entry_of_contact(contact, client, reached[person.id])
