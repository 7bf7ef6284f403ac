from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from bench.known_techniques import outcomes, write
from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.insight.rebuttals.jobs import learn_rates
from vedu.insight.techniques.jobs import count_techniques_of
from vedu.sales.objections.rebuttal import Rebuttal
from vedu.sales.playbooks.playbook import Playbook

URL = reverse("techniques:index")
PLACES = {"hook": 0, "how-much": 3, "understood": 3, "fits": 4}


def closed(cast: Cast, owner: User, count: int, works: str = "how-much") -> None:
    version, now = Playbook.objects.get(preset="eight").latest, timezone.now()
    write(version, cast.pipeline, [owner], outcomes(count, 8, PLACES, works, seed=5), now, seed=6)


def counted() -> None:
    count_techniques_of(timezone.now())
    learn_rates(timezone.now())


def test_it_says_what_wins_more_often_and_what_does_not(cast: Cast) -> None:
    closed(cast, cast.anna, 1500)
    counted()
    page = text_of(visitor(cast.sergey).get(URL, {"days": "730"}))
    assert "wins more often" in page
    assert "no difference seen" in page
    assert "How much do you need a month, and how often do you order?" in page
    assert "need not be the cause" in page
    assert 'class="v-interval good"' in page
    assert page.index("wins more often") < page.index("no difference seen", page.index('id="questions"'))


def test_too_few_is_said(cast: Cast) -> None:
    closed(cast, cast.anna, 30)
    counted()
    page = text_of(visitor(cast.anna).get(URL, {"days": "730"}))
    assert "Too few to judge" in page
    assert "wins more often" not in page


def test_a_seller_sees_his_own_a_head_his_people_the_owner_all(cast: Cast) -> None:
    closed(cast, cast.anna, 40)
    counted()
    for viewer, sees in ((cast.anna, True), (cast.sergey, True), (cast.vera, True), (cast.olga, False)):
        page = text_of(visitor(viewer).get(URL, {"days": "730"}))
        assert ("How much do you need a month" in page) == sees, viewer
        assert ("Nothing to compare yet." in page) != sees, viewer
    assert is_sign_in(visitor().get(URL))


def test_a_pipeline_and_a_period_are_chosen(cast: Cast) -> None:
    closed(cast, cast.anna, 40)
    counted()
    guest = visitor(cast.anna)
    page = text_of(guest.get(URL, {"days": "730", "pipeline": cast.shop.pk}))
    assert "Nothing to compare yet." in page
    assert f"?days=90&amp;pipeline={cast.shop.pk}" in page
    for nonsense in ({"days": "-1"}, {"days": "x", "pipeline": "x"}, {"pipeline": "9" * 30}, {"pipeline": "²"}):
        assert guest.get(URL, nonsense).status_code == 200


def test_answers_are_compared_within_their_kind(cast: Cast) -> None:
    first, second = Rebuttal.objects.filter(kind="price", latest__isnull=False)[:2]
    for rebuttal, helped in ((first, 28), (second, 12)):
        deal = cast.deal()
        for number in range(30):
            result = "answered" if number < helped else "stands"
            cast.object_to(deal).reply(version=rebuttal.latest, result=result, by=cast.anna)
    counted()
    page = text_of(visitor(cast.anna).get(URL))
    assert "helps more often" in page
    assert "helps less often" in page


def test_places_lead_here_for_everybody(cast: Cast) -> None:
    for viewer in (cast.anna, cast.sergey):
        assert f'href="{URL}"' in text_of(visitor(viewer).get(reverse("talks:index")))


def test_the_page_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    closed(cast, cast.anna, 300)
    closed(cast, cast.olga, 300)
    counted()
    guest = visitor(cast.vera)
    guest.get(URL)
    with django_assert_max_num_queries(12):
        guest.get(URL, {"days": "730"})
