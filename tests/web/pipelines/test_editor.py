"""/pipelines/<id>/: the stages in one form; whatever is pressed, what was typed stays."""

import pytest
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.pipelines.typed import at, typed
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.pipelines.archiving import archive
from vedu.sales.pipelines.stage_deletion import delete_stage


def address(cast: Cast, rest: str = "") -> str:
    return f"/pipelines/{cast.pipeline.pk}/{rest}"


def send(cast: Cast, rest: str = "", by: User | None = None, *, htmx: bool = False, **said: object) -> HttpResponse:
    """The whole form to one of its addresses; ``said`` in place of what is kept."""
    return visitor(by or cast.vera).post(
        address(cast, rest), typed(cast.pipeline, **said), headers=HTMX if htmx else {}
    )


def names(cast: Cast) -> list[str]:
    return list(cast.pipeline.stages.values_list("name", flat=True))


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().get(address(cast)))
    assert is_sign_in(visitor().post(address(cast, "stages")))


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_those_who_lead_nobody_do_not_come_in(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).get(address(cast)).status_code == 403


def test_a_head_finds_no_button_where_another_team_works(cast: Cast) -> None:
    assert "Save the pipeline" in text_of(visitor(cast.sergey).get(address(cast)))
    cast.deal(owner=cast.olga)
    page = text_of(visitor(cast.sergey).get(address(cast)))
    assert "You may look." in page
    assert cast.stage(3).guidance in page
    assert page.count("<fieldset") == page.count(" disabled>")
    for words in ("Save the pipeline", "Add the stage", "Put into the archive", "formaction", "deletion"):
        assert words not in page


@pytest.mark.parametrize("rest", ["", "stages", "stages/{stage}/place", "stages/{stage}/deletion"])
@pytest.mark.parametrize("who", ["sergey", "anna", "olga", "boris"])
def test_the_others_change_nothing(cast: Cast, who: str, rest: str) -> None:
    cast.deal(owner=cast.olga)  # of another team than the head's
    before, rest = names(cast), rest.format(stage=cast.stage(3).pk)
    response = send(cast, rest, getattr(cast, who), new__name="Pilot", **{at(cast.stage(3), "name"): "Anew"})
    assert response.status_code == 403
    assert names(cast) == before


def test_a_pipeline_that_is_not_there_is_not_found(cast: Cast) -> None:
    assert visitor(cast.vera).get("/pipelines/987654/").status_code == 404
    stage = cast.shop.first_stage.pk
    assert visitor(cast.vera).post(address(cast, f"stages/{stage}/place"), {"step": "up"}).status_code == 404


def test_everything_is_saved_at_once(cast: Cast) -> None:
    stage = cast.stage(3)
    said = {at(stage, "day_norm"): 3, at(stage, "gates"): ["paid"], at(stage, "guidance"): "Ask\r\nand listen"}
    response = send(cast, pipeline__name="Big clients", pipeline__contact_norm_days=21, **said)
    assert response.headers["Location"] == address(cast)
    kept = Pipeline.objects.get(pk=cast.pipeline.pk)
    stage.refresh_from_db()
    assert (kept.name, kept.contact_norm_days) == ("Big clients", 21)
    assert (stage.day_norm, stage.guidance) == (3, "Ask\nand listen")
    assert [gate.evidence for gate in stage.gates.all()] == ["paid"]


def test_with_scripts_the_form_comes_anew_and_the_heading_with_it(cast: Cast) -> None:
    response = send(cast, htmx=True, pipeline__name="Big clients")
    page = text_of(response)
    assert "Saved: Big clients" in response.headers["HX-Trigger"]
    assert '<span id="pipeline-name" hx-swap-oob="true">Big clients</span>' in page
    assert "<html" not in page
    assert "Not saved yet" not in page


def test_one_fault_and_nothing_is_saved_but_all_that_was_typed_stays(cast: Cast) -> None:
    first, second = cast.stage(1), cast.stage(2)
    said = {at(first, "name"): "A fine name", at(second, "name"): cast.stage(5).name.upper(), "new__name": "Pilot"}
    response = send(cast, pipeline__name="Big clients", **said)
    page = text_of(response)
    assert response.status_code == 422
    assert "This pipeline has a stage “" in page
    for words in ("A fine name", "Big clients", "Pilot", "Not saved yet"):
        assert words in page
    assert names(cast)[1] == first.name
    assert Pipeline.objects.get(pk=cast.pipeline.pk).name == cast.pipeline.name


@pytest.mark.parametrize(
    ("field", "value"), [("day_norm", "soon"), ("day_norm", "0"), ("chance", "101"), ("name", " "), ("gates", "x")]
)
def test_what_cannot_be_is_said_in_its_row(cast: Cast, field: str, value: str) -> None:
    response = send(cast, **{at(cast.stage(3), field): value})
    assert response.status_code == 422
    assert "v-bad" in text_of(response)
    assert f'id="stage-{cast.stage(3).pk}"' in text_of(response)


def test_what_is_typed_under_a_row_is_seen_after_another_button(cast: Cast) -> None:
    stage = cast.stage(3)
    page = text_of(send(cast, f"stages/{cast.stage(5).pk}/place", step="up", **{at(stage, "purpose"): "Listen"}))
    assert 'value="Listen"' in page
    assert '<details class="more" open>' in page


def test_a_stage_goes_up_and_what_was_typed_stays(cast: Cast) -> None:
    order, moved = names(cast), cast.stage(3)
    response = send(cast, f"stages/{moved.pk}/place", step="up", **{at(cast.stage(0), "name"): "Half typed"})
    assert names(cast) == [*order[:2], order[3], order[2], *order[4:]]
    assert response.status_code == 200
    assert "Half typed" in text_of(response)
    assert "Not saved yet" in text_of(response)


def test_without_anything_typed_the_page_is_asked_for_anew(cast: Cast) -> None:
    order = names(cast)
    response = send(cast, f"stages/{cast.stage(3).pk}/place", step="down")
    assert response.headers["Location"] == address(cast)
    assert names(cast) == [*order[:3], order[4], order[3], *order[5:]]


def test_with_scripts_a_move_is_said(cast: Cast) -> None:
    response = send(cast, f"stages/{cast.stage(3).pk}/place", htmx=True, step="up")
    assert f"“{cast.stage(2).name}” is stage 3 now" in response.headers["HX-Trigger"].encode().decode("unicode-escape")


def test_the_ends_have_no_way_on(cast: Cast) -> None:
    page = text_of(visitor(cast.vera).get(address(cast)))
    assert page.count('title="Higher" disabled>') == 1
    assert page.count('title="Lower" disabled>') == 1


def test_a_stage_is_added_where_it_was_asked_for(cast: Cast) -> None:
    order = names(cast)
    response = send(cast, "stages", new__name="Pilot", new__after="2")
    assert response.headers["Location"] == address(cast)
    assert names(cast) == [*order[:2], "Pilot", *order[2:]]


def test_with_scripts_its_fields_are_empty_again_and_the_rest_stays(cast: Cast) -> None:
    page = text_of(send(cast, "stages", htmx=True, new__name="Pilot", **{at(cast.stage(0), "name"): "Half typed"}))
    assert names(cast)[-1] == "Pilot"
    assert "Half typed" in page
    assert 'name="new-name" value="Pilot"' not in page
    assert 'value="Pilot"' in page


@pytest.mark.parametrize("name", ["", "   "])
def test_a_stage_needs_a_name(cast: Cast, name: str) -> None:
    response = send(cast, "stages", new__name=name)
    assert response.status_code == 422
    assert "Give it a name." in text_of(response)


def test_a_stage_whose_name_is_taken_stays_typed(cast: Cast) -> None:
    response = send(cast, "stages", new__name=cast.stage(3).name, new__after="1")
    assert response.status_code == 422
    assert "This pipeline has a stage “" in text_of(response)
    assert '<option value="1" selected>' in text_of(response)
    assert len(names(cast)) == 8


def test_enter_in_the_field_of_a_new_stage_saves_it_with_the_rest(cast: Cast) -> None:
    send(cast, new__name="Pilot", new__after="0", pipeline__name="Big clients")
    assert names(cast)[0] == "Pilot"
    assert Pipeline.objects.get(pk=cast.pipeline.pk).name == "Big clients"


def test_a_stage_that_a_colleague_added_meanwhile_is_shown_and_one_he_deleted_is_not(cast: Cast) -> None:
    said = typed(cast.pipeline, pipeline__name="Big clients")
    gone = cast.stage(2)
    delete_stage(cast.stage(2), by=cast.adam)
    visitor(cast.adam).post(address(cast, "stages"), {"new-name": "Pilot"})
    assert visitor(cast.vera).post(address(cast), said).status_code == 302
    assert gone.name not in names(cast)
    assert "Pilot" in names(cast)


def test_the_page_can_be_had_anew_with_what_was_typed(cast: Cast) -> None:
    page = text_of(send(cast, htmx=True, do="keep", pipeline__name="Half typed"))
    assert "Half typed" in page
    assert Pipeline.objects.get(pk=cast.pipeline.pk).name == cast.pipeline.name


def test_an_archived_pipeline_says_so(cast: Cast) -> None:
    archive(cast.shop, by=cast.vera)
    page = text_of(visitor(cast.vera).get(f"/pipelines/{cast.shop.pk}/"))
    assert "in the archive" in page
    assert "Return to use" in page


def test_the_page_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    cast.at_stage(3)
    browser = visitor(cast.vera)
    with django_assert_max_num_queries(12):
        page = text_of(browser.get(address(cast)))
    assert "1 open deal" in page.replace("\xa0", " ")


def test_a_stage_as_it_is_kept_looks_as_its_form_would(cast: Cast) -> None:
    """One that was sent unchanged is rendered with its form, one that is kept by a format string."""
    stage = cast.stage(2)
    Stage.objects.filter(pk=stage.pk).update(name='<b>"5 %"</b>', purpose="", guidance="<i>\nTwo lines")
    vera = visitor(cast.vera)
    kept, sent = vera.get(address(cast)), vera.post(address(cast), typed(cast.pipeline, do="keep"))
    begins, ends = '<ol class="v-stages">', "</ol>"
    rows, forms = (text_of(page).partition(begins)[2].partition(ends)[0] for page in (kept, sent))
    assert rows.count('class="v-stage"') == cast.pipeline.stages.count()
    assert "&lt;b&gt;" in rows
    assert rows == forms
