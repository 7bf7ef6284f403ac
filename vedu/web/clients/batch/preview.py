"""What a person sees before an action with many clients, and after it: how many, and who is refused and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.http import QueryDict

from vedu.clients.client import Client
from vedu.foundation.bulk import BulkResult, each, rehearse
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason
from vedu.web.clients.batch.action import Action

MOST = 200
MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Refusal:
    name: str
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """``hidden`` counts refusals beyond those shown."""

    done: int
    refusals: list[Refusal]
    hidden: int

    @classmethod
    def of(cls, result: BulkResult[Client]) -> Self:
        shown = [_refusal(client, reasons) for client, reasons in result.refused[:MOST_SHOWN]]
        return cls(len(result.done), shown, len(result.refused) - len(shown))

    @property
    def refused(self) -> int:
        return len(self.refusals) + self.hidden


def clients_in(form: QueryDict, user: User) -> list[Client]:
    """Those ticked in the list that this person sees, 200 at most."""
    ids = [int(text) for text in form.getlist("client") if text.isdecimal()][:MOST]
    return list(
        Client.objects.visible_to(user).filter(pk__in=ids).select_related("owner").order_by("name_folded", "pk")
    )


def foresee(action: Action, clients: Sequence[Client]) -> Outcome:
    return Outcome.of(rehearse(clients, action.verb()))


def perform(action: Action, clients: Sequence[Client]) -> Outcome:
    return Outcome.of(each(clients, action.verb()))


def _refusal(client: Client, reasons: Sequence[Reason]) -> Refusal:
    return Refusal(client.name, [reason.sentence for reason in reasons])
