from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.sales.deals.deal import Deal
from vedu.web.batch.step_action import StepAction
from vedu.web.deals.batch.deal_action import DealAction


class Tasks(StepAction[Deal], DealAction):
    code = "tasks"
    icon = "checkbox"

    def verb(self) -> Callable[[Deal], object]:
        step = self.step()
        return lambda deal: deal.plan(step, by=self.user)

    @classmethod
    def label(cls) -> str:
        return _("Plan a task")

    def title(self, number: int) -> str:
        return ngettext("A task on %(number)d deal", "Tasks on %(number)d deals", number) % {"number": number}

    def button(self, number: int) -> str:
        return ngettext("Plan %(number)d task", "Plan %(number)d tasks", number) % {"number": number}

    def done(self, number: int) -> str:
        return ngettext("%(number)d task planned", "%(number)d tasks planned", number) % {"number": number}
