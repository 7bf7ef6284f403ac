"""The conversation that established contact (CHAN-1): only what the client himself answered counts."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.foundation.people.user import User
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.touches.channel import Channel, Direction, Outcome
from vedu.web.deals.moves.questions.question import Question, area

OUTCOMES = (Outcome.TALKED, Outcome.REPLIED, Outcome.CALL_BACK)


class ConversationQuestion(Question):
    kind = EvidenceKind.CONTACT
    template = "deals/questions/_conversation.html"

    channel = forms.ChoiceField(label=gettext_lazy("Channel"), choices=Channel.choices)
    outcome = forms.ChoiceField(
        label=gettext_lazy("Outcome"), choices=[(outcome.value, outcome.label) for outcome in OUTCOMES]
    )
    text = area(gettext_lazy("What was said"))

    @property
    def to_do(self) -> str:
        return _("write down the conversation with the client")

    def answer(self, by: User) -> None:
        said = self.cleaned_data
        direction = Direction.IN if said["outcome"] == Outcome.REPLIED else Direction.OUT
        self.deal.log_touch(
            by=by, channel=said["channel"], outcome=said["outcome"], direction=direction, text=said["text"]
        )
