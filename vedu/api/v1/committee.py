"""Who decides on a deal."""

from django.http import HttpResponse
from ninja import Query, Router

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import deal_seen_by, named
from vedu.api.v1.shapes.talk import MEMBER_COLUMNS, MemberIn, MemberOut, member
from vedu.api.v1.shapes.values import Page
from vedu.clients.contact import Contact
from vedu.sales.talk.committee import CommitteeMember

router = Router(tags=["talk"])


@router.get("/deals/{int:pk}/committee", response=Page[MemberOut])
def list_committee(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """The people of the client who have a say in this deal."""
    members = CommitteeMember.objects.filter(deal=deal_seen_by(request.user, pk))
    return page(request, paging, members.values(*MEMBER_COLUMNS), each(member))


@router.post("/deals/{int:pk}/committee", response={201: MemberOut})
def name_role(request: ApiRequest, pk: int, body: MemberIn) -> HttpResponse:
    """Says what role a contact plays; a second word on the same person replaces the first."""
    deal = deal_seen_by(request.user, pk)
    contact = named(Contact.objects.visible_to(request.user), body.contact, "contact")
    role = CommitteeMember.name_role(deal, contact, body.role, by=request.user, note=body.note)
    return answer(member(CommitteeMember.objects.values(*MEMBER_COLUMNS).get(pk=role.pk)), 201)
