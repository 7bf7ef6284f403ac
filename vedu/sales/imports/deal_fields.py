"""What columns about a deal may mean; its client's columns are those of clients."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.clients.imports.client_fields import CLIENT_FIELDS
from vedu.clients.imports.field import Field

OWN_FIELDS = (
    Field(
        "deal_id",
        _("Deal's number in that system"),
        ("id", "id сделки", "номер сделки", "deal id", "record id", "opportunity id"),
    ),
    Field(
        "deal",
        _("Deal"),
        ("название сделки", "сделка", "название", "deal name", "deal title", "name", "opportunity name"),
    ),
    Field(
        "amount",
        _("Value"),
        ("бюджет", "сумма", "сумма сделки", "стоимость", "amount", "value", "deal value", "close value", "budget"),
    ),
    Field("currency", _("Currency"), ("валюта",)),
    Field("pipeline", _("Pipeline"), ("воронка", "воронка продаж", "направление")),
    Field(
        "stage",
        pgettext_lazy("deal", "Stage"),
        ("этап", "этап сделки", "стадия", "стадия сделки", "статус", "deal stage", "status"),
    ),
    Field(
        "owner",
        _("Who leads the deal"),
        (
            "ответственный",
            "менеджер",
            "ответственный менеджер",
            "deal owner",
            "sales agent",
            "sales rep",
            "responsible",
        ),
    ),
    Field(
        "client_owner",
        _("Who leads the client"),
        ("ответственный за контакт", "ответственный за компанию", "contact owner", "company owner", "account owner"),
    ),
    Field(
        "opened_at",
        _("Opened"),
        (
            "дата создания сделки",
            "дата создания",
            "дата начала",
            "создана",
            "opened at",
            "create date",
            "deal created",
            "engage date",
            "created at",
        ),
    ),
    Field("closed_at", _("Closed"), ("дата закрытия", "закрыта", "close date", "closed at", "won time", "lost time")),
    Field(
        "expected_on",
        _("Expected by"),
        ("предполагаемая дата закрытия", "ожидаемая дата", "expected close date", "expected on"),
    ),
    Field("changed_at", _("Last changed"), ("дата изменения", "изменена", "modified", "modified on", "updated at")),
    Field(
        "result",
        pgettext_lazy("deal", "How it ended"),
        ("итог", "итог сделки", "результат", "результат сделки", "result", "outcome", "deal status"),
    ),
    Field(
        "lost_reason",
        _("Why it was lost"),
        ("причина отказа", "причина проигрыша", "причина", "lost reason", "loss reason"),
    ),
    Field("deal_source", _("Source of the deal"), ("источник", "источник сделки", "source", "lead source")),
    Field("utm", _("Advertising marks (UTM)"), ("utm source", "utm medium", "utm campaign"), many=True),
)

_TAKEN = {"owner", "created_at"}
DEAL_FIELDS = (*(field for field in CLIENT_FIELDS if field.code not in _TAKEN), *OWN_FIELDS)
