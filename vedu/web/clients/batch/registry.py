"""The actions in the order of the bar."""

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.web.batch.action import Action
from vedu.web.clients.batch.assignment import Assignment
from vedu.web.clients.batch.claims import Claims
from vedu.web.clients.batch.deals import Deals
from vedu.web.clients.batch.fillings import Fillings
from vedu.web.clients.batch.sequences import Sequences
from vedu.web.clients.batch.tasks import Tasks
from vedu.web.clients.batch.touches import Touches

ACTIONS: tuple[type[Action[Client]], ...] = (Claims, Deals, Tasks, Sequences, Touches, Fillings, Assignment)


def actions_of(user: User) -> list[type[Action[Client]]]:
    if not user.is_selling:
        return []
    return [action for action in ACTIONS if user.is_leading or not action.leading_only]
