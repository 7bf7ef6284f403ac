"""Parts kept as text with places for values."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import override_settings
from django.utils.safestring import mark_safe
from django.utils.translation import override

from vedu.web.shell.standing import standing

TEMPLATE = (
    '{% load i18n %}<p id="{{ pk }}">{% translate "Close" %} 100%</p>  <b>{{ words }}</b>'
    '{% if shape == "long" %}<i>{{ words }}</i>{% endif %}'
)


@pytest.fixture(autouse=True)
def _template(tmp_path: Path) -> Iterator[None]:
    (tmp_path / "part.html").write_text(TEMPLATE)
    engine = settings.TEMPLATES[0]
    with override_settings(TEMPLATES=[{**engine, "DIRS": [*engine["DIRS"], str(tmp_path)]}]):
        yield


def test_values_stand_in_their_places() -> None:
    with override("en"):
        assert standing("part.html", values={"pk": "7", "words": "Boxes"}) == '<p id="7">Close 100%</p><b>Boxes</b>'


def test_what_people_typed_is_escaped_and_safe_html_is_not() -> None:
    with override("en"):
        assert "<b>&lt;i&gt; 5% off</b>" in standing("part.html", values={"pk": "1", "words": "<i> 5% off"})
        assert "<b><br></b>" in standing("part.html", values={"pk": "1", "words": mark_safe("<br>")})


def test_each_language_keeps_its_own_words() -> None:
    texts = set()
    for language in ("en", "ru", "en"):
        with override(language):
            texts.add(standing("part.html", values={"pk": "1", "words": ""}))
    assert len(texts) == 2


def test_a_shape_chooses_a_branch() -> None:
    with override("en"):
        assert standing("part.html", shape="long", values={"pk": "1", "words": "A"}).endswith("<b>A</b><i>A</i>")
        assert standing("part.html", values={"pk": "1", "words": "A"}).endswith("<b>A</b>")
