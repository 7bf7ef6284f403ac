"""What is wrong in a catalogue of translations is told in a line."""

from pathlib import Path

import check_translations
import pytest

HEADER = """msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"

"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def write(root: Path, floor: str, entries: str) -> None:
    folder = root / f"vedu/{floor}/locale/ru/LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(HEADER + entries)


def test_a_string_without_a_translation_is_a_fault(root: Path) -> None:
    write(root, "sales", '#: deals/deal.py\nmsgid "Deal"\nmsgstr ""\n')
    assert list(check_translations.untranslated(root)) == [
        "vedu/sales/locale/ru/LC_MESSAGES/django.po: not translated: 'Deal' in deals/deal.py"
    ]


def test_a_guess_is_a_fault(root: Path) -> None:
    write(root, "sales", '#, fuzzy\nmsgid "Deal"\nmsgstr "Сделка"\n')
    assert "fuzzy: 'Deal'" in next(check_translations.untranslated(root))


def test_a_header_that_is_a_guess_is_a_fault(root: Path) -> None:
    write(root, "sales", 'msgid "Deal"\nmsgstr "Сделка"\n')
    file = next(root.rglob("django.po"))
    file.write_text(f"#, fuzzy\n{file.read_text()}")
    assert "the header is fuzzy" in next(check_translations.untranslated(root))


def test_a_header_without_its_language_is_a_fault(root: Path) -> None:
    """Babel then leaves the rule of plurals out of what it compiles, and «3 ответов» comes out."""
    write(root, "sales", 'msgid "Deal"\nmsgstr "Сделка"\n')
    file = next(root.rglob("django.po"))
    file.write_text(file.read_text().replace("Language: ru", "Language: "))
    assert "names no language 'ru'" in next(check_translations.untranslated(root))


def test_a_plural_needs_all_its_forms(root: Path) -> None:
    write(
        root,
        "sales",
        'msgid "%(n)s day"\nmsgid_plural "%(n)s days"\nmsgstr[0] "%(n)s день"\nmsgstr[1] ""\nmsgstr[2] ""\n',
    )
    assert "not translated" in next(check_translations.untranslated(root))


def test_a_translated_catalogue_has_no_faults(root: Path) -> None:
    write(root, "sales", 'msgid "Deal of %(who)s"\nmsgstr "Сделка: %(who)s"\n')
    assert not [*check_translations.untranslated(root), *check_translations.placeholders(root)]


def test_a_lost_placeholder_is_a_fault(root: Path) -> None:
    write(root, "sales", 'msgid "Deal of %(who)s"\nmsgstr "Сделка"\n')
    assert "other placeholders" in next(check_translations.placeholders(root))


def test_one_form_of_a_plural_may_leave_out_the_number(root: Path) -> None:
    forms = 'msgstr[0] "завтра"\nmsgstr[1] "через %(n)s дня"\nmsgstr[2] "через %(n)s дней"\n'
    write(root, "sales", f'msgid "tomorrow"\nmsgid_plural "in %(n)s days"\n{forms}')
    assert not list(check_translations.placeholders(root))


def test_one_string_has_one_translation(root: Path) -> None:
    write(root, "sales", 'msgid "Step"\nmsgstr "Шаг"\n')
    write(root, "clients", 'msgid "Step"\nmsgstr "Этап"\n')
    told = next(check_translations.disagreements(root))
    assert "'Step' has several translations" in told
    assert "'Шаг' in vedu/sales" in told


def test_a_context_tells_two_meanings_apart(root: Path) -> None:
    write(root, "sales", 'msgctxt "road"\nmsgid "Step"\nmsgstr "Шаг"\n')
    write(root, "clients", 'msgid "Step"\nmsgstr "Этап"\n')
    assert not list(check_translations.disagreements(root))
