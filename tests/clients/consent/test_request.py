"""Requests of people for their rights, and the days to answer them (152-ФЗ)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.clients.consent.world import agree, publish
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.term import RequestTerm, Term, terms
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused

FRIDAY = datetime(2026, 10, 30, 9, tzinfo=UTC)


@pytest.fixture
def subject(cast: Cast) -> Subject:
    return Subject.of(cast.contact(cast.deal().client))


def received(cast: Cast, subject: Subject, kind: str = "access", **facts: object) -> SubjectRequest:
    return SubjectRequest.receive(subject, kind, **({"by": cast.anna} | facts))  # type: ignore[arg-type]


def test_access_has_ten_working_days(cast: Cast, subject: Subject) -> None:
    """The 4th of November is a day off."""
    request = received(cast, subject, received_at=FRIDAY)
    assert request.due_on == date(2026, 11, 16)
    assert request.days_left(date(2026, 11, 18)) == -2


@pytest.mark.parametrize("kind", ["withdrawal", "erasure"])
def test_the_others_have_thirty_days(cast: Cast, subject: Subject, kind: str) -> None:
    assert received(cast, subject, kind, received_at=FRIDAY).due_on == date(2026, 11, 29)


def test_an_administrator_sets_the_days_and_those_that_wait_keep_theirs(cast: Cast, subject: Subject) -> None:
    before = received(cast, subject, received_at=FRIDAY)
    RequestTerm.decide("access", 5, is_working=False, by=cast.adam)
    after = received(cast, subject, received_at=FRIDAY)
    before.refresh_from_db()
    assert (before.due_on, after.due_on) == (date(2026, 11, 16), date(2026, 11, 4))
    assert terms()["access"] == Term(5, is_working=False)
    assert Event.objects.get(kind="consent.term_decided").data["days"] == 5


@pytest.mark.parametrize("who", ["anna", "sergey", "boris"])
def test_nobody_else_sets_them(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        RequestTerm.decide("access", 5, is_working=True, by=getattr(cast, who))


@pytest.mark.parametrize(("kind", "days"), [("access", 0), ("access", 400), ("fun", 5)])
def test_days_are_reasonable(cast: Cast, kind: str, days: int) -> None:
    with pytest.raises(Invalid):
        RequestTerm.decide(kind, days, is_working=True, by=cast.adam)


def test_who_takes_consent_back_is_not_written_to_from_that_moment(cast: Cast, subject: Subject) -> None:
    publish(cast)
    agree(cast, subject, "call", "email")
    request = received(cast, subject, "withdrawal", words="No more")
    assert not Consent.objects.standing().exists()
    assert not request.is_done


def test_a_head_answers_it(cast: Cast, subject: Subject) -> None:
    request = received(cast, subject)
    request.complete(by=cast.sergey, result="Sent by post")
    request.refresh_from_db()
    assert (request.done_by, request.result) == (cast.sergey, "Sent by post")
    with pytest.raises(Refused) as refused:
        request.complete(by=cast.sergey, result="Again")
    assert refused.value.codes == ["already-answered"]


def test_an_answer_has_words(cast: Cast, subject: Subject) -> None:
    with pytest.raises(Invalid):
        received(cast, subject).complete(by=cast.sergey, result=" ")


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_nobody_else_answers(cast: Cast, subject: Subject, who: str) -> None:
    request = received(cast, subject)
    with pytest.raises(NotAllowed):
        request.complete(by=getattr(cast, who), result="Done")
    request.refresh_from_db()
    assert not request.is_done


def test_whoever_sees_the_client_writes_it_down(cast: Cast, subject: Subject) -> None:
    for who in (cast.anna, cast.igor, cast.sergey):
        received(cast, subject, by=who)
    with pytest.raises(ClientIsLed):
        received(cast, subject, by=cast.olga)
    with pytest.raises(NotAllowed):
        received(cast, subject, by=cast.boris)


def test_a_company_has_no_such_rights(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        received(cast, Subject(cast.client(owner=cast.anna)))
    assert refused.value.codes == ["not-a-person"]


def test_its_kind_is_known_and_its_day_has_come(cast: Cast, subject: Subject) -> None:
    with pytest.raises(Invalid):
        received(cast, subject, "fun")
    with pytest.raises(Invalid):
        received(cast, subject, received_at=timezone.now() + timedelta(days=1))


def test_late_ones_are_found(cast: Cast, subject: Subject) -> None:
    late = received(cast, subject, received_at=timezone.now() - timedelta(days=60))
    received(cast, subject)
    assert list(SubjectRequest.objects.overdue()) == [late]


def test_they_are_as_visible_as_the_client(cast: Cast, subject: Subject) -> None:
    received(cast, subject)
    seen = {who: SubjectRequest.objects.visible_to(getattr(cast, who)).count() for who in ("igor", "olga", "vera")}
    assert seen == {"igor": 1, "olga": 0, "vera": 1}


def test_it_is_told_by_numbers(cast: Cast, subject: Subject) -> None:
    request = received(cast, subject, words="I am Olga Ryabinina")
    event = Event.objects.get(kind="subject.asked")
    assert (event.data["request"], event.data["request_kind"]) == (request.pk, "access")
    assert "Ryabinina" not in str(event.data)
