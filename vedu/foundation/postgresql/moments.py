"""How moments come out of PostgreSQL."""

from datetime import UTC, datetime
from functools import lru_cache

from psycopg.abc import Buffer
from psycopg.adapt import AdaptersMap
from psycopg.types.datetime import TimestamptzLoader


class MomentLoader(TimestamptzLoader):
    """A page of a list reads a thousand moments; the way through a regular expression takes eight times as long."""

    timezone = UTC  # Django looks here whether the reader suits the connection

    def load(self, data: Buffer) -> datetime:
        try:
            return datetime.fromisoformat(str(data, "ascii"))
        except ValueError:
            return super().load(data).astimezone(UTC)


@lru_cache
def with_moments(django: AdaptersMap) -> AdaptersMap:
    """The adapters of Django with our reader; for connections whose time zone is UTC."""
    ours = AdaptersMap(django)
    ours.register_loader("timestamptz", MomentLoader)
    return ours
