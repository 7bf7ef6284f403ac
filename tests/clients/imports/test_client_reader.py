"""A row about a client is read, and every wrong cell of it is named."""

from vedu.clients.imports.client_reader import read_client

RECORD = {
    "company": "ООО  «Волга» ",
    "inn": "7707083893",
    "city": "Самара",
    "contact": "Пётр Ильин",
    "job_title": "директор",
    "phone": ["8 (912) 640-18-22, 8 343 222-33-44 доб. 12"],
    "personal_phone": ["+7 913 000-11-22"],
    "email": ["Info@Volga.example "],
    "telegram": ["@volga"],
    "about": ["первая", "вторая"],
}


def test_a_full_row_becomes_a_company_with_a_person() -> None:
    draft, wrong = read_client(RECORD)

    assert wrong == []
    assert draft is not None
    assert (draft.name, draft.kind, draft.person, draft.job_title) == (
        "ООО «Волга»",
        "company",
        "Пётр Ильин",
        "директор",
    )
    assert draft.facts == {"city": "Самара", "about": "первая\nвторая"}
    assert [(point.kind, point.value, point.extension, point.is_official) for point in draft.points] == [
        ("phone", "+79126401822", "", True),
        ("phone", "+73432223344", "12", True),
        ("phone", "+79130001122", "", False),
        ("email", "info@volga.example", "", True),
        ("messenger", "@volga", "", True),
    ]


def test_a_row_without_a_company_is_a_person() -> None:
    draft, _wrong = read_client({"first_name": "Пётр", "last_name": "Ильин", "email": ["p@example.org"]})

    assert draft is not None
    assert (draft.name, draft.kind, draft.person) == ("Пётр Ильин", "person", "")


def test_a_phone_alone_names_the_client() -> None:
    draft, _wrong = read_client({"phone": ["89126401822"]})

    assert draft is not None
    assert draft.name == "+7 912 640-18-22"


def test_every_wrong_cell_is_named() -> None:
    record = RECORD | {"phone": ["123"], "email": ["кто@где"], "inn": "7707083894", "created_at": "вчера"}

    draft, wrong = read_client(record)

    assert draft is None
    assert [reason.code for reason in wrong] == ["phone-wrong", "email-wrong", "inn_check", "date-wrong"]


def test_a_row_that_names_nobody_is_refused() -> None:
    draft, wrong = read_client({"city": "Самара"})

    assert draft is None
    assert [reason.code for reason in wrong] == ["client-unnamed"]


def test_an_inn_that_lost_its_zero_in_a_spreadsheet_gets_it_back() -> None:
    draft, wrong = read_client({"company": "Волга", "inn": "276000008"})

    assert wrong == []
    assert draft is not None
    assert draft.inn == "0276000008"


def test_a_sole_trader_is_known_by_his_inn_or_his_name() -> None:
    by_inn, _wrong = read_client({"company": "Ёлкин", "inn": "500100732259"})
    by_name, _wrong = read_client({"company": "ИП Ёлкин"})

    assert by_inn is not None
    assert by_name is not None
    assert (by_inn.kind, by_name.kind) == ("entrepreneur", "entrepreneur")


def test_a_row_with_nothing_exact_is_known_again_by_all_it_says() -> None:
    one, _wrong = read_client({"company": "Волга", "city": "Самара"})
    same, _wrong = read_client({"company": "Волга", "city": "Самара"})
    other, _wrong = read_client({"company": "Волга", "city": "Казань"})

    assert one is not None
    assert same is not None
    assert other is not None
    assert one.keys == same.keys != other.keys


def test_numbers_of_the_other_system_are_keys() -> None:
    company, _wrong = read_client({"company": "Волга", "company_id": "17", "contact": "Пётр", "contact_id": "4"})
    person, _wrong = read_client({"contact": "Пётр", "contact_id": "4"})
    named, _wrong = read_client({"company": "«Волга»"}, by_name=True)

    assert company is not None
    assert person is not None
    assert named is not None
    assert company.keys == ["company:17", "contact:4"]
    assert person.keys == ["contact:4"]
    assert named.keys == ["name:волга"]
