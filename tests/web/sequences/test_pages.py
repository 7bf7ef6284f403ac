"""/sequences/: read by all, written by heads, begun with a segment after a look at who may."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.sequences.world import TUESDAY, begin, sequence, template
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.sales.sequences.enrolment import Enrolment
from vedu.sales.sequences.sequence import Sequence
from vedu.sales.sequences.stop import stop_by_hand
from vedu.sales.touches.task import Task

INDEX, NEW = reverse("sequences:index"), reverse("sequences:new")
NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)


@pytest.fixture
def known(cast: Cast) -> Sequence:
    return sequence(cast)


@pytest.fixture
def segment(cast: Cast) -> Segment:
    segment = Segment.define("In Perm", [{"field": "city", "op": "in", "values": ["Perm"]}], by=cast.vera)
    for name, owner in (("Mine", cast.anna), ("Also mine", cast.anna), ("Theirs", cast.olga)):
        cast.client(name, owner=owner).describe(by=owner, city="Perm")
    return segment


def card(one: Sequence) -> str:
    return reverse("sequences:card", args=[one.pk])


def test_everybody_reads(cast: Cast, known: Sequence) -> None:
    enrolment = begin(cast)
    for user in (cast.anna, cast.igor, cast.olga, cast.boris, cast.vera):
        assert "Three steps" in text_of(visitor(user).get(INDEX))
        assert "Ask for a talk" in text_of(visitor(user).get(card(known)))
    assert "Northern Bakery" in text_of(visitor(cast.igor).get(card(known)))  # a teammate's
    assert "Northern Bakery" not in text_of(visitor(cast.olga).get(card(known)))
    assert reverse("sequences:word", args=[enrolment.pk, "stop"]) not in text_of(visitor(cast.igor).get(card(known)))
    assert is_sign_in(visitor().get(INDEX))
    assert is_sign_in(visitor().get(card(known)))


def test_the_pages_cost_few_queries(
    cast: Cast, known: Sequence, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        begin(cast, cast.client(f"Client {number}", owner=cast.anna))
    guest = visitor(cast.sergey)
    for url, most in ((INDEX, 8), (card(known), 12), (reverse("sequences:edit", args=[known.pk]), 9)):
        guest.get(url)
        with django_assert_max_num_queries(most):
            guest.get(url)


def test_what_has_come_of_it_is_drawn(cast: Cast, known: Sequence) -> None:
    first = begin(cast, cast.client("First", owner=cast.anna))
    begin(cast, cast.client("Second", owner=cast.anna))
    stop_by_hand(first, by=cast.anna)
    page = text_of(visitor(cast.anna).get(card(known)))
    assert "2 began, 0 answered" in page
    assert "stopped by hand" in page
    assert "--p:100" in page


def typed(**said: object) -> dict[str, object]:
    rows = {"after_days": ["0", "3"], "template": ["", ""], "purpose": ["Call", "Call again"]}
    return {"name": "Two calls", "about": "Short", "segment": "", **rows, **said}


def test_a_head_writes_and_changes(cast: Cast) -> None:
    head, letter = visitor(cast.sergey), template(cast, "email")
    answer = head.post(NEW, typed(template=[str(letter.pk), ""]))
    made = Sequence.objects.with_steps().get(name="Two calls")
    assert answer.headers["Location"] == card(made)
    assert [(one.channel, one.after_days, one.purpose) for one in made.version.all_steps] == [
        ("email", 0, "Call"),
        ("call", 3, "Call again"),
    ]
    edit = reverse("sequences:edit", args=[made.pk])
    assert "Call again" in text_of(head.get(edit))
    head.post(edit, typed(after_days=["0", "5"]))
    assert Sequence.objects.get(pk=made.pk).version.number == 2
    head.post(reverse("sequences:retirement", args=[made.pk]))
    assert "Out of use" in text_of(head.get(INDEX))
    head.post(reverse("sequences:restoration", args=[made.pk]))
    assert not Sequence.objects.get(pk=made.pk).is_retired


def test_rows_are_arranged_before_anything_is_kept(cast: Cast) -> None:
    head = visitor(cast.sergey)
    page = text_of(head.post(NEW, typed(do="down-0"), headers=HTMX))
    assert page.index("Call again") < page.index('value="Call"')
    assert text_of(head.post(NEW, typed(do="add"), headers=HTMX)).count("<fieldset") == 3
    assert text_of(head.post(NEW, typed(do="remove-1"), headers=HTMX)).count("<fieldset") == 1
    assert not Sequence.objects.filter(name="Two calls").exists()


def test_what_was_typed_survives_a_refusal(cast: Cast) -> None:
    answer = visitor(cast.sergey).post(NEW, typed(after_days=["0", "soon"]))
    page = text_of(answer)
    assert answer.status_code == 422
    assert "wait from 0 to 60 working days" in page
    assert "Call again" in page
    assert 'value="soon"' in page


def test_only_heads_write(cast: Cast, known: Sequence) -> None:
    edit = reverse("sequences:edit", args=[known.pk])
    posts = [reverse(f"sequences:{name}", args=[known.pk]) for name in ("retirement", "restoration")]
    for user in (cast.anna, cast.olga, cast.boris):
        assert {visitor(user).get(url).status_code for url in (NEW, edit)} == {403}
        assert {visitor(user).post(url).status_code for url in (*posts, reverse("sequences:ready"), NEW)} == {403}
    assert all(is_sign_in(visitor().post(url)) for url in (*posts, edit, NEW))


def test_the_ready_ones_come(cast: Cast) -> None:
    visitor(cast.sergey).post(reverse("sequences:ready"))
    assert "First contact in two weeks" in text_of(visitor(cast.anna).get(INDEX))


def test_an_empty_list_teaches(cast: Cast) -> None:
    Sequence.objects.update(is_retired=True)
    assert "Many sellers stop at the second touch" in text_of(visitor(cast.anna).get(INDEX))


def test_who_may_begin_is_seen_before(cast: Cast, known: Sequence, segment: Segment) -> None:
    begin(cast, Client.objects.get(name="Also mine"), at=TUESDAY)
    url = reverse("sequences:enrolment", args=[known.pk])
    with time_machine.travel(NIGHT, tick=False):
        page = text_of(visitor(cast.anna).get(url, {"segment": segment.pk}))
    assert "1 client would begin" in page
    assert "Goes through a sequence already" in page
    assert "Theirs" not in page
    assert Enrolment.objects.count() == 1
    answer = visitor(cast.anna).post(url, {"segment": segment.pk})
    assert answer.headers["Location"] == card(known)
    assert {one.client.name for one in Enrolment.objects.all()} == {"Mine", "Also mine"}
    assert Task.objects.filter(client__name="Mine").count() == 1


def test_who_may_look_at_who_may_begin(
    cast: Cast, known: Sequence, segment: Segment, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    url = reverse("sequences:enrolment", args=[known.pk])
    assert visitor(cast.boris).get(url, {"segment": segment.pk}).status_code == 403
    assert visitor(cast.olga).get(url, {"segment": 999}).status_code == 404
    assert is_sign_in(visitor().get(url, {"segment": segment.pk}))
    guest = visitor(cast.vera)
    guest.get(url, {"segment": segment.pk})
    with django_assert_max_num_queries(20):  # nine of them are the policy's, for a hundred people as for one
        guest.get(url, {"segment": segment.pk})


def test_clients_ticked_in_their_list_begin(cast: Cast, known: Sequence) -> None:
    mine, theirs = cast.client("Mine", owner=cast.anna), cast.deal(owner=cast.igor, client=None).client
    url, said = reverse("clients:batches", args=["sequences"]), {"client": [mine.pk, theirs.pk]}
    page = text_of(visitor(cast.anna).post(url, said, headers=HTMX))
    assert "Begin with 1 client" in page
    assert "ask for a handover" in page
    assert not Enrolment.objects.exists()
    visitor(cast.anna).post(url, said | {"sure": "1", "sequence": known.pk}, headers=HTMX)
    assert Enrolment.objects.get().client == mine
