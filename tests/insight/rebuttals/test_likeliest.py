"""What clients will most likely object with, and the best answer (TALK-4, CHAN-5)."""

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.insight.rebuttals.likeliest import HEARD_MOST, likeliest
from vedu.insight.rebuttals.rebuttal_rate import RebuttalRate
from vedu.insight.win_rate import WinRate
from vedu.sales.deals.deal import Deal
from vedu.sales.objections.rebuttal import Rebuttal
from vedu.sales.playbooks.playbook import Playbook, PlaybookUse
from vedu.sales.playbooks.script import Question, Script, Step
from vedu.sales.talk.objection import Objection


def heard(deal: Deal, cast: Cast, **times: int) -> None:
    for kind, number in times.items():
        for _time in range(number):
            Objection.note(deal, text="Hm", kind=kind, by=cast.anna)


def playbook(cast: Cast, name: str = "Cold") -> Playbook:
    script = Script((Step("Opening", "contact", questions=(Question("a", "Which?"),)),))
    return Playbook.found(name, script, by=cast.sergey)


def kinds(playbook_id: int | None = None) -> list[str]:
    return [one.kind for one in likeliest(playbook_id)]


def test_where_nothing_is_known_what_cold_calls_hear_most(cast: Cast) -> None:
    assert kinds() == list(HEARD_MOST[:3])
    assert {one.heard for one in likeliest(None)} == {WinRate(0, 0)}


def test_what_is_heard_most_comes_first_and_the_rest_is_filled(cast: Cast) -> None:
    heard(cast.deal(), cast, trust=3, budget=2, other=9)
    assert kinds() == ["trust", "budget", HEARD_MOST[0]]
    assert likeliest(None)[0].heard == WinRate(3, 14)


def test_those_of_the_pipelines_that_the_playbook_leads(cast: Cast) -> None:
    led = playbook(cast)
    PlaybookUse.objects.filter(pipeline=cast.shop).delete()
    PlaybookUse.objects.create(pipeline=cast.shop, playbook=led)
    heard(cast.deal(), cast, trust=3)
    assert "trust" not in kinds(led.pk)
    assert kinds(playbook(cast, "Leads none").pk)[0] == "trust"


def test_the_answer_that_works_best_for_a_doubt(cast: Cast) -> None:
    heard(cast.deal(), cast, price=1)
    answers = Rebuttal.objects.in_use().filter(kind="price", against="doubt")
    best = answers.last()
    RebuttalRate.objects.create(rebuttal=best, used=40, removed=38, settled=40)
    assert likeliest(None)[0].best.rebuttal == best


def test_what_has_no_answer_is_left_out(cast: Cast) -> None:
    heard(cast.deal(), cast, trust=3)
    Rebuttal.objects.filter(kind="trust").update(is_retired=True)
    assert "trust" not in kinds()
    Rebuttal.objects.update(is_retired=True)
    assert kinds() == []


def test_it_costs_four_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    heard(cast.deal(), cast, trust=3, price=5)
    led = playbook(cast)
    with django_assert_max_num_queries(4):
        likeliest(led.pk)
