"""Everything the list of deals shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.foundation.people.colleagues import colleagues_seen_by
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedSql
from vedu.sales.deals.deal import Deal, Deals, DealState
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.web.batch.action import Action
from vedu.web.deals.batch.registry import actions_of
from vedu.web.deals.board.bar import Link
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.chip import Chip, chosen, count_chips, count_chips_of
from vedu.web.deals.listing.choice import ListChoice
from vedu.web.deals.listing.options import some_or_any, stage_options
from vedu.web.deals.listing.order import ORDERS, Page, first_page_of, orders_of, page_of
from vedu.web.deals.listing.row import rows_html
from vedu.web.deals.scope import Owners, owners_in, scope_label, scopes_of
from vedu.web.shell.capped_counts import capped_count, count_text, counting
from vedu.web.shell.clock import MOMENT_FIELDS, Clock, Moments

MOST_COUNTED = 1000


@dataclass
class ListPage:
    """Lazy: the part with the next rows counts nothing."""

    choice: ListChoice
    user: User
    clock: Clock

    @cached_property
    def page(self) -> Page:
        if self.choice.q or self.choice.after:
            return page_of(self.deals, self.choice.sort, self.choice.after)
        return first_page_of(self.choice, self._owners, self.choice.sort, self.clock)

    @cached_property
    def everything(self) -> Deals:
        """Whatever the chip; the words are looked for once."""
        return self.choice.everything(self.user)

    @property
    def deals(self) -> Deals:
        return chosen(self.everything, Chip(self.choice.chip), self.clock) if self.choice.chip else self.everything

    @property
    def rows(self) -> SafeString:
        return rows_html(self.page.found, self.stages, self.clock)

    @property
    def more_url(self) -> str:
        return self.choice.address(after=self.page.mark) if self.page.mark else ""

    @cached_property
    def stages(self) -> dict[int, Stage]:
        return {stage.pk: stage for stage in Stage.every()}

    @cached_property
    def pipelines(self) -> list[Pipeline]:
        return list(dict.fromkeys(stage.pipeline for stage in self.stages.values()))

    @property
    def stage_options(self) -> SafeString:
        """Of the chosen pipeline when there is one."""
        shown = [pipeline for pipeline in self.pipelines if self.choice.pipeline in (0, pipeline.pk)]
        return stage_options(shown, self.stages.values(), self.choice.stage)

    @property
    def pipeline_options(self) -> SafeString:
        rows = [(pipeline.pk, pipeline.name) for pipeline in self.pipelines]
        return some_or_any(rows, self.choice.pipeline, _("Any pipeline"))

    @property
    def owner_options(self) -> SafeString:
        return some_or_any([(each.pk, each.name) for each in self.owners], self.choice.owner, _("Any owner"))

    @property
    def hidden_words(self) -> list[tuple[str, str]]:
        """What the form of filters carries along."""
        return [(name, word) for name, word in self.choice.words.items() if name in ("scope", "state", "chip")]

    @cached_property
    def owners(self) -> list[User]:
        """Whom the list may be narrowed to; nobody when there is no choice."""
        has_choice = len(scopes_of(self.user)) > 1 or not self.user.is_selling
        return colleagues_seen_by(self.user) if has_choice else []

    @property
    def count(self) -> str:
        """«17», «1000+»."""
        return count_text(self._count, MOST_COUNTED)

    @property
    def _count(self) -> int:
        if self.choice.q:
            return capped_count(self.deals, MOST_COUNTED)
        whole = replace(self.choice, sort="newest", after="")
        ((count,),) = _counted(whole, self._owners).rows(*self.clock.moments)
        return int(count)

    @cached_property
    def _owners(self) -> Owners:
        return owners_in(self.choice.scope, self.user)

    @property
    def scope_links(self) -> list[Link]:
        scopes = scopes_of(self.user)
        links = [
            Link(scope_label(scope), self.choice.address(scope=scope), scope == self.choice.scope) for scope in scopes
        ]
        return links if len(links) > 1 else []

    @property
    def state_links(self) -> Iterator[Link]:
        for state in DealState.values:
            yield Link(
                _many(state), self.choice.address(state=state, chip="", sort="newest"), state == self.choice.state
            )

    @property
    def chip_links(self) -> Iterator[Link]:
        if self.choice.state != DealState.OPEN:
            return
        for chip, count in self._chip_counts.items():
            is_on = chip == self.choice.chip
            yield Link(
                chip.label, self.choice.address(chip="" if is_on else chip), is_on, count_text(count), chip.colour
            )

    @property
    def _chip_counts(self) -> Mapping[Chip, int]:
        if self.choice.q:
            return count_chips(self.everything, self.clock)
        whole = replace(self.choice, chip="", sort="newest", after="")
        return count_chips_of(whole, self._owners, self.clock)

    @property
    def batches(self) -> list[type[Action[Deal]]]:
        """What may be done with those ticked; closed deals are only looked at."""
        return actions_of(self.user) if self.choice.state == DealState.OPEN else []

    @property
    def board_url(self) -> str:
        """The same deals on the board."""
        return BoardChoice(self.choice.pipeline, self.choice.scope, self.choice.chip).address()

    @property
    def sort_links(self) -> dict[str, Link]:
        """By the name of the order, for the heads of the table and the menu of a phone."""
        return {
            sort: Link(str(ORDERS[sort].label), self.choice.address(sort=sort), sort == self.choice.sort)
            for sort in orders_of(self.choice.state)
        }

    @property
    def is_narrowed(self) -> bool:
        """Something besides the state and the scope is chosen, so that nothing found does not mean nothing there."""
        return bool(self.choice.words.keys() - {"scope", "state", "sort", "after"})

    @property
    def everything_url(self) -> str:
        return ListChoice(scope=self.choice.scope, state=self.choice.state).address()


@lru_cache(maxsize=256)
def _counted(choice: ListChoice, owners: Owners) -> PreparedSql:
    def build(*moments: object) -> tuple[str, list[object]]:
        return counting([choice.deals_of(owners, Moments(*moments))], MOST_COUNTED)

    return PreparedSql(build, MOMENT_FIELDS)


def _many(state: str) -> str:
    match state:
        case DealState.OPEN:
            return pgettext("deals", "Open")
        case DealState.WON:
            return pgettext("deals", "Won")
        case DealState.LOST:
            return pgettext("deals", "Lost")
    return pgettext("deals", "Postponed")
