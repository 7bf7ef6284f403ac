"""A repeated request with the same Idempotency-Key gets the first answer and does nothing again."""

from django.db import models

from vedu.foundation.people.user import User


class KeptReply(models.Model):
    """The answer given to (user, key); ``fingerprint`` tells a reuse of the key for another request."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    fingerprint = models.CharField(max_length=64)
    status = models.PositiveSmallIntegerField()
    body = models.BinaryField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "key"], name="kept_reply_once")]

    def __str__(self) -> str:
        return f"{self.key} → {self.status}"
