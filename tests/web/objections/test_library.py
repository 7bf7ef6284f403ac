import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.sales.objections.rebuttal import Rebuttal

TYPED = {
    "kind": "price",
    "against": "doubt",
    "title": "Count",
    "steps": "Take paper\n\nCount together",
    "question": "?",
}


@pytest.fixture
def compare(cast: Cast) -> Rebuttal:
    return Rebuttal.objects.get(preset="price-compare")


def library(cast: Cast, who: str = "anna") -> str:
    return text_of(visitor(getattr(cast, who)).get(reverse("objections:index")))


def test_everybody_reads_the_answers_by_kinds(cast: Cast) -> None:
    page = library(cast, "boris")
    assert page.index("Expensive") < page.index("What do you compare with") < page.index("No budget")
    assert "Do not argue: price matters to him" in page
    assert reverse("objections:new") not in page
    assert is_sign_in(visitor().get(reverse("objections:index")))


def test_a_share_is_drawn_when_there_is_enough(cast: Cast, compare: Rebuttal) -> None:
    for number in range(10):
        result = "answered" if number < 7 else "stands"
        cast.object_to(cast.deal()).reply(version=compare.latest, result=result, by=cast.anna)
    page = library(cast)
    assert "7 of 10" in page
    assert "--a:40;--b:89;--m:70" in page  # Wilson at 95 %


def test_too_few_are_counted_and_not_judged(cast: Cast, compare: Rebuttal) -> None:
    cast.object_to(cast.deal()).reply(version=compare.latest, by=cast.anna)
    cast.object_to(cast.deal()).reply(answer="Own words", by=cast.anna)
    page = library(cast)
    assert "1 of 1" in page
    assert "too few to say" in page
    assert "--m:" not in page
    assert "In own words, past the library" in page


def test_the_page_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    guest = visitor(cast.sergey)
    guest.get(reverse("objections:index"))
    with django_assert_max_num_queries(8):
        guest.get(reverse("objections:index"))


def test_an_empty_library_teaches(cast: Cast) -> None:
    for one in Rebuttal.objects.all():
        one.retire(by=cast.vera)
    page = library(cast, "sergey")
    assert "Begin with the ready answers" in page
    assert "Out of use" in page


def test_a_head_writes_an_answer(cast: Cast) -> None:
    answer = visitor(cast.sergey).post(reverse("objections:new"), TYPED)
    assert answer.headers["Location"] == reverse("objections:index")
    made = Rebuttal.objects.get(latest__title="Count")
    assert (made.kind, made.latest.steps, made.latest.question) == ("price", ["Take paper", "Count together"], "?")


def test_a_head_changes_it_and_takes_it_out_of_use_and_back(cast: Cast, compare: Rebuttal) -> None:
    head, url = visitor(cast.sergey), reverse("objections:edit", args=[compare.pk])
    assert "Do not argue: price matters to him" in text_of(head.get(url))
    head.post(url, TYPED | {"against": "indecision"})
    compare.refresh_from_db()
    assert (compare.latest.number, compare.latest.title, compare.against) == (2, "Count", "indecision")
    head.post(reverse("objections:retirement", args=[compare.pk]))
    assert not Rebuttal.objects.in_use().filter(pk=compare.pk).exists()
    head.post(reverse("objections:restoration", args=[compare.pk]))
    assert Rebuttal.objects.in_use().filter(pk=compare.pk).exists()


def test_what_was_typed_survives_a_refusal(cast: Cast, compare: Rebuttal) -> None:
    answer = visitor(cast.sergey).post(reverse("objections:edit", args=[compare.pk]), TYPED | {"title": ""})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Name the answer as sellers call it" in page
    assert "Count together" in page


def test_the_ready_ones_come_back(cast: Cast) -> None:
    Rebuttal.objects.filter(preset="price-compare").update(preset="")
    visitor(cast.sergey).post(reverse("objections:ready"))
    assert Rebuttal.objects.filter(preset="price-compare").count() == 1


def test_only_heads_write(cast: Cast, compare: Rebuttal) -> None:
    pages = [reverse("objections:new"), reverse("objections:edit", args=[compare.pk])]
    posts = [reverse(f"objections:{name}", args=[compare.pk]) for name in ("retirement", "restoration")]
    for user in (cast.anna, cast.olga, cast.boris):
        assert {visitor(user).get(url).status_code for url in pages} == {403}
        assert {visitor(user).post(url).status_code for url in [*posts, reverse("objections:ready")]} == {403}
    assert all(is_sign_in(visitor().get(url)) for url in pages)
    assert all(is_sign_in(visitor().post(url)) for url in posts)


def test_what_was_typed_is_text(cast: Cast) -> None:
    typed = TYPED | {"title": "<b>50 %</b>", "steps": "<i>one</i>\n100 %(name)s", "question": "<u>?</u>"}
    visitor(cast.sergey).post(reverse("objections:new"), typed)
    page = library(cast)
    for words in ("&lt;b&gt;50 %&lt;/b&gt;", "&lt;i&gt;one&lt;/i&gt;", "100 %(name)s", "&lt;u&gt;?&lt;/u&gt;"):
        assert words in page
