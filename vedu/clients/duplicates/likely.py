"""The clients of the base that a new one probably is, while somebody types it in (BASE-5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, QuerySet, Value
from django.utils.translation import gettext as _

from vedu.clients import protection
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.clients.duplicates import reasons
from vedu.clients.duplicates.facts import CITY, DOMAIN, EMAIL, FIELDS, INN, NAME, PERSON, PHONE, Facts
from vedu.clients.duplicates.linkage.agreeing import Agreement, Row, agree
from vedu.clients.duplicates.linkage.kinds import DIFFERENT
from vedu.clients.duplicates.linkage.model import Model
from vedu.clients.duplicates.linkage.weights import believed
from vedu.clients.duplicates.scan import DuplicateScan
from vedu.clients.duplicates.sought import phrases
from vedu.clients.requisites import Requisites
from vedu.foundation.people.user import User
from vedu.foundation.search.query import clients_with

MOST, LOOKED_AT, OF_ONE_PHRASE = 5, 200, 60
FLOOR = 0.1
TELLING = (PHONE, EMAIL, INN, DOMAIN, NAME)
NEAR = {field.name: field.trait.same - 2 for field in FIELDS if field.name in (NAME, PERSON)}


@dataclass(frozen=True, slots=True)
class LikelyClient:
    """``codes`` as in reasons.py. ``is_visible``: may the person open it; whose it is is told anyway (OWN-2)."""

    client: Client
    score: float
    codes: list[str]
    reason: str
    is_visible: bool
    owner: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """``reasons`` and ``evidence`` as a ProbablePair keeps them."""

    client: Client
    score: float
    reasons: list[dict[str, str]]
    evidence: dict[str, tuple[int, int]]

    @property
    def sentence(self) -> str:
        return reasons.sentence(self.reasons)


def candidates_for(facts: Facts, *, user: User, without: Client | None = None) -> list[LikelyClient]:
    """The likeliest few, by what is known so far, as this person is told of them. ``without`` is the client itself
    when it is in the base already."""
    return [_told(one, user) for one in likenesses(facts, without=without)]


def likenesses(facts: Facts, *, without: Client | None = None) -> list[Likeness]:
    """The likeliest few of the whole base, the likeliest first; five queries at most."""
    sought = facts.spelled()
    ids = [pk for pk in _found(facts, sought) if without is None or pk != without.pk][:LOOKED_AT]
    if not ids:
        return []
    model = _model()
    common = {name: one.common for name, one in model.weights.fields.items()}
    clients = Client.objects.select_related("owner", "requisites").in_bulk(ids)
    agreed = {pk: agree(FIELDS, sought, row, common) for pk, row in _rows(clients).items()}
    holders = _holders(agreed.values(), model)
    found = {pk: _likeness(clients[pk], one, _evidence(one, holders), model) for pk, one in agreed.items()}
    shown = [one for pk, one in found.items() if one.score >= FLOOR or _is_telling(agreed[pk])]
    return sorted(shown, key=lambda one: (-one.score, one.client.pk))[:MOST]


def _found(facts: Facts, sought: Row) -> list[int]:
    """By exact keys first, then by words of the name and the domain; each through an index."""
    exact: list[QuerySet[Any, Any]] = [
        ContactPoint.objects.filter(kind=kind, value__in=values).order_by().values_list("client_id")
        for kind in (ContactPointKind.PHONE, ContactPointKind.EMAIL)
        if (values := [value for one, value in facts.points if one == kind and value])
    ]
    if facts.inn:
        exact.append(Requisites.objects.filter(inn=facts.inn).values_list("client_id"))
    ids = [row[0] for row in exact[0].union(*exact[1:])[:LOOKED_AT]] if exact else []
    words = phrases([facts.name, *facts.people], sought[DOMAIN])
    return list(dict.fromkeys([*ids, *clients_with(words, OF_ONE_PHRASE)]))


def _rows(clients: dict[int, Client]) -> dict[int, Row]:
    """What is compared of them: one query for their points and people together."""
    facts = {pk: _facts(client) for pk, client in clients.items()}
    text = CharField(max_length=255)
    points = ContactPoint.objects.filter(client__in=clients).order_by().values_list("client_id", "kind", "value")
    people = Contact.objects.filter(client__in=clients).order_by()
    named = people.annotate(what=Value(PERSON, output_field=text)).values_list("client_id", "what", "name")
    for client_id, kind, value in points.union(named):
        if kind == PERSON:
            facts[client_id].people.append(value)
        else:
            facts[client_id].points.append((kind, value))
    return {pk: one.spelled() for pk, one in facts.items()}


def _facts(client: Client) -> Facts:
    row = getattr(client, "requisites", None)
    official = {name: getattr(row, name) for name in ("legal_name", "inn", "address")} if row else {}
    return Facts(client.name, client.kind, city=client.city, **official)


def _model() -> Model:
    """The one of the latest scan; before the first, or after an update, what is usual."""
    scan = DuplicateScan.objects.latest_finished()
    try:
        return Model.from_json(scan.model) if scan else _usual()
    except (KeyError, TypeError, ValueError):
        return _usual()


def _usual() -> Model:
    return Model(believed({field.name: field.kind for field in FIELDS}))


def _holders(agreed: Iterable[dict[str, Agreement]], model: Model) -> dict[tuple[str, str], float]:
    """How many clients have each shared value, the new one included; of a city only how many usually do."""
    counts: dict[tuple[str, str], float] = {}
    for one in agreed:
        for name, (_level, shared) in one.items():
            if shared:
                counts[name, shared] = counts.get((name, shared), 1) + 1
    usual = {name: field.usual for name, field in model.weights.fields.items()}
    return {key: max(count, usual.get(CITY, 2.0)) if key[0] == CITY else count for key, count in counts.items()}


def _evidence(agreed: dict[str, Agreement], holders: dict[tuple[str, str], float]) -> dict[str, tuple[int, int]]:
    return {name: (one.level, round(holders.get((name, one.shared), 0))) for name, one in agreed.items() if one.level}


def _likeness(
    client: Client, agreed: dict[str, Agreement], evidence: dict[str, tuple[int, int]], model: Model
) -> Likeness:
    return Likeness(client, model.score(evidence), reasons.told(agreed, model.worth(evidence)), evidence)


def _told(one: Likeness, user: User) -> LikelyClient:
    client, codes = one.client, [reason["code"] for reason in one.reasons]
    is_visible, whose = client.is_visible_to(user), _whose(client, user)
    return LikelyClient(client, one.score, codes, one.sentence, is_visible, whose)


def _whose(client: Client, user: User) -> str:
    """In one sentence, and the way on."""
    if client.owner is None:
        return _("Nobody leads this client: take it.")
    if client.owner_id == user.pk:
        return _("You lead this client.")
    return protection.led_by_another(client).reasons[0].sentence


def _is_telling(agreed: dict[str, Agreement]) -> bool:
    """A hint costs a glance, a double much more: the same of what tells clients apart is always shown, and so is a
    similar name unless the cities differ."""
    if any(agreed[name].shared for name in TELLING):
        return True
    return agreed[CITY].level != DIFFERENT and any(agreed[name].level >= NEAR[name] for name in NEAR)
