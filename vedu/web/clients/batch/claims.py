from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.web.clients.batch.client_action import ClientAction


class Claims(ClientAction):
    code = "claims"
    icon = "user-check"

    def verb(self) -> Callable[[Client], object]:
        return lambda client: client.claim(by=self.user)

    @classmethod
    def label(cls) -> str:
        return _("Claim")

    def button(self, number: int) -> str:
        return ngettext("Claim %(number)d client", "Claim %(number)d clients", number) % {"number": number}

    def done(self, number: int) -> str:
        return ngettext("You now lead %(number)d more client", "You now lead %(number)d more clients", number) % {
            "number": number
        }
