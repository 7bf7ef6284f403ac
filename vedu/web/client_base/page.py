"""Everything the page of the base shows, in at most a dozen queries."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from vedu.clients.kinds.base_night import BaseNight
from vedu.clients.kinds.counts import Turns, Whose, counts_of, months_of, rfm_counts, turns_of
from vedu.foundation.people.installation import main_currency
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import full_text
from vedu.web.client_base.grid import Grid, grid_of
from vedu.web.client_base.months import Growth, growth_of
from vedu.web.client_base.table import Line, kind_lines, stage_lines
from vedu.web.clients.chosen import FREE, MINE, Chosen
from vedu.web.clients.counts import Choice, scope_choices
from vedu.web.clients.narrow import SPANS


@dataclass
class BasePage:
    """Each part is read when the template asks for it."""

    chosen: Chosen
    user: User

    @cached_property
    def now(self) -> datetime:
        return timezone.now()

    @cached_property
    def whose(self) -> Whose:
        match self.chosen.scope:
            case "mine":
                return Whose.mine(self.user)
            case "free":
                return Whose.free()
            case _:
                return Whose.led(self.user)

    @property
    def scopes(self) -> list[Choice]:
        return [
            choice._replace(url=f"?{choice.url.partition('?')[2]}") for choice in scope_choices(self.chosen, self.user)
        ]

    @cached_property
    def total(self) -> int:
        return sum(line.count for line in self.kinds)

    @cached_property
    def kinds(self) -> list[Line]:
        return kind_lines(self.chosen, self._counts, self._turns)

    @cached_property
    def stages(self) -> list[Line]:
        return stage_lines(self.chosen, self._counts, self._turns)

    @cached_property
    def growth(self) -> Growth:
        return growth_of(months_of(self.whose), get_language() or "en")

    @cached_property
    def grid(self) -> Grid:
        return grid_of(self.chosen, *rfm_counts(self.whose), self.night, get_language() or "en")

    @cached_property
    def night(self) -> BaseNight | None:
        return BaseNight.objects.first()

    @property
    def currency(self) -> str:
        return main_currency()

    @property
    def as_of(self) -> str:
        if self.night is None:
            return ""
        return _("as of %(moment)s") % {"moment": full_text(self.night.at, timezone.get_current_timezone())}

    @property
    def empty(self) -> str:
        """Which words an empty base says."""
        return {MINE: "mine", FREE: "free"}.get(self.chosen.scope, "base")

    @cached_property
    def _counts(self) -> "dict[str, int]":
        return dict(counts_of(self.whose))

    @cached_property
    def _turns(self) -> "dict[int, Turns]":
        return dict(turns_of(self.whose, {int(days): self.now - span for days, span in SPANS.items()}))
