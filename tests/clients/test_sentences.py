"""What the client base refuses is said in the person's language: one sentence and the way on."""

from datetime import UTC, datetime

import pytest
from django.utils import translation

from tests.cast import Cast
from vedu.clients.contact_point import normalise
from vedu.clients.handover import Handover
from vedu.clients.owner_state import OwnerState
from vedu.clients.ownership import Ownership
from vedu.clients.protection import ClientIsLed
from vedu.foundation.refusal import Refused


def refused_sentence(cast: Cast) -> str:
    client = cast.deal(client=cast.client("Волжский пекарь", owner=cast.anna)).client
    client.owner_since = datetime(2026, 11, 12, 9, tzinfo=UTC)
    with pytest.raises(ClientIsLed) as refusal:
        client.require_workable(cast.igor)
    return plain(str(refusal.value))


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_led_client_is_refused_in_russian(cast: Cast) -> None:
    with translation.override("ru"):
        sentence = refused_sentence(cast)
    assert sentence == "Клиента «Волжский пекарь» ведёт Anna Kotova с 12 ноября 2026: попросите передать его вам."


def test_a_led_client_is_refused_in_english(cast: Cast) -> None:
    with translation.override("en"):
        sentence = refused_sentence(cast)
    assert sentence.startswith("“Волжский пекарь” has been led by Anna Kotova since 12 November 2026;")


def test_who_does_not_see_a_led_client_does_not_read_its_name(cast: Cast) -> None:
    client = cast.deal(client=cast.client("Волжский пекарь", owner=cast.anna)).client
    client.owner_since = datetime(2026, 11, 12, 9, tzinfo=UTC)
    for language, sentence in (
        ("ru", "Этого клиента ведёт Anna Kotova с 12 ноября 2026: попросите передать его вам."),
        ("en", "This client has been led by Anna Kotova since 12 November 2026; ask for a handover to work with it."),
    ):
        with translation.override(language), pytest.raises(ClientIsLed) as refusal:
            client.require_workable(cast.olga)
        assert plain(str(refusal.value)) == sentence


def test_a_wrong_phone_says_what_to_do() -> None:
    with translation.override("ru"), pytest.raises(Refused) as refusal:
        normalise("phone", "12")
    assert str(refusal.value) == "«12» не похоже на полный номер телефона: проверьте цифры."


def test_a_handover_without_words_is_refused_in_russian(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    with translation.override("ru"), pytest.raises(Refused) as refusal:
        Handover.request(client, by=cast.igor, why=" ")
    assert plain(str(refusal.value)) == "Напишите, почему: по этим словам коллега и решит."


def test_the_states_have_their_words() -> None:
    with translation.override("ru"):
        assert [str(state.label) for state in OwnerState] == ["свободен", "защищён", "удержан", "брошен"]


def test_a_cause_of_ownership_does_not_guess_the_gender() -> None:
    with translation.override("ru"):
        assert str(Ownership.Cause.CLAIM.label) == "из общей базы"
