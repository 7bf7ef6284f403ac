from dataclasses import replace

import pytest

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed
from vedu.sales.playbooks.choice import PlaybookChoice, version_for
from vedu.sales.playbooks.playbook import Playbook, PlaybookVersion
from vedu.sales.playbooks.presets.install import PRESETS, install
from vedu.sales.playbooks.script import Question, Script, Step

SCRIPT = Script((Step("Talk", "needs", questions=(Question("what", "What do you need?"),)),))
OTHER = Script((replace(SCRIPT.steps[0], questions=(Question("what", "What would help you?"),)),))


@pytest.fixture
def own(cast: Cast) -> Playbook:
    return Playbook.found("  Our   way ", SCRIPT, by=cast.sergey)


def test_a_head_makes_a_playbook_with_its_first_version(own: Playbook) -> None:
    assert (own.name, own.latest.number, own.latest.script) == ("Our way", 1, SCRIPT)
    assert Event.objects.filter(kind="playbook.published").exists()


def test_a_change_is_the_next_version_and_the_old_one_stays(cast: Cast, own: Playbook) -> None:
    first = own.latest
    own.publish("Our way", OTHER, by=cast.sergey)
    assert (own.latest.number, own.latest.script) == (2, OTHER)
    assert PlaybookVersion.objects.get(pk=first.pk).script == SCRIPT


def test_the_same_words_publish_nothing(cast: Cast, own: Playbook) -> None:
    own.publish("A better name", SCRIPT, by=cast.vera)
    assert (own.latest.number, Playbook.objects.get(pk=own.pk).name) == (1, "A better name")


@pytest.mark.parametrize("name", ["anna", "boris"])
def test_a_seller_changes_none(cast: Cast, own: Playbook, name: str) -> None:
    person = getattr(cast, name)
    for deed in (
        lambda: Playbook.found("Mine", SCRIPT, by=person),
        lambda: own.publish("Mine", OTHER, by=person),
        lambda: own.archive(by=person),
        lambda: own.use_in([cast.pipeline], by=person),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert own.latest.number == 1


@pytest.mark.parametrize(("name", "script"), [("", SCRIPT), ("Nothing", Script())])
def test_nothing_is_half_written(cast: Cast, name: str, script: Script) -> None:
    before = Playbook.objects.count()
    with pytest.raises(Invalid):
        Playbook.found(name, script, by=cast.sergey)
    assert Playbook.objects.count() == before


def test_ready_pipelines_come_with_their_playbooks(cast: Cast) -> None:
    assert version_for(cast.deal()).playbook.preset == "eight"
    assert Playbook.objects.exclude(preset="").count() == len(PRESETS)


def test_installing_twice_adds_nothing_and_keeps_what_was_edited(cast: Cast) -> None:
    eight = Playbook.objects.get(preset="eight")
    eight.publish("Our eight", OTHER, by=cast.sergey)
    install([cast.pipeline])
    assert Playbook.objects.exclude(preset="").count() == len(PRESETS)
    assert Playbook.objects.get(preset="eight").latest.script == OTHER


def test_every_ready_playbook_is_sound() -> None:
    for preset in PRESETS.values():
        preset.script().require_sound()


def test_a_pipeline_is_led_by_one_playbook(cast: Cast, own: Playbook) -> None:
    own.use_in([cast.pipeline], by=cast.sergey)
    assert version_for(cast.deal()) == own.latest
    own.use_in([], by=cast.sergey)
    assert version_for(cast.deal()) is None


def test_a_seller_leads_his_deal_by_another(cast: Cast) -> None:
    deal, spin = cast.deal(), Playbook.objects.get(preset="spin")
    PlaybookChoice.choose(deal, spin, by=cast.anna)
    assert version_for(deal).playbook == spin
    assert version_for(cast.deal()).playbook.preset == "eight"


def test_a_colleague_does_not_choose_for_him(cast: Cast) -> None:
    deal, spin = cast.deal(), Playbook.objects.get(preset="spin")
    with pytest.raises(NotAllowed):
        PlaybookChoice.choose(deal, spin, by=cast.olga)
    assert version_for(deal).playbook.preset == "eight"


def test_what_is_out_of_use_leads_nothing(cast: Cast, own: Playbook) -> None:
    deal = cast.deal()
    PlaybookChoice.choose(deal, own, by=cast.anna)
    own.archive(by=cast.sergey)
    assert version_for(deal).playbook.preset == "eight"
    with pytest.raises(Invalid):
        PlaybookChoice.choose(deal, Playbook.objects.get(pk=own.pk), by=cast.anna)
