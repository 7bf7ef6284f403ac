"""A list as it is walked: where we are, the stop in hand, and the way ahead street by street."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.middleware.csrf import get_token
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.values.moments import day_heading
from vedu.sales.visits.outcome import VisitOutcome
from vedu.sales.visits.statistics import VisitNumbers, of_lists
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup
from vedu.web.shell.signed import SignedRequest
from vedu.web.visits.step_html import Setting, Step, steps_html
from vedu.web.visits.stop import Stop, stop_of
from vedu.web.visits.words import Bar, bars_of, percent_of, progress_text

ICONS = {
    VisitOutcome.TALKED: "message",
    VisitOutcome.ABSENT: "lock",
    VisitOutcome.REFUSED: "hand-stop",
    VisitOutcome.AGAIN: "refresh",
    VisitOutcome.INTERESTED: "circle-check",
}
LOOKS = {VisitOutcome.INTERESTED: "yes", VisitOutcome.TALKED: "ours", VisitOutcome.AGAIN: "wait"}


@dataclass
class Street:
    """``name`` is «Казань, ул. Ленина»."""

    name: str
    setting: Setting
    steps: list[Step] = field(default_factory=list)

    @property
    def html(self) -> SafeString:
        return steps_html(self.steps, self.setting)


@dataclass
class Screen:
    """At most nine queries. ``typed`` is what a refused form said."""

    visit_list: VisitList
    request: SignedRequest
    chosen: str = ""
    typed: Mapping[str, str] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)

    @property
    def user(self) -> User:
        return self.request.user

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @property
    def day(self) -> str:
        return day_heading(self.visit_list.on, self.clock.today)

    @property
    def title(self) -> str:
        return self.visit_list.title or _("Visits")

    @cached_property
    def may_work(self) -> bool:
        return self.user.may_work_for(self.visit_list.owner_id)

    @property
    def is_mine(self) -> bool:
        return self.visit_list.owner_id == self.user.pk

    @cached_property
    def numbers(self) -> VisitNumbers:
        return of_lists([self.visit_list.pk])[self.visit_list.pk]

    @property
    def progress(self) -> str:
        return progress_text(self.numbers)

    @property
    def percent(self) -> int:
        return percent_of(self.numbers.done, self.numbers.stops)

    @property
    def bars(self) -> list[Bar]:
        return bars_of(self.numbers)

    @cached_property
    def visits(self) -> list[Visit]:
        return _VISITS.objects(self.visit_list.pk)

    @cached_property
    def now(self) -> Visit | None:
        """The one that was chosen, else the first that is ahead."""
        ahead = [one for one in self.visits if not one.outcome]
        chosen = [one for one in self.visits if str(one.pk) == self.chosen]
        return next(iter(chosen or ahead), None)

    @cached_property
    def stop(self) -> Stop | None:
        if self.now is None:
            return None
        return stop_of(self.now, self.clock, may_work=self.may_work, typed=self.typed, errors=self.errors)

    @property
    def is_done(self) -> bool:
        return bool(self.visits) and all(one.outcome for one in self.visits)

    @cached_property
    def streets(self) -> list[Street]:
        """A heading where the street changes, in the order of the way."""
        found: list[Street] = []
        for number, visit in enumerate(self.visits, 1):
            name = ", ".join(filter(None, (visit.city, visit.street)))
            if not found or found[-1].name != name:
                found.append(Street(name, self._setting))
            found[-1].steps.append(self._step(number, visit))
        return found

    @property
    def order_url(self) -> str:
        """With the stop in hand, so that it stays marked."""
        url = address_of("visits:order", self.visit_list.pk)
        return f"{url}?stop={self.now.pk}" if self.now else url

    @cached_property
    def _setting(self) -> Setting:
        token = get_token(self.request) if self.may_work else ""
        return Setting(self.clock.language, self.may_work, str(self.now.pk) if self.now else "", token)

    def _step(self, number: int, visit: Visit) -> Step:
        page, outcome = address_of("visits:list", self.visit_list.pk), visit.outcome
        return Step(
            pk=visit.pk,
            number=number,
            name=visit.name,
            address=visit.address if visit.client_id else "",
            why=visit.why,
            url=f"{page}?stop={visit.pk}#stop",
            moves_url=address_of("visits:moves", visit.pk),
            outcome=str(VisitOutcome(outcome).label) if outcome else "",
            look=LOOKS.get(outcome, "") if outcome else "",  # type: ignore[call-overload]
            icon=icon_markup(ICONS[VisitOutcome(outcome)]) if outcome else "",
            is_now=visit == self.now,
        )


_VISITS = PreparedObjects(
    lambda visit_list: Visit.objects.filter(visit_list=visit_list),
    related=["client"],
    only={"client": ("name", "last_touch_at")},
)
