"""TALK-2, TALK-4, BASE-4: needs, objections, and who decides."""

import pytest

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection


def test_a_need_is_kept_in_the_clients_words(cast: Cast) -> None:
    need = Need.note(
        cast.deal(),
        words="Cakes arrive crushed",
        problem="Returns up to 4 %",
        current_solution="a tray without a lid",
        priority="critical",
        by=cast.anna,
    )
    assert (need.words, need.problem, need.current_solution, need.priority, need.is_confirmed) == (
        "Cakes arrive crushed",
        "Returns up to 4 %",
        "a tray without a lid",
        "critical",
        False,
    )


def test_a_need_without_words_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        Need.note(cast.deal(), words=" ", by=cast.anna)


def test_a_need_is_confirmed_once_and_told(cast: Cast) -> None:
    need = Need.note(cast.deal(), words="Cakes arrive crushed", by=cast.anna)
    need.confirm(by=cast.anna)
    with pytest.raises(Refused):
        need.confirm(by=cast.anna)
    assert Event.objects.filter(kind="need.confirmed").count() == 1


@pytest.mark.parametrize("who", ["igor", "olga", "boris"])
def test_others_note_nothing_on_my_deal(cast: Cast, who: str) -> None:
    deal, user = cast.deal(), getattr(cast, who)
    with pytest.raises(NotAllowed):
        Need.note(deal, words="Mine", by=user)
    with pytest.raises(NotAllowed):
        Objection.note(deal, text="Mine", by=user)


def test_an_objection_has_text_type_answer_and_result(cast: Cast) -> None:
    objection = cast.object_to(cast.deal())
    objection.reply(answer="Compare with returns", result="stands", by=cast.anna)
    assert (objection.answer, objection.result, objection.answered_by) == ("Compare with returns", "stands", cast.anna)
    assert list(Objection.objects.unanswered()) == [objection]


def test_an_answer_without_words_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        cast.object_to(cast.deal()).reply(answer="", by=cast.anna)


def test_the_role_in_the_purchase_is_apart_from_the_job_title(cast: Cast) -> None:
    deal = cast.deal()
    contact = cast.contact(deal.client)
    CommitteeMember.name_role(deal, contact, CommitteeRole.INFLUENCER, by=cast.anna)
    member = CommitteeMember.name_role(deal, contact, CommitteeRole.DECISION_MAKER, by=cast.anna)
    assert deal.committee.get() == member
    assert (member.role, contact.job_title) == ("decision_maker", "commercial director")


def test_a_stranger_sits_on_no_committee(cast: Cast) -> None:
    stranger = cast.contact(cast.client("Elsewhere"))
    with pytest.raises(Invalid):
        CommitteeMember.name_role(cast.deal(), stranger, CommitteeRole.USER, by=cast.anna)
