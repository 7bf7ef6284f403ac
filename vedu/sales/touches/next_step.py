"""What a person plans as the next step, before it is a task (STAGE-4)."""

from dataclasses import dataclass
from datetime import datetime

from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.sales.touches.channel import CHANNEL_OF, TaskKind


@dataclass(frozen=True, slots=True)
class NextStep:
    """``due_at`` is aware; with ``has_time`` False only its local day counts; ``minutes`` is its length."""

    kind: str
    due_at: datetime
    title: str = ""
    has_time: bool = True
    minutes: int = 15
    contact: Contact | None = None
    assignee: User | None = None

    @property
    def words(self) -> str:
        """The title, else the name of the kind."""
        return self.title.strip() or str(TaskKind(self.kind).label)

    @property
    def channel(self) -> str:
        """By what the client is reached; "" for work of our own."""
        return CHANNEL_OF.get(self.kind, "")
