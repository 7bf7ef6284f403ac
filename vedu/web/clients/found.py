"""Clients by words: a part of a name, of a phone, an e-mail or an ИНН, through the one search of the product."""

from vedu.foundation.people.user import User
from vedu.foundation.search.query import find

MOST = 200


def ids_found(text: str, user: User) -> list[int]:
    """Clients that this person sees, found by their own words or by those of their people; 200 at most."""
    kinds = ("client", "contact")
    ids = user.visible_owner_ids()
    hits = find(text, visible_owner_ids=ids, user_id=user.pk, kinds=kinds, limit=MOST).hits
    return list(dict.fromkeys(hit.client_id for hit in hits if hit.client_id))
