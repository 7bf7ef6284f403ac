from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.sales.touches.task import Task
from vedu.web.batch.step_action import StepAction
from vedu.web.clients.batch.client_action import ClientAction


class Tasks(StepAction[Client], ClientAction):
    code = "tasks"
    icon = "checkbox"

    def verb(self) -> Callable[[Client], object]:
        step = self.step()
        return lambda client: Task.plan(client, step, by=self.user)

    @classmethod
    def label(cls) -> str:
        return _("Plan a task")

    def button(self, number: int) -> str:
        return ngettext("Plan %(number)d task", "Plan %(number)d tasks", number) % {"number": number}

    def done(self, number: int) -> str:
        return ngettext("%(number)d task planned", "%(number)d tasks planned", number) % {"number": number}
