"""A checklist filled in after a talk (TALK-6). A coach, not a judge: only the seller and his heads see it."""

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import NotAllowed, Reason, Refused, invalid
from vedu.sales.checklists.checklist import Checklist, Occasion
from vedu.sales.touches.channel import Channel
from vedu.sales.touches.touch import Touch

# Where people hear or see each other.
TALKS = (Channel.CALL, Channel.MEETING, Channel.VISIT, Channel.EVENT)


class FilledChecklists(models.QuerySet["FilledChecklist"]):
    def visible_to(self, user: User) -> Self:
        """Not as far as the client: as far as the work of the seller."""
        ids = user.visible_owner_ids()
        return self if ids is None else self.filter(seller__in=ids)


class FilledItem(NamedTuple):
    """``text`` are the words of that day."""

    key: str
    text: str
    is_done: bool


class FilledChecklist(PreparedSave):
    """``items`` has key, text and done of each line. ``done`` of ``total`` are derived; ``seller`` had the talk."""

    touch = models.ForeignKey(Touch, on_delete=models.CASCADE, related_name="checklists")
    checklist = models.ForeignKey(Checklist, on_delete=models.PROTECT, related_name="+")
    seller = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+", db_index=False)
    items = models.JSONField(default=list)
    done = models.PositiveSmallIntegerField(default=0)
    total = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = FilledChecklists.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["touch", "checklist"], name="one_filling_of_a_talk")]
        indexes = [models.Index(fields=["seller", "at"], name="filling_of_seller")]

    def __str__(self) -> str:
        return f"{self.checklist_id}: {self.done} / {self.total}"

    @property
    def lines(self) -> list[FilledItem]:
        return [FilledItem(one["key"], one["text"], one["done"]) for one in self.items]

    @classmethod
    def fill(
        cls, touch: Touch, checklist: Checklist, done: Collection[str], *, by: User, at: datetime | None = None
    ) -> "FilledChecklist":
        """``done`` are keys of the lines that were kept to; filled in again it takes the place of what was.

        Raises NotAllowed for another's talk, Refused for what was no talk."""
        _require_fillable(touch, checklist, by)
        known = {one.key for one in checklist.lines}
        if unknown := sorted(set(done) - known):
            sentence = _("The checklist has no line “%(key)s” any more: open it anew.") % {"key": unknown[0]}
            raise invalid("done", "item-unknown", sentence)
        items = [{"key": one.key, "text": one.text, "done": one.key in done} for one in checklist.lines]
        facts = {"items": items, "done": len(set(done)), "total": len(items), "at": at or timezone.now(), "by": by}
        with transaction.atomic():
            filled, _made = cls.objects.update_or_create(
                touch=touch, checklist=checklist, defaults=facts | {"seller_id": touch.by_id}
            )
            tell(
                "touch.checked",
                by=by,
                client_id=touch.client_id,
                deal_id=touch.deal_id,
                at=at,
                touch=touch.pk,
                name=checklist.name,
                done=filled.done,
                total=filled.total,
            )
        return filled


def lists_for(touch: Touch) -> list[Checklist]:
    """What there is to go through after this talk: those of the first talk only when it was the first with the client
    that was answered. Two queries."""
    if not is_talk(touch):
        return []
    earlier = Touch.objects.filter(client=touch.client_id, channel__in=TALKS, two_way=True).filter(
        models.Q(at__lt=touch.at) | models.Q(at=touch.at, pk__lt=touch.pk)
    )
    lists = Checklist.objects.in_use()
    return list(lists.exclude(occasion=Occasion.FIRST) if earlier.exists() else lists)


def is_talk(touch: Touch) -> bool:
    return touch.two_way and touch.channel in TALKS


def _require_fillable(touch: Touch, checklist: Checklist, by: User) -> None:
    if not by.may_work_for(touch.by_id):
        raise NotAllowed(Reason("not-your-talk", _("Whoever had the talk goes through it, or his head.")))
    if not is_talk(touch):
        raise Refused(Reason("not-a-talk", _("A checklist is for a call or a meeting in which the client answered.")))
    if checklist.is_retired:
        raise Refused(Reason("checklist-retired", _("This checklist is not in use any more: choose another.")))
