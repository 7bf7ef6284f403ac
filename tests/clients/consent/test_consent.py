"""Consent for each channel, other grounds, and how it is taken back (38-ФЗ art. 18)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.cast import Cast
from tests.clients.consent.world import agree, publish
from vedu.clients.client import Client
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused


@pytest.fixture
def subject(cast: Cast) -> Subject:
    """Somebody at a client that Anna leads."""
    publish(cast)
    return Subject.of(cast.contact(cast.deal().client))


def test_each_channel_is_a_row_with_the_text_agreed_to(cast: Cast, subject: Subject) -> None:
    given = agree(cast, subject, "email", "call", note="Folder 7")
    assert [consent.channel for consent in given] == ["call", "email"]
    first = Consent.objects.get(pk=given[0].pk)
    assert (first.text.version, first.source, first.note, first.recorded_by) == (1, "paper", "Folder 7", cast.anna)
    assert first.stands


def test_another_ground_has_no_text(cast: Cast, subject: Subject) -> None:
    basis = agree(cast, subject, "call", ground="contract")[0]
    assert (basis.ground, basis.text) == ("contract", None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Consent.objects.filter(pk=basis.pk).update(ground="consent")


def test_a_private_client_and_a_company_consent_themselves(cast: Cast) -> None:
    publish(cast)
    for kind in ("person", "company"):
        client = Client.add(name="Rita", kind=kind, by=cast.anna)
        assert agree(cast, Subject(client))[0].contact is None


def test_it_is_written_down_once(cast: Cast, subject: Subject) -> None:
    agree(cast, subject, "call")
    assert [consent.channel for consent in agree(cast, subject, "call", "email")] == ["email"]
    with pytest.raises(Refused) as refused:
        agree(cast, subject, "call", "email")
    assert refused.value.codes == ["already-given"]


def test_a_new_version_is_agreed_to_anew(cast: Cast, subject: Subject) -> None:
    agree(cast, subject)
    publish(cast, "Another text")
    assert agree(cast, subject)[0].text.version == 2
    assert Consent.objects.of(subject).standing().count() == 2


def test_the_text_is_that_of_the_day_it_was_given(cast: Cast, subject: Subject) -> None:
    yesterday = timezone.now() - timedelta(days=1)
    with pytest.raises(Refused) as refused:
        agree(cast, subject, given_at=yesterday)
    assert refused.value.codes == ["text-needed"]


def test_it_is_withdrawn_with_when_who_and_why(cast: Cast, subject: Subject) -> None:
    consent = agree(cast, subject)[0]
    consent.withdraw(by=cast.igor, why="Changed her mind")
    consent.refresh_from_db()
    assert (consent.stands, consent.withdrawal.by, consent.withdrawal.why) == (False, cast.igor, "Changed her mind")
    assert consent.withdrawn_at == consent.withdrawal.at
    with pytest.raises(Refused) as refused:
        consent.withdraw(by=cast.anna)
    assert refused.value.codes == ["already-withdrawn"]


def test_after_an_objection_nothing_is_given_on_that_channel(cast: Cast, subject: Subject) -> None:
    object_to(subject, by=cast.anna, channels=["call"])
    with pytest.raises(Refused) as refused:
        agree(cast, subject, "call", "email")
    assert refused.value.codes == ["opted-out"]
    assert agree(cast, subject, "email")


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"source": "rumour"}, "unknown-word"),
        ({"purpose": "fun"}, "unknown-word"),
        ({"ground": "whim"}, "unknown-word"),
        ({"given_at": timezone.now() + timedelta(days=2)}, "given-ahead"),
    ],
)
def test_its_words_are_known(cast: Cast, subject: Subject, facts: dict[str, object], code: str) -> None:
    said = {"purpose": "offers", "source": "paper", "by": cast.anna} | facts
    with pytest.raises(Invalid) as refused:
        Consent.give(subject, ["call"], **said)  # type: ignore[arg-type]
    assert refused.value.codes == [code]


@pytest.mark.parametrize(("channels", "code"), [([], "channel-needed"), (["meeting"], "unknown-word")])
def test_it_is_for_channels_of_telecommunication(cast: Cast, subject: Subject, channels: list[str], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        Consent.give(subject, channels, purpose="offers", source="paper", by=cast.anna)
    assert refused.value.codes == [code]


def test_only_the_one_who_leads_writes_it_down(cast: Cast, subject: Subject) -> None:
    for who in (cast.igor, cast.olga):
        with pytest.raises(ClientIsLed):
            agree(cast, subject, by=who)
    with pytest.raises(NotAllowed):
        agree(cast, subject, by=cast.boris)


def test_whoever_sees_the_client_writes_a_withdrawal_down(cast: Cast, subject: Subject) -> None:
    consents = agree(cast, subject, "call", "email", "messenger")
    for consent, who in zip(consents, (cast.anna, cast.igor, cast.sergey), strict=True):
        consent.withdraw(by=who)
    other = agree(cast, subject)[0]
    with pytest.raises(ClientIsLed):
        other.withdraw(by=cast.olga)
    with pytest.raises(NotAllowed):
        other.withdraw(by=cast.boris)


def test_it_is_told_by_numbers(cast: Cast, subject: Subject) -> None:
    consent = agree(cast, subject, note="Signed by Olga Ryabinina")[0]
    consent.withdraw(by=cast.anna, why="Olga Ryabinina called")
    for kind in ("consent.given", "consent.withdrawn"):
        event = Event.objects.get(kind=kind)
        assert event.data["contact"] == subject.contact.pk
        assert "Ryabinina" not in str(event.data)


def test_it_is_as_visible_as_the_client(cast: Cast, subject: Subject) -> None:
    agree(cast, subject)
    seen = {who: Consent.objects.visible_to(getattr(cast, who)).count() for who in ("anna", "igor", "olga", "vera")}
    assert seen == {"anna": 1, "igor": 1, "olga": 0, "vera": 1}
