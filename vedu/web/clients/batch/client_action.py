"""An action with many clients."""

from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.web.batch.action import Action
from vedu.web.shell.address import address_of


class ClientAction(Action[Client]):
    picks = "client"

    @classmethod
    def url(cls) -> str:
        return address_of("clients:batches", cls.code)

    def title(self, number: int) -> str:
        words = {"action": self.label(), "number": number}
        return ngettext("%(action)s: %(number)d client", "%(action)s: %(number)d clients", number) % words
