"""Rows as Pipedrive exports them."""

DEALS = (
    "Deal - Title,Deal - Value,Deal - Currency of Value,Deal - Organization,Deal - Contact person,Deal - Owner,"
    "Deal - Pipeline,Deal - Stage,Deal - Label,Deal - Status,Deal - Expected close date,"
    "Deal - Next activity date,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason,"
    "Person - Email - Work,Person - Phone - Work"
).split(",")
PEOPLE = (
    "Person - Name,Person - Label,Person - Organization,Person - Email - Work,Person - Email - Home,"
    "Person - Phone - Work,Person - Phone - Mobile,Person - Person created,Person - Owner,Person - ID"
).split(",")
ORGANIZATIONS = (
    "Organization - Name,Organization - Label,Organization - Address,Organization - Owner,"
    "Organization - Organization created,Organization - ID"
).split(",")
RUSSIAN = {
    "Deal - Title": "Сделка - Название",
    "Deal - Value": "Сделка - Стоимость",
    "Deal - Currency of Value": "Сделка - Валюта",
    "Deal - Organization": "Сделка - Организация",
    "Deal - Contact person": "Сделка - Контактное лицо",
    "Deal - Owner": "Сделка - Владелец",
    "Deal - Pipeline": "Сделка - Воронка",
    "Deal - Stage": "Сделка - Этап",
    "Deal - Status": "Сделка - Статус",
    "Deal - Deal created": "Сделка - Сделка создана",
    "Deal - Won time": "Сделка - Время выигрыша",
    "Deal - Lost time": "Сделка - Время проигрыша",
    "Deal - Lost reason": "Сделка - Причина проигрыша",
}


def deal(number: int, **changes: object) -> dict[str, object]:
    """Open, won and lost in turn."""
    status = ("Open", "Won", "Lost")[number % 3]
    closed = f"2024-05-{number % 28 + 1:02} 18:00:00"
    return {
        "Deal - Title": f"Boxes {number}",
        "Deal - Value": number * 100,
        "Deal - Currency of Value": "EUR",
        "Deal - Organization": f"Elka {number}",
        "Deal - Contact person": f"Ann Smith {number}",
        "Deal - Owner": "Igor Belov",
        "Deal - Pipeline": "Sales",
        "Deal - Stage": "Needs",
        "Deal - Status": status,
        "Deal - Expected close date": "2026-12-31",
        "Deal - Deal created": f"2024-02-{number % 28 + 1:02} 09:00:00",
        "Deal - Won time": closed if status == "Won" else "",
        "Deal - Lost time": closed if status == "Lost" else "",
        "Deal - Lost reason": "Expensive" if status == "Lost" else "",
        "Person - Email - Work": f"ann{number}@elka.example, office{number}@elka.example",
        "Person - Phone - Work": f"+7 912 100-{number // 100:02}-{number % 100:02}",
    } | changes


def person(number: int, **changes: object) -> dict[str, object]:
    return {
        "Person - ID": number,
        "Person - Name": f"Ann Smith {number}",
        "Person - Organization": f"Elka {number}",
        "Person - Email - Work": f"ann{number}@elka.example",
        "Person - Phone - Work": f"+7 912 100-{number // 100:02}-{number % 100:02}",
        "Person - Phone - Mobile": f"+7 913 100-{number // 100:02}-{number % 100:02}",
        "Person - Person created": "2023-11-06 10:00:00",
        "Person - Owner": "Igor Belov",
    } | changes


def organization(number: int, **changes: object) -> dict[str, object]:
    return {
        "Organization - ID": 40 + number,
        "Organization - Name": f"Elka {number}",
        "Organization - Address": "Samara, Lenina 1",
        "Organization - Owner": "Igor Belov",
        "Organization - Organization created": "2023-11-05 10:00:00",
    } | changes
