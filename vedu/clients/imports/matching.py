"""Which client a row is about (BASE-7): by exact keys only, the surest first.

Its number in the other system, then ИНН (with КПП where both have one), phone, e-mail; the name only where the
other system itself links by names."""

from vedu.clients.imports.client_reader import EMAIL, PHONE
from vedu.clients.imports.draft import ClientDraft
from vedu.clients.imports.lookup import Known
from vedu.clients.imports.place import Place
from vedu.foundation.values.fold import fold


class Matcher:
    """Knows the clients of the base that the batch may mean, and learns those that the batch makes."""

    def __init__(self, known: Known, places: dict[int, Place]) -> None:
        self._identity = {key: places[one] for key, one in known.client_of.items() if one in places}
        self._inn = {
            inn: [(places[client_id], kpp) for client_id, kpp in found if client_id in places]
            for inn, found in known.inn.items()
        }
        self._point = {key: places[one] for key, one in known.point.items() if one in places}
        self._name = {name: places[one] for name, one in known.name.items() if one in places}

    def find(self, draft: ClientDraft) -> Place | None:
        for key in draft.keys:
            if place := self._identity.get(key):
                return place
        if draft.inn and (place := self.holder_of_inn(draft)):
            return place
        for point in draft.points:
            place = self._point.get((point.kind, point.value)) if point.kind in (PHONE, EMAIL) else None
            if place and not _other_company(draft, place):
                return place
        named = self._name.get(fold(draft.name)) if draft.by_name else None
        return named if named and not _other_company(draft, named) else None

    def learn(self, draft: ClientDraft, place: Place) -> None:
        for key in draft.keys:
            self._identity.setdefault(key, place)
        if draft.inn:
            self._inn.setdefault(draft.inn, []).append((place, draft.requisites.get("kpp", "")))
        for point in draft.points:
            if point.kind in (PHONE, EMAIL):
                self._point.setdefault((point.kind, point.value), place)

    def holder_of_inn(self, draft: ClientDraft) -> Place | None:
        """The client that has this ИНН. A branch has the ИНН of its company and a КПП of its own."""
        kpp = draft.requisites.get("kpp", "")
        found = self._inn.get(draft.inn, [])
        same = [place for place, other in found if kpp == other]
        return next(iter(same or [place for place, other in found if not (kpp and other)]), None)


def _other_company(draft: ClientDraft, place: Place) -> bool:
    """A shared phone does not make one company of two that have different ИНН."""
    known = place.requisites.get("inn", "")
    return bool(draft.inn and known and draft.inn != known)
