"""The dialogs that take a deal out of work: refusal, putting off, won (STAGE-5)."""

from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from itertools import groupby

from vedu.clients.competitors.competitor import Competitor
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason
from vedu.foundation.values.money_text import money_text
from vedu.foundation.values.working_calendar import add_working_days
from vedu.sales.deals import gates
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.refusal_reason import RefusalGroup, RefusalReason
from vedu.sales.talk.objection import ObjectionResult
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.touches.choice import Choice

USUAL_PAUSE = 14
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class ClosingForm:
    """``result`` is won, lost or postponed; ``chosen`` the refusal reason picked so far."""

    deal: Deal
    user: User
    clock: Clock
    result: str
    chosen: str = ""

    @property
    def url(self) -> str:
        return address_of("deal:closings", self.deal.pk)

    @property
    def groups(self) -> list[tuple[str, list[Choice]]]:
        """Refusal reasons under the names of their groups."""
        reasons = sorted(self._reasons, key=lambda reason: RefusalGroup.values.index(reason.group))
        return [
            (
                str(RefusalGroup(group).label),
                [Choice(str(one.pk), one.name, str(one.pk) == self.chosen) for one in found],
            )
            for group, found in groupby(reasons, key=lambda reason: reason.group)
        ]

    @property
    def never_returns(self) -> bool:
        """The chosen reason proposes not to come back."""
        return self._reason is not None and self._reason.return_days is None

    @property
    def return_on(self) -> str:
        """The day by the reason's own pause; two weeks before one is chosen."""
        pause = (self._reason.return_days if self._reason else None) or USUAL_PAUSE
        return (self.clock.today + timedelta(days=pause)).isoformat()

    @property
    def tomorrow(self) -> str:
        return (self.clock.today + ONE_DAY).isoformat()

    @property
    def until(self) -> str:
        """A month of working days: what «later» usually means."""
        return add_working_days(self.clock.today, 20).isoformat()

    @property
    def objection(self) -> str:
        """The last one without an answer, as the likely cause."""
        last = self.deal.objections.exclude(result=ObjectionResult.ANSWERED).order_by("-pk").first()
        return last.text if last else ""

    @property
    def competitors(self) -> list[str]:
        """Names of the directory, offered while one types."""
        return list(Competitor.objects.in_use().values_list("name", flat=True))

    @cached_property
    def missing(self) -> list[Reason]:
        return gates.missing_to_win(self.deal)

    @property
    def may_override(self) -> bool:
        return self.user.manages(self.deal.owner_id)

    @property
    def value(self) -> str:
        return money_text(self.deal.amount, self.deal.currency, self.clock.language) if self.deal.amount else ""

    @cached_property
    def _reasons(self) -> list[RefusalReason]:
        return list(RefusalReason.objects.in_use())

    @property
    def _reason(self) -> RefusalReason | None:
        return next((reason for reason in self._reasons if str(reason.pk) == self.chosen), None)
