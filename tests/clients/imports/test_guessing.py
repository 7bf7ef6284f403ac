"""Whose export a file is shows by its headers."""

import pytest

from vedu.clients.imports.guessing import guess

AMO_DEALS = "ID,Название сделки,Бюджет ,Ответственный,Дата создания,Дата закрытия,Теги,Этап сделки,Воронка,Компания"
AMO_CONTACTS = "ID,Тип,Полное имя контакта,Имя,Фамилия,Название компании,Ответственный,Дата создания контакта,Сделки"
CRM_SALES = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (AMO_DEALS, "amocrm-deals"),
        (AMO_CONTACTS, "amocrm-contacts"),
        (CRM_SALES, "crm-sales"),
        ("account,sector,year_established,revenue,employees,office_location,subsidiary_of", "crm-sales-accounts"),
        ("Компания,Телефон,Email", "clients"),
        ("Клиент,Сумма,Стадия,Менеджер", "deals"),
        ("что-то,ещё", "clients"),
    ],
)
def test_a_format_is_guessed(headers: str, code: str) -> None:
    assert guess(headers.split(",")).code == code
