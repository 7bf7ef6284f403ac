from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.sales.touches.task import Task
from vedu.web.clients.batch.action import Verb
from vedu.web.clients.batch.step_form import StepAction


class Tasks(StepAction):
    code = "tasks"
    icon = "checkbox"

    def verb(self) -> Verb:
        step = self.step()
        return lambda client: Task.plan(client, step, by=self.user)

    @classmethod
    def label(cls) -> str:
        return _("Plan a task")

    def button(self, number: int) -> str:
        return ngettext("Plan %(number)d task", "Plan %(number)d tasks", number) % {"number": number}

    def done(self, number: int) -> str:
        return ngettext("%(number)d task planned", "%(number)d tasks planned", number) % {"number": number}
