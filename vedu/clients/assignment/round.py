"""One round of the rules over clients, decided and not yet done: for the job and for the dry run alike."""

from dataclasses import dataclass, field
from datetime import datetime

from vedu.clients.assignment.method import Method
from vedu.clients.assignment.receivers import Receiver, receivers_of
from vedu.clients.assignment.rule import AssignmentRule, Rules
from vedu.clients.assignment.sharing import Sharing
from vedu.clients.client import Clients

# So many of one rule in one round; the next round goes on.
MOST = 2000


@dataclass(frozen=True, slots=True)
class Gift:
    """``to`` gets the client by ``rule``."""

    client_id: int
    name: str
    city: str
    source: str
    to: Receiver
    rule: AssignmentRule


@dataclass(slots=True)
class Finding:
    """What one rule came to: how many clients it means that no rule before it gave away, how many it gives.

    ``takers`` is how many people it may give to now."""

    rule: AssignmentRule
    takers: int
    meant: int = 0
    given: int = 0

    @property
    def found_nobody(self) -> bool:
        return self.meant > self.given


@dataclass(slots=True)
class Round:
    gifts: list[Gift] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    _known: dict[int, Receiver] = field(default_factory=dict)

    def gifts_of(self, rule: AssignmentRule) -> list[Gift]:
        return [gift for gift in self.gifts if gift.rule.pk == rule.pk]

    def try_rule(self, rule: AssignmentRule, clients: Clients, at: datetime) -> None:
        """Two or three queries, whatever the number of clients."""
        sharing = self._sharing(rule)
        finding = Finding(rule, len(sharing.receivers))
        taken = {gift.client_id for gift in self.gifts}
        rows = clients.filter(rule.where(at)).values_list("pk", "name", "city", "source")[:MOST]
        for pk, name, city, source in rows:
            if pk in taken:
                continue
            finding.meant += 1
            if to := sharing.give():
                finding.given += 1
                self.gifts.append(Gift(pk, name, city, source, to, rule))
        self.findings.append(finding)

    def _sharing(self, rule: AssignmentRule) -> Sharing:
        """People of several rules have one load and one room."""
        takers = list(rule.takers())
        if new := [user for user in takers if user.pk not in self._known]:
            self._known |= {one.pk: one for one in receivers_of(new, limited=True)}
        receivers = sorted((self._known[user.pk] for user in takers), key=lambda one: one.pk)
        return Sharing(receivers, _method(rule), rule.last_to_id)


def whole(rules: Rules) -> list[AssignmentRule]:
    """In their order, with all that they speak of."""
    return list(rules.select_related("segment", "territory", "team").prefetch_related("people"))


def _method(rule: AssignmentRule) -> str:
    return Method.LOAD if rule.method == Method.TERRITORY else rule.method
