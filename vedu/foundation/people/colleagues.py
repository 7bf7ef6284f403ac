"""Lists of people that pages ask for again and again, by kept SQL."""

from vedu.foundation.people.roles import SELLING
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects


def colleagues_seen_by(user: User) -> list[User]:
    """Those who work here and whose work he sees, by name."""
    ids = user.visible_owner_ids()
    return [one for one in _COLLEAGUES.objects() if ids is None or one.pk in ids]


def selling_people() -> list[User]:
    """All who sell and work here, by last name."""
    return _SELLING.objects()


_SELLING = PreparedObjects(
    lambda: User.objects.filter(is_active=True, role__in=SELLING).order_by("last_name", "first_name", "username"), ids=0
)
_COLLEAGUES = PreparedObjects(lambda: User.objects.filter(is_active=True).order_by("first_name", "last_name"), ids=0)
