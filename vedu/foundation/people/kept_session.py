"""Sessions in the database, read by kept SQL with the person in them: every request begins with one."""

from typing import Any, cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.db.models import CharField, DateTimeField
from django.utils import timezone

from vedu.foundation.people.session import Session
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects


class SessionStore(DatabaseSessions):
    """``person`` is who had signed in when the session was read."""

    person: User | None = None

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        session = cast("Session", super().create_model_instance(data))
        session.person_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        return session

    def _get_session_from_db(self) -> Session | None:
        found = _SESSIONS.objects(self.session_key, timezone.now()) if self.session_key else []
        if not found:
            self._session_key = None
            return None
        self.person = found[0].person
        return found[0]


_SESSIONS = PreparedObjects(
    lambda key, now: Session.objects.filter(session_key=key, expire_date__gt=now),
    ids=0,
    fields=[CharField(), DateTimeField()],
    related=["person"],
)
