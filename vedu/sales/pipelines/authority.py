"""Who arranges pipelines: those who run the whole company. Heads look."""

from django.utils.translation import gettext as _

from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason


def arranges_pipelines(user: User) -> bool:
    return user.role in EVERYTHING


def require_arranging(by: User) -> None:
    """Raises NotAllowed."""
    if not arranges_pipelines(by):
        sentence = _("Only the owner of the business or an administrator changes pipelines.")
        raise NotAllowed(Reason("pipelines-not-yours", sentence))
