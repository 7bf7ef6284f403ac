"""The requisites of a client; check digits are checked on the way in (russia.md)."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import Invalid, Reason, Refused
from vedu.foundation.values.bank_account import check_account, check_correspondent_account
from vedu.foundation.values.requisites import (
    BadRequisite,
    check_bik,
    check_inn,
    check_kpp,
    check_ogrn,
    check_ogrnip,
)


class Requisites(PreparedSave):
    client = models.OneToOneField(Client, on_delete=models.CASCADE, related_name="requisites")
    legal_name = models.CharField(max_length=500, blank=True)
    inn = models.CharField(max_length=12, blank=True, db_index=True)
    kpp = models.CharField(max_length=9, blank=True)
    ogrn = models.CharField(max_length=15, blank=True)
    address = models.CharField(max_length=500, blank=True)
    account = models.CharField(max_length=20, blank=True)
    bik = models.CharField(max_length=9, blank=True)
    bank = models.CharField(max_length=255, blank=True)
    correspondent_account = models.CharField(max_length=20, blank=True)
    checked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "requisites"
        constraints = [
            models.UniqueConstraint(
                fields=["inn", "kpp"], condition=~models.Q(inn=""), name="one_client_per_inn_and_kpp"
            )
        ]

    def __str__(self) -> str:
        return self.inn or self.legal_name


FIELDS = ("legal_name", "inn", "kpp", "ogrn", "address", "account", "bik", "bank", "correspondent_account")


def write(client: Client, *, by: User | None, at: datetime | None = None, **values: str) -> Requisites:
    """Keep the requisites given; others stay. Raises Invalid with every field that fails its check, or
    Refused naming the client that has this ИНН and КПП already."""
    if by is not None:
        client.require_workable(by)
    row = Requisites.objects.filter(client=client).first() or Requisites(client=client)
    for field, value in values.items():
        setattr(row, field, value.strip())
    _check(row)
    row.checked_at = at or timezone.now()
    _save(row)
    tell("client.requisites_written", by=by, client_id=client.pk, at=at, fields=sorted(values))
    return row


def _check(row: Requisites) -> None:
    checks: dict[str, Any] = {
        "inn": check_inn,
        "kpp": check_kpp,
        "ogrn": lambda text: (check_ogrnip if len(text) == 15 else check_ogrn)(text),
        "bik": check_bik,
        "account": lambda text: check_account(text, row.bik),
        "correspondent_account": lambda text: check_correspondent_account(text, row.bik),
    }
    wrong = []
    for field, check in checks.items():
        if not getattr(row, field):
            continue
        try:
            setattr(row, field, check(getattr(row, field)))
        except BadRequisite as error:
            wrong.append(Reason(error.code, error.sentence, {"field": field}))
    if wrong:
        raise Invalid(*wrong)


def _save(row: Requisites) -> None:
    """The constraint decides, so that of two writers of one ИНН at one moment one is refused and told who has it."""
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        _require_unique(row)
        raise


def _require_unique(row: Requisites) -> None:
    if not row.inn:
        return
    other = Requisites.objects.filter(inn=row.inn, kpp=row.kpp).exclude(client=row.client).select_related("client")
    taken = other.first()
    if taken:
        sentence = _("“%(client)s” already has this INN: open that client instead.") % {"client": taken.client.name}
        raise Refused(Reason("inn-taken", sentence, {"client": taken.client_id, "field": "inn"}))
