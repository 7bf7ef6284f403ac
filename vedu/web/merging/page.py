"""What the page of a merge shows: who stays, who goes, what comes along, what has to be chosen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.merging.fields import JOINED, Pair, Side, pairs_of
from vedu.clients.merging.merge import require_mergeable
from vedu.clients.merging.people import same_people
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch
from vedu.web.merging.words import field_words, value_words
from vedu.web.shell.address import address_of


class Line(NamedTuple):
    """One field. ``may_join``: both texts may stand, one below the other."""

    field: str
    label: str
    kept: str
    gone: str
    chosen: str
    differs: bool
    may_join: bool


@dataclass
class MergePage:
    """``kept`` stays, ``gone`` goes into it."""

    kept: Client
    gone: Client
    user: User
    choices: Mapping[str, str]

    @cached_property
    def lines(self) -> list[Line]:
        """What has to be chosen comes first; what both leave empty is not shown."""
        shown = [_line(pair) for pair in pairs_of(self.kept, self.gone, self.choices) if pair.kept or pair.gone]
        return sorted(shown, key=lambda line: not line.differs)

    @cached_property
    def comes_along(self) -> list[str]:
        """«3 сделки, 12 касаний…» of the one that goes."""
        client = self.gone.pk
        counted = (
            (ngettext("%d deal", "%d deals", n := Deal.objects.filter(client=client).count()), n),
            (ngettext("%d touch", "%d touches", n := Touch.objects.filter(client=client).count()), n),
            (ngettext("%d open task", "%d open tasks", n := Task.objects.open().filter(client=client).count()), n),
            (ngettext("%d person", "%d people", n := Contact.objects.filter(client=client).count()), n),
            (ngettext("%d number or address", "%d numbers and addresses", n := self._points), n),
        )
        return [words % number for words, number in counted if number]

    @property
    def same_people(self) -> list[str]:
        """Who stands in both and becomes one person."""
        return [person.name for person, _other in same_people(self.kept, self.gone)]

    @cached_property
    def refused(self) -> Refused | None:
        """The rule is asked before anything is offered."""
        try:
            require_mergeable(self.kept, self.gone, by=self.user)
        except Refused as refused:
            return refused
        return None

    @property
    def owner_words(self) -> str:
        owner = self.kept.owner or self.gone.owner
        return _("The client is led by %(owner)s.") % {"owner": owner.name} if owner else _("The client stays free.")

    @property
    def url(self) -> str:
        return f"{address_of('merging:merges', self.kept.pk)}?with={self.gone.pk}"

    @property
    def swapped_url(self) -> str:
        return f"{address_of('merging:merges', self.gone.pk)}?with={self.kept.pk}"

    @property
    def _points(self) -> int:
        return ContactPoint.objects.filter(client=self.gone.pk).count()


def _line(pair: Pair) -> Line:
    return Line(
        field=pair.field,
        label=field_words()[pair.field],
        kept=value_words(pair.field, pair.kept),
        gone=value_words(pair.field, pair.gone),
        chosen=str(pair.chosen),
        differs=pair.differs,
        may_join=pair.field in JOINED and pair.differs,
    )


def choices_in(said: Mapping[str, str]) -> dict[str, str]:
    """Of a form: ``field.city`` = kept, gone or both."""
    sides = set(Side)
    prefix = "field."
    return {name.removeprefix(prefix): side for name, side in said.items() if name.startswith(prefix) and side in sides}
