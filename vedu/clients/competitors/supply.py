"""Who works with a client instead of us or beside us: its supplier today, competitors that are there (BASE-8)."""

from datetime import date, datetime
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.client import Client
from vedu.clients.competitors.competitor import Competitor
from vedu.foundation.events import Event, tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.foundation.values.fold import fold


class Mood(models.TextChoices):
    """How content the client is with it."""

    UNKNOWN = "", pgettext_lazy("mood", "not known")
    CONTENT = "content", pgettext_lazy("mood", "content")
    MIXED = "mixed", pgettext_lazy("mood", "not with everything")
    UNHAPPY = "unhappy", pgettext_lazy("mood", "unhappy")


class Supplies(models.QuerySet["Supply"]):
    def present(self) -> Self:
        """Those that hold today."""
        return self.filter(ended_at=None)

    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        return self.filter(models.Q(client__owner__in=ids) | models.Q(client__owner=None))


class Supply(models.Model):
    """One thing known of one supplier of a client; a later word on the same supplier ends it and begins the next.

    ``is_main``: the supplier of today; at most one. ``competitor`` is set when the directory knows the name."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="supplies")
    competitor = models.ForeignKey(Competitor, null=True, blank=True, on_delete=models.PROTECT, related_name="supplies")
    name = models.CharField(max_length=255)
    name_folded = models.CharField(max_length=255, editable=False)
    is_main = models.BooleanField(default=False)
    since_on = models.DateField(null=True, blank=True)
    mood = models.CharField(max_length=8, choices=Mood, blank=True)
    likes = models.CharField(max_length=500, blank=True)
    dislikes = models.CharField(max_length=500, blank=True)
    remark = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ended_why = models.CharField(max_length=500, blank=True)

    objects = Supplies.as_manager()

    class Meta:
        ordering = ["-is_main", "-at", "-pk"]
        verbose_name_plural = "supplies"
        indexes = [
            models.Index(fields=["competitor", "client"], condition=models.Q(ended_at=None), name="supply_present"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["client", "name_folded"], condition=models.Q(ended_at=None), name="one_word_per_supplier"
            ),
            models.UniqueConstraint(
                fields=["client"], condition=models.Q(ended_at=None, is_main=True), name="one_main_supplier"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} at {self.client_id}"

    @classmethod
    def note(
        cls,
        client: Client,
        name: str,
        *,
        by: User,
        is_main: bool = False,
        since_on: date | None = None,
        mood: str = "",
        likes: str = "",
        dislikes: str = "",
        remark: str = "",
        at: datetime | None = None,
    ) -> "Supply":
        """Write down who works with the client. A new main supplier takes the place of the one before.

        Raises ClientIsLed when a colleague leads the client (OWN-2), Invalid for what cannot be right."""
        client.require_workable(by)
        at, name = at or timezone.now(), " ".join(name.split())[:255]
        _require_sensible(name, since_on, mood, at)
        competitor = Competitor.objects.called(name)
        with transaction.atomic():
            Client.objects.select_for_update().get(pk=client.pk)
            cls._end_before(client, name, competitor, is_main=is_main, by=by, at=at)
            supply = cls.objects.create(
                client=client,
                competitor=competitor,
                name=name,
                name_folded=fold(name),
                is_main=is_main,
                since_on=since_on,
                mood=mood,
                likes=likes.strip()[:500],
                dislikes=dislikes.strip()[:500],
                remark=remark.strip(),
                at=at,
                by=by,
            )
            tell("supply.noted", by=by, client_id=client.pk, at=at, supply=supply.pk, name=supply.name, main=is_main)
        return supply

    def end(self, *, by: User, why: str = "", at: datetime | None = None) -> None:
        """It works with the client no more."""
        self.client.require_workable(by)
        if self.ended_at is not None:
            raise Refused(Reason("already-ended", _("It is written down already that it does not work here.")))
        self.ended_at, self.ended_by, self.ended_why = at or timezone.now(), by, why.strip()[:500]
        self.save(update_fields=["ended_at", "ended_by", "ended_why"])
        tell("supply.ended", by=by, client_id=self.client_id, at=at, supply=self.pk, name=self.name, why=self.ended_why)

    @classmethod
    def _end_before(
        cls, client: Client, name: str, competitor: Competitor | None, *, is_main: bool, by: User, at: datetime
    ) -> None:
        replaced = models.Q(name_folded=fold(name))
        if competitor is not None:
            replaced |= models.Q(competitor=competitor)
        if is_main:
            replaced |= models.Q(is_main=True)
        cls.objects.present().filter(replaced, client=client).update(ended_at=at, ended_by=by)


def listen(event: Event) -> None:
    """A name that sellers typed before the directory knew it belongs to the competitor from now on."""
    competitor = Competitor.objects.get(pk=event.data["competitor"])
    Supply.objects.filter(competitor=None, name_folded=competitor.name_folded).update(competitor=competitor)


def _require_sensible(name: str, since_on: date | None, mood: str, at: datetime) -> None:
    if not fold(name):
        raise invalid("name", "name-empty", _("Say who supplies the client."))
    if mood not in Mood.values:
        raise invalid("mood", "unknown-word", _("Choose how content the client is."))
    if since_on is not None and since_on > timezone.localdate(at):
        raise invalid("since_on", "day-ahead", _("It works with the client already: choose a day of the past."))
