from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.integrations.enrichment.ordering import order_filling
from vedu.web.clients.batch.client_action import ClientAction


class Fillings(ClientAction):
    """Their empty fields are filled from the register by a job (PREP-2)."""

    code = "fillings"
    icon = "search"

    def verb(self) -> Callable[[Client], object]:
        return lambda client: order_filling(client, by=self.user)

    @classmethod
    def label(cls) -> str:
        return _("Fill in by INN")

    def button(self, number: int) -> str:
        return ngettext(
            "Fill the empty fields of %(number)d client", "Fill the empty fields of %(number)d clients", number
        ) % {"number": number}

    def done(self, number: int) -> str:
        return ngettext(
            "%(number)d client is in the queue to be filled", "%(number)d clients are in the queue to be filled", number
        ) % {"number": number}
