"""The secret address by which a calendar outside reads a person's tasks (DAY-4); only a digest of it is kept."""

import secrets

from django.db import models
from django.utils import timezone

from vedu.foundation.people.token import digest
from vedu.foundation.people.user import User


class FeedAddress(models.Model):
    person = models.OneToOneField(User, on_delete=models.CASCADE, related_name="feed_address")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"feed of {self.person_id}"

    @classmethod
    def make(cls, person: User) -> str:
        """A new secret as text; it cannot be shown again, and the one before opens nothing any more."""
        text = secrets.token_urlsafe(32)
        cls.objects.update_or_create(person=person, defaults={"digest": digest(text), "made_at": timezone.now()})
        return text

    @classmethod
    def take_away(cls, person: User) -> bool:
        """Answers whether there was one."""
        return bool(cls.objects.filter(person=person).delete()[0])

    @classmethod
    def person_of(cls, text: str) -> User | None:
        """Whose calendar this is, if he still works here."""
        return User.objects.filter(feed_address__digest=digest(text), is_active=True).first()
