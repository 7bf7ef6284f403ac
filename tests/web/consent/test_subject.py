"""/consent/<person|client>/<id>/…: the menu beside a person on the client's card."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.clients.consent.world import NAME, PHONE, World, agree, full_world, publish
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.erasure_act import ErasureAct
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User

GIVEN = {"call": "on", "email": "on", "purpose": "offers", "ground": "consent", "source": "paper", "note": "Folder 7"}
VERBS = {
    "consents": GIVEN,
    "withdrawals": {"what": "", "why": "She called"},
    "objection": {"call": "on", "why": "She called"},
    "requests": {"kind": "access", "words": "What?"},
    "erasure": {"ground": "request", "sure": "on"},
}


@pytest.fixture
def world(cast: Cast) -> World:
    publish(cast)
    return full_world(cast)


def path(world: World, verb: str) -> str:
    return f"/consent/person/{world.contact.pk}/{verb}"


def post(user: User | None, world: World, verb: str, **more: object) -> HttpResponse:
    return visitor(user).post(path(world, verb), VERBS[verb] | more, headers=HTMX)


def card(user: User, world: World) -> str:
    return text_of(visitor(user).get(f"/clients/{world.client.pk}/"))


def test_consent_is_written_down_and_the_card_says_so(cast: Cast, world: World) -> None:
    assert "no consent" in card(cast.anna, world)
    page = text_of(post(cast.anna, world, "consents"))
    assert ">consent<span" in page
    assert "consent, offers and news: call, e-mail" in page
    assert {one.channel: one.note for one in Consent.objects.all()} == {"call": "Folder 7", "email": "Folder 7"}


def test_another_ground_on_its_day(cast: Cast, world: World) -> None:
    post(cast.anna, world, "consents", ground="contract", given_on="2026-01-10")
    assert {str(one.given_at.date()) for one in Consent.objects.all()} <= {"2026-01-09", "2026-01-10"}
    assert ">a ground<span" in card(cast.anna, world)


def test_without_a_channel_the_form_says_so(cast: Cast, world: World) -> None:
    response = visitor(cast.anna).post(path(world, "consents"), {**GIVEN, "call": "", "email": ""}, headers=HTMX)
    assert response.status_code == 422
    assert "Choose by what the person may be reached." in text_of(response)
    assert response.headers["HX-Retarget"] == "#ask"


def test_it_is_taken_back_one_or_all(cast: Cast, world: World) -> None:
    call, email = agree(cast, world.subject, "call", "email")
    post(cast.igor, world, "withdrawals", what=call.pk)
    assert list(Consent.objects.standing()) == [email]
    post(cast.igor, world, "withdrawals")
    assert not Consent.objects.standing().exists()
    assert email.withdrawal.why == "She called"


def test_no_more_is_written_down_for_channels_or_all(cast: Cast, world: World) -> None:
    page = text_of(post(cast.anna, world, "objection"))
    assert ">opted out<span" in page
    assert "Asked not to be disturbed: call" in page
    page = text_of(post(cast.anna, world, "objection", call=""))
    assert "Asked not to be disturbed: all channels" in page
    assert OptOut.objects.filter(value=PHONE).exists()
    assert path(world, "objection") not in page


def test_the_client_itself_has_a_menu_too(cast: Cast, world: World) -> None:
    response = visitor(cast.anna).post(f"/consent/client/{world.client.pk}/objection", {"why": "No"}, headers=HTMX)
    assert response.status_code == 200
    assert OptOut.objects.get(contact=None, value="").client == world.client
    assert f"/consent/client/{world.client.pk}/erasure" not in text_of(response)


def test_a_request_waits_in_the_register(cast: Cast, world: World) -> None:
    assert post(cast.igor, world, "requests").status_code == 200
    assert SubjectRequest.objects.get().words == "What?"
    assert NAME in text_of(visitor(cast.sergey).get("/consent/"))


def test_a_head_downloads_everything(cast: Cast, world: World) -> None:
    response = visitor(cast.sergey).get(path(world, "dossier") + "?language=ru")
    with ZipFile(BytesIO(response.content)) as archive:
        assert NAME in archive.read("dossier.html").decode()
    assert NAME not in response.headers["Content-Disposition"]


def test_erasure_asks_with_the_count_of_what_goes(cast: Cast, world: World) -> None:
    page = text_of(visitor(cast.sergey).get(path(world, "erasure"), headers=HTMX))
    assert "rows will change or go" in page
    assert "What stays" in page
    assert Contact.objects.get(pk=world.contact.pk).name == NAME


def test_erasure_needs_the_tick(cast: Cast, world: World) -> None:
    assert post(cast.sergey, world, "erasure", sure="").status_code == 422
    assert not ErasureAct.objects.exists()


def test_after_an_erasure_the_card_has_no_name_and_no_menu(cast: Cast, world: World) -> None:
    page = text_of(post(cast.sergey, world, "erasure"))
    assert "Рябинина" not in page
    assert path(world, "consents") not in page
    assert ErasureAct.objects.get().by == cast.sergey


def test_a_private_client_is_erased_from_its_own_menu(cast: Cast) -> None:
    client = Client.add(name=NAME, kind="person", by=cast.anna)
    response = visitor(cast.sergey).post(f"/consent/client/{client.pk}/erasure", VERBS["erasure"], headers=HTMX)
    assert response.status_code == 200
    assert NAME not in text_of(response)


def test_without_scripts_each_question_is_a_page(cast: Cast, world: World) -> None:
    agree(cast, world.subject)
    for verb in VERBS:
        response = visitor(cast.sergey if verb != "consents" else cast.anna).get(path(world, verb))
        assert response.status_code == 200
        assert "<h1>" in text_of(response)
    assert visitor(cast.anna).post(path(world, "requests"), VERBS["requests"]).status_code == 302


@pytest.mark.parametrize(
    ("verb", "answers"),
    [
        ("consents", {"anna": 200, "igor": 409, "olga": 403, "boris": 403}),
        ("withdrawals", {"anna": 200, "igor": 200, "olga": 403, "boris": 403}),
        ("objection", {"anna": 200, "igor": 409, "olga": 403, "boris": 403}),
        ("requests", {"anna": 200, "igor": 200, "olga": 403, "boris": 403}),
        ("erasure", {"anna": 403, "igor": 403, "olga": 403, "boris": 403}),
    ],
)
def test_each_verb_is_for_whom_it_is(cast: Cast, world: World, verb: str, answers: dict[str, int]) -> None:
    assert {who: post(getattr(cast, who), world, verb).status_code for who in answers} == answers
    assert is_sign_in(post(None, world, verb))


def test_everything_about_a_person_is_for_heads(cast: Cast, world: World) -> None:
    statuses = {who: visitor(getattr(cast, who)).get(path(world, "dossier")).status_code for who in VISITORS}
    assert statuses == {"anna": 403, "igor": 403, "olga": 403, "boris": 403, "sergey": 200, "vera": 200, "adam": 200}
    assert is_sign_in(visitor().get(path(world, "dossier")))


VISITORS = ("anna", "igor", "olga", "boris", "sergey", "vera", "adam")


def test_the_menu_offers_what_one_may(cast: Cast, world: World) -> None:
    offered = {
        who: [verb for verb in (*VERBS, "dossier") if path(world, verb) in card(getattr(cast, who), world)]
        for who in ("anna", "igor", "boris", "sergey")
    }
    assert offered == {
        "anna": ["consents", "objection", "requests"],
        "igor": ["objection", "requests"],
        "boris": [],
        "sergey": ["objection", "requests", "erasure", "dossier"],
    }


def test_nobody_is_found_at_a_wrong_address(cast: Cast) -> None:
    assert visitor(cast.anna).get("/consent/person/987654/consents").status_code == 404
    assert visitor(cast.anna).get("/consent/nobody/1/consents").status_code == 404


def test_a_subject_of_a_client_itself_is_told_by_its_name(cast: Cast, world: World) -> None:
    assert Subject(world.client).name in card(cast.anna, world)
