"""One reassignment as its page shows it: how far it is, what came of it, whether it can be taken back."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.reassignment.reassignment import Figures, Phase, Reassignment, ReassignmentRow
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.web.assignment.preview import clients_text
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

MOST = 60


@dataclass(frozen=True, slots=True)
class Left:
    """A client that did not pass, or did not go back, and why."""

    name: str
    url: str
    why: str


@dataclass
class RunPage:
    one: Reassignment
    viewer: User
    clock: Clock

    @cached_property
    def figures(self) -> Figures:
        return self.one.figures()

    @property
    def doing(self) -> str:
        return _("Clients are going back") if self.one.phase == Phase.UNDOING else _("Clients pass")

    @property
    def percent(self) -> int:
        of = self.figures.passed if self.one.phase == Phase.UNDOING else self.figures.total
        return round(self._through * 100 / of) if of else 100

    @property
    def progress(self) -> str:
        of = self.figures.passed if self.one.phase == Phase.UNDOING else self.figures.total
        return _("%(done)d of %(all)d") % {"done": self._through, "all": of}

    @property
    def about(self) -> str:
        """By whom and when, how shared out."""
        when = moment_text(self.one.at, self.clock.now, self.clock.zone, language=self.clock.language)
        return f"{self.one.by.name}, {when} · {self.one.get_method_display()}"

    @property
    def sentences(self) -> list[str]:
        figures = self.figures
        said = [_("Passed: %(clients)s.") % {"clients": clients_text(figures.passed)}]
        if figures.refused:
            said.append(_("Did not pass: %(clients)s.") % {"clients": clients_text(figures.refused)})
        if self.one.phase == Phase.UNDONE:
            said.append(_("Went back: %(clients)s.") % {"clients": clients_text(figures.given_back)})
        if figures.kept:
            words = ngettext("%(number)d stayed where it is.", "%(number)d stayed where they are.", figures.kept)
            said.append(words % {"number": figures.kept})
        return said

    @property
    def left(self) -> list[Left]:
        """The refused ones, then those that stayed; one query."""
        rows = ReassignmentRow.objects.filter(reassignment=self.one).exclude(refused="", kept="")
        names = rows.values_list("client", "client__name", "refused", "kept")[:MOST]
        return [Left(name, address_of("clients:card", pk), refused or kept) for pk, name, refused, kept in names]

    @property
    def may_undo(self) -> bool:
        return self.one.phase == Phase.DONE and bool(self.figures.passed) and self.one.may_be_undone_by(self.viewer)

    @property
    def _through(self) -> int:
        figures = self.figures
        if self.one.phase == Phase.UNDOING:
            return figures.given_back + figures.kept
        return figures.passed + figures.refused


@dataclass(frozen=True, slots=True)
class Past:
    """A line of the list."""

    url: str
    chosen: str
    about: str
    why: str
    phase: str
    tone: str


def past_ones(viewer: User, clock: Clock, most: int = 30) -> list[Past]:
    """One query."""
    found = Reassignment.objects.visible_to(viewer).select_related("by")[:most]
    return [
        Past(
            url=address_of("reassignments:run", one.pk),
            chosen=one.chosen,
            about=RunPage(one, viewer, clock).about,
            why=one.why,
            phase=str(one.get_phase_display()),
            tone="wait" if one.is_working else "yes" if one.phase == Phase.DONE else "",
        )
        for one in found
    ]
