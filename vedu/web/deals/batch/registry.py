"""The actions in the order of the bar."""

from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.web.batch.action import Action
from vedu.web.deals.batch.assignment import Assignment
from vedu.web.deals.batch.losses import Losses
from vedu.web.deals.batch.moves import Moves
from vedu.web.deals.batch.tasks import Tasks

ACTIONS: tuple[type[Action[Deal]], ...] = (Moves, Tasks, Assignment, Losses)


def actions_of(user: User) -> list[type[Action[Deal]]]:
    if not user.is_selling:
        return []
    return [action for action in ACTIONS if user.is_leading or not action.leading_only]
