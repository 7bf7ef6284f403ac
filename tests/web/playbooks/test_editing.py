import pytest
from django.urls import reverse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.playbooks.choice import version_for
from vedu.sales.playbooks.playbook import Playbook, PlaybookUse

TYPED = {
    "name": "Our way",
    "step-0-name": "Talk",
    "step-0-phase": "preparation",
    "step-0-hint": "Listen",
    "question-0-0-text": "What do you need?",
    "question-0-0-fills": "need",
    "question-0-1-text": "Right?",
    "question-0-1-open": "no",
}


@pytest.fixture
def eight(cast: Cast) -> Playbook:
    return Playbook.objects.get(preset="eight")


def test_a_head_makes_one_and_deals_are_led_by_it(cast: Cast) -> None:
    sergey = visitor(cast.sergey)
    answer = sergey.post(reverse("playbooks:new"), TYPED | {"pipelines": cast.pipeline.pk})
    made = Playbook.objects.get(name="Our way")
    assert answer.headers["Location"] == reverse("playbooks:edit", args=[made.pk])
    questions = list(made.latest.script.questions())
    assert [(one.text, one.is_open, one.fills) for one in questions] == [
        ("What do you need?", True, "need"),
        ("Right?", False, ""),
    ]
    assert len({one.key for one in questions}) == 2
    assert version_for(cast.deal()).playbook == made


def test_a_question_keeps_its_key_when_its_words_change(cast: Cast) -> None:
    sergey = visitor(cast.sergey)
    sergey.post(reverse("playbooks:new"), TYPED)
    made = Playbook.objects.get(name="Our way")
    key = next(made.latest.script.questions()).key
    url = reverse("playbooks:edit", args=[made.pk])
    sergey.post(url, TYPED | {"question-0-0-key": key, "question-0-0-text": "What would help?"})
    first = next(made.latest.script.questions())
    assert (made.latest.number, first.key, first.text) == (2, key, "What would help?")


@pytest.mark.parametrize(
    ("do", "steps", "questions"),
    [("add", 2, 2), ("add-0", 1, 3), ("remove-0-0", 1, 1), ("remove-0", 1, 1), ("nonsense-9-9", 1, 2)],
)
def test_rows_are_arranged_and_nothing_is_published(cast: Cast, do: str, steps: int, questions: int) -> None:
    before = Playbook.objects.count()
    html = text_of(visitor(cast.sergey).post(reverse("playbooks:new"), TYPED | {"do": do}, headers=HTMX))
    assert html.count("<fieldset>") == steps
    assert html.count("question-0-") // 6 == questions
    assert Playbook.objects.count() == before


def test_steps_change_places(cast: Cast) -> None:
    typed = TYPED | {"step-1-name": "Show", "step-1-phase": "presentation", "do": "up-1"}
    html = text_of(visitor(cast.sergey).post(reverse("playbooks:new"), typed))
    assert html.index('value="Show"') < html.index('value="Talk"')


def test_what_was_typed_survives_a_refusal(cast: Cast) -> None:
    answer = visitor(cast.sergey).post(reverse("playbooks:new"), TYPED | {"name": ""})
    html = text_of(answer)
    assert answer.status_code == 422
    assert "Give the playbook a name." in html
    assert "What do you need?" in html


def test_it_is_taken_out_of_use(cast: Cast, eight: Playbook) -> None:
    visitor(cast.sergey).post(reverse("playbooks:archive", args=[eight.pk]))
    assert Playbook.objects.get(pk=eight.pk).is_archived
    assert not PlaybookUse.objects.filter(playbook=eight).exists()


def test_the_ready_ones_come_back_to_an_empty_list(cast: Cast) -> None:
    PlaybookUse.objects.all().delete()
    visitor(cast.sergey).post(reverse("playbooks:ready"))
    assert version_for(cast.deal()).playbook.preset == "eight"
    assert "Eight steps" in text_of(visitor(cast.sergey).get(reverse("playbooks:index")))


def test_only_heads_come_in(cast: Cast, eight: Playbook) -> None:
    pages = [reverse("playbooks:index"), reverse("playbooks:new"), reverse("playbooks:edit", args=[eight.pk])]
    for url in pages:
        assert visitor(cast.vera).get(url).status_code == 200
        assert {visitor(one).get(url).status_code for one in (cast.anna, cast.olga, cast.boris)} == {403}
        assert is_sign_in(visitor().get(url))
    assert visitor(cast.anna).post(reverse("playbooks:archive", args=[eight.pk])).status_code == 403
