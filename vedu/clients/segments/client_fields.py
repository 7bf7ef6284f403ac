"""The facts that the client itself keeps."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.clients.client import Client, ClientKind
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.clients.kinds.rfm_group import areas
from vedu.clients.owner_state import OwnerState
from vedu.clients.sales_point import SalesPoint
from vedu.clients.segments.field import Choices, Field, Op, days_since, number, one_of, register
from vedu.clients.tree import Tie
from vedu.foundation.people.installation import main_currency
from vedu.foundation.people.user import User

MOST_WORDS = 200
DAYS = pgettext_lazy("unit", "days")


def register_fields() -> None:
    register(
        one_of("kind", _("Who it is"), "kind", lambda: ClientKind.choices),
        one_of("city", _("City"), "city", lambda: _words("city")),
        one_of("region", _("Region code"), "region", lambda: _words("region")),
        one_of("source", pgettext_lazy("fact of a client", "Where it came from"), "source", lambda: _words("source")),
        one_of("owner", _("Who leads it"), "owner_id", _sellers),
        Field("state", _("State"), (Op.IN, Op.NOT_IN), _in_states, lambda: OwnerState.choices),
        number("open_deals", pgettext_lazy("fact of a client", "Open deals"), "open_deals"),
        number("purchases", pgettext_lazy("fact of a client", "Purchases"), "purchases"),
        days_since("bought", _("Since the last purchase"), "last_purchase_at", DAYS),
        days_since("touched", _("Since the last touch"), "last_touch_at", DAYS),
        days_since("talked", _("Since the last conversation"), "last_two_way_at", DAYS),
        days_since("added", _("In the base"), "created_at", DAYS),
        one_of("base_kind", _("Base kind"), "base_kind", lambda: BaseKind.choices),
        one_of("lifecycle", pgettext_lazy("fact of a client", "Lifecycle"), "lifecycle", lambda: Lifecycle.choices),
        number("purchases", pgettext_lazy("fact of a client", "Purchases"), "purchases"),
        days_since("bought", _("Since the last purchase"), "last_purchase_at", DAYS),
        number("bought_sum", _("Sum bought"), "bought", main_currency(), digits=15),
        days_since("became", _("Of this base kind for"), "base_kind_since", DAYS),
        one_of("rfm", _("RFM group"), "rfm_group", lambda: [(area.code, area.name) for area in areas()]),
        one_of("tie", _("What it is to the client above it"), "tie", lambda: Tie.choices),
        one_of("sales_point", _("Came through the sales point"), "sales_point_id", _points),
    )


def _in_states(op: Op, values: Sequence[str], at: datetime) -> Q:
    """The state is computed (OWN-1), so it is asked as its own query of ids."""
    found = Q()
    for state in values:
        found |= Q(pk__in=Client.objects.in_state(state, at).order_by().values("pk"))
    return ~found if op == Op.NOT_IN else found


def _words(column: str) -> Choices:
    """The words that stand in the base, the commonest first would cost a count: by the alphabet."""
    known = Client.objects.exclude(**{column: ""}).order_by(column).values_list(column, flat=True).distinct()
    return [(word, word) for word in known[:MOST_WORDS]]


def _points() -> Choices:
    return [(str(point.pk), point.name) for point in SalesPoint.objects.all()]


def _sellers() -> Choices:
    return [(str(user.pk), user.name) for user in User.objects.sellers().order_by("first_name", "last_name")]
