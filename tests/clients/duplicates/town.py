"""A small base: strangers, and facts of clients put in quickly."""

from tests.cast import Cast
from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.people.user import User

STRANGERS = (
    "Кедр", "Маяк", "Заря", "Сокол", "Вега", "Барс", "Орион", "Лагуна", "Гранит", "Полюс", "Рубин", "Аврора",
)  # fmt: skip


def client(
    cast: Cast,
    name: str,
    *,
    owner: User | None = None,
    phone: str = "",
    email: str = "",
    inn: str = "",
    kpp: str = "",
    city: str = "",
) -> Client:
    made = cast.client(name, owner=owner)
    by = owner or cast.anna
    if city:
        made.describe(city=city, by=by)
    if phone:
        ContactPoint.add(made, kind="phone", value=phone, by=by)
    if email:
        ContactPoint.add(made, kind="email", value=email, by=by)
    if inn:
        requisites.write(made, by=by, inn=inn, kpp=kpp)
    return made


def strangers(cast: Cast) -> list[Client]:
    return [
        client(cast, f"ООО «{name}»", phone=f"+7912640{place:04}", city=("Пермь", "Самара", "Омск")[place % 3])
        for place, name in enumerate(STRANGERS)
    ]
