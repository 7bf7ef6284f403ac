"""/consent/: the register of those who lead people."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.clients.consent.world import NAME, PHONE, World, agree, full_world, publish
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.consent.erasing import erase
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.term import terms
from vedu.clients.consent.text import ConsentText
from vedu.foundation.people.user import User
from vedu.web.consent.coverage import Coverage, coverage_of


@pytest.fixture
def world(cast: Cast) -> World:
    publish(cast)
    return full_world(cast)


def page(user: User, query: str = "") -> str:
    response = visitor(user).get(f"/consent/?{query}")
    assert response.status_code == 200
    return text_of(response)


def test_it_counts_how_far_consent_goes(cast: Cast, world: World) -> None:
    others = [Subject.of(cast.contact(world.client, f"Person {number}")) for number in range(3)]
    agree(cast, world.subject, "call", "email")
    agree(cast, others[0], ground="contract")
    object_to(others[1], by=cast.anna)
    SubjectRequest.receive(others[2], "access", by=cast.anna, received_at=timezone.now() - timedelta(days=60))
    found = coverage_of(cast.sergey)
    assert found == Coverage(people=4, with_consent=1, with_ground=1, opted_out=1, open=1, overdue=1)
    assert found.with_nothing == 2
    assert coverage_of(cast.olga).people == 0


def test_a_late_request_is_red_and_says_why(cast: Cast, world: World) -> None:
    SubjectRequest.receive(world.subject, "erasure", by=cast.anna, received_at=timezone.now() - timedelta(days=33))
    said = page(cast.sergey)
    assert 'class="v-bad">late by 3 days' in said
    assert "1 request is late" in said
    assert "erase my data" in said


def test_one_that_waits_says_how_long_there_is(cast: Cast, world: World) -> None:
    SubjectRequest.receive(world.subject, "erasure", by=cast.anna)
    assert "30 days left" in page(cast.sergey)


def test_answered_ones_are_shown_among_all(cast: Cast, world: World) -> None:
    SubjectRequest.receive(world.subject, "access", by=cast.anna).complete(by=cast.sergey, result="Sent by post")
    assert "Sent by post" not in page(cast.sergey)
    assert "Sent by post" in page(cast.sergey, "list=requests&all=1")


def test_opt_outs_consents_and_acts_have_their_lists(cast: Cast, world: World) -> None:
    agree(cast, world.subject, "email", note="Folder 7")
    object_to(world.subject, by=cast.anna, channels=["call"], why="Enough")
    OptOut.put("email", "nobody@volga.example", by=cast.anna)
    listed = page(cast.sergey, "list=opt-outs")
    for text in (NAME, "+7 912 640-18-22", "nobody@volga.example", "Enough", "Anna Kotova"):
        assert text in listed
    assert "Folder 7" in page(cast.sergey, "list=consents")
    act = erase(world.subject, by=cast.sergey, ground="request")
    assert f"/consent/acts/{act.pk}/" in page(cast.sergey, "list=acts")
    assert "a number of an erased person" in page(cast.sergey, "list=opt-outs")


def test_an_empty_list_says_what_to_do(cast: Cast) -> None:
    for query in ("list=requests", "list=opt-outs", "list=consents", "list=acts", "list=nonsense"):
        assert "v-table" not in page(cast.sergey, query)


def test_the_table_for_download_has_the_same_rows(cast: Cast, world: World) -> None:
    agree(cast, world.subject, "email", note="=1+1")
    object_to(world.subject, by=cast.anna, channels=["call"], why="=cmd")
    response = visitor(cast.sergey).get("/consent/register.csv?list=opt-outs")
    said = text_of(response)
    assert said.startswith("\ufeffWho;")
    assert f"{NAME}, Northern Bakery;Call" in said
    assert ";'=cmd;" in said


def test_a_request_is_answered(cast: Cast, world: World) -> None:
    request = SubjectRequest.receive(world.subject, "access", by=cast.anna)
    path = f"/consent/requests/{request.pk}/completion"
    assert visitor(cast.sergey).get(path).status_code == 200
    assert visitor(cast.sergey).post(path, {"result": ""}).status_code == 422
    assert visitor(cast.sergey).post(path, {"result": "Sent"}).status_code == 302
    request.refresh_from_db()
    assert request.done_by == cast.sergey


def test_an_opt_out_comes_off_for_a_reason(cast: Cast, world: World) -> None:
    row = object_to(world.subject, by=cast.anna)[0]
    path = f"/consent/opt-outs/{row.pk}/lifting"
    assert visitor(cast.sergey).get(path).status_code == 200
    assert visitor(cast.sergey).post(path, {"why": ""}).status_code == 422
    assert visitor(cast.sergey).post(path, {"why": "She asked"}).status_code == 302
    assert not OptOut.objects.standing().exists()


def test_a_bare_number_goes_on_the_list(cast: Cast) -> None:
    sergey = visitor(cast.sergey)
    assert sergey.post("/consent/opt-outs", {"phone": "12"}).status_code == 422
    assert sergey.post("/consent/opt-outs", {"phone": PHONE, "why": "Wrote"}).status_code == 302
    assert sergey.post("/consent/opt-outs", {"email": "NOBODY@volga.example"}).status_code == 302
    assert set(OptOut.objects.values_list("value", flat=True)) == {PHONE, "nobody@volga.example"}


def test_an_act_is_printed_and_its_log_downloaded(cast: Cast, world: World) -> None:
    act = erase(world.subject, by=cast.sergey, ground="request", why="Her letter")
    printed = text_of(visitor(cast.sergey).get(f"/consent/acts/{act.pk}/"))
    for text in (f"contact:{world.contact.pk}", "Sergey Lapin", act.log_sha256, "Her letter", "Signature"):
        assert text in printed
    assert text_of(visitor(cast.sergey).get(f"/consent/acts/{act.pk}/log")) == act.log_text


def test_texts_and_days_are_set_by_those_who_run_the_company(cast: Cast) -> None:
    adam = visitor(cast.adam)
    assert adam.post("/consent/texts", {"purpose": "offers", "text": " "}).status_code == 422
    assert adam.post("/consent/texts", {"purpose": "offers", "text": "I agree"}).status_code == 302
    assert ConsentText.objects.get().text == "I agree"
    days = {f"{kind}_days": term.days for kind, term in terms().items()}
    assert adam.post("/consent/terms", {**days, "access_days": 0}).status_code == 422
    assert adam.post("/consent/terms", {**days, "access_days": 5}).status_code == 302
    assert (terms()["access"].days, terms()["access"].is_working) == (5, False)
    said = page(cast.adam)
    assert 'action="/consent/terms"' in said
    assert 'action="/consent/texts"' in said


@pytest.mark.parametrize("who", ["anna", "sergey", "boris"])
def test_others_do_not_set_them(cast: Cast, who: str) -> None:
    browser = visitor(getattr(cast, who))
    assert browser.post("/consent/texts", {"purpose": "offers", "text": "I agree"}).status_code == 403
    assert browser.post("/consent/terms", {}).status_code == 403
    assert not ConsentText.objects.exists()


@pytest.mark.parametrize("who", ["anna", "igor", "boris"])
def test_the_register_is_for_those_who_lead_people(cast: Cast, world: World, who: str) -> None:
    request = SubjectRequest.receive(world.subject, "access", by=cast.anna)
    row = object_to(world.subject, by=cast.anna)[0]
    browser = visitor(getattr(cast, who))
    for path in ("", "register.csv", f"requests/{request.pk}/completion", f"opt-outs/{row.pk}/lifting", "acts/1/"):
        assert browser.get(f"/consent/{path}").status_code == 403
    assert browser.post("/consent/opt-outs", {"phone": PHONE}).status_code == 403
    assert is_sign_in(visitor().get("/consent/"))


def test_a_head_sees_only_his_teams(cast: Cast) -> None:
    client = cast.client("Southern Mill", owner=cast.olga)
    request = SubjectRequest.receive(Subject.of(cast.contact(client)), "access", by=cast.olga)
    assert "Southern Mill" not in page(cast.sergey)
    assert visitor(cast.sergey).get(f"/consent/requests/{request.pk}/completion").status_code == 404
    assert "Southern Mill" in page(cast.vera)


@pytest.mark.every_case
@pytest.mark.parametrize("shown", ["requests", "opt-outs", "consents", "acts"])
def test_a_long_list_costs_few_queries(
    cast: Cast, world: World, shown: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(8):
        subject = Subject.of(cast.contact(world.client, f"Person {number}"))
        agree(cast, subject, "call", "email")
        object_to(subject, by=cast.anna, channels=["call"])
        SubjectRequest.receive(subject, "access", by=cast.anna)
        if number < 3:
            erase(subject, by=cast.sergey, ground="request")
    browser = visitor(cast.adam)
    with django_assert_max_num_queries(12):
        browser.get(f"/consent/?list={shown}&all=1")
