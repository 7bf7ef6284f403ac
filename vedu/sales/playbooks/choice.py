"""By which playbook a deal is led: its seller's choice, else its pipeline's."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.playbooks.playbook import Playbook, PlaybookUse, PlaybookVersion

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


class PlaybookChoice(models.Model):
    """Which playbook a seller leads his deal by, where it is not the pipeline's."""

    deal = models.OneToOneField("sales.Deal", on_delete=models.CASCADE, related_name="+")
    playbook = models.ForeignKey(Playbook, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.deal}: {self.playbook}"

    @classmethod
    def choose(cls, deal: "Deal", playbook: Playbook, *, by: User, at: datetime | None = None) -> None:
        """Raises Refused for those who may not work on the deal."""
        deal.require_work(by)
        if playbook.is_archived:
            raise invalid("playbook", "playbook-archived", _("This playbook is not in use any more: choose another."))
        facts = {"playbook": playbook, "at": at or timezone.now(), "by": by}
        cls.objects.update_or_create(deal=deal, defaults=facts)
        tell(
            "playbook.chosen",
            by=by,
            client_id=deal.client_id,
            deal_id=deal.pk,
            playbook=playbook.pk,
            name=playbook.name,
        )


def version_for(deal: "Deal") -> PlaybookVersion | None:
    """The latest version of the playbook that the deal is led by: its seller's choice, else its pipeline's, else None.

    One query."""
    chosen = PlaybookChoice.objects.filter(deal=deal.pk, playbook__is_archived=False).values("playbook")
    used = PlaybookUse.objects.filter(pipeline=deal.pipeline_id, playbook__is_archived=False).values("playbook")
    wanted = Coalesce(models.Subquery(chosen), models.Subquery(used))
    return PlaybookVersion.objects.filter(playbook=wanted).select_related("playbook").order_by("-number").first()
