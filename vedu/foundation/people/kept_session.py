"""Sessions in the database, read by kept SQL: every request begins with one."""

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.models import Session
from django.db.models import CharField, DateTimeField, QuerySet
from django.utils import timezone

from vedu.foundation.prepared import Prepared


class SessionStore(DatabaseSessions):
    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def _get_session_from_db(self) -> Session | None:
        found = _SESSIONS.rows(self.session_key, timezone.now()) if self.session_key else []
        if not found:
            self._session_key = None
            return None
        return Session.from_db("default", ["session_key", "session_data", "expire_date"], found[0])


def _sessions(key: object, now: object) -> "QuerySet[Session]":
    sessions = Session.objects.filter(session_key=key, expire_date__gt=now)
    return sessions.values_list("session_key", "session_data", "expire_date")  # type: ignore[return-value]


_SESSIONS = Prepared(_sessions, ids=0, fields=[CharField(), DateTimeField()])
