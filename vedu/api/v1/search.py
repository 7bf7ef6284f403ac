"""One box over companies, contacts, deals and notes."""

from typing import Annotated, Literal

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import BaseModel

from vedu.api.answer import Json, answer, moment
from vedu.api.request import ApiRequest
from vedu.api.v1.shapes.values import UtcMoment
from vedu.foundation.search.entry import NOTE
from vedu.foundation.search.query import Hit, find, find_notes

router = Router(tags=["search"])
Kind = Literal["company", "contact", "deal", "note"]
# The word of the API -> that of the search; a company is any client.
KINDS = {"company": "client", "contact": "contact", "deal": "deal", "note": NOTE}
WORDS = {kind: word for word, kind in KINDS.items()}


class HitOut(BaseModel):
    kind: Kind
    id: int
    title: str
    detail: str
    company: int | None
    owner: int | None
    is_open: bool
    touched_at: UtcMoment


class HitsOut(BaseModel):
    """``total`` is exact up to 200; ``capped`` says that there are more."""

    items: list[HitOut]
    next_cursor: None
    total: int
    capped: bool


@router.get("/search", response=HitsOut)
def search(
    request: ApiRequest,
    q: Annotated[str, Query(min_length=1, max_length=200, description="Part of a name, phone, e-mail or INN")],
    kind: Kind | None = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
) -> HttpResponse:
    """The best matches among what you see: part of a name, any part of a phone, e-mail, INN.

    Words of touches and notes are looked for with ``kind=note``; the id is that of the event."""
    me = request.user
    if kind == "note":
        found = find_notes(q, visible_owner_ids=me.visible_owner_ids(), user_id=me.pk, limit=limit)
    else:
        kinds = [KINDS[kind]] if kind else None
        found = find(q, visible_owner_ids=me.visible_owner_ids(), user_id=me.pk, kinds=kinds, limit=limit)
    hits = [_hit(hit) for hit in found.hits]
    return answer({"items": hits, "next_cursor": None, "total": found.total, "capped": found.capped})


def _hit(hit: Hit) -> Json:
    return {
        "kind": WORDS[hit.kind],
        "id": hit.object_id,
        "title": hit.title,
        "detail": hit.detail,
        "company": hit.client_id,
        "owner": hit.owner_id,
        "is_open": hit.is_open,
        "touched_at": moment(hit.touched_at),
    }
