"""What a person is good at (OWN-8): words that a company chooses; six are known to everybody."""

from collections.abc import Iterable

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid

LONGEST = 60


class Known(models.TextChoices):
    """Kept by these codes, so that each reads them in his own language; other words are kept as they were typed."""

    WHOLESALE = "wholesale", pgettext_lazy("specialisation", "wholesale")
    KEY = "key", pgettext_lazy("specialisation", "key accounts")
    REGIONAL = "regional", pgettext_lazy("specialisation", "regional")
    CALLER = "caller", pgettext_lazy("specialisation", "caller")
    CLOSER = "closer", pgettext_lazy("specialisation", "closer")
    CONSULTANT = "consultant", pgettext_lazy("specialisation", "consultant")


class Specialisation(models.Model):
    """One word of one person."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=LONGEST)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="specialisation_once")]
        indexes = [models.Index(fields=["name"], name="specialists")]

    def __str__(self) -> str:
        return f"{self.person_id}: {self.name}"

    @property
    def label(self) -> str:
        return label_of(self.name)


def label_of(name: str) -> str:
    return str(Known(name).label) if name in Known.values else name


def choices() -> list[tuple[str, str]]:
    """The known ones, then those that somebody here has."""
    own = Specialisation.objects.exclude(name__in=Known.values).order_by("name").values_list("name", flat=True)
    return [*((code, str(label)) for code, label in Known.choices), *((name, name) for name in own.distinct())]


def specialise(person: User, names: Iterable[str], *, by: User) -> list[str]:
    """From now on these and no others. Only by one who leads him."""
    if not by.manages(person.pk):
        sentence = _("Only the head of %(person)s says what that colleague specialises in.")
        raise NotAllowed(Reason("not-your-person", sentence % {"person": person.name}))
    chosen = list(dict.fromkeys(filter(None, (_code(name) for name in names))))
    with transaction.atomic():
        rows = Specialisation.objects.filter(person=person)
        before = sorted(rows.values_list("name", flat=True))
        if before == sorted(chosen):
            return chosen
        rows.exclude(name__in=chosen).delete()
        new = [Specialisation(person=person, name=name) for name in chosen if name not in before]
        Specialisation.objects.bulk_create(new)
        tell("person.specialised", by=by, person=person.pk, names=chosen, before=before)
    return chosen


def _code(name: str) -> str:
    """The code of a known one, whether it was said by code or by word."""
    name = " ".join(name.split())
    if len(name) > LONGEST:
        raise invalid("names", "name-too-long", _("A specialisation is a word or two: shorten it."))
    spoken = {str(label).casefold(): str(code) for code, label in Known.choices}
    return spoken.get(name.casefold(), name)
