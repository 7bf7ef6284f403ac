"""Whose export a file is shows by its headers."""

import pytest

from vedu.clients.imports.guessing import guess

AMO_DEALS = "ID,Название сделки,Бюджет ,Ответственный,Дата создания,Дата закрытия,Теги,Этап сделки,Воронка,Компания"
AMO_CONTACTS = "ID,Тип,Полное имя контакта,Имя,Фамилия,Название компании,Ответственный,Дата создания контакта,Сделки"
CRM_SALES = "opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"

BITRIX_DEALS = (
    "ID,Направление,Стадия сделки,Название сделки,Тип,Сумма,Ответственный,Дата создания,Дата изменения,Дата начала,"
    "Предполагаемая дата закрытия,Группа,Комментарий,Контакт,Контакт: ID,Контакт: Имя,Компания: Название компании"
)
BITRIX_LEADS = "ID,Статус,Название лида,Имя,Отчество,Фамилия,Дата создания,Рабочий телефон,Рабочий e-mail,Сумма"
PIPEDRIVE = (
    "Deal - Title,Deal - Value,Deal - Organization,Deal - Contact person,Deal - Owner,Deal - Stage,Deal - Label,"
    "Deal - Status,Deal - Expected close date,Deal - Deal created,Deal - Won time,Deal - Lost time"
)
HUBSPOT_DEALS = "Record ID,Deal Name,Deal Stage,Pipeline,Close Date,Deal owner,Amount,Last Activity Date"
HUBSPOT_CONTACTS = (
    "Record ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Job Title,Company Name,Contact owner,"
    "Lead Status,Lifecycle Stage,Buying Role,Create Date,Associated Company,Associated Company IDs,Associated Deal IDs"
)
HUBSPOT_COMPANIES = (
    "Record ID,Company name,Company owner,Company Domain Name,Create Date,Phone Number,City,Country/Region,Industry"
)


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        (AMO_DEALS, "amocrm-deals"),
        (AMO_CONTACTS, "amocrm-contacts"),
        (CRM_SALES, "crm-sales"),
        ("account,sector,year_established,revenue,employees,office_location,subsidiary_of", "crm-sales-accounts"),
        (BITRIX_DEALS, "bitrix24-deals"),
        (BITRIX_LEADS, "bitrix24-leads"),
        (PIPEDRIVE, "pipedrive-deals"),
        ("Сделка - Название,Сделка - Стоимость,Сделка - Организация,Сделка - Этап,Сделка - Статус", "pipedrive-deals"),
        ("Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Work", "pipedrive-people"),
        ("Organization - Name,Organization - Owner,Organization - Address", "pipedrive-organizations"),
        (HUBSPOT_DEALS, "hubspot-deals"),
        (HUBSPOT_CONTACTS, "hubspot-contacts"),
        (HUBSPOT_COMPANIES, "hubspot-companies"),
        ("Компания,Телефон,Email", "clients"),
        ("Клиент,Сумма,Стадия,Менеджер", "deals"),
        ("что-то,ещё", "clients"),
    ],
)
def test_a_format_is_guessed(headers: str, code: str) -> None:
    assert guess(headers.split(",")).code == code
