from django.utils.translation import override

from vedu.web.deals.step_chip import StepChip, StepState
from vedu.web.shell.as_format import as_format, mark

CHIP = {"step": StepChip(mark("state"), mark("icon"), mark("words"))}  # type: ignore[arg-type]


def test_a_template_becomes_a_format_with_a_place_for_each_mark() -> None:
    made = as_format("deals/_step.html", CHIP, "en")
    filled = made % {"state": StepState.TODAY, "icon": "phone", "words": "Call · 14:02"}
    assert filled.startswith('<span class="v-step today"><svg')
    assert 'icons.svg#phone"/></svg><span class="v-clip">Call · 14:02</span></span>' in filled


def test_percent_signs_of_the_template_stay() -> None:
    head = {"pk": mark("pk"), "name": "100%", "count": 1}
    assert as_format("deals/_stage_tab.html", {"head": head}, "en") % {"pk": 5} == (
        '<a href="#col-5" id="tab-5">100% 1</a>'
    )


def test_words_of_the_template_are_in_its_language() -> None:
    more = {"stage": 5, "left": 0, "url": "", "list_url": ""}
    with override("en"):
        assert ">ещё</a>" in as_format("deals/_more.html", {"more": more}, "ru")
    assert ">more</a>" in as_format("deals/_more.html", {"more": more}, "en")


def test_spaces_that_part_words_are_kept_where_it_is_asked_for() -> None:
    row = {"row": {"title": mark("title"), "steps": []}, "shape": {"steps": 0}}
    kept = as_format("objections/_row.html", row, "en", keeps_spaces=True)
    assert '</b> <span class="v-tag">' in kept
    assert '</b><span class="v-tag">' in as_format("objections/_row.html", row, "en")
