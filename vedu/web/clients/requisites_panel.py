"""The requisites of a client as they are read: only what is known (clients/_requisites.html)."""

from datetime import datetime
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.clients.requisites import Requisites
from vedu.web.clients.since import day_text


class Line(NamedTuple):
    name: str
    value: str
    is_number: bool = False


class RequisitesPanel(NamedTuple):
    lines: list[Line]
    checked: str


def requisites_of(client: Client) -> Requisites:
    """Those on record, else empty ones that are not kept. ``client`` comes with its requisites loaded."""
    return getattr(client, "requisites", None) or Requisites()


def requisites_panel(row: Requisites, now: datetime) -> RequisitesPanel:
    both = bool(row.kpp)
    lines = (
        Line(pgettext("requisites", "Name"), row.legal_name),
        Line(_("INN / KPP") if both else _("INN"), f"{row.inn} / {row.kpp}" if both else row.inn, True),
        Line(_("OGRN"), row.ogrn, True),
        Line(_("Address"), row.address),
        Line(_("Account"), row.account, True),
        Line(_("Bank"), ", ".join(filter(None, (row.bank, row.bik)))),
        Line(_("Correspondent account"), row.correspondent_account, True),
    )
    checked = _("checked on %(day)s") % {"day": day_text(row.checked_at, now)} if row.checked_at else ""
    return RequisitesPanel([line for line in lines if line.value], checked)
