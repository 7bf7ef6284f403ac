"""The rules with their dry run: what each would give to whom now, and which of them finds nobody."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.assignment.giving import rehearse_rules
from vedu.clients.assignment.newcomers import never_led
from vedu.clients.assignment.round import MOST, Finding, Gift, Round
from vedu.clients.assignment.rule import AssignmentRule
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed
from vedu.web.assignment.preview import clients_text
from vedu.web.head.sums import share
from vedu.web.shell.address import address_of
from vedu.web.shell.person import person_markup

SHOWN = 8


@dataclass(frozen=True, slots=True)
class Gets:
    bubble: SafeString
    name: str
    number: int
    percent: int


@dataclass(frozen=True, slots=True)
class Given:
    """A client of the dry run and who would get it."""

    name: str
    url: str
    facts: str
    to: str


@dataclass(frozen=True, slots=True)
class Row:
    """``trouble`` says why clients would stay free; ``more`` counts the clients that are not shown."""

    pk: int
    number: int
    name: str
    is_on: bool
    clients: str
    people: str
    meant: str
    trouble: str
    gets: list[Gets]
    given: list[Given]
    more: int
    may_change: bool
    is_first: bool
    is_last: bool


@dataclass(frozen=True, slots=True)
class Rules:
    """``left``: the free clients of today that would stay free."""

    rows: list[Row]
    left: str


def rules_of(viewer: User) -> Rules:
    plan = rehearse_rules()
    last = len(plan.findings) - 1
    rows = [_row(number, last, one, plan, viewer) for number, one in enumerate(plan.findings)]
    free = never_led()[: MOST + 1].count()
    left = free - len(plan.gifts) if free <= MOST else 0
    return Rules(rows, clients_text(left) if rows and left else "")


def conditions_text(rule: AssignmentRule) -> str:
    """Which clients it means."""
    said = [
        _("segment “%(name)s”") % {"name": rule.segment.name} if rule.segment else "",
        _("territory “%(name)s”") % {"name": rule.territory.name} if rule.territory else "",
        _("came from: %(names)s") % {"names": ", ".join(rule.sources)} if rule.sources else "",
    ]
    return "; ".join(filter(None, said)) or _("all new clients")


def people_text(rule: AssignmentRule) -> str:
    """To whom, and how shared out."""
    names = [user.name for user in rule.people.all()]
    said = [
        ", ".join(names),
        _("team “%(name)s”") % {"name": rule.team.name} if rule.team else "",
        rule.specialisation_label,
    ]
    people = "; ".join(filter(None, said)) or _("everybody who sells")
    return f"{people} · {rule.get_method_display()}"


def _row(number: int, last: int, finding: Finding, plan: Round, viewer: User) -> Row:
    rule, gifts = finding.rule, plan.gifts_of(finding.rule)
    return Row(
        pk=rule.pk,
        number=number + 1,
        name=rule.name,
        is_on=rule.is_on,
        clients=conditions_text(rule),
        people=people_text(rule),
        meant=_meant(finding),
        trouble=_trouble(finding),
        gets=_gets(gifts),
        given=[_given(gift) for gift in gifts[:SHOWN]],
        more=max(0, len(gifts) - SHOWN),
        may_change=_may_change(rule, viewer),
        is_first=number == 0,
        is_last=number == last,
    )


def _meant(finding: Finding) -> str:
    if not finding.meant:
        return _("No free client of today is meant by it.")
    words = ngettext(
        "Of today's free clients it means %(number)d, and would give %(given)d away.",
        "Of today's free clients it means %(number)d, and would give %(given)d away.",
        finding.meant,
    )
    return words % {"number": finding.meant, "given": finding.given}


def _trouble(finding: Finding) -> str:
    if not finding.takers:
        return _("Nobody to give to: everybody named here is away, has left or does not fit. The next rule is asked.")
    if finding.found_nobody:
        return _("For some of them there is no room: the people named here keep as many clients as their role may.")
    return ""


def _gets(gifts: Sequence[Gift]) -> list[Gets]:
    number = Counter(gift.to.pk for gift in gifts)
    names = {gift.to.pk: gift.to.name for gift in gifts}
    most = max(number.values(), default=0)
    return [
        Gets(person_markup(names[pk], pk, "", True), names[pk], n, share(n, most)) for pk, n in number.most_common()
    ]


def _given(gift: Gift) -> Given:
    facts = ", ".join(filter(None, (gift.city, gift.source)))
    return Given(gift.name, address_of("clients:card", gift.client_id), facts, gift.to.name)


def _may_change(rule: AssignmentRule, viewer: User) -> bool:
    try:
        rule.require_authority(viewer)
    except NotAllowed:
        return False
    return True
