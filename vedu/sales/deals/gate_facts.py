"""What a deal has of all that gates may ask for (STAGE-2), gathered by one query."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from django.db.models import Case, CharField, QuerySet, Value, When

from vedu.foundation.prepared import Prepared
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.evidence_kind import RECORDED, EvidenceKind
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection, ObjectionResult

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


@dataclass(slots=True)
class GateFacts:
    """``needs`` holds for each need whether it is confirmed, ``objections`` whether it is answered."""

    has_contact: bool = False
    roles: set[str] = field(default_factory=set)
    needs: list[bool] = field(default_factory=list)
    objections: list[bool] = field(default_factory=list)
    recorded: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, deal: "Deal") -> Self:
        facts = cls(has_contact=deal.last_two_way_at is not None)
        for source, word in _ROWS.rows(deal.pk):
            facts._take(source, word)
        return facts

    def has(self, kind: str) -> bool:
        """Whether the evidence of this kind is there."""
        if kind in RECORDED:
            return kind in self.recorded
        match kind:
            case EvidenceKind.DECISION_MAKER:
                return CommitteeRole.DECISION_MAKER in self.roles
            case EvidenceKind.CONTACT:
                return self.has_contact
            case EvidenceKind.NEED:
                return any(self.needs)
            case EvidenceKind.OBJECTIONS:
                return all(self.objections)
        raise ValueError(kind)

    def _take(self, source: str, word: str) -> None:
        match source:
            case "role":
                self.roles.add(word)
            case "need":
                self.needs.append(word == "confirmed")
            case "objection":
                self.objections.append(word == ObjectionResult.ANSWERED)
            case "evidence":
                self.recorded.add(word)


def _rows(deal_id: int) -> "QuerySet[CommitteeMember, tuple[str, str]]":
    """(source, word) of everything the deal has; a handful of rows."""
    confirmed = Case(When(confirmed_at=None, then=Value("noted")), default=Value("confirmed"))
    sources = (
        ("need", Need.objects.all(), confirmed),
        ("objection", Objection.objects.all(), "result"),
        ("evidence", Evidence.objects.all(), "kind"),
    )
    rows = CommitteeMember.objects.filter(deal=deal_id).order_by().values_list(_word("role"), "role")
    return rows.union(
        *(table.filter(deal=deal_id).order_by().values_list(_word(source), word) for source, table, word in sources),
        all=True,
    )


def _word(text: str) -> Value:
    return Value(text, output_field=CharField())


_ROWS = Prepared(_rows)
