"""A shelf of the catalogue."""

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.foundation.values.fold import fold

LONGEST_NAME = 120


class Category(models.Model):
    """Flat: what stands on several shelves is found by the search."""

    name = models.CharField(max_length=LONGEST_NAME)
    name_folded = models.CharField(max_length=LONGEST_NAME, unique=True, editable=False)

    class Meta:
        ordering = ["name_folded"]
        verbose_name_plural = "categories"

    def __str__(self) -> str:
        return self.name

    @classmethod
    def called(cls, name: str, *, by: User) -> "Category":
        """The one of this name in any spelling, else a new one. For heads."""
        by.require_leading()
        name = _named(name)
        known = cls.objects.filter(name_folded=fold(name)).first()
        if known is not None:
            return known
        category = cls.objects.create(name=name, name_folded=fold(name))
        tell("category.added", by=by, category=category.pk, name=name)
        return category

    def rename(self, name: str, *, by: User) -> None:
        by.require_leading()
        before, self.name = self.name, _named(name)
        self.name_folded = fold(self.name)
        try:
            with transaction.atomic():
                self.save(update_fields=["name", "name_folded"])
        except IntegrityError as error:
            sentence = _("“%(name)s” is in the directory already.") % {"name": self.name}
            raise invalid("name", "name-taken", sentence) from error
        tell("category.renamed", by=by, category=self.pk, name=self.name, before=before)

    def remove(self, *, by: User) -> None:
        """Refused while products stand in it."""
        by.require_leading()
        if self.products.exists():
            sentence = _("Products stand in this category: give them another one first.")
            raise Refused(Reason("category-in-use", sentence, {"products": self.products.count()}))
        tell("category.removed", by=by, category=self.pk, name=self.name)
        self.delete()


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not fold(name):
        raise invalid("name", "name-empty", _("Name the category."))
    return name[:LONGEST_NAME]
