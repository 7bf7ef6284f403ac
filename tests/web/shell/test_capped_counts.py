from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.shell.capped_counts import capped_count, capped_counts, count_text


def deals(cast: Cast, number: int) -> None:
    for each in range(number):
        cast.deal(client=cast.client(f"Client {each}", owner=cast.anna))


def test_many_counts_by_one_query(cast: Cast, django_assert_num_queries) -> None:
    deals(cast, 3)
    with django_assert_num_queries(1):
        counts = capped_counts({"all": Deal.objects.all(), "none": Deal.objects.filter(amount__lt=0)})
    assert counts == {"all": 3, "none": 0}


def test_a_count_stops_one_above_the_limit(cast: Cast) -> None:
    deals(cast, 4)
    assert capped_count(Deal.objects.all(), 2) == 3
    assert capped_count(Deal.objects.all(), 4) == 4


def test_a_filter_that_nothing_can_fit_counts_nothing(cast: Cast) -> None:
    assert capped_counts({"none": Deal.objects.filter(pk__in=[])}) == {"none": 0}


def test_nothing_to_count(cast: Cast, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert capped_counts({}) == {}


def test_the_words() -> None:
    assert count_text(17) == "17"
    assert count_text(99) == "99"
    assert count_text(100) == "99+"
    assert count_text(1001, 1000) == "1000+"
