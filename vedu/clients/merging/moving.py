"""Rows that point at one of two go over to the other."""

from django.db import IntegrityError, transaction

from vedu.clients.merging.ledger import Ledger
from vedu.clients.merging.links import Link


def move(ledger: Ledger, link: Link, kept: int, gone: int) -> None:
    """Rows that clash with one that is there already are set aside; the ledger has them."""
    if not link.may_clash:
        ledger.move(link.rows(gone), link.column, kept)
        return
    for row in link.rows(gone).order_by("pk"):
        try:
            with transaction.atomic():
                ledger.move(link.rows(gone).filter(pk=row.pk), link.column, kept)
        except IntegrityError:
            ledger.delete([row])


def let_go(ledger: Ledger, link: Link, gone: int) -> None:
    """Rows that only speak of the one that goes do not go over."""
    for row in link.rows(gone):
        ledger.change(row, **{link.column: None})


def move_within(ledger: Ledger, link: Link, kept: int, gone: int) -> None:
    """The same where clients point at clients: the one that stays does not point at itself."""
    for row in link.rows(gone).filter(pk=kept):
        ledger.change(row, **{link.column: None})
    move(ledger, link, kept, gone)
