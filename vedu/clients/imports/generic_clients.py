"""The format "clients": any table of companies and people, whatever its headers."""

from django.utils.translation import gettext_lazy as _

from vedu.clients.imports.format import Format

CLIENTS = Format("clients", _("Clients and contacts, any table"), "clients", source="file")
