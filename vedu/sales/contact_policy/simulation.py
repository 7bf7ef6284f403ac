"""What rules would have said to our touches of the last month, before anybody decides them (CHAN-2).

Opt-outs are left out: they hold under any rules. Habits, preferences and consents are taken as they are known today.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from heapq import nlargest
from typing import NamedTuple

from django.utils import timezone

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.user import User
from vedu.sales.contact_policy.asking import COMES_TO_US, Known, known_of_all
from vedu.sales.contact_policy.contact_rule import SegmentRules
from vedu.sales.contact_policy.decision import ContactVerdict, Decision
from vedu.sales.contact_policy.policy import decide
from vedu.sales.touches.channel import Direction
from vedu.sales.touches.touch import Touch

MONTH = timedelta(days=30)
# The latest of them: some seconds of one core, whatever the base holds.
MOST = 20_000
WORST = 10
PEOPLE_AT_ONCE = 400


class Made(NamedTuple):
    """A touch that was made."""

    pk: int
    client_id: int
    contact_id: int | None
    deal_id: int | None
    channel: str
    at: datetime
    by_id: int


class Against(NamedTuple):
    """A touch that the rules would not have let pass, and why."""

    made: Made
    client: Client
    colleague: str
    decision: Decision
    known: Known

    @property
    def weight(self) -> tuple[int, datetime]:
        """The worst first: by how many rules forbid it, then the latest."""
        return sum(one.is_hard for one in self.decision.objections), self.made.at


@dataclass
class Simulation:
    """Counts of touches: ``by_code`` those with an objection (code, does it forbid), ``by_colleague`` by verdict. It is
    ``cut`` when there were more touches than it looked at."""

    is_cut: bool = False
    verdicts: Counter[str] = field(default_factory=Counter)
    by_code: Counter[tuple[str, bool]] = field(default_factory=Counter)
    by_colleague: dict[int, Counter[str]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    worst: list[Against] = field(default_factory=list)

    @property
    def touches(self) -> int:
        return self.verdicts.total()

    def take(self, made: Made, decision: Decision, colleague: str) -> None:
        self.verdicts[decision.verdict] += 1
        self.by_colleague.setdefault(made.by_id, Counter())[decision.verdict] += 1
        self.names[made.by_id] = colleague
        for one in decision.objections:
            self.by_code[one.code, one.is_hard] += 1


def simulate(
    decided: Sequence[SegmentRules] | None, *, by: User, at: datetime | None = None, most: int = MOST
) -> Simulation:
    """Touches of clients that ``by`` sees; ``decided`` None asks the rules that hold now. About ten queries for
    each fifty people."""
    now = at or timezone.now()
    made = _made(by, now, most + 1)
    found = Simulation(is_cut=len(made) > most)
    forbidden: list[Against] = []
    for touches in chunked(_by_person(made[:most]), PEOPLE_AT_ONCE):
        for one in _asked(touches, decided, now):
            found.take(one.made, one.decision, one.colleague)
            if one.decision.verdict == ContactVerdict.BLOCK:
                forbidden.append(one)
        forbidden = nlargest(WORST, forbidden, key=lambda one: one.weight)
    found.worst = forbidden
    return found


def _made(by: User, now: datetime, most: int) -> list[Made]:
    ours = Touch.objects.visible_to(by).filter(direction=Direction.OUT, at__gt=now - MONTH, at__lte=now)
    rows = ours.exclude(channel__in=COMES_TO_US).order_by("-at", "-pk").values_list("pk", *Made._fields[1:])
    return [Made._make(row) for row in rows[:most]]


def _by_person(made: Sequence[Made]) -> list[list[Made]]:
    people: dict[tuple[int, int | None], list[Made]] = {}
    for one in made:
        people.setdefault((one.client_id, one.contact_id), []).append(one)
    return list(people.values())


def _asked(
    people: Sequence[Sequence[Made]], decided: Sequence[SegmentRules] | None, now: datetime
) -> Iterator[Against]:
    clients = Client.objects.in_bulk({touches[0].client_id for touches in people})
    contacts = Contact.objects.in_bulk({touches[0].contact_id for touches in people} - {None})
    pairs = [(clients[one.client_id], contacts.get(one.contact_id or 0)) for one, *_rest in people]
    known_all = known_of_all(pairs, at=now, decided=decided)
    for touches in people:
        first = touches[0]
        known = known_all[first.client_id, first.contact_id]
        for made in touches:
            history = known.whom.history.before(made.at)
            whom = replace(known.whom, closed=frozenset(), history=history)
            decision = decide(whom, made.channel, made.at, made.by_id, known.rules)
            yield Against(made, clients[made.client_id], known.colleagues.get(made.by_id, ""), decision, known)
