"""An action with many clients."""

from django.urls import reverse
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.web.batch.action import Action


class ClientAction(Action[Client]):
    picks = "client"

    @classmethod
    def url(cls) -> str:
        return reverse("clients:batches", args=[cls.code])

    def title(self, number: int) -> str:
        words = {"action": self.label(), "number": number}
        return ngettext("%(action)s: %(number)d client", "%(action)s: %(number)d clients", number) % words
