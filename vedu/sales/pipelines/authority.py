"""Who arranges pipelines: those who run the whole company; and a head, but for one in which deals of others are led."""

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.totals import StageTotal


def makes_pipelines(user: User) -> bool:
    return user.is_leading


def arranges(user: User, pipeline: Pipeline) -> bool:
    """One query for a head, none for the others."""
    return user.is_leading and not _is_of_others(pipeline, user)


def require_making(by: User) -> None:
    """Raises NotAllowed."""
    if not makes_pipelines(by):
        sentence = _("Only heads, the owner of the business or an administrator change pipelines.")
        raise NotAllowed(Reason("pipelines-not-yours", sentence))


def require_arranging(pipeline: Pipeline, by: User) -> None:
    """Raises NotAllowed."""
    require_making(by)
    if _is_of_others(pipeline, by):
        sentence = _(
            "Other teams lead deals in this pipeline: ask the owner of the business or an administrator to change it."
        )
        raise NotAllowed(Reason("pipelines-not-yours", sentence, {"pipeline": pipeline.pk}))


def _is_of_others(pipeline: Pipeline, user: User) -> bool:
    """Whether people whom he does not lead have open deals in it; by the sums of columns, never by the deals."""
    ids = user.managed_ids()
    if ids is None:
        return False
    return StageTotal.objects.filter(pipeline=pipeline, deals__gt=0).exclude(owner__in=ids).exists()
