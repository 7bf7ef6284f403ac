"""Which clients are meant: all of a person, a segment, or those that were ticked."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client, Clients
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid


@dataclass(frozen=True, slots=True)
class Selection:
    """One of the three; a person's clients may be narrowed to a segment."""

    person: User | None = None
    segment: Segment | None = None
    ids: Sequence[int] = ()

    def clients(self, by: User) -> Clients:
        """Those that ``by`` sees, in the order of ids. Raises NotAllowed for a person whom he does not lead, Invalid
        when nothing is chosen."""
        if self.person is None and self.segment is None and not self.ids:
            raise invalid("selection", "selection-needed", _("Choose a colleague, a segment or some clients."))
        if self.person is not None and not by.manages(self.person.pk):
            sentence = _("%(person)s works in another team: ask the head there.") % {"person": self.person.name}
            raise NotAllowed(Reason("not-your-person", sentence))
        chosen = self.segment.clients() if self.segment else Client.objects.all()
        if self.person is not None:
            chosen = chosen.filter(owner=self.person)
        if self.ids:
            chosen = chosen.filter(pk__in=list(self.ids))
        return chosen.visible_to(by).order_by("pk")

    def words(self) -> str:
        """For the record: what was chosen then."""
        if self.person and self.segment:
            names = {"person": self.person.name, "segment": self.segment.name}
            return _("Clients of %(person)s in the segment “%(segment)s”") % names
        if self.person:
            return _("Clients of %(person)s") % {"person": self.person.name}
        if self.segment:
            return _("Segment “%(segment)s”") % {"segment": self.segment.name}
        number = len(self.ids)
        return ngettext("%(number)d chosen client", "%(number)d chosen clients", number) % {"number": number}
