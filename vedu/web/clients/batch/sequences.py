from collections.abc import Callable
from collections.abc import Sequence as Rows

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from vedu.clients.client import Client
from vedu.foundation.refusal import invalid
from vedu.sales.sequences.admission import Admission, Person, admissions
from vedu.sales.sequences.candidates import people_of_clients
from vedu.sales.sequences.enrolling import enrol
from vedu.sales.sequences.sequence import Sequence
from vedu.web.clients.batch.client_action import ClientAction


class Sequences(ClientAction):
    """Each by the policy: who is refused, and why, is seen before (CHAN-8)."""

    code = "sequences"
    icon = "mail-forward"

    sequence = forms.ModelChoiceField(
        label=gettext_lazy("Which sequence"), queryset=Sequence.objects.none(), empty_label=None
    )

    def prepare(self) -> None:
        field = self.fields["sequence"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Sequence.objects.in_use().with_steps()
        self.initial.setdefault("sequence", field.queryset.first())
        self.people: dict[int, Person] = {}
        self.known: dict[int, Admission] = {}

    def meet(self, objects: Rows[Client]) -> None:
        """All of them at once: some ten queries for a hundred."""
        sequence, people = self.said("sequence"), people_of_clients(objects)
        self.people = {person.client.pk: person for person in people}
        if sequence is not None:
            seen = admissions(sequence.version, people, by=self.user, at=timezone.now())
            self.known = {one.person.client.pk: one for one in seen}

    def verb(self) -> Callable[[Client], object]:
        sequence = self.said("sequence")
        if sequence is None:
            raise invalid("sequence", "needed", _("There are no sequences yet: a head takes the ready ones."))
        return lambda client: enrol(sequence, self.people[client.pk], by=self.user, admission=self.known.get(client.pk))

    @classmethod
    def label(cls) -> str:
        return _("Begin a sequence")

    def button(self, number: int) -> str:
        return ngettext("Begin with %(number)d client", "Begin with %(number)d clients", number) % {"number": number}

    def done(self, number: int) -> str:
        words = ngettext("%(number)d client begins the sequence", "%(number)d clients begin the sequence", number)
        return words % {"number": number}
