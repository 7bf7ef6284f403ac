"""What stands above the columns: pipelines, whose deals, chips with counts, totals."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Pipeline
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.board.totals import Totals, other_sums, sum_text
from vedu.web.deals.chip import count_chips_of
from vedu.web.deals.scope import owners_in, scope_label, scopes_of
from vedu.web.shell.capped_counts import count_text
from vedu.web.shell.clock import Clock


class Link(NamedTuple):
    """``number`` is "" where none is shown; ``colour`` names the token of the dot."""

    label: str
    url: str
    is_on: bool
    number: str = ""
    colour: str = ""


class TotalWords(NamedTuple):
    deals: int
    sum: str
    expected: str
    others: str


def pipeline_links(pipelines: Iterable[Pipeline], choice: BoardChoice) -> list[Link]:
    return [
        Link(pipeline.name, choice.address(pipeline=pipeline.pk, chip=""), pipeline.pk == choice.pipeline)
        for pipeline in pipelines
    ]


def scope_links(choice: BoardChoice, user: User) -> list[Link]:
    """None when there is nothing to choose between."""
    scopes = scopes_of(user)
    if len(scopes) < 2:
        return []
    return [Link(scope_label(scope), choice.address(scope=scope), scope == choice.scope) for scope in scopes]


def chip_links(choice: BoardChoice, user: User, clock: Clock) -> Iterator[Link]:
    """Pressing the chip that is on takes it off."""
    for chip, count in count_chips_of(replace(choice, chip=""), owners_in(choice.scope, user), clock).items():
        is_on = chip == choice.chip
        address = choice.address(chip="" if is_on else chip)
        yield Link(chip.label, address, is_on, count_text(count), chip.colour)


def total_words(totals: Totals, language: str) -> TotalWords:
    whole, currency = totals.whole, totals.currency
    return TotalWords(
        deals=whole.deals,
        sum=sum_text(whole.sums, currency, language),
        expected=sum_text(whole.expected, currency, language),
        others=other_sums(whole.sums, currency, language),
    )
