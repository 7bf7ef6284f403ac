import pytest

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.objections.presets.install import PRESETS, install
from vedu.sales.objections.rebuttal import Against, Rebuttal
from vedu.sales.objections.wording import Wording
from vedu.sales.talk.objection_kind import ObjectionKind

WORDS = Wording("Compare", ("Ask with what", "Lay side by side"), "What do you compare it with?")


def test_a_head_writes_an_answer(cast: Cast) -> None:
    made = Rebuttal.write("price", WORDS, by=cast.sergey, against=Against.INDECISION)
    assert (made.kind, made.against, made.latest.number, made.latest.wording) == ("price", "indecision", 1, WORDS)
    assert str(made) == "Compare"
    assert Event.objects.get(kind="rebuttal.written").data == {"rebuttal": made.pk, "title": "Compare"}


def test_a_change_is_the_next_version_and_the_old_one_stays(cast: Cast) -> None:
    made = Rebuttal.write("price", WORDS, by=cast.sergey)
    old = made.latest
    new = made.change(Wording("Compare twice", WORDS.steps), by=cast.vera, against=Against.INDECISION)
    old.refresh_from_db()
    made.refresh_from_db()
    assert (old.title, new.number, made.latest, made.against) == ("Compare", 2, new, "indecision")


def test_the_same_words_publish_nothing(cast: Cast) -> None:
    made = Rebuttal.write("price", WORDS, by=cast.sergey)
    assert made.change(WORDS, by=cast.sergey) == made.latest
    assert made.versions.count() == 1
    assert not Event.objects.filter(kind="rebuttal.changed").exists()


def test_it_is_retired_and_comes_back(cast: Cast) -> None:
    made = Rebuttal.write("price", WORDS, by=cast.sergey)
    made.retire(by=cast.sergey)
    assert made not in Rebuttal.objects.in_use()
    with pytest.raises(Refused) as refused:
        made.retire(by=cast.sergey)
    assert refused.value.codes == ["already-done"]
    made.restore(by=cast.sergey)
    assert made in Rebuttal.objects.in_use()


@pytest.mark.parametrize(
    ("kind", "wording", "against", "code"),
    [
        ("rain", WORDS, "doubt", "unknown-word"),
        ("price", WORDS, "rain", "unknown-word"),
        ("price", Wording("", ("Do",)), "doubt", "name-needed"),
        ("price", Wording("Compare", ()), "doubt", "words-needed"),
        ("price", Wording("Compare", ("Do",) * 9), "doubt", "steps-many"),
        ("price", Wording("C" * 121, ("Do",)), "doubt", "too-long"),
        ("price", Wording("Compare", ("D" * 301,)), "doubt", "too-long"),
    ],
)
def test_what_cannot_stand_is_refused(cast: Cast, kind: str, wording: Wording, against: str, code: str) -> None:
    before = Rebuttal.objects.count()
    with pytest.raises(Invalid) as refused:
        Rebuttal.write(kind, wording, by=cast.sergey, against=against)
    assert refused.value.codes == [code]
    assert Rebuttal.objects.count() == before


def test_sellers_only_read_the_library(cast: Cast) -> None:
    made = Rebuttal.write("price", WORDS, by=cast.sergey)
    for user in (cast.anna, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            Rebuttal.write("price", WORDS, by=user)
        with pytest.raises(NotAllowed):
            made.change(WORDS, by=user)
        with pytest.raises(NotAllowed):
            made.retire(by=user)


def test_every_kind_has_ready_answers(cast: Cast) -> None:
    kinds = [preset.kind for preset in PRESETS]
    assert all(kinds.count(kind) >= 2 for kind in ObjectionKind)
    assert Rebuttal.objects.count() == len(PRESETS)  # they came with the pipelines
    for preset in PRESETS:
        preset.said().require_sound()


def test_the_ready_ones_come_once_and_edited_ones_stay(cast: Cast) -> None:
    one = Rebuttal.objects.get(preset="price-compare")
    one.change(WORDS, by=cast.sergey)
    assert install() == 0
    Rebuttal.objects.filter(preset="price-smaller").update(preset="")
    assert install() == 1
    one.refresh_from_db()
    assert one.latest.wording == WORDS


def test_lines_are_typed_with_gaps() -> None:
    typed = Wording.typed(" Compare  it ", ["", " Ask ", "  "], " And? ")
    assert typed == Wording("Compare it", ("Ask",), "And?")
