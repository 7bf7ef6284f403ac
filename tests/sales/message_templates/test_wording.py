"""Plain words: fields in braces, how a person is addressed, what might mislead a client."""

import pytest

from vedu.foundation.refusal import Invalid
from vedu.sales.message_templates.addressing import address_of
from vedu.sales.message_templates.honesty import warnings_in
from vedu.sales.message_templates.presets.english import ENGLISH
from vedu.sales.message_templates.presets.russian import RUSSIAN
from vedu.sales.message_templates.presets.shape import TemplatePreset
from vedu.sales.message_templates.substitution import fields_in, filled, has_stray_brace
from vedu.sales.message_templates.wording import LONGEST_TEXT, Wording


def test_fields_are_found_once_and_in_order() -> None:
    assert fields_in("{client}, { me.name }: {client} {oops!}") == ["client", "me.name", "oops!"]


def test_a_value_is_put_in_and_never_looked_through_again() -> None:
    assert filled("{client} and {price}", {"client": "{price}", "price": "7"}) == "{price} and 7"


def test_nothing_is_evaluated() -> None:
    said = "{client.__class__} {0} %s $client {{client}} {client!r} {client:>9}"
    assert filled(said, {"client": "Bakery"}) == said.replace("{{client}}", "{Bakery}")


def test_a_hole_stays_as_it_is_written() -> None:
    assert filled("For {client}: {price}", {"client": "Bakery", "price": ""}) == "For Bakery: {price}"


@pytest.mark.parametrize(
    ("text", "stray"), [("{client}", False), ("{client", True), ("client}", True), ("{a\nb}", True)]
)
def test_a_brace_alone_is_seen(text: str, stray: bool) -> None:
    assert has_stray_brace(text) is stray


@pytest.mark.parametrize(
    ("name", "first", "polite"),
    [
        ("Рябинина Ольга Петровна", "Ольга", "Ольга Петровна"),
        ("Ольга Петровна", "Ольга", "Ольга Петровна"),
        ("Ольга Петровна Рябинина", "Ольга", "Ольга Петровна"),
        ("Ольга Рябинина", "Ольга", "Ольга"),
        ("Olga Ryabinina", "Olga", "Olga"),
        ("Фомин Илья Кузьмич", "Илья", "Илья Кузьмич"),
        ("", "", ""),
    ],
)
def test_a_person_is_addressed_by_the_name(name: str, first: str, polite: str) -> None:
    assert address_of(name) == (first, polite)


@pytest.mark.parametrize(
    "text",
    [
        "Коробка стоит 1 200 ₽ за штуку",
        "всего 4500 руб. с доставкой",
        "Цена: 5000 за тонну",
        "стоимость от 12 тыс. рублей",
        "only $1,200 a month",
        "The price is 300 for a box",
        "15 000 р.",
    ],
)
def test_a_typed_price_is_warned_of(text: str) -> None:
    assert [reason.code for reason in warnings_in(text)] == ["typed-price"]


@pytest.mark.parametrize(
    "text",
    [
        "Скидка только сегодня",
        "Осталось 2 места",
        "Осталось всего три комплекта",
        "Это последний шанс",
        "Успейте заказать",
        "Количество ограничено",
        "Only today!",
        "Last chance to order",
        "Only 3 seats left",
        "Hurry up",
    ],
)
def test_false_urgency_is_warned_of(text: str) -> None:
    assert [reason.code for reason in warnings_in(text)] == ["false-urgency"]


@pytest.mark.parametrize(
    "text",
    [
        "Позвоню завтра в 15:30, телефон +7 912 640-18-22",
        "Работаем с 2009 года, 98 % заказов в срок",
        "{product}: цена по каталогу {price}",
        "Три вопроса на одну страницу",
        "Сегодня пришлю договор",
        "We meet on 12 May at 10",
        "Осталось подписать договор",
    ],
)
def test_honest_words_are_left_alone(text: str) -> None:
    assert warnings_in(text) == []


@pytest.mark.parametrize(
    ("wording", "channel", "code"),
    [
        (Wording(""), "sms", "words-needed"),
        (Wording("Hello"), "email", "subject-needed"),
        (Wording("Hello {nobody}"), "sms", "field-unknown"),
        (Wording("Hello {client"), "sms", "brace-alone"),
        (Wording("Hello", "To {boss}"), "email", "field-unknown"),
        (Wording("x" * (LONGEST_TEXT + 1)), "sms", "too-long"),
    ],
)
def test_what_cannot_stand_is_refused(wording: Wording, channel: str, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        wording.require_sound(channel)
    assert refused.value.codes == [code]


@pytest.mark.parametrize("preset", [*RUSSIAN, *ENGLISH], ids=lambda one: f"{one.code} {one.name[:12]}")
def test_ready_words_are_sound_and_honest(preset: TemplatePreset) -> None:
    preset.wording.require_sound(preset.channel)
    assert warnings_in(preset.wording.whole) == []


def test_ready_words_serve_the_same_purposes_in_both_languages() -> None:
    assert [(one.code, one.channel, one.phase, one.aida) for one in RUSSIAN] == [
        (one.code, one.channel, one.phase, one.aida) for one in ENGLISH
    ]
