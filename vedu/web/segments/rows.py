"""The segments of the page: what each asks for, in words, and how many clients belong to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.clients.segments.condition import NUMBER_OPS, Condition
from vedu.clients.segments.field import Field, Op, fields
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.web.clients.chosen import FREE, MINE, TEAM, Chosen, scopes_of
from vedu.web.clients.counts import CAP
from vedu.web.shell.address import address_of
from vedu.web.shell.capped_counts import capped_counts, count_text

NAMED = 4


@dataclass(frozen=True, slots=True)
class Row:
    """``led`` and ``free`` count the clients of each list that its link opens."""

    pk: int
    name: str
    about: str
    is_icp: bool
    conditions: list[str]
    url: str
    led: str
    led_url: str
    free: str
    free_url: str


def rows_of(segments: Sequence[Segment], user: User) -> list[Row]:
    """One query for all counts."""
    scope = TEAM if TEAM in scopes_of(user) else MINE
    owned, free = (Chosen(scope=one).scoped(user) for one in (scope, FREE))
    queries = {
        (one.pk, is_free): (free if is_free else owned).filter(one.where())
        for one in segments
        for is_free in (False, True)
    }
    counts, known = capped_counts(queries, CAP), Labels()
    return [
        Row(
            pk=one.pk,
            name=one.name,
            about=one.about,
            is_icp=one.is_icp,
            conditions=[known.sentence(rule) for rule in one.rules],
            url=address_of("segments:edit", one.pk),
            led=count_text(counts[one.pk, False], CAP),
            led_url=Chosen(scope=scope, segment=str(one.pk)).address(),
            free=count_text(counts[one.pk, True], CAP),
            free_url=Chosen(scope=FREE, segment=str(one.pk)).address(),
        )
        for one in segments
    ]


def count_of(conditions: Sequence[Condition], user: User) -> str:
    """How many clients that this person sees meet them."""
    clients = Client.objects.visible_to(user).filter(Segment(conditions=[one.as_json() for one in conditions]).where())
    return count_text(capped_counts({"": clients}, CAP)[""], CAP)


class Labels:
    """Words of the choices, asked for once a field."""

    def __init__(self) -> None:
        self._known: dict[str, Mapping[str, str]] = {}

    def sentence(self, rule: Condition) -> str:
        """«Город: Казань, Самара»."""
        field = fields()[rule.field]
        words = {"field": str(field.label), "values": self._values(field, rule)}
        match rule.op:
            case Op.IN:
                return _("%(field)s: %(values)s") % words
            case Op.NOT_IN:
                return _("%(field)s: anything but %(values)s") % words
            case Op.AT_LEAST:
                return _("%(field)s: at least %(values)s") % words
            case Op.AT_MOST:
                return _("%(field)s: at most %(values)s") % words
            case Op.IS_SET:
                return _("%(field)s: known") % words
            case _:
                return _("%(field)s: not known") % words

    def _values(self, field: Field, rule: Condition) -> str:
        if rule.op in NUMBER_OPS:
            return f"{rule.values[0]} {field.unit}".strip()
        labels = self._of(field)
        named = ", ".join(labels.get(value, value) for value in rule.values[:NAMED])
        rest = len(rule.values) - NAMED
        return _("%(values)s and %(number)d more") % {"values": named, "number": rest} if rest > 0 else named

    def _of(self, field: Field) -> Mapping[str, str]:
        if field.code not in self._known:
            choices = field.choices() if field.choices else ()
            self._known[field.code] = {value: str(label) for value, label in choices}
        return self._known[field.code]


def op_label(op: Op) -> str:
    """As it stands between the field and its values."""
    match op:
        case Op.IN:
            return pgettext("comparison", "is one of")
        case Op.NOT_IN:
            return pgettext("comparison", "is none of")
        case Op.AT_LEAST:
            return pgettext("comparison", "at least")
        case Op.AT_MOST:
            return pgettext("comparison", "at most")
        case Op.IS_SET:
            return pgettext("comparison", "is known")
        case _:
            return pgettext("comparison", "is not known")
