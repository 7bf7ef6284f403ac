"""The named demo worlds. Each is built once into an empty installation, the same every time."""

from collections.abc import Callable
from functools import partial

from django.utils import translation

from vedu.demo import crm_sales, wholesale
from vedu.demo.people import PASSWORD
from vedu.foundation.housekeeping import refresh_statistics
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal

Say = Callable[[str], None]
WORLDS: dict[str, Callable[[Say], None]] = {"wholesale": wholesale.build, "crm_sales": crm_sales.build}
SMALL: dict[str, Callable[[Say], None]] = {"wholesale": partial(wholesale.build, size=wholesale.SMALL)}


def build(name: str, *, say: Say, small: bool = False) -> None:
    """Fill an empty installation with the world and print its logins; a filled one is left as it is. ``small``: with
    less of a past, where the world has one.

    Raises ValueError for an unknown name."""
    if name not in WORLDS:
        raise ValueError(f"there is no demo world {name!r}: choose one of {', '.join(WORLDS)}")
    if not User.objects.exists():
        worlds = WORLDS | SMALL if small else WORLDS
        say(f"Building the demo world {name}…")
        with translation.override("ru"):
            worlds[name](say)
        refresh_statistics()
    say(f"Demo world: {User.objects.count()} people, {Deal.objects.count()} deals. Password of everybody: {PASSWORD}")
    for user in User.objects.filter(is_active=True).order_by("pk")[:12]:
        say(f"  {user.username:<10} {user.role:<14} {user.name}")
