"""The composer of a client's card: the same form as on a deal, without a deal."""

from collections.abc import Sequence

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.sales.touches.task import Task
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.touches.choice import Choice
from vedu.web.touches.composer import Composer


def client_composer(client: Client, user: User, people: Sequence[tuple[int, str]] | None = None) -> Composer:
    """Two queries: the people of the client (ids and names, when not given), and the earliest task without a deal."""
    step = Task.objects.open().filter(client=client, deal=None).order_by("due_at", "pk").first()
    named = list(client.contacts.values_list("pk", "name")) if people is None else people
    return Composer(
        url=address_of("touches:client", client.pk),
        client_id=client.pk,
        contacts=[Choice(str(pk), name, bool(step and step.contact_id == pk)) for pk, name in named],
        clock=Clock.here(),
        step=step,
        of_deal=False,
        asks_why=bool(client.open_deals) and client.owner_id not in (None, user.pk),
    )
