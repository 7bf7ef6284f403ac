import pytest
from django.urls import reverse
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.deals.deal import Deal
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.choice import version_for
from vedu.sales.playbooks.playbook import Playbook, PlaybookUse
from vedu.sales.playbooks.script import Question, Script, Step
from vedu.sales.talk.need import Need
from vedu.web.playbooks.panel import panel_of


@pytest.fixture
def deal(cast: Cast) -> Deal:
    """In preparation, led by the eight steps."""
    return cast.deal()


def said(deal: Deal, key: str, text: str, **more: str) -> dict[str, str]:
    version = version_for(deal)
    return {"version": str(version.pk), "question": key, "text": text, **more}


def test_the_first_question_of_the_stage_is_asked(deal: Deal) -> None:
    panel = panel_of(deal, can_work=True)
    with translation.override("en"):
        assert (panel.current.question.key, panel.place) == ("hook", "question 1 of 2")
    assert panel.step.name == "Preparation"


def test_an_answered_question_gives_way_to_the_next(cast: Cast, deal: Deal) -> None:
    Answer.give(deal, version_for(deal), "hook", "A new shop", by=cast.anna)
    panel = panel_of(deal, can_work=True)
    assert panel.current.question.key == "who-may-decide"
    assert [row.given.words for row in panel.known] == ["A new shop"]
    assert not panel.has_another


def test_a_question_put_off_comes_back_last(deal: Deal) -> None:
    assert panel_of(deal, can_work=True, put_off=["hook"]).current.question.key == "who-may-decide"
    assert panel_of(deal, can_work=True, put_off=["hook", "who-may-decide"]).current.question.key == "hook"


def test_another_stage_asks_its_own(cast: Cast) -> None:
    assert panel_of(cast.at_stage(3), can_work=True).current.question.key == "how-much"


def test_everything_known_is_said(cast: Cast, deal: Deal) -> None:
    for key in ("hook", "who-may-decide"):
        Answer.give(deal, version_for(deal), key, "Known", by=cast.anna)
    html = text_of(visitor(cast.anna).get(reverse("playbooks:deal", args=[deal.pk]), headers=HTMX))
    assert "Everything that this stage asks is known." in html


def test_an_answer_brings_the_next_question_and_the_need(cast: Cast) -> None:
    deal = cast.at_stage(3)
    url = reverse("playbooks:answers", args=[deal.pk])
    answer = visitor(cast.anna).post(url, said(deal, "what-bothers", "Crushed boxes", later="how-much"), headers=HTMX)
    html = text_of(answer)
    assert answer.status_code == 200
    assert 'value="how-much"' in html
    assert 'id="deal-needs"' in html
    assert Need.objects.filter(deal=deal, words="Crushed boxes").exists()


def test_without_scripts_the_page_takes_the_answer(cast: Cast, deal: Deal) -> None:
    anna = visitor(cast.anna)
    answer = anna.post(reverse("playbooks:answers", args=[deal.pk]), said(deal, "hook", "A new shop"))
    assert answer.headers["Location"].endswith(f"/deals/{deal.pk}/playbook#question-hook")
    page = text_of(anna.get(reverse("playbooks:deal", args=[deal.pk])))
    assert "A new shop" in page
    assert "Support, repeat" in page


def test_an_empty_answer_is_refused_in_a_sentence(cast: Cast, deal: Deal) -> None:
    answer = visitor(cast.anna).post(
        reverse("playbooks:answers", args=[deal.pk]), said(deal, "hook", " "), headers=HTMX
    )
    assert answer.status_code == 422
    assert "Write down what the client said." in text_of(answer)


def test_an_old_answer_shows_what_was_asked(cast: Cast, deal: Deal) -> None:
    Answer.give(deal, version_for(deal), "hook", "A new shop", by=cast.anna)
    step = Step("Preparation", "preparation", questions=(Question("hook", "Why now?"),))
    Playbook.objects.get(preset="eight").publish("Eight steps", Script((step,)), by=cast.sergey)
    page = text_of(visitor(cast.anna).get(reverse("playbooks:deal", args=[deal.pk])))
    assert "Why now?" in page
    assert "asked as:" in page


def test_the_seller_leads_by_another(cast: Cast, deal: Deal) -> None:
    spin = Playbook.objects.get(preset="spin")
    visitor(cast.anna).post(reverse("playbooks:choice", args=[deal.pk]), {"playbook": spin.pk})
    assert version_for(deal).playbook == spin


def test_who_sees_and_who_writes(cast: Cast, deal: Deal) -> None:
    url, answers = (reverse(f"playbooks:{name}", args=[deal.pk]) for name in ("deal", "answers"))
    assert visitor(cast.sergey).get(url).status_code == 200
    assert visitor(cast.olga).get(url).status_code == 404
    assert visitor(cast.olga).post(answers, said(deal, "hook", "x")).status_code == 404
    assert visitor(cast.boris).post(answers, said(deal, "hook", "x")).status_code == 403
    assert "<form" not in text_of(visitor(cast.boris).get(url, headers=HTMX))
    assert is_sign_in(visitor().get(url))
    assert is_sign_in(visitor().post(answers))


def test_a_pipeline_without_a_playbook_says_so(cast: Cast, deal: Deal) -> None:
    PlaybookUse.objects.all().delete()
    assert "No playbook is set" in text_of(visitor(cast.anna).get(reverse("playbooks:deal", args=[deal.pk])))


def test_the_panel_costs_few_queries(
    cast: Cast, deal: Deal, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    anna, url = visitor(cast.anna), reverse("playbooks:deal", args=[deal.pk])
    anna.get(url, headers=HTMX)
    with django_assert_max_num_queries(8):
        anna.get(url, headers=HTMX)


def test_the_card_asks_for_the_panel(cast: Cast, deal: Deal) -> None:
    page = text_of(visitor(cast.anna).get(reverse("deal:card", args=[deal.pk])))
    assert f'hx-get="/deals/{deal.pk}/playbook"' in page
