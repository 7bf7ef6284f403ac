"""Playbooks: published by heads, read by everybody; answers by those who work on the deal."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.sales.playbooks.playbook import Playbook, PlaybookUse
from vedu.sales.talk.need import Need

OURS = {
    "name": "Ours",
    "steps": [
        {
            "name": "Talk",
            "phase": "preparation",
            "questions": [{"key": "what", "text": "What do you need?", "fills": "need"}],
        }
    ],
}


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def test_everybody_reads_the_ready_ones(anna: Caller, boris: Caller) -> None:
    for caller in (anna, boris):
        names = [one["name"] for one in caller.get("/playbooks").body["items"]]
        assert names[:2] == ["Eight steps", "Classic, five steps"]


def test_a_head_publishes_version_by_version(cast: Cast, sergey: Caller) -> None:
    made = sergey.post("/playbooks", OURS | {"pipelines": [cast.pipeline.pk]})
    assert (made.status, made.body["version"], made.body["pipelines"]) == (201, 1, [cast.pipeline.pk])
    steps = [OURS["steps"][0] | {"hint": "Listen"}]
    changed = sergey.call("PUT", f"/playbooks/{made.body['id']}", OURS | {"steps": steps})
    assert (changed.status, changed.body["version"], changed.body["pipelines"]) == (200, 2, [cast.pipeline.pk])
    assert changed.body["steps"][0]["hint"] == "Listen"


def test_sellers_publish_nothing(cast: Cast, anna: Caller, boris: Caller) -> None:
    pk = Playbook.objects.get(preset="eight").pk
    for caller in (anna, boris):
        assert caller.post("/playbooks", OURS).codes == ["head-only"]
        assert caller.call("PUT", f"/playbooks/{pk}", OURS).codes == ["head-only"]


def test_an_unsound_one_is_refused(sergey: Caller) -> None:
    assert sergey.post("/playbooks", OURS | {"steps": []}).codes == ["steps-needed"]
    twice = [OURS["steps"][0], OURS["steps"][0]]
    assert sergey.post("/playbooks", OURS | {"steps": twice}).codes == ["question-twice"]


def test_an_answer_is_a_fact_of_the_deal(anna: Caller, deal: Deal) -> None:
    asked = anna.get(f"/deals/{deal.pk}/playbook").body
    key = next(one["key"] for step in asked["steps"] for one in step["questions"] if one["fills"] == "need")
    given = anna.post(f"/deals/{deal.pk}/answers", {"question": key, "text": "Whole boxes"})
    assert (given.status, given.body["text"], given.body["need"]) == (201, "Whole boxes", Need.objects.get().pk)
    assert anna.get(f"/deals/{deal.pk}/answers").body["items"] == [given.body]


def test_a_wrong_answer_is_refused(anna: Caller, deal: Deal) -> None:
    path = f"/deals/{deal.pk}/answers"
    assert anna.post(path, {"question": "no-such", "text": "x"}).codes == ["question-unknown"]
    assert anna.post(path, {"question": "may-go-on", "text": "perhaps"}).codes == ["yes-or-no"]


def test_without_a_playbook_it_says_so(anna: Caller, deal: Deal) -> None:
    PlaybookUse.objects.all().delete()
    assert anna.get(f"/deals/{deal.pk}/playbook").status == 404
    assert anna.post(f"/deals/{deal.pk}/answers", {"question": "hook", "text": "x"}).codes == ["playbook-missing"]


def test_an_outsider_does_not_see_them_and_an_accountant_writes_none(deal: Deal, olga: Caller, boris: Caller) -> None:
    path = f"/deals/{deal.pk}/answers"
    assert olga.get(path).status == olga.post(path, {"question": "hook", "text": "x"}).status == 404
    assert boris.get(path).status == 200
    assert boris.post(path, {"question": "hook", "text": "x"}).status == 403
