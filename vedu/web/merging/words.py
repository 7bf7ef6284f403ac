"""The fields of a client and of its requisites as a seller calls them."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import ClientKind


def field_words() -> Mapping[str, str]:
    return {
        "name": _("Name"),
        "kind": _("Who it is"),
        "city": _("City"),
        "region": _("Region code"),
        "time_zone": _("Time zone"),
        "source": pgettext("fact of a client", "Where it came from"),
        "about": _("About"),
        "requisites.legal_name": _("Full name"),
        "requisites.inn": _("INN"),
        "requisites.kpp": _("KPP"),
        "requisites.ogrn": _("OGRN"),
        "requisites.address": _("Address"),
        "requisites.account": _("Account"),
        "requisites.bik": _("BIK"),
        "requisites.bank": _("Bank"),
        "requisites.correspondent_account": _("Correspondent account"),
    }


def value_words(field: str, value: str) -> str:
    return str(ClientKind(value).label) if field == "kind" and value else value
