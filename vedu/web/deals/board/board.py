"""The page of the board: columns with their first cards, chips with counts, totals."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from django.utils.safestring import SafeString

from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.web.deals.board.bar import Link, TotalWords, chip_links, pipeline_links, scope_links, total_words
from vedu.web.deals.board.card import cards_of
from vedu.web.deals.board.card_html import cards_html
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.board.column import CARDS, Column, Head, head_of, left_after_first, more_of
from vedu.web.deals.board.column_html import columns_html, tabs_html
from vedu.web.deals.board.column_query import first_rows, in_order
from vedu.web.deals.board.totals import Totals, totals_of
from vedu.web.deals.row import DealRow
from vedu.web.deals.scope import owners_in
from vedu.web.shell.address import address_of
from vedu.web.shell.capped_counts import capped_counts
from vedu.web.shell.clock import Clock


@dataclass
class Board:
    """Lazy: an answer to a move asks only for heads and totals."""

    choice: BoardChoice
    user: User
    clock: Clock
    pipeline: Pipeline
    pipelines: Sequence[Pipeline] = ()
    every_stage: Sequence[Stage] = ()

    @cached_property
    def stages(self) -> Sequence[Stage]:
        return [stage for stage in self.every_stage or Stage.every() if stage.pipeline_id == self.pipeline.pk]

    @cached_property
    def totals(self) -> Totals:
        return totals_of(owners_in(self.choice.scope, self.user), self.pipeline.pk)

    @cached_property
    def columns(self) -> list[Column]:
        owners, ids = owners_in(self.choice.scope, self.user), [stage.pk for stage in self.stages]
        found = first_rows(self.choice, owners, self.clock, ids, CARDS + 1)
        return [self._column(stage, found.get(stage.pk, [])) for stage in self.stages]

    @cached_property
    def heads(self) -> list[Head]:
        return [head_of(stage, self.totals, self.clock.language, self._found.get(stage.pk)) for stage in self.stages]

    @property
    def pipeline_links(self) -> list[Link]:
        return pipeline_links(self.pipelines, self.choice)

    @property
    def scope_links(self) -> list[Link]:
        return scope_links(self.choice, self.user)

    @property
    def chip_links(self) -> list[Link]:
        return list(chip_links(self.choice, self.user, self.clock))

    @property
    def total(self) -> TotalWords:
        return total_words(self.totals, self.clock.language)

    @property
    def moves_url(self) -> str:
        """Of the deal 0: the script puts the number of a card."""
        return address_of("deals:moves", 0)

    @property
    def list_url(self) -> str:
        return self.choice.address("deals:list")

    @property
    def new_url(self) -> str:
        return self.choice.address("deals:new", chip="")

    @property
    def everything_url(self) -> str:
        return self.choice.address(chip="")

    @property
    def columns_html(self) -> SafeString:
        return columns_html(self.columns)

    @property
    def tabs_html(self) -> SafeString:
        return tabs_html(self.heads)

    @property
    def is_empty(self) -> bool:
        return not any(column.cards for column in self.columns)

    def heads_of(self, *stage_ids: int | None) -> list[Head]:
        return [head for head in self.heads if head.pk in stage_ids]

    @cached_property
    def _found(self) -> Mapping[int, int]:
        """Capped counts of the columns behind a chip; empty when none is on."""
        if not self.choice.chip:
            return {}
        deals = self.choice.deals(self.user, self.clock)
        return capped_counts({stage.pk: in_order(deals, stage.pk) for stage in self.stages})

    def _column(self, stage: Stage, rows: list[DealRow]) -> Column:
        head = next(head for head in self.heads if head.pk == stage.pk)
        cards = cards_html(cards_of(rows[:CARDS], {stage.pk: stage}, self.clock))
        left = left_after_first(self.totals.of(stage.pk).deals, self._found.get(stage.pk))
        return Column(head, cards, more_of(rows, stage.pk, self.choice, left))


def open_board(said: Mapping[str, str], user: User) -> Board | None:
    """The board that an address or a form asks for; None while there is no pipeline."""
    choice, stages = BoardChoice.of(said, user), Stage.every()
    pipelines = [one for one in dict.fromkeys(stage.pipeline for stage in stages) if not one.is_archived]
    if not pipelines:
        return None
    pipeline = next((found for found in pipelines if found.pk == choice.pipeline), pipelines[0])
    return Board(replace(choice, pipeline=pipeline.pk), user, Clock.here(), pipeline, pipelines, stages)
