"""After an erasure, what is left of the words about a client can be found again (BASE-9)."""

from vedu.clients.client import Client
from vedu.foundation.events import Event
from vedu.sales.touches.findable import remember
from vedu.sales.touches.touch import Touch

WITH_WORDS = ("touch.logged", "note.written")


def erased(event: Event) -> None:
    """Listens to ``subject.erased``, when nothing of the client's notes can be found."""
    client = Client.objects.get(pk=event.client_id or 0)
    texts = dict(Touch.objects.filter(client=client).exclude(text="").values_list("pk", "text"))
    for one in Event.objects.filter(client_id=client.pk, kind__in=WITH_WORDS).order_by("pk"):
        remember(one, client.owner_id, texts.get(one.data.get("touch"), "") or one.data.get("text", ""))
