"""A competitor of ours: who it is and what we answer when it is named (BASE-8)."""

from typing import Self

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.foundation.values.fold import fold

MOST_LETTERS = 4000


class Competitors(models.QuerySet["Competitor"]):
    def in_use(self) -> Self:
        return self.filter(is_archived=False)

    def called(self, name: str) -> "Competitor | None":
        """The one of this name in any case, with or without quotes."""
        return self.filter(name_folded=fold(name)).first()


class Competitor(models.Model):
    """``arguments``: what we have that it has not, as a seller says it. The directory is read by everybody."""

    name = models.CharField(max_length=255)
    name_folded = models.CharField(max_length=255, unique=True, editable=False)
    about = models.TextField(blank=True)
    arguments = models.TextField(blank=True)
    is_archived = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = Competitors.as_manager()

    class Meta:
        ordering = ["name_folded"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def add(cls, name: str, *, by: User | None, about: str = "", arguments: str = "") -> "Competitor":
        """For heads. Raises Invalid when there is no name, or one of this name already."""
        if by is not None:
            by.require_leading()
        competitor = cls(created_by=by)
        competitor._take(name=name, about=about, arguments=arguments)
        competitor._save_once()
        tell("competitor.added", by=by, competitor=competitor.pk, name=competitor.name)
        return competitor

    def describe(self, *, by: User, **facts: str) -> None:
        """Change name, about or arguments; the log keeps what they were."""
        by.require_leading()
        before = {field: getattr(self, field) for field in FACTS}
        self._take(**before | facts)
        changed = {field: was for field, was in before.items() if getattr(self, field) != was}
        if changed:
            self._save_once()
            tell("competitor.described", by=by, competitor=self.pk, before=changed)

    def archive(self, *, by: User) -> None:
        """No longer offered; where it stands at clients it stays."""
        self._put(archived=True, by=by)

    def restore(self, *, by: User) -> None:
        self._put(archived=False, by=by)

    def _put(self, *, archived: bool, by: User) -> None:
        by.require_leading()
        if self.is_archived != archived:
            self.is_archived = archived
            self.save(update_fields=["is_archived"])
            tell("competitor.archived", by=by, competitor=self.pk, name=self.name, archived=archived)

    def _take(self, *, name: str, about: str, arguments: str) -> None:
        self.name, self.about, self.arguments = " ".join(name.split()), about.strip(), arguments.strip()
        self.name_folded = fold(self.name)
        if not self.name_folded:
            raise invalid("name", "name-empty", _("Name the competitor."))
        if len(self.name) > 255:
            raise invalid("name", "name-too-long", _("The name is longer than 255 characters: shorten it."))
        for field in ("about", "arguments"):
            if len(getattr(self, field)) > MOST_LETTERS:
                raise invalid(field, "too-long", _("This is longer than 4000 letters: keep what helps in the talk."))

    def _save_once(self) -> None:
        try:
            with transaction.atomic():
                self.save()
        except IntegrityError as error:
            sentence = _("“%(name)s” is in the directory already.") % {"name": self.name}
            raise invalid("name", "name-taken", sentence) from error


FACTS = ("name", "about", "arguments")
