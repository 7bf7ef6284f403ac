"""What a provider answered, and when: asked again only when it has grown old; older answers are the history."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone

from vedu.integrations.enrichment.party import PartyFacts

FOUND_HOLDS, NOT_FOUND_HOLDS = timedelta(days=30), timedelta(days=1)


class PartyAnswer(models.Model):
    """``facts`` null: the register had nobody by this ИНН. ``kpp`` is the one that was asked for, ``found_kpp`` the one
    that the answer is about."""

    inn = models.CharField(max_length=12)
    kpp = models.CharField(max_length=9, blank=True)
    found_kpp = models.CharField(max_length=9, blank=True)
    provider = models.CharField(max_length=20)
    at = models.DateTimeField(default=timezone.now)
    facts = models.JSONField(null=True)
    status = models.CharField(max_length=20, blank=True)
    status_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["inn", "-at", "-id"], name="party_answer_newest")]

    def __str__(self) -> str:
        return f"{self.inn} {self.status or '-'} at {self.at:%Y-%m-%d}"

    @property
    def party(self) -> PartyFacts | None:
        return PartyFacts.kept(self.facts) if self.facts else None

    def holds(self, at: datetime) -> bool:
        """It need not be asked again."""
        return at - self.at < (FOUND_HOLDS if self.facts else NOT_FOUND_HOLDS)

    @classmethod
    def newest(cls, inn: str, kpp: str = "") -> Self | None:
        same = models.Q(kpp=kpp) | models.Q(found_kpp=kpp) if kpp else models.Q(kpp="")
        return cls.objects.filter(same, inn=inn).first()

    @classmethod
    def keep(cls, inn: str, kpp: str, party: PartyFacts | None, *, provider: str, at: datetime) -> Self:
        return cls.objects.create(
            inn=inn,
            kpp=kpp,
            found_kpp=party.kpp if party else "",
            provider=provider,
            at=at,
            facts=party.as_json() if party else None,
            status=party.status if party else "",
            status_on=party.status_on if party else None,
        )
