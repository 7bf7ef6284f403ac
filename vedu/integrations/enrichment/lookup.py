"""One question by ИНН: from what is kept, else from the provider. Never raises: what went wrong is a sentence."""

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from vedu.foundation.values.requisites import BadRequisite, check_inn, check_kpp
from vedu.integrations.enrichment.choice import chosen_provider
from vedu.integrations.enrichment.party import PartyFacts
from vedu.integrations.enrichment.party_answer import PartyAnswer
from vedu.integrations.enrichment.provider import Provider, Unanswered
from vedu.integrations.enrichment.trouble import Trouble, trouble_of


class Lookup(NamedTuple):
    """``at``: when the provider said so. Both ``facts`` and ``trouble``: old facts, fresh ones could not be had.

    ``was_asked``: the provider was asked just now, so the next question should wait."""

    inn: str
    facts: PartyFacts | None = None
    trouble: Trouble | None = None
    at: datetime | None = None
    source: str = ""
    was_asked: bool = False


def look_up(inn: str, kpp: str = "", *, provider: Provider | None = None, at: datetime | None = None) -> Lookup:
    """``provider`` None is that of the settings. Waits for the network: never inside a transaction."""
    at = at or timezone.now()
    if not inn.strip():
        return Lookup("", trouble=trouble_of("inn-needed"))
    try:
        inn, kpp = check_inn(inn), check_kpp(kpp) if kpp.strip() else ""
    except BadRequisite as error:
        return Lookup(inn.strip(), trouble=Trouble(error.code, error.sentence))
    before, provider = PartyAnswer.newest(inn, kpp), provider or chosen_provider()
    if before is not None and (before.holds(at) or provider is None):
        return _told(before)
    if provider is None:
        return Lookup(inn, trouble=trouble_of("no-provider"))
    return _ask(inn, kpp, provider, before, at)


def _ask(inn: str, kpp: str, provider: Provider, before: PartyAnswer | None, at: datetime) -> Lookup:
    try:
        party = provider.find(inn, kpp)
    except Unanswered as unanswered:
        old = _told(before) if before else Lookup(inn)
        return old._replace(trouble=trouble_of(unanswered.code), was_asked=True)
    return _told(PartyAnswer.keep(inn, kpp, party, provider=provider.code, at=at))._replace(was_asked=True)


def _told(answer: PartyAnswer) -> Lookup:
    party = answer.party
    trouble = None if party else trouble_of("not-found")
    return Lookup(answer.inn, party, trouble, answer.at, answer.provider)
