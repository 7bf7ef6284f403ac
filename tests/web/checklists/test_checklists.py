import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.filled_checklist import FilledChecklist
from vedu.sales.touches.touch import Touch


@pytest.fixture
def call(cast: Cast) -> Touch:
    return cast.deal().log_touch(by=cast.anna, channel="call")


@pytest.fixture
def first(cast: Cast) -> Checklist:
    return Checklist.objects.get(preset="first_impression")


def url_of(touch: Touch) -> str:
    return reverse("checklists:talk", args=[touch.pk])


def test_a_talk_is_gone_through_on_the_card(cast: Cast, call: Touch, first: Checklist) -> None:
    said = {"checklist": first.pk, "done": ["reason", "listened"]}
    part = text_of(visitor(cast.anna).post(url_of(call), said, headers=HTMX))
    assert "2 of 6" in part
    assert 'id="timeline"' in part
    assert "Checklist “First impression”: 2 of 6" in part
    assert FilledChecklist.objects.get().done == 2


def test_without_scripts_it_is_a_page(cast: Cast, call: Touch, first: Checklist) -> None:
    anna = visitor(cast.anna)
    assert "Spoke less than the client" in text_of(anna.get(url_of(call)))
    answer = anna.post(url_of(call), {"checklist": first.pk, "done": ["listened"]})
    assert answer.headers["Location"] == url_of(call)
    assert 'value="listened" checked' in text_of(anna.get(url_of(call)))


def test_what_was_no_talk_says_so(cast: Cast, first: Checklist) -> None:
    letter = cast.deal().log_touch(by=cast.anna, channel="email", outcome="sent")
    assert "Checklists are for calls and meetings" in text_of(visitor(cast.anna).get(url_of(letter)))
    assert visitor(cast.anna).post(url_of(letter), {"checklist": first.pk}).status_code == 409


def test_who_sees_and_who_fills_in(cast: Cast, call: Touch, first: Checklist) -> None:
    said = {"checklist": first.pk}
    assert visitor(cast.sergey).post(url_of(call), said).status_code == 302
    assert visitor(cast.igor).post(url_of(call), said).status_code == 403
    assert visitor(cast.boris).post(url_of(call), said).status_code == 403
    assert {
        visitor(cast.olga).get(url_of(call)).status_code,
        visitor(cast.olga).post(url_of(call), said).status_code,
    } == {404}
    assert is_sign_in(visitor().get(url_of(call)))
    assert FilledChecklist.objects.get().by == cast.sergey


def test_a_head_writes_a_list_and_changes_it_with_its_keys(cast: Cast) -> None:
    head = visitor(cast.sergey)
    typed = {"name": "Visit", "occasion": "any", "key": ["", "", ""], "text": ["Looked at the store", "", "Measured"]}
    head.post(reverse("checklists:new"), typed)
    made = Checklist.objects.get(name="Visit")
    keys = [line.key for line in made.lines]
    changed = typed | {"name": "A visit", "key": [*keys, ""], "text": ["Looked around", "Measured", "Took a photo"]}
    head.post(reverse("checklists:edit", args=[made.pk]), changed)
    made.refresh_from_db()
    assert [line.key for line in made.lines][:2] == keys
    assert [line.text for line in made.lines] == ["Looked around", "Measured", "Took a photo"]


def test_what_was_typed_survives_a_refusal(cast: Cast) -> None:
    typed = {"name": "", "occasion": "any", "key": [""], "text": ["Looked at the store"]}
    answer = visitor(cast.sergey).post(reverse("checklists:new"), typed)
    page = text_of(answer)
    assert answer.status_code == 422
    assert "Give the checklist a name." in page
    assert "Looked at the store" in page


def test_it_is_taken_out_of_use_and_back(cast: Cast, first: Checklist) -> None:
    head = visitor(cast.sergey)
    head.post(reverse("checklists:retirement", args=[first.pk]))
    assert "not offered" in text_of(head.get(reverse("checklists:index")))
    head.post(reverse("checklists:restoration", args=[first.pk]))
    first.refresh_from_db()
    assert not first.is_retired


def test_only_heads_keep_them(cast: Cast, first: Checklist) -> None:
    pages = [reverse("checklists:index"), reverse("checklists:new"), reverse("checklists:edit", args=[first.pk])]
    for user in (cast.anna, cast.olga, cast.boris):
        assert {visitor(user).get(url).status_code for url in pages} == {403}
        assert visitor(user).post(reverse("checklists:retirement", args=[first.pk])).status_code == 403
        assert visitor(user).post(reverse("checklists:ready")).status_code == 403
    assert {visitor(cast.vera).get(url).status_code for url in pages} == {200}
    assert all(is_sign_in(visitor().get(url)) for url in pages)
    Checklist.objects.all().delete()
    visitor(cast.vera).post(reverse("checklists:ready"))
    assert Checklist.objects.count() == 2
