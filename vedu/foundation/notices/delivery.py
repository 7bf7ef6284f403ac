"""The outbox: a row for each notice that goes to a person by a way outside of the app (DAY-4)."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vedu.foundation.people.notice import Notice

FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=4)
MOST_TRIES = 12  # a day and a half
LEASE = timedelta(minutes=5)


class Way(models.TextChoices):
    EMAIL = "email", _("E-mail")
    TELEGRAM = "telegram", "Telegram"


class Deliveries(models.QuerySet["Delivery"]):
    def waiting(self) -> Self:
        return self.filter(sent_at=None, given_up_at=None)

    def due(self, at: datetime) -> Self:
        return self.waiting().filter(next_try_at__lte=at)


class Delivery(models.Model):
    """Words are made when it is sent, so none stand here. ``next_try_at`` is also the lease of who sends it now: a
    process that is killed in between leaves it to the next one, with the same Message-ID."""

    notice = models.ForeignKey(Notice, on_delete=models.CASCADE, related_name="+")
    way = models.CharField(max_length=8, choices=Way)
    made_at = models.DateTimeField(default=timezone.now)
    next_try_at = models.DateTimeField(default=timezone.now)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)

    objects = Deliveries.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["notice", "way"], name="delivery_once")]
        indexes = [
            models.Index(
                fields=["next_try_at", "id"],
                condition=models.Q(sent_at=None, given_up_at=None),
                name="delivery_waiting",
            ),
            models.Index(fields=["made_at"], name="delivery_by_age"),
        ]

    def __str__(self) -> str:
        return f"{self.notice_id} by {self.way}"

    def take(self, at: datetime) -> bool:
        """For this process alone; False when another one has it."""
        mine = Delivery.objects.waiting().filter(pk=self.pk, next_try_at=self.next_try_at)
        return bool(mine.update(next_try_at=at + LEASE))

    def arrived(self, at: datetime) -> None:
        Delivery.objects.filter(pk=self.pk).update(sent_at=at, tries=self.tries + 1, error="")

    def put_off(self, error: str, at: datetime) -> None:
        """Growing pauses: 1, 2, 4 … minutes, at most four hours; in the end it is given up."""
        tries = self.tries + 1
        pause = min(FIRST_PAUSE * 2 ** (tries - 1), LONGEST_PAUSE)
        Delivery.objects.filter(pk=self.pk).update(
            tries=tries,
            error=" ".join(error.split())[:300],
            next_try_at=at + pause,
            given_up_at=at if tries >= MOST_TRIES else None,
        )

    def give_up(self, error: str, at: datetime) -> None:
        """No later try can help: there is nowhere to send it, or it speaks of nothing any more."""
        Delivery.objects.filter(pk=self.pk).update(given_up_at=at, error=error[:300])
