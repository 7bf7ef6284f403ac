"""/clients/<id>/merges: two entries side by side, by the owner, a teammate, an outsider and a stranger."""

import pytest
from django.test import Client as Browser

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.merging.merge import Merge
from vedu.foundation.people.user import User


def browser(user: User) -> Browser:
    user.language = "en"
    user.save(update_fields=["language"])
    opened = Browser()
    opened.force_login(user)
    return opened


@pytest.fixture
def kept(cast: Cast) -> Client:
    client = cast.client("Northern Bakery", owner=cast.anna)
    client.describe(by=cast.anna, city="Samara", about="Cakes")
    return client


@pytest.fixture
def gone(cast: Cast) -> Client:
    client = cast.client("Bakery Northern", owner=cast.anna)
    client.describe(by=cast.anna, city="Perm", about="Bread", source="exhibition")
    cast.deal(client=client)
    return client


def url(kept: Client, gone: Client) -> str:
    return f"/clients/{kept.pk}/merges?with={gone.pk}"


def test_the_two_stand_side_by_side(cast: Cast, kept: Client, gone: Client) -> None:
    text = browser(cast.anna).get(url(kept, gone)).content.decode()
    assert "Bakery Northern goes into Northern Bakery" in text
    for words in ("Samara", "Perm", "exhibition", "1 deal", "both, one below the other"):
        assert words in text
    assert f"/clients/{gone.pk}/merges?with={kept.pk}" in text


def test_what_differs_is_chosen(cast: Cast, kept: Client, gone: Client) -> None:
    said = {"field.city": "gone", "field.about": "both", "field.name": "kept", "why": "The same INN"}
    answer = browser(cast.anna).post(url(kept, gone), said, follow=True)
    kept.refresh_from_db()
    assert answer.redirect_chain == [(f"/clients/{kept.pk}/", 302)]
    assert (kept.city, kept.about, kept.source) == ("Perm", "Cakes\nBread", "exhibition")
    assert Merge.objects.get().why == "The same INN"
    assert f"/merges/{Merge.objects.get().pk}/undoing" in answer.content.decode()


def test_it_is_undone_by_one_press(cast: Cast, kept: Client, gone: Client) -> None:
    anna = browser(cast.anna)
    anna.post(url(kept, gone))
    answer = anna.post(f"/merges/{Merge.objects.get().pk}/undoing")
    assert answer.headers["Location"] == f"/clients/{gone.pk}/"
    assert Client.objects.filter(pk=gone.pk).exists()


def test_a_choice_that_makes_no_sense_changes_nothing(cast: Cast, kept: Client, gone: Client) -> None:
    browser(cast.anna).post(url(kept, gone), {"field.city": "both", "field.salary": "gone"})
    kept.refresh_from_db()
    assert kept.city == "Samara"


def test_clients_of_two_owners_are_not_merged_and_the_way_on_is_said(cast: Cast, kept: Client) -> None:
    other = cast.client("Igor's", owner=cast.igor)
    head = browser(cast.sergey)
    text = head.get(url(kept, other)).content.decode()
    assert "hand one over first" in text
    assert f"/clients/{other.pk}/assignment" in text
    assert head.post(url(kept, other)).status_code == 409
    assert not Merge.objects.exists()


def test_a_teammate_sees_but_does_not_merge(cast: Cast, kept: Client, gone: Client) -> None:
    igor = browser(cast.igor)
    assert "Anna Kotova" in igor.get(url(kept, gone)).content.decode()
    assert igor.post(url(kept, gone)).status_code == 409
    assert not Merge.objects.exists()


def test_an_outsider_is_told_who_leads_it(cast: Cast, kept: Client, gone: Client) -> None:
    answer = browser(cast.olga).post(url(kept, gone))
    assert answer.status_code == 403
    assert "Anna Kotova" in answer.content.decode()


def test_one_who_only_looks_does_not_merge(cast: Cast, kept: Client, gone: Client) -> None:
    assert browser(cast.boris).post(url(kept, gone)).status_code == 403


def test_a_stranger_signs_in_first(cast: Cast, kept: Client, gone: Client) -> None:
    answer = Browser().post(url(kept, gone))
    assert answer.status_code == 302
    assert not Merge.objects.exists()


def test_an_outsider_undoes_nothing(cast: Cast, kept: Client, gone: Client) -> None:
    browser(cast.anna).post(url(kept, gone))
    address = f"/merges/{Merge.objects.get().pk}/undoing"
    assert browser(cast.olga).post(address).status_code == 404
    assert browser(cast.igor).post(address).status_code == 403
    assert not Client.objects.filter(pk=gone.pk).exists()


def test_the_other_entry_is_looked_for(cast: Cast, kept: Client, gone: Client) -> None:
    anna = browser(cast.anna)
    assert "Which entry is the same client?" in anna.get(f"/clients/{kept.pk}/merges").content.decode()
    found = anna.get(f"/clients/{kept.pk}/merges/others?q=bakery").content.decode()
    assert "Bakery Northern" in found
    assert f"?with={kept.pk}" not in found


def test_the_page_asks_the_database_a_few_times(
    cast: Cast, kept: Client, gone: Client, django_assert_max_num_queries
) -> None:
    anna = browser(cast.anna)
    with django_assert_max_num_queries(14):
        anna.get(url(kept, gone))
