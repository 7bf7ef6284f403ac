"""The queue as the page shows it: pairs with a score, the reason in words, and what may be done."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import Client
from vedu.clients.duplicates.probable_pair import ProbablePair, ProbablePairs
from vedu.clients.duplicates.scan import DuplicateScan
from vedu.foundation.people.user import User
from vedu.web.clients.since import day_text
from vedu.web.shell.address import address_of
from vedu.web.shell.capped_counts import capped_count, count_text

PAGE, CAP = 40, 1000


class Entry(NamedTuple):
    """One client of a pair. ``note``: where it is and whose."""

    name: str
    url: str
    note: str


class Row(NamedTuple):
    """``sure`` in per cent; ``may_decide``: by those who may work for the owners of both."""

    pk: int
    sure: int
    reason: str
    left: Entry
    right: Entry
    merge_url: str
    may_decide: bool


class Queue:
    """Lazy: each part is asked for when the template comes to it. ``after``: how many pairs stand before."""

    def __init__(self, user: User, after: int = 0) -> None:
        self.user, self.after, self.now = user, after, timezone.now()

    @cached_property
    def rows(self) -> list[Row]:
        return [_row(pair, self.user) for pair in self._page[:PAGE]]

    @property
    def next_after(self) -> int:
        """0 on the last page."""
        return self.after + PAGE if len(self._page) > PAGE else 0

    @property
    def count(self) -> str:
        return count_text(capped_count(self._pairs, CAP), CAP)

    @cached_property
    def scan(self) -> DuplicateScan | None:
        """The latest search, at work or finished."""
        return DuplicateScan.objects.order_by("-pk").first()

    @property
    def is_searching(self) -> bool:
        return self.scan is not None and DuplicateScan.objects.at_work(self.now).filter(pk=self.scan.pk).exists()

    @property
    def searched(self) -> str:
        """«Искали 26 ноября: 2 014 клиентов»: the last search that has ended, also while another is at work."""
        last = self.scan if self.scan and self.scan.finished_at else DuplicateScan.objects.latest_finished()
        if last is None or last.finished_at is None:
            return _("Nobody has searched yet: the search runs every night.")
        words = {"day": day_text(last.finished_at, self.now), "clients": last.clients}
        return _("Searched on %(day)s among %(clients)d clients") % words

    @property
    def _pairs(self) -> ProbablePairs:
        return ProbablePair.objects.open().visible_to(self.user)

    @cached_property
    def _page(self) -> list[ProbablePair]:
        pairs = self._pairs.likeliest().select_related("left__owner", "right__owner")
        return list(pairs[self.after : self.after + PAGE + 1])


def _row(pair: ProbablePair, user: User) -> Row:
    kept, gone = _older_first(pair)
    return Row(
        pk=pair.pk,
        sure=round(pair.score * 100),
        reason=pair.reason,
        left=_entry(kept),
        right=_entry(gone),
        merge_url=f"{address_of('merging:merges', kept.pk)}?with={gone.pk}",
        may_decide=pair.is_decidable_by(user),
    )


def _older_first(pair: ProbablePair) -> tuple[Client, Client]:
    """A led client stays, then the one with deals, then the elder: less has to move."""
    clients = [client for client in (pair.left, pair.right) if client is not None]
    kept, gone = sorted(clients, key=lambda one: (one.owner_id is None, -one.open_deals, one.pk))
    return kept, gone


def _entry(client: Client) -> Entry:
    whose = client.owner.name if client.owner else pgettext("client", "free")
    note: Iterable[str] = filter(None, (client.city, whose))
    return Entry(client.name, address_of("clients:card", client.pk), ", ".join(note))
