"""A column of the board: its head and its cards, ready for deals/_column.html."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import quote, urlencode

from django.utils.safestring import SafeString

from vedu.sales.deals.pipeline import Stage
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.board.totals import Totals, other_sums, sum_text
from vedu.web.deals.row import DealRow
from vedu.web.shell.address import address_of
from vedu.web.shell.capped_counts import CAP, count_text
from vedu.web.shell.cursor import Cursor

CARDS = 20


@dataclass(frozen=True, slots=True)
class Head:
    """``whole`` is the count of the column without the filter, when one is on."""

    pk: int
    name: str
    purpose: str
    count: str
    sum: str
    expected: str
    others: str
    whole: int | None


@dataclass(frozen=True, slots=True)
class More:
    """The link to the next cards. ``left`` is how many they are; 0 when nobody counted.

    ``list_url`` shows the column as a list, for a page without scripts."""

    stage: int
    url: str
    list_url: str
    left: int


@dataclass(frozen=True, slots=True)
class Column:
    head: Head
    cards: SafeString
    more: More | None


def head_of(stage: Stage, totals: Totals, language: str, found: int | None = None) -> Head:
    """``found`` is the capped count behind a filter; None when no filter is on."""
    total = totals.of(stage.pk)
    return Head(
        pk=stage.pk,
        name=stage.name,
        purpose=stage.purpose,
        count=str(total.deals) if found is None else count_text(found),
        sum=sum_text(total.sums, totals.currency, language),
        expected=sum_text(total.expected, totals.currency, language),
        others=other_sums(total.sums, totals.currency, language),
        whole=None if found is None else total.deals,
    )


def left_after_first(total: int, found: int | None) -> int:
    """How many deals stand behind the first cards of a column; 0 when nobody counted to the end."""
    if found is None:
        return max(0, total - CARDS)
    return max(0, found - CARDS) if found <= CAP else 0


def more_of(rows: Sequence[DealRow], stage: int, choice: BoardChoice, left: int) -> More | None:
    """Rows beyond CARDS were asked for only to know that there are more. ``left`` counts what is not shown yet."""
    if len(rows) <= CARDS:
        return None
    last = rows[CARDS - 1]
    after, said = quote(Cursor(last.attend_at, last.pk).mark), _said(choice)
    cards_url, list_url = _addresses(stage)
    return More(stage, f"{cards_url}?{said}&after={after}&left={left}", f"{list_url}?{said}&stage={stage}", left)


@lru_cache(maxsize=256)
def _said(choice: BoardChoice) -> str:
    return urlencode(choice.words)


@cache
def _addresses(stage: int) -> tuple[str, str]:
    return address_of("deals:column", stage), address_of("deals:list")
