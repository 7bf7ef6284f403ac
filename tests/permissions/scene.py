"""Anna leads a client; six people look at what is hers from six places, and a stranger from outside."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.cast import Cast, gather, person
from tests.permissions.annas import lead
from tests.permissions.company import Things, day_in, furnish
from vedu.foundation.notices.feed_address import FeedAddress
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User

# A Tuesday, noon in Moscow: nobody's quiet hours.
NOON = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Scene:
    cast: Cast
    people: dict[str, User | None]  # by the word of the matrix
    things: Things
    feed: str  # the secret of Anna's calendar
    day_off: str  # of the company


def play(folder: Path) -> Scene:
    """Call it at noon, with the database open."""
    cast = gather()
    people = {
        "owner": cast.anna,
        "teammate": cast.igor,
        "head": cast.sergey,
        "outsider": cast.olga,
        "caller": person("clara", "Clara Cage", Role.CALLER, cast.south),
        "accountant": cast.boris,
        "anonymous": None,
    }
    return Scene(cast, people, lead(cast, furnish(cast), folder), FeedAddress.make(cast.anna), day_in(30).isoformat())
