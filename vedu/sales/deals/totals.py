"""What a board column adds up to, kept in the same transaction as every change, so that no page counts deals."""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Self

from django.db import connection, models
from django.db.models import F, Sum
from django.db.models.functions import Coalesce

from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Pipeline, Stage

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


class StageTotals(models.QuerySet["StageTotal"]):
    def visible_to(self, user: User) -> Self:
        return self.owned_by(user.visible_owner_ids())

    def owned_by(self, ids: Collection[int] | None) -> Self:
        """None means everyone."""
        if ids is None:
            return self
        return self.filter(owner__in=ids) if len(ids) > 1 else self.filter(owner=next(iter(ids), None))


class StageTotal(models.Model):
    """Open deals of one owner in one stage and currency: how many, their sum, and the sum by chance."""

    pipeline = models.ForeignKey(Pipeline, on_delete=models.CASCADE, related_name="+")
    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="+")
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    currency = models.CharField(max_length=3)
    deals = models.IntegerField(default=0)
    amount = models.DecimalField(max_digits=20, decimal_places=2, default=Decimal(0))
    expected = models.DecimalField(max_digits=20, decimal_places=2, default=Decimal(0))

    objects = StageTotals.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stage", "owner", "currency"], name="one_stage_total")]

    def __str__(self) -> str:
        return f"{self.stage_id}/{self.owner_id}: {self.deals}"


@dataclass(frozen=True, slots=True, order=True)
class _Share:
    """What one open deal adds to its column."""

    stage_id: int
    owner_id: int
    currency: str
    pipeline_id: int
    amount: Decimal
    expected: Decimal


def _share(deal: "Deal") -> _Share | None:
    if not deal.is_open:
        return None
    expected = (deal.amount * deal.chance / 100).quantize(Decimal("0.01"))
    return _Share(deal.stage_id, deal.owner_id, deal.currency, deal.pipeline_id, deal.amount, expected)


@contextmanager
def following(deal: "Deal") -> Iterator[None]:
    """Whatever the block changes on the deal, its column follows. Call inside a transaction."""
    before = _share(deal)
    yield
    after = _share(deal)
    _add((share, count) for share, count in ((before, -1), (after, 1)) if share is not None)


def count_in(deal: "Deal") -> None:
    """A new open deal joins its column."""
    share = _share(deal)
    if share is not None:
        _add([(share, 1)])


def count_in_all(deals: "Iterable[Deal]", *, sign: int = 1) -> None:
    """Many at once join their columns, or leave them with ``sign`` -1: one change a column."""
    sums: dict[tuple[int, int, str, int], list[Decimal]] = {}
    for share in filter(None, map(_share, deals)):
        column = sums.setdefault((share.stage_id, share.owner_id, share.currency, share.pipeline_id), [Decimal(0)] * 3)
        column[:] = column[0] + 1, column[1] + share.amount, column[2] + share.expected
    _add((_Share(*key, amount, expected), sign * int(count)) for key, (count, amount, expected) in sums.items())


_ADDED = ("deals", "amount", "expected")
_ADD = (
    "INSERT INTO sales_stagetotal AS kept (stage_id, owner_id, currency, pipeline_id, deals, amount, expected) "
    "VALUES (%s, %s, %s, %s, %s, %s, %s) ON CONFLICT (stage_id, owner_id, currency) DO UPDATE SET "
    + ", ".join(f"{column} = kept.{column} + excluded.{column}" for column in _ADDED)
)


def _add(changes: Iterable[tuple[_Share, int]]) -> None:
    """So many deals with this share in all join its column, or leave it when the number is negative.

    One statement of SQL: every move of every deal comes by here, and the ORM would take five times as long."""
    rows = []
    # One order of rows for everyone, so that two moves the opposite way cannot lock each other.
    for share, count in sorted(changes):
        sign = 1 if count > 0 else -1
        column = (share.stage_id, share.owner_id, share.currency, share.pipeline_id)
        rows.append((*column, count, sign * share.amount, sign * share.expected))
    with connection.cursor() as cursor:
        cursor.executemany(_ADD, rows)


def in_work_by_stage(pipeline: Pipeline) -> dict[int, int]:
    """How many open deals stand in each stage, whoever leads them."""
    rows = StageTotal.objects.filter(pipeline=pipeline).order_by().values_list("stage")
    return dict(rows.annotate(Sum("deals")))


def in_work_by_pipeline() -> dict[int, int]:
    """The same for whole pipelines."""
    return dict(StageTotal.objects.order_by().values_list("pipeline").annotate(Sum("deals")))


def rebuild(deals: "models.QuerySet[Deal]", pipeline_ids: Iterable[int]) -> None:
    """Count the columns of these pipelines anew from ``deals`` (all open ones); after an import or a repair."""
    ids = list(pipeline_ids)
    StageTotal.objects.filter(pipeline__in=ids).delete()
    expected = Coalesce(Sum(F("amount") * F("chance") / Decimal(100)), Decimal(0))
    rows = (
        deals.filter(state="open", pipeline__in=ids)
        .values("pipeline_id", "stage_id", "owner_id", "currency")
        .annotate(deals=models.Count("pk"), total=Sum("amount"), expected=expected)
        .order_by()
    )
    StageTotal.objects.bulk_create(
        StageTotal(
            pipeline_id=row["pipeline_id"],
            stage_id=row["stage_id"],
            owner_id=row["owner_id"],
            currency=row["currency"],
            deals=row["deals"],
            amount=row["total"],
            expected=row["expected"].quantize(Decimal("0.01")),
        )
        for row in rows
    )
