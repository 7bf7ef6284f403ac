"""What segments may ask about suppliers (BASE-8)."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supplies, Supply
from vedu.clients.segments.field import Choices, Field, Op, register
from vedu.foundation.values.fold import fold

MOST_NAMES = 200
OPS = (Op.IN, Op.NOT_IN, Op.IS_SET, Op.IS_NOT_SET)


def register_fields() -> None:
    register(
        Field("competitor", _("Works with a competitor"), OPS, _by_competitor, _competitors),
        Field("supplier", _("Supplier of today"), OPS, _by_supplier, _suppliers),
    )


def _by_competitor(op: Op, values: Sequence[str], _at: datetime) -> Q:
    """Values are ids of the directory."""
    present = Supply.objects.present().filter(competitor__isnull=False)
    ids = [int(value) for value in values if value.isascii() and value.isdigit()]
    return _clients(op, present.filter(competitor__in=ids) if values else present)


def _by_supplier(op: Op, values: Sequence[str], _at: datetime) -> Q:
    """Values are names as they were typed, of the directory or not."""
    present = Supply.objects.present().filter(is_main=True)
    return _clients(op, present.filter(name_folded__in=[fold(value) for value in values]) if values else present)


def _clients(op: Op, supplies: Supplies) -> Q:
    found = Q(pk__in=supplies.order_by().values("client"))
    return ~found if op in (Op.NOT_IN, Op.IS_NOT_SET) else found


def _competitors() -> Choices:
    return [(str(pk), name) for pk, name in Competitor.objects.in_use().values_list("pk", "name")[:MOST_NAMES]]


def _suppliers() -> Choices:
    main = Supply.objects.present().filter(is_main=True).order_by("name").values_list("name", flat=True).distinct()
    return [(name, name) for name in main[:MOST_NAMES]]
