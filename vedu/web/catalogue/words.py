"""What several screens of the catalogue say alike: prices, readiness."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.values.moments import moment_text
from vedu.foundation.values.money_text import money_text
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import Readiness, Standing
from vedu.web.shell.clock import Clock

# How a tag looks, by the readiness it tells.
LOOKS = {Readiness.READY: "yes", Readiness.AGAIN: "wait", Readiness.NOT_YET: "critical", Readiness.FREE: ""}
ICONS = {
    Readiness.READY: "circle-check",
    Readiness.AGAIN: "refresh",
    Readiness.NOT_YET: "circle-dashed",
    Readiness.FREE: "minus",
}


def price_text(product: Product, language: str) -> str:
    """«48,50 ₽ / шт.»; "" where the price is asked for."""
    price = product.list_price
    if price is None:
        return ""
    text = money_text(price.amount, price.currency, language)
    return f"{text} / {product.unit}" if product.unit else text


def standing_text(standing: Standing, clock: Clock) -> str:
    """What a head reads of a person and a product."""
    match standing.state:
        case Readiness.READY | Readiness.AGAIN:
            day = moment_text(standing.passed_at, clock.now, clock.zone, False, clock.language)  # type: ignore[arg-type]
            words = _("passed %(day)s") if standing.state == Readiness.READY else _("passed %(day)s, due again")
            return words % {"day": day}
        case Readiness.NOT_YET if standing.tries:
            words = ngettext("not passed: %(number)d try", "not passed: %(number)d tries", standing.tries)
            return words % {"number": standing.tries}
        case Readiness.NOT_YET:
            return _("not taken yet")
    return _("no check")
