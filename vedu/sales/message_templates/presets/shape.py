"""The shape of a ready template: plain data."""

from dataclasses import dataclass

from vedu.sales.message_templates.template_channel import AidaStep, TemplateChannel
from vedu.sales.message_templates.wording import Wording
from vedu.sales.playbooks.phase import SalePhase


@dataclass(frozen=True, slots=True)
class TemplatePreset:
    """One ``code`` in every language is one purpose."""

    code: str
    channel: TemplateChannel
    phase: SalePhase
    aida: AidaStep
    name: str
    text: str
    subject: str = ""

    @property
    def wording(self) -> Wording:
        return Wording.typed(self.text, self.subject)
