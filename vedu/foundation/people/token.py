"""A token opens the API as its user; only its hash is kept."""

import hashlib
import secrets

from django.db import models, transaction

from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects


class ApiToken(models.Model):
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    digest = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"token of {self.user_id}"

    @classmethod
    @transaction.atomic
    def issue(cls, user: User, *, only: bool = False) -> str:
        """A new token as text; it cannot be shown again. Earlier tokens go on working, unless it is to be the ``only``
        one: then they open nothing from now on."""
        text = f"vedu_{secrets.token_urlsafe(32)}"
        if only:
            user.tokens.all().delete()
        cls.objects.create(user=user, digest=digest(text))
        return text

    @classmethod
    def user_of(cls, text: str) -> User | None:
        """Whose token this is, if he still works here."""
        return next(iter(_USERS.objects(digest(text))), None)


_USERS = PreparedObjects(
    lambda digest: User.objects.filter(tokens__digest=digest, is_active=True), ids=0, fields=[models.CharField()]
)


def digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
