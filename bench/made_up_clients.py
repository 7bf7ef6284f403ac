"""Russian clients that never were, and doubles of some of them, written as people write them: another spelling of the
name, a slip of the finger, a phone less, an e-mail more."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from random import Random

from stdnum.ru import inn as russian_inn

from vedu.foundation.values.latin import latin

SHARE = 0.05
FORMS = ("ООО", "ООО", "ООО", "ООО", "АО", "ЗАО", "ИП")
BEGINNINGS = (
    "Агро Строй Тех Мед Авто Эко Пром Торг Энерго Металл Транс Био Вент Глав Дор Евро Жил Инфо Карго Лес Мир Нефте "
    "Опт Полимер Рем Спец Тепло Урал Фарм Хим Центр Электро Юг Север Волга Сибирь Дон Кама Альфа Гранд"
).split()
ENDS = (
    "сервис снаб комплект инвест монтаж групп трейд маркет ресурс проект альянс контракт логистик продукт синтез "
    "сталь пласт лайн мастер холдинг ком дом пак экспорт союз текс лаб профи плюс стандарт"
).split()
WORDS = (
    "Аврора Атлант Барс Берег Буревестник Веста Вектор Витязь Вымпел Гамма Гарант Горизонт Диалог Держава Заря "
    "Звезда Идеал Импульс Искра Каскад Квант Кедр Кристалл Лагуна Лидер Лотос Магистраль Маяк Меркурий Монолит Нива "
    "Новатор Оазис Океан Олимп Орион Орбита Пламя Полюс Престиж Прогресс Радуга Рассвет Регион Рубин Русь Сатурн "
    "Сокол Сфера Темп Титан Топаз Триумф Ударник Фаворит Феникс Формула Хорда Чайка Эверест Эталон Юпитер Янтарь "
    "Ясень"
).split()
ROOTS = (
    "Абрам Бар Бел Бор Бык Вас Вер Гал Гор Гряз Дан Дем Дуб Ег Ерм Жар Жил Зар Зим Ив Иль Каз Кал Кар Клим Ков Кол "
    "Кон Кот Крав Куз Лаз Леб Лом Лук Мак Мар Мат Мель Мих Мор Наз Нос Овс Ор Ост Пав Пар Пет Пол Пот Рог Род Ром "
    "Руд Ряб Сав Сам Сел Сид Сок Сол Стар Сух Тар Тим Тих Тур Уст Фед Фил Фом Хар Хом Цар Чер Чист Шап Шев Шил Щер "
    "Юд Як Ярем"
).split()
SURNAME_ENDS = (
    "анов енков ин ычев ельников овский ухин ашов илов онин ёв атов енский уров инцев акин остин евцев алёв ушкин"
).split()
GIVEN = (
    "Александр Сергей Дмитрий Андрей Алексей Максим Иван Михаил Николай Павел Роман Илья Олег Виктор Юрий Артём Егор "
    "Кирилл Денис Антон Вадим Глеб Фёдор Пётр Борис Игорь Лев Тимур Яков Марк"
).split()
FATHERS = (
    "Иванович Петрович Сергеевич Андреевич Николаевич Михайлович Олегович Викторович Юрьевич Павлович Денисович "
    "Егорович Борисович Игоревич Вадимович Львович Романович Фёдорович"
).split()
CITIES = (
    "Москва Санкт-Петербург Новосибирск Екатеринбург Казань Самара Челябинск Омск Ростов-на-Дону Уфа Красноярск "
    "Воронеж Пермь Волгоград Краснодар Саратов Тюмень Тольятти Ижевск Барнаул Иркутск Хабаровск Ярославль Томск "
    "Оренбург Кемерово Рязань"
).split()
STREETS = (
    "Ленина Мира Советская Садовая Кирова Гагарина Победы Лесная Школьная Заводская Новая Молодёжная Труда".split()
)
PUBLIC = ("mail.ru", "yandex.ru", "gmail.com", "bk.ru")


@dataclass(frozen=True, slots=True)
class MadeUp:
    """``number`` is the same for doubles."""

    number: int
    name: str
    city: str
    address: str
    inn: str
    phones: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)


def made_up(count: int, seed: int = 7) -> list[MadeUp]:
    """So many, one of twenty of them a double, in no order."""
    rng = Random(seed)
    originals = [_original(number, rng) for number in range(round(count * (1 - SHARE)))]
    doubles = [_double(rng.choice(originals), rng) for _number in range(count - len(originals))]
    clients = originals + doubles
    rng.shuffle(clients)
    return clients


def _original(number: int, rng: Random) -> MadeUp:
    person = f"{rng.choice(ROOTS)}{rng.choice(SURNAME_ENDS)} {rng.choice(GIVEN)} {rng.choice(FATHERS)}"
    form = rng.choice(FORMS)
    bare = person if form == "ИП" else _name(rng)
    # Nobody shares a site with a stranger, however alike their names are.
    site = f"{latin(bare).replace(' ', rng.choice(('', '-')))[:20]}{number:x}.ru"
    box = latin(bare)[:9].replace(" ", "")
    boxes = [f"info@{site}"] if rng.random() < 0.6 else [f"{box}{number % 9973}@{rng.choice(PUBLIC)}"]
    start = f"{rng.randint(10, 78):02}{rng.randint(1, 45):02}{rng.randint(0, 99999):05}"
    return MadeUp(
        number,
        f"ИП {person}" if form == "ИП" else f"{form} «{bare}»",
        rng.choice(CITIES),
        f"ул. {rng.choice(STREETS)}, {rng.randint(1, 150)}" if rng.random() < 0.5 else "",
        f"{start}{russian_inn.calc_company_check_digit(start)}" if rng.random() < 0.6 and form != "ИП" else "",
        [_phone(rng) for _one in range(rng.choice((1, 1, 2)))],
        boxes if rng.random() < 0.8 else [],
        [person] if rng.random() < 0.7 else [],
    )


def _name(rng: Random) -> str:
    joined = rng.choice(BEGINNINGS) + rng.choice(ENDS)
    shape = rng.random()
    if shape < 0.2:
        return f"{joined} {rng.choice(ROOTS)}{rng.choice(SURNAME_ENDS)}"
    if shape < 0.3:
        return f"{rng.choice(ROOTS).lower().title()}{rng.choice(ENDS)}-{rng.choice(BEGINNINGS)}"
    if shape < 0.6:
        return f"{rng.choice(WORDS)}-{rng.choice(WORDS)}"
    return (
        f"{joined} {rng.choice(CITIES)}"
        if shape < 0.75
        else f"{rng.choice(WORDS)} {rng.choice(BEGINNINGS)}{rng.choice(ENDS)}"
    )


def _phone(rng: Random) -> str:
    return f"+79{rng.randint(0, 99):02}{rng.randint(0, 9_999_999):07}"


def _double(one: MadeUp, rng: Random) -> MadeUp:
    """What a second seller typed of the same client. Something is always left to know it by."""
    name = _retyped(one.name, rng)
    phones = [phone for phone in one.phones if rng.random() < 0.6] or [_phone(rng)]
    emails = [email for email in one.emails if rng.random() < 0.5]
    people = [_short(person, rng) for person in one.people if rng.random() < 0.6]
    inn = one.inn if rng.random() < 0.4 else ""
    return replace(
        one,
        name=name,
        city=one.city if rng.random() < 0.8 else "",
        address=one.address if rng.random() < 0.5 else "",
        inn="",
        phones=phones if inn or rng.random() < 0.95 else one.phones,
        emails=emails,
        people=people,
    )


def _retyped(name: str, rng: Random) -> str:
    bare = name.split(" ", 1)[1].strip("«»")
    form = name.split(" ", 1)[0]
    shape = rng.random()
    if shape < 0.25:
        return bare
    if shape < 0.45:
        return f'"{bare.upper()}" {form}'
    if shape < 0.6:
        return f"{form} {_slip(bare, rng)}"
    if shape < 0.75:
        return latin(bare).title()
    if shape < 0.85 and " " in bare:
        return f"{form} {bare.rsplit(' ', 1)[0]}"
    return f"{form} {bare.replace('-', ' ')}"


def _slip(text: str, rng: Random) -> str:
    """One letter lost, doubled, or exchanged with its neighbour."""
    at = rng.randrange(1, len(text) - 1)
    return rng.choice(
        (
            text[:at] + text[at + 1 :],
            text[:at] + text[at] + text[at:],
            text[: at - 1] + text[at] + text[at - 1] + text[at + 1 :],
        )
    )


def _short(person: str, rng: Random) -> str:
    surname, given, _father = person.split()
    return rng.choice((person, f"{given} {surname}", f"{surname} {given}"))


def pairs_of(clients: list[MadeUp], ids: list[int]) -> Iterator[tuple[int, int]]:
    """The planted doubles, by the ids that the clients got."""
    of_number: dict[int, list[int]] = {}
    for client, pk in zip(clients, ids, strict=True):
        before = of_number.setdefault(client.number, [])
        yield from ((min(one, pk), max(one, pk)) for one in before)
        before.append(pk)
