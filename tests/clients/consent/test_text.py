"""Texts of consent: versions with a hash, which nobody rewrites."""

import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.clients.consent.world import TEXT, agree, publish
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.text import ConsentText
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, Missing, NotAllowed


def test_a_text_has_its_hash(cast: Cast) -> None:
    text = publish(cast)
    assert (text.version, text.sha256) == (1, hashlib.sha256(TEXT.encode()).hexdigest())
    assert text.is_whole
    text.text += " And more."
    assert not text.is_whole


def test_a_new_version_does_not_change_what_was_agreed_to(cast: Cast) -> None:
    first = publish(cast)
    consent = agree(cast, Subject(cast.client(owner=cast.anna)))[0]
    second = publish(cast, "Another text")
    consent.refresh_from_db()
    assert (second.version, consent.text) == (2, first)
    assert ConsentText.objects.get(pk=first.pk).text == TEXT


def test_a_version_begins_on_its_day(cast: Cast) -> None:
    now, week = timezone.now(), timedelta(days=7)
    first = ConsentText.publish("offers", "One", by=cast.vera, since=now - week)
    second = ConsentText.publish("offers", "Two", by=cast.vera, since=now + week)
    assert ConsentText.for_purpose("offers") == first
    assert ConsentText.for_purpose("offers", now + 2 * week) == second


def test_each_purpose_counts_its_own_versions(cast: Cast) -> None:
    publish(cast)
    assert ConsentText.publish("data", "Data", by=cast.adam).version == 1


def test_without_a_text_nobody_can_agree(cast: Cast) -> None:
    with pytest.raises(Missing) as refused:
        agree(cast, Subject(cast.client(owner=cast.anna)))
    assert refused.value.codes == ["text-needed"]


@pytest.mark.parametrize("who", ["anna", "sergey", "boris"])
def test_only_those_who_run_the_company_write_texts(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        ConsentText.publish("offers", TEXT, by=getattr(cast, who))


@pytest.mark.parametrize(("purpose", "text"), [("offers", " "), ("fun", "Text")])
def test_a_text_has_words_and_a_purpose(cast: Cast, purpose: str, text: str) -> None:
    with pytest.raises(Invalid):
        ConsentText.publish(purpose, text, by=cast.adam)


def test_it_is_told(cast: Cast) -> None:
    text = publish(cast)
    assert Event.objects.get(kind="consent.text_published").data == {"text": text.pk, "purpose": "offers", "version": 1}
