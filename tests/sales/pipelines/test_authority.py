"""Those who run the whole company arrange pipelines, and a head where no other team works."""

from collections.abc import Callable

import pytest

from tests.cast import Cast
from tests.sales.pipelines.asked import kinds_told, names
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.pipelines.archiving import archive, restore
from vedu.sales.pipelines.authority import arranges, makes_pipelines
from vedu.sales.pipelines.describing import describe_pipeline, describe_stage
from vedu.sales.pipelines.making import make
from vedu.sales.pipelines.stage_deletion import delete_stage
from vedu.sales.pipelines.stage_order import add_stage, stand_at

Verb = Callable[[Cast, User], object]
VERBS: dict[str, Verb] = {
    "make": lambda _cast, by: make(by=by, name="Tenders"),
    "archive": lambda cast, by: archive(cast.shop, by=by),
    "restore": lambda cast, by: restore(cast.shop, by=by),
    "describe a pipeline": lambda cast, by: describe_pipeline(cast.pipeline, by=by, name="Tenders"),
    "add a stage": lambda cast, by: add_stage(cast.pipeline, by=by, name="Pilot"),
    "describe a stage": lambda cast, by: describe_stage(cast.stage(1), by=by, name="Pilot"),
    "move a stage": lambda cast, by: stand_at(cast.stage(1), 3, by=by),
    "delete a stage": lambda cast, by: delete_stage(cast.stage(1), by=by),
}


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_the_others_change_nothing(cast: Cast, who: str, verb: str) -> None:
    before = [names(pipeline) for pipeline in Pipeline.objects.all()]
    with pytest.raises(NotAllowed) as refusal:
        VERBS[verb](cast, getattr(cast, who))
    assert refusal.value.codes == ["pipelines-not-yours"]
    assert "Only heads" in refusal.value.reasons[0].sentence
    assert [names(pipeline) for pipeline in Pipeline.objects.all()] == before
    assert kinds_told() == []


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", ["vera", "adam", "sergey"])
def test_the_owner_of_the_business_an_administrator_and_a_head_may(cast: Cast, who: str, verb: str) -> None:
    if verb == "restore":
        archive(cast.shop, by=cast.vera)
    VERBS[verb](cast, getattr(cast, who))
    assert kinds_told()


@pytest.mark.parametrize("verb", ["describe a pipeline", "add a stage", "describe a stage", "move a stage"])
def test_a_head_changes_none_in_which_another_team_works(cast: Cast, verb: str) -> None:
    cast.deal(owner=cast.anna)
    VERBS[verb](cast, cast.sergey)
    theirs = cast.deal(owner=cast.olga)
    with pytest.raises(NotAllowed) as refusal:
        VERBS[verb](cast, cast.sergey)
    assert refusal.value.codes == ["pipelines-not-yours"]
    assert "Other teams lead deals" in refusal.value.reasons[0].sentence
    theirs.lose(by=cast.olga, reason=cast.reason())
    assert arranges(cast.sergey, cast.pipeline)


def test_who_arranges(cast: Cast) -> None:
    people = (cast.vera, cast.adam, cast.sergey, cast.anna)
    assert [makes_pipelines(user) for user in people] == [True, True, True, False]
    cast.deal(owner=cast.olga)
    assert [arranges(user, cast.pipeline) for user in people] == [True, True, False, False]
    assert arranges(cast.sergey, cast.shop)
