"""What a reassignment would do, ready for the page: who gets how much, then client by client."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from vedu.clients.reassignment.plan import Line, Plan
from vedu.foundation.people.user import User
from vedu.sales.deals.open_value import Value, open_values
from vedu.web.head.sums import main_currency, share, sums_text
from vedu.web.shell.address import address_of
from vedu.web.shell.person import person_markup

MOST = 60


@dataclass(frozen=True, slots=True)
class Gets:
    """What one person gets; ``percent`` of the largest for the bar."""

    bubble: SafeString
    name: str
    clients: str
    deals: str
    amount: str
    load: str
    percent: int


@dataclass(frozen=True, slots=True)
class Row:
    """``why`` for one that cannot pass."""

    name: str
    url: str
    before: str = ""
    after: str = ""
    amount: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Preview:
    """``more`` and ``more_left`` count the rows beyond those shown."""

    number: int
    gets: list[Gets]
    rows: list[Row]
    more: int
    left: list[Row]
    more_left: int
    away: str


def preview_of(plan: Plan, language: str) -> Preview:
    values = open_values(line.client_id for line in plan.lines)
    main = main_currency([{currency: amount} for each in values.values() for currency, amount in each])
    names = _names(plan)
    left = [Row(one.name, _url(one.client_id), why=one.reason.sentence) for one in plan.left[:MOST]]
    return Preview(
        number=len(plan.lines),
        gets=_gets(plan, values, main, language),
        rows=[_row(line, names, values, main, language) for line in plan.lines[:MOST]],
        more=max(0, len(plan.lines) - MOST),
        left=left,
        more_left=max(0, len(plan.left) - MOST),
        away=", ".join(user.name for user in plan.away),
    )


def clients_text(number: int) -> str:
    return ngettext("%(number)d client", "%(number)d clients", number) % {"number": number}


def _gets(plan: Plan, values: Mapping[int, list[Value]], main: str, language: str) -> list[Gets]:
    clients, deals = plan.clients_of(), Counter[int]()
    sums: dict[int, Counter[str]] = {one.pk: Counter() for one in plan.receivers}
    for line in plan.lines:
        deals[line.after] += line.open_deals
        for currency, amount in values.get(line.client_id, ()):
            sums[line.after][currency] += amount  # type: ignore[assignment]
    most = max(clients.values(), default=0)
    return [
        Gets(
            bubble=person_markup(one.name, one.pk, "m", True),
            name=one.name,
            clients=clients_text(clients[one.pk]),
            deals=_deals_text(deals[one.pk]),
            amount=sums_text({code: Decimal(sum_) for code, sum_ in sums[one.pk].items()}, main, language),
            load=str(one.load),
            percent=share(clients[one.pk], most),
        )
        for one in sorted(plan.receivers, key=lambda one: (-clients[one.pk], one.name))
    ]


def _row(line: Line, names: Mapping[int, str], values: Mapping[int, list[Value]], main: str, language: str) -> Row:
    amount = sums_text(dict(values.get(line.client_id, ())), main, language)
    before = names[line.before] if line.before else ""
    return Row(line.name, _url(line.client_id), before, names[line.after], amount)


def _names(plan: Plan) -> dict[int, str]:
    ids = {line.before for line in plan.lines} | {line.after for line in plan.lines}
    return {user.pk: user.name for user in User.objects.filter(pk__in=[one for one in ids if one])}


def _deals_text(number: int) -> str:
    return ngettext("%(number)d open deal", "%(number)d open deals", number) % {"number": number} if number else ""


def _url(client_id: int) -> str:
    return address_of("clients:card", client_id)
