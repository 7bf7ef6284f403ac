"""A playbook and its versions (TALK-1). What was published stays, so that an answer keeps its question."""

from collections.abc import Collection
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.playbooks.script import Script

NAME_LENGTH = 120


class Playbooks(models.QuerySet["Playbook"]):
    def in_use(self) -> Self:
        return self.filter(is_archived=False)


class Playbook(models.Model):
    """``preset`` is the code of what it was made from, empty for an own one."""

    name = models.CharField(max_length=NAME_LENGTH)
    preset = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    is_archived = models.BooleanField(default=False)

    objects = Playbooks.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["preset"], condition=~models.Q(preset=""), name="one_playbook_of_a_preset")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def latest(self) -> "PlaybookVersion":
        """A playbook is made with its first version."""
        return self.versions.latest("number")

    @classmethod
    def found(cls, name: str, script: Script, *, by: User) -> "Playbook":
        """A head's own playbook. Raises Invalid."""
        by.require_leading()
        name = _named(name)
        script.require_sound()
        with transaction.atomic():
            playbook = cls.objects.create(name=name, position=cls.objects.count())
            playbook._publish(script, by=by)
        return playbook

    def publish(self, name: str, script: Script, *, by: User) -> "PlaybookVersion":
        """The next version, from now on asked by everybody; the same words again publish nothing."""
        by.require_leading()
        name = _named(name)
        script.require_sound()
        with transaction.atomic():
            latest = type(self).objects.select_for_update().get(pk=self.pk).latest
            if name != self.name:
                self.name = name
                self.save(update_fields=["name"])
            return latest if latest.script == script else self._publish(script, by=by)

    def archive(self, *, by: User) -> None:
        """Nobody is asked by it any more; its answers stay."""
        by.require_leading()
        self.is_archived = True
        self.save(update_fields=["is_archived"])
        PlaybookUse.objects.filter(playbook=self).delete()
        tell("playbook.archived", by=by, playbook=self.pk, name=self.name)

    def use_in(self, pipelines: Collection[Pipeline], *, by: User) -> None:
        """The pipelines whose deals are led by this playbook, and no others."""
        by.require_leading()
        with transaction.atomic():
            PlaybookUse.objects.filter(playbook=self).exclude(pipeline__in=pipelines).delete()
            for pipeline in pipelines:
                PlaybookUse.objects.update_or_create(pipeline=pipeline, defaults={"playbook": self})
        tell("playbook.used", by=by, playbook=self.pk, pipelines=sorted(one.pk for one in pipelines))

    def _publish(self, script: Script, *, by: User) -> "PlaybookVersion":
        number = (self.versions.aggregate(last=models.Max("number"))["last"] or 0) + 1
        version = self.versions.create(number=number, steps=script.to_json(), by=by)
        tell("playbook.published", by=by, playbook=self.pk, name=self.name, number=number)
        return version


class PlaybookVersion(models.Model):
    """Never changed. ``steps`` as in script.py."""

    playbook = models.ForeignKey(Playbook, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    steps = models.JSONField(default=list)
    published_at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["playbook", "number"]
        constraints = [models.UniqueConstraint(fields=["playbook", "number"], name="playbook_version_once")]

    def __str__(self) -> str:
        return f"{self.playbook}, {self.number}"

    @property
    def script(self) -> Script:
        return Script.of(self.steps)


class PlaybookUse(models.Model):
    """The deals of this pipeline are led by this playbook, unless their seller chose another."""

    pipeline = models.OneToOneField(Pipeline, on_delete=models.CASCADE, related_name="+")
    playbook = models.ForeignKey(Playbook, on_delete=models.CASCADE, related_name="uses")

    def __str__(self) -> str:
        return f"{self.pipeline}: {self.playbook}"


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise invalid("name", "name-needed", _("Give the playbook a name."))
    return name[:NAME_LENGTH]
