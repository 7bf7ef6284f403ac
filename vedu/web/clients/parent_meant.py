"""The client that a person named in words: the one of exactly this name, else the only one found."""

from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.foundation.values.fold import fold
from vedu.web.clients.found import ids_found

MOST = 5


def parent_meant(words: str, user: User) -> Client:
    """Raises Invalid when nobody is found, or several are; then it names them."""
    found = list(Client.objects.visible_to(user).select_related("owner").filter(pk__in=ids_found(words, user)))
    exact = [client for client in found if client.name_folded == fold(words)]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    if not found:
        raise invalid("parent", "parent-unknown", _("No client is found by these words: try a part of the name."))
    names = ", ".join(client.name for client in found[:MOST])
    sentence = _("Several are found: %(names)s. Write the whole name or the tax number.") % {"names": names}
    raise invalid("parent", "parent-unclear", sentence)
