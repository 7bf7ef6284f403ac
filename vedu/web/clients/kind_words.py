"""The base kind and the lifecycle of a client as an icon and words (BASE-2, BASE-3)."""

from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.web.shell.icons import icon_markup

ICONS = {
    BaseKind.COLD: "snowflake",
    BaseKind.WARM: "flame",
    BaseKind.CURRENT: "refresh",
    BaseKind.DORMANT: "moon",
    BaseKind.COOLING: "clock",
}


def kind_icon(kind: str) -> SafeString:
    return icon_markup(ICONS[BaseKind(kind)])


def kind_word(kind: str) -> str:
    """As it stands in a row: «тёплый»."""
    return str(BaseKind(kind).label)


def kind_name(kind: str) -> str:
    """Of one client, at the beginning of a line: «Тёплый клиент»."""
    match kind:
        case BaseKind.COLD:
            return pgettext("base kind", "Cold client")
        case BaseKind.WARM:
            return pgettext("base kind", "Warm client")
        case BaseKind.CURRENT:
            return pgettext("base kind", "Current client")
        case BaseKind.DORMANT:
            return pgettext("base kind", "Dormant client")
        case _:
            return pgettext("base kind", "Cooling client")


def kinds_name(kind: str) -> str:
    """Of many clients: «Тёплые»."""
    match kind:
        case BaseKind.COLD:
            return pgettext("base kinds", "Cold")
        case BaseKind.WARM:
            return pgettext("base kinds", "Warm")
        case BaseKind.CURRENT:
            return pgettext("base kinds", "Current")
        case BaseKind.DORMANT:
            return pgettext("base kinds", "Dormant")
        case _:
            return pgettext("base kinds", "Cooling")


def stages_name(stage: str) -> str:
    """Of many clients: «Постоянные»."""
    match stage:
        case Lifecycle.LEAD:
            return pgettext("lifecycles", "Have not bought yet")
        case Lifecycle.FIRST:
            return pgettext("lifecycles", "Bought once")
        case Lifecycle.REPEAT:
            return pgettext("lifecycles", "Buy again")
        case _:
            return pgettext("lifecycles", "Regular")
