"""POST /clients/<id>/supplies and /clients/supplies/<id>/ending."""

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supply
from vedu.foundation.people.user import User

SAID = {"supplier": "Karton", "is_main": "on", "since_on": "2024-03-01", "mood": "mixed", "dislikes": "delays"}


def post(user: User | None, client: Client, **said: str) -> tuple[int, str]:
    response = visitor(user).post(f"/clients/{client.pk}/supplies", SAID | said, headers=HTMX)
    return response.status_code, text_of(response)


def end(user: User | None, supply: Supply) -> int:
    return visitor(user).post(f"/clients/supplies/{supply.pk}/ending", headers=HTMX).status_code


def test_the_supplier_stands_on_the_card_with_what_it_is_disliked_for(cast: Cast) -> None:
    competitor = Competitor.add("KARTON", by=cast.sergey)
    status, part = post(cast.anna, cast.deal().client)
    assert status == 200
    assert "the supplier of today" in part
    assert "since 03.2024" in part
    assert "delays" in part
    assert f'href="/competitors/#competitor-{competitor.pk}"' in part


def test_a_missing_name_keeps_what_was_typed(cast: Cast) -> None:
    status, part = post(cast.anna, cast.deal().client, supplier=" ")
    assert status == 422
    assert 'id="id_supplier_error"' in part
    assert 'value="delays"' in part
    assert not Supply.objects.exists()


def test_without_scripts_the_card_follows(cast: Cast) -> None:
    client = cast.deal().client
    response = visitor(cast.anna).post(f"/clients/{client.pk}/supplies", SAID)
    assert response.headers["Location"] == f"/clients/{client.pk}/"
    response = visitor(cast.anna).post(f"/clients/supplies/{Supply.objects.get().pk}/ending")
    assert response.headers["Location"] == f"/clients/{client.pk}/"


def test_it_may_end(cast: Cast) -> None:
    post(cast.anna, cast.deal().client)
    assert end(cast.anna, Supply.objects.get()) == 200
    assert not Supply.objects.present().exists()


def test_others_do_not_write(cast: Cast) -> None:
    client = cast.deal().client
    supply = Supply.note(client, "Upak", by=cast.anna)
    assert [post(person, client)[0] for person in (cast.igor, cast.sergey)] == [409, 409]
    assert [post(person, client)[0] for person in (cast.olga, cast.boris)] == [403, 403]
    assert [end(person, supply) for person in (cast.igor, cast.olga, cast.boris)] == [409, 404, 403]
    assert client.supplies.present().get().name == "Upak"


def test_a_teammate_reads_without_forms(cast: Cast) -> None:
    client = cast.deal().client
    Supply.note(client, "Upak", by=cast.anna)
    page = text_of(visitor(cast.igor).get(f"/clients/{client.pk}/"))
    assert "Upak" in page
    assert f"/clients/{client.pk}/supplies" not in page


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    client = cast.client()
    assert is_sign_in(visitor().post(f"/clients/{client.pk}/supplies", SAID))
    supply = Supply.note(client, "Upak", by=cast.anna)
    assert is_sign_in(visitor().post(f"/clients/supplies/{supply.pk}/ending"))


def test_the_timeline_tells_of_it(cast: Cast) -> None:
    client = cast.deal().client
    post(cast.anna, client)
    page = text_of(visitor(cast.anna).get(f"/clients/{client.pk}/"))
    assert "The supplier of today: Karton" in page
