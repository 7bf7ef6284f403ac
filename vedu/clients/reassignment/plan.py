"""What a reassignment would do, client by client, with nothing written (OWN-7)."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from vedu.clients.assignment.method import Method
from vedu.clients.assignment.receivers import Receiver, here, receivers_of
from vedu.clients.assignment.sharing import Sharing
from vedu.clients.assignment.territory import Territory, territory_of
from vedu.clients.reassignment.selection import Selection
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, invalid


@dataclass(frozen=True, slots=True)
class Division:
    """How they are shared out, and among whom; by territory nobody named means all the people of the territories."""

    method: str
    people: Sequence[User] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A client that passes from ``before`` (None: it is free) to ``after``."""

    client_id: int
    name: str
    open_deals: int
    before: int | None
    after: int


@dataclass(frozen=True, slots=True)
class Left:
    """A client that cannot pass, and why."""

    client_id: int
    name: str
    reason: Reason


@dataclass(slots=True)
class Plan:
    """``away`` are those who were named but are not here today: they get nothing."""

    receivers: list[Receiver] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    away: list[User] = field(default_factory=list)

    def clients_of(self) -> Counter[int]:
        """Who gets how many."""
        return Counter(line.after for line in self.lines)


Chosen = tuple[int, str, str, str, int, int | None]
Give = Callable[[Chosen], Receiver | Reason]


def preview(selection: Selection, division: Division, *, by: User) -> Plan:
    """Half a dozen queries, whatever the number of clients. Raises NotAllowed for those who lead nobody, Invalid when
    nobody is there to receive."""
    by.require_leading()
    _require_method(division)
    plan = Plan()
    give = _by_territory(plan, division) if division.method == Method.TERRITORY else _among(plan, selection, division)
    rows = selection.clients(by).values_list("pk", "name", "region", "city", "open_deals", "owner_id")
    for row in rows:
        _settle(plan, row, give, by)
    return plan


def _settle(plan: Plan, row: Chosen, give: Give, by: User) -> None:
    pk, name, _region, _city, open_deals, owner_id = row
    if owner_id is not None and not by.manages(owner_id):
        sentence = _("This client is led in another team: ask that team's head.")
        plan.left.append(Left(pk, name, Reason("not-your-team", sentence)))
        return
    to = give(row)
    if isinstance(to, Reason):
        plan.left.append(Left(pk, name, to))
    else:
        plan.lines.append(Line(pk, name, open_deals, owner_id, to.pk))


def _among(plan: Plan, selection: Selection, division: Division) -> Give:
    """To the people named, never to him whose clients are taken away."""
    people = [user for user in division.people if selection.person is None or user.pk != selection.person.pk]
    plan.receivers = _present(plan, people, keep_away=division.method == Method.ONE)
    sharing, ids = Sharing(plan.receivers, division.method), {one.pk for one in plan.receivers}

    def give(row: Chosen) -> Receiver | Reason:
        open_deals, owner_id = row[4:]
        if ids == {owner_id} or (division.method != Method.ONE and owner_id in ids):
            name = next(one.name for one in plan.receivers if one.pk == owner_id)
            return Reason("already-owner", _("%(owner)s already leads this client.") % {"owner": name})
        to = sharing.give(open_deals)
        assert to is not None  # no limits here, and somebody is there
        return to

    return give


def _by_territory(plan: Plan, division: Division) -> Give:
    territories = list(Territory.objects.prefetch_related("people"))
    named = {user.pk for user in division.people}
    people = {user.pk: user for one in territories for user in one.people.all() if not named or user.pk in named}
    plan.receivers = _present(plan, list(people.values()))
    sharing, ids = Sharing(plan.receivers, Method.LOAD), {one.pk for one in plan.receivers}
    people_of = {one.pk: ids & {user.pk for user in one.people.all()} for one in territories}

    def give(row: Chosen) -> Receiver | Reason:
        _pk, _name, region, city, open_deals, owner_id = row
        territory = territory_of(region, city, territories)
        if territory is None:
            return Reason("no-territory", _("Its region and city belong to no territory."))
        if owner_id in people_of[territory.pk]:
            return Reason("in-territory", _("It is led in its territory already."))
        to = sharing.give(open_deals, among=people_of[territory.pk])
        sentence = _("Nobody of the territory “%(territory)s” is here to take it.") % {"territory": territory.name}
        return to or Reason("territory-empty", sentence)

    return give


def _present(plan: Plan, people: Sequence[User], *, keep_away: bool = False) -> list[Receiver]:
    """One person may be given clients while he is away: the head knows why. Of several only those who are here."""
    sellers = User.objects.sellers().filter(pk__in=[user.pk for user in people])
    able = list(sellers if keep_away else here(sellers))
    if not keep_away:
        plan.away = [user for user in sellers if user not in able]
    if not able:
        raise invalid("people", "receiver-needed", _("Choose somebody who leads clients and is here to take them."))
    return receivers_of(able, limited=False)


def _require_method(division: Division) -> None:
    if division.method not in Method.values:
        word = {"word": division.method}
        raise invalid("method", "unknown-word", _("There is no such way to share out: %(word)s.") % word)
    if division.method == Method.ONE and len(division.people) != 1:
        raise invalid("people", "one-needed", _("Choose exactly one person whom the clients go to."))
