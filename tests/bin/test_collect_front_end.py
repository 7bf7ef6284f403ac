"""The sprite holds the icons that are used, and only those."""

from pathlib import Path

import collect_front_end
import pytest

ICON = """<svg xmlns="http://www.w3.org/2000/svg" width="24" stroke-width="2">
  <path stroke="none" d="M0 0h24v24H0z" fill="none" />
  <path d="M5 4h4" />
</svg>"""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository with one known icon, "phone"."""
    (tmp_path / "vedu/web").mkdir(parents=True)
    (tmp_path / "icons").mkdir()
    (tmp_path / "icons/phone.svg").write_text(ICON)
    monkeypatch.setattr(collect_front_end, "ROOT", tmp_path)
    monkeypatch.setattr(collect_front_end, "ICONS", tmp_path / "icons")
    monkeypatch.setattr(collect_front_end, "ICON_LIST", tmp_path / "vedu/web/icons.txt")
    monkeypatch.setattr(collect_front_end, "VENDOR", tmp_path / "vedu/web/static/vendor")
    return tmp_path


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("card.html", '<b>{% icon "phone" %}</b>'),
        ("card.html", "{% icon 'phone' class='v-big' %}"),
        ("place.py", 'Place("calls", icon="phone")'),
        ("place.py", 'icon("phone")'),
        ("board.js", "icon('phone')"),
        ("board.js", '{icon: "phone"}'),
        ("icons.txt", "phone\n"),
    ],
)
def test_an_icon_is_used_where_it_is_named(repository: Path, file: str, text: str) -> None:
    (repository / "vedu/web" / file).write_text(text)
    assert collect_front_end.used_icons() == {"phone": {f"vedu/web/{file}"}}


def test_other_words_are_no_icons(repository: Path) -> None:
    (repository / "vedu/web/card.html").write_text('<link rel="icon" href="/mark.svg"> {% include "phone" %}')
    (repository / "vedu/web/place.py").write_text('lexicon = {"phone": 1}; title("phone")')
    assert collect_front_end.used_icons() == {}


def test_an_unknown_icon_stops_the_build_with_its_place(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (repository / "vedu/web/card.html").write_text('{% icon "fone" %}')
    assert collect_front_end.main() == 1
    assert "'fone': used in vedu/web/card.html" in capsys.readouterr().err


def test_the_list_of_icons_stays_sorted(repository: Path) -> None:
    (repository / "vedu/web/icons.txt").write_text("phone\nmail\n")
    with pytest.raises(SystemExit, match="sorted"):
        collect_front_end.used_icons()


def test_a_symbol_takes_its_stroke_from_the_page(repository: Path) -> None:
    sprite = collect_front_end.sprite(["phone"])
    assert '<symbol id="phone" viewBox="0 0 24 24" fill="none" stroke="currentColor"' in sprite
    assert '<path d="M5 4h4" /></symbol>' in sprite
    assert "stroke-width" not in sprite
    assert "M0 0h24v24H0z" not in sprite
