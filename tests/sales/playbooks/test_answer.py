from dataclasses import replace

import pytest

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed
from vedu.sales.deals.deal import Deal
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.playbook import Playbook, PlaybookVersion
from vedu.sales.playbooks.script import Fact, Question, Script, Step
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection

QUESTIONS = (
    Question("what", "What do you need?", fills=Fact.NEED),
    Question("pain", "What is the trouble?", fills=Fact.PROBLEM),
    Question("now", "How do you manage now?", fills=Fact.SOLUTION),
    Question("doubt", "What stops you?", fills=Fact.OBJECTION),
    Question("when", "By when?"),
    Question("right", "Have I got it right?", is_open=False),
)
SCRIPT = Script((Step("Talk", "needs", questions=QUESTIONS),))


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


@pytest.fixture
def version(cast: Cast) -> PlaybookVersion:
    return Playbook.found("Ours", SCRIPT, by=cast.sergey).latest


def test_an_answer_is_kept_with_who_and_what_was_asked(cast: Cast, deal: Deal, version: PlaybookVersion) -> None:
    answer = Answer.give(deal, version, "when", " By May ", by=cast.anna)
    assert (answer.text, answer.by, answer.asked.text, answer.need) == ("By May", cast.anna, "By when?", None)
    told = Event.objects.get(kind="answer.given")
    assert (told.deal_id, told.data["question"], told.data["words"]) == (deal.pk, "By when?", "By May")


def test_an_answer_becomes_a_need_in_the_clients_words(cast: Cast, deal: Deal, version: PlaybookVersion) -> None:
    answer = Answer.give(deal, version, "what", "Boxes that do not crush", by=cast.anna)
    assert answer.need == Need.objects.get()
    assert (answer.need.words, answer.need.is_confirmed) == ("Boxes that do not crush", False)


def test_what_is_asked_about_a_need_is_written_to_it_once(cast: Cast, deal: Deal, version: PlaybookVersion) -> None:
    Answer.give(deal, version, "what", "Boxes that do not crush", by=cast.anna)
    Answer.give(deal, version, "pain", "Returns of 4 %", by=cast.anna)
    Answer.give(deal, version, "now", "Three suppliers", by=cast.anna)
    Answer.give(deal, version, "pain", "Returns of 5 %", by=cast.anna)
    need = Need.objects.get()
    assert (need.problem, need.current_solution) == ("Returns of 4 %", "Three suppliers")


def test_before_any_need_it_stays_an_answer(cast: Cast, deal: Deal, version: PlaybookVersion) -> None:
    assert Answer.give(deal, version, "pain", "Returns", by=cast.anna).need is None
    assert not Need.objects.exists()


def test_a_doubt_becomes_an_objection(cast: Cast, deal: Deal, version: PlaybookVersion) -> None:
    Answer.give(deal, version, "doubt", "It is dear", by=cast.anna)
    assert Objection.objects.get().text == "It is dear"


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [("when", "  ", "words-needed"), ("right", "perhaps", "yes-or-no"), ("where", "Here", "question-unknown")],
)
def test_what_is_no_answer_is_refused(
    cast: Cast, deal: Deal, version: PlaybookVersion, key: str, text: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        Answer.give(deal, version, key, text, by=cast.anna)
    assert refused.value.codes == [code]
    assert not Answer.objects.exists()


def test_yes_and_no_answer_a_closed_question(cast: Cast, deal: Deal, version: PlaybookVersion) -> None:
    assert Answer.give(deal, version, "right", "yes", by=cast.anna).text == "yes"


def test_an_outsider_writes_no_answer(cast: Cast, deal: Deal, version: PlaybookVersion) -> None:
    with pytest.raises(NotAllowed):
        Answer.give(deal, version, "when", "By May", by=cast.olga)


def test_the_last_word_stands_and_those_before_stay(cast: Cast, deal: Deal, version: PlaybookVersion) -> None:
    for words in ("By May", "By June"):
        Answer.give(deal, version, "when", words, by=cast.anna)
    assert [answer.text for answer in Answer.objects.standing()] == ["By June"]
    assert Answer.objects.count() == 2


def test_old_answers_survive_an_edited_playbook(cast: Cast, deal: Deal, version: PlaybookVersion) -> None:
    Answer.give(deal, version, "when", "By May", by=cast.anna)
    reworded = replace(SCRIPT.steps[0], questions=(Question("when", "On what day do you start?"),))
    later = version.playbook.publish("Ours", Script((reworded,)), by=cast.sergey)
    answer = Answer.objects.get()
    assert (answer.text, answer.asked.text) == ("By May", "By when?")
    Answer.give(deal, later, "when", "On 1 June", by=cast.anna)
    assert [one.asked.text for one in Answer.objects.standing()] == ["On what day do you start?"]
