"""Whoever is stopped before a presentation goes to the check of the product."""

from django.http import HttpRequest
from django.utils.translation import gettext as _

from vedu.foundation.refusal import Reason
from vedu.web.shell.address import address_of
from vedu.web.shell.ways_on import Way, way_on


@way_on("check-not-passed")
def take_the_check(_request: HttpRequest, reason: Reason) -> Way:
    label = _("Take the check: %(product)s") % {"product": reason.facts["product_name"]}
    return Way(label, address_of("catalogue:check", reason.facts["product"]))
