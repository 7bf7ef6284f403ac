"""One answer to an objection and what came of it (TALK-4): a second try leaves the first as it was."""

from typing import TYPE_CHECKING

from django.db import models
from django.utils import timezone

from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.sales.objections.rebuttal import Rebuttal, RebuttalVersion
from vedu.sales.talk.objection_kind import ObjectionResult

if TYPE_CHECKING:
    from vedu.sales.talk.objection import Objection  # noqa: F401 for the type of the column


class Reply(PreparedSave):
    """``version`` is the answer of the library as it was worded then, None for the seller's own words. ``deal`` and
    ``rebuttal`` are those of ``objection`` and ``version``, for counting."""

    objection = models.ForeignKey("sales.Objection", on_delete=models.CASCADE, related_name="replies")
    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey(RebuttalVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    rebuttal = models.ForeignKey(
        Rebuttal, null=True, blank=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    words = models.TextField()
    result = models.CharField(max_length=8, choices=ObjectionResult)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "replies"
        indexes = [models.Index(fields=["rebuttal", "at"], name="reply_of_library")]

    def __str__(self) -> str:
        return self.words
