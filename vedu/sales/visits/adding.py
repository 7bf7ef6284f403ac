"""New stops at the end of a list: clients with their address, doors."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import Max
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.requisites import Requisites
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.foundation.values.fold import fold
from vedu.sales.touches.goer import require_goes_to
from vedu.sales.visits.doors import MOST_DOORS

if TYPE_CHECKING:
    from vedu.sales.visits.visit import Visit
    from vedu.sales.visits.visit_list import VisitList


class Places:
    """What stands on the list already, asked for once for all that is added."""

    def __init__(self, visit_list: "VisitList", clients: Sequence[Client] = ()) -> None:
        type(visit_list).objects.select_for_update().get(pk=visit_list.pk)
        self.visit_list = visit_list
        self.last = visit_list.visits.aggregate(last=Max("position"))["last"] or 0
        known = list(visit_list.visits.values_list("client", "address"))
        self.count = len(known)
        self.clients = {client for client, _address in known if client}
        self.addresses = {fold(address) for client, address in known if not client}
        ids = [client.pk for client in clients]
        kept = Requisites.objects.filter(client__in=ids).exclude(address="")
        self.address_of = dict(kept.values_list("client", "address"))

    def add_client(self, client: Client, *, why: str) -> "Visit":
        """Raises ClientIsLed where a colleague of the one who walks leads the client."""
        require_goes_to(client, self.visit_list.owner)
        if client.pk in self.clients:
            sentence = _("“%(client)s” is on this list already.") % {"client": client.name}
            raise Refused(Reason("already-on-the-list", sentence, {"client": client.pk}))
        visit = self._next(client=client, why=why.strip()[:500])
        visit.place(self.address_of.get(client.pk, ""), client.city)
        visit.save()
        self.clients.add(client.pk)
        return visit

    def add_doors(self, addresses: Sequence[str], *, city: str) -> int:
        """Those that are there already are left out."""
        new: list[Visit] = []
        for address in addresses:
            if fold(address) not in self.addresses:
                visit = self._next(is_door=True)
                visit.place(address, city)
                new.append(visit)
        self.visit_list.visits.bulk_create(new, batch_size=100)
        return len(new)

    def _next(self, **facts: object) -> "Visit":
        if self.count >= MOST_DOORS:
            sentence = _("A list holds at most %(most)d stops: make one more list.") % {"most": MOST_DOORS}
            raise invalid("addresses", "list-full", sentence)
        self.last, self.count = self.last + 1, self.count + 1
        visit: Visit = self.visit_list.visits.model(visit_list=self.visit_list, position=self.last, **facts)
        return visit
