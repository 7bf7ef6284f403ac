"""A team of sellers; teams stand in a tree."""

from typing import Self

from django.db import models, transaction


class Team(models.Model):
    """``path`` is the chain of ids from the root, ``/1/4/``: one prefix finds the whole branch."""

    name = models.CharField(max_length=120)
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    path = models.CharField(max_length=255, default="", editable=False, db_index=True)

    class Meta:
        ordering = ["path"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def found(cls, name: str, parent: Self | None = None) -> Self:
        """A new team, at the top or under ``parent``."""
        with transaction.atomic():
            team = cls.objects.create(name=name, parent=parent)
            team.path = f"{parent.path if parent else '/'}{team.pk}/"
            team.save(update_fields=["path"])
        return team
