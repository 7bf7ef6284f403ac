"""What the contact policy says, as the panel shows it: go on, think twice, not now."""

from typing import NamedTuple

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.local_time import zone_of
from vedu.sales.contact_policy.decision import ContactVerdict, Decision
from vedu.sales.contact_policy.words import next_sentence, sentence_of


class Advice(NamedTuple):
    decision: Decision
    client: Client
    contact: Contact | None

    @property
    def is_blocked(self) -> bool:
        return self.decision.verdict == ContactVerdict.BLOCK

    @property
    def is_free(self) -> bool:
        return self.decision.verdict == ContactVerdict.ALLOW

    @property
    def sentences(self) -> list[str]:
        """Where it is forbidden, only what forbids."""
        return [sentence_of(one) for one in self.decision.objections if one.is_hard or not self.is_blocked]

    @property
    def when(self) -> str:
        return next_sentence(self.decision, zone_of(self.client, self.contact))
