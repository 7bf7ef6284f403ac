"""A share is drawn with its interval, or its count is said when that is all one can say."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from vedu.insight.win_rate import WinRate
from vedu.web.shell.share_bar import ShareBar


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_a_share_with_its_interval() -> None:
    bar = ShareBar.of(WinRate(30, 40), fewest=10)
    assert (bar.percent, bar.said, bar.middle) == ("75\u00a0%", "30 of 40", 75)
    assert bar.low < 75 < bar.high
    assert f"--a:{bar.low};--b:{bar.high};--m:75" in bar.markup
    assert f'aria-label="most likely between {bar.low} and {bar.high} per cent"' in bar.markup


def test_of_few_only_the_count() -> None:
    markup = ShareBar.of(WinRate(3, 4), fewest=10).markup
    assert "3 of 4 <small>too few to say</small>" in markup
    assert "scale" not in markup


def test_of_none_a_dash() -> None:
    assert ShareBar.of(WinRate(0, 0), fewest=10).markup == '<span class="v-3">—</span>'


def test_words_are_escaped() -> None:
    assert "&lt;i&gt;" in ShareBar("<i>").markup
