"""The company's rules of contact, by segment of clients (CHAN-2)."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any, NamedTuple, Self

from django.db import models, transaction
from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import tell
from vedu.foundation.many_rows import chunked
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
    first = Case(
        *(
            When(one.segment.where() if one.segment else ~Q(pk=None), then=Value(place))
            for place, one in enumerate(known)
        ),
        default=Value(len(known)),
        output_field=models.IntegerField(),
    )
    by_place = [*(one.rules for one in known), USUAL]
    return {
        pk: by_place[place]
        for ids in chunked(client_ids)
        for pk, place in Client.objects.filter(pk__in=ids).order_by().values_list("pk", first)
    }


_RULES = PreparedObjects(lambda: ContactRule.objects.order_by("position"), ids=0, related=["segment"])
