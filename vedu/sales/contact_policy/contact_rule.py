"""The company's rules of contact, by segment of clients (CHAN-2)."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple, Self

from django.db import models, transaction
from django.utils.translation import gettext as _

from vedu.clients.segments.first import first_of
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.contact_policy.rules import USUAL, Rules
from vedu.sales.contact_policy.written_rules import as_json, read


class SegmentRules(NamedTuple):
    """``segment`` None: all the others."""

    segment: Segment | None
    rules: Rules


class ContactRule(models.Model):
    """The first whose segment a client belongs to decides. Where none is, the usual rules hold: a company begins with
    good manners, not with none."""

    position = models.PositiveSmallIntegerField(unique=True)
    segment = models.ForeignKey(Segment, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    written = models.JSONField(default=dict)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return str(self.segment or "*")

    @property
    def rules(self) -> Rules:
        return read(self.written)

    @classmethod
    def decide(cls, chosen: Sequence[tuple[Segment | None, Mapping[str, Any]]], *, by: User | None) -> list[Self]:
        """All rules at once, in their order; for heads. Raises Invalid with everything that cannot be right, Refused
        when two speak of one segment."""
        if by is not None:
            by.require_leading()
        known = [(segment, read(written)) for segment, written in chosen]
        _require_once([segment for segment, _rules in known])
        with transaction.atomic():
            before = [[str(rule.segment or ""), rule.written] for rule in cls.objects.select_related("segment")]
            cls.objects.all().delete()
            made = cls.objects.bulk_create(
                cls(position=position, segment=segment, written=as_json(rules))
                for position, (segment, rules) in enumerate(known)
            )
            tell(
                "contact_rules.decided",
                by=by,
                before=before,
                rules=[[str(segment or ""), as_json(rules)] for segment, rules in known],
            )
        return made


def _require_once(segments: Sequence[Segment | None]) -> None:
    if len(set(segments)) < len(segments):
        raise Refused(Reason("segment-twice", _("Two rules speak of one segment: leave one of them.")))


def kept_rules() -> list[SegmentRules]:
    """In their order; one query."""
    return [SegmentRules(rule.segment, rule.rules) for rule in _RULES.objects()]


def rules_of(client_ids: Collection[int], decided: Sequence[SegmentRules] | None = None) -> dict[int, Rules]:
    """By client: the rules that hold for him, or would hold if these were decided. Two queries for any page's list."""
    known = kept_rules() if decided is None else decided
    if not any(one.segment for one in known):
        return dict.fromkeys(client_ids, known[0].rules if known else USUAL)
    places = first_of(client_ids, [one.segment for one in known])
    return {pk: known[places[pk]].rules if pk in places else USUAL for pk in client_ids}


_RULES = PreparedObjects(lambda: ContactRule.objects.order_by("position"), ids=0, related=["segment"])
