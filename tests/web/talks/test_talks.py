from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.filled_checklist import FilledChecklist
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import version_for

URL = reverse("talks:index")


def asked(cast: Cast, by: User, opened: int, closed: int) -> None:
    deal = cast.deal(owner=by)
    version = version_for(deal)
    for number in range(opened + closed):
        key, text = ("hook", "A new shop") if number < opened else ("may-go-on", "yes")
        Answer.give(deal, version, key, text, by=by)
    touch = deal.log_touch(by=by, channel="call")
    FilledChecklist.fill(touch, Checklist.objects.get(preset="small_talk"), ["hook"], by=by)


def test_a_head_sees_the_shares_of_his_people(cast: Cast) -> None:
    asked(cast, cast.anna, 9, 3)
    asked(cast, cast.igor, 2, 1)
    asked(cast, cast.olga, 5, 5)
    page = text_of(visitor(cast.sergey).get(URL))
    assert "9 of 12" in page
    assert "--m:75" in page
    assert "2 of 3" in page  # too few to draw
    assert "Olga Orlova" not in page
    assert reverse("signals:index") in page


def test_a_seller_sees_himself(cast: Cast) -> None:
    asked(cast, cast.olga, 9, 3)
    asked(cast, cast.anna, 2, 8)
    page = text_of(visitor(cast.olga).get(URL))
    assert "9 of 12" in page
    assert "2 of 10" not in page
    assert "Anna Kotova" not in page
    assert reverse("checklists:index") not in page


def test_nothing_yet_teaches(cast: Cast) -> None:
    assert "Nothing to show yet." in text_of(visitor(cast.anna).get(URL))
    assert visitor(cast.anna).get(URL, {"days": "nonsense"}).status_code == 200
    assert is_sign_in(visitor().get(URL))


def test_the_page_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for seller in (cast.anna, cast.igor, cast.olga):
        asked(cast, seller, 6, 4)
    guest = visitor(cast.vera)
    guest.get(URL)
    with django_assert_max_num_queries(9):
        guest.get(URL, {"days": "365"})
