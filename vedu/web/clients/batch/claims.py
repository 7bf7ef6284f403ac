from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.web.clients.batch.action import Action, Verb


class Claims(Action):
    code = "claims"
    icon = "user-check"

    def verb(self) -> Verb:
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
