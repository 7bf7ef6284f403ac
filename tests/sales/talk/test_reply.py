import pytest

from tests.cast import Cast
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.objections.rebuttal import Rebuttal
from vedu.sales.objections.wording import Wording
from vedu.sales.talk.objection import Objection
from vedu.sales.talk.reply import Reply


@pytest.fixture
def objection(cast: Cast) -> Objection:
    return cast.object_to(cast.deal())


@pytest.fixture
def compare(cast: Cast) -> Rebuttal:
    return Rebuttal.objects.get(preset="price-compare")


def test_an_answer_of_the_library_is_kept_as_it_was_worded(cast: Cast, objection: Objection, compare: Rebuttal) -> None:
    used = compare.latest
    reply = objection.reply(version=used, by=cast.anna)
    compare.change(Wording("Quite other", ("Words",)), by=cast.sergey)
    reply.refresh_from_db()
    assert (reply.rebuttal, reply.version, reply.version.title) == (compare, used, "What do you compare with")
    assert (objection.answer, objection.result) == ("What do you compare with", "answered")


def test_own_words_stand_beside_the_answer_of_the_library(cast: Cast, objection: Objection, compare: Rebuttal) -> None:
    reply = objection.reply(answer=" Counted with returns ", version=compare.latest, by=cast.anna)
    assert (reply.words, reply.rebuttal) == ("Counted with returns", compare)


def test_a_second_try_leaves_the_first(cast: Cast, objection: Objection, compare: Rebuttal) -> None:
    objection.reply(version=compare.latest, result="stands", by=cast.anna)
    objection.reply(answer="Gave a sample", by=cast.anna)
    assert list(Reply.objects.values_list("rebuttal", "result")) == [(compare.pk, "stands"), (None, "answered")]
    objection.refresh_from_db()
    assert (objection.answer, objection.result) == ("Gave a sample", "answered")


def test_the_talk_shows_the_cause_and_that_it_is_indecision(cast: Cast, objection: Objection) -> None:
    objection.reply(answer="Asked", cause=" Afraid of the director ", is_indecision=True, by=cast.anna)
    objection.reply(answer="Asked again", by=cast.anna)
    objection.refresh_from_db()
    assert (objection.cause, objection.is_indecision) == ("Afraid of the director", True)


def test_what_is_out_of_use_is_not_used(cast: Cast, objection: Objection, compare: Rebuttal) -> None:
    compare.retire(by=cast.sergey)
    with pytest.raises(Refused) as refused:
        objection.reply(version=Rebuttal.objects.get(pk=compare.pk).latest, by=cast.anna)
    assert refused.value.codes == ["rebuttal-retired"]
    assert not Reply.objects.exists()


def test_an_empty_answer_is_refused(cast: Cast, objection: Objection) -> None:
    with pytest.raises(Invalid) as refused:
        objection.reply(answer=" ", by=cast.anna)
    assert refused.value.codes == ["words-needed"]


def test_an_outsider_answers_nothing(cast: Cast, objection: Objection, compare: Rebuttal) -> None:
    with pytest.raises(NotAllowed):
        objection.reply(version=compare.latest, by=cast.olga)
    assert not Reply.objects.exists()
