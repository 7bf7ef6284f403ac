"""By what the words of a template go, and what a step of the sale they are for."""

from django.db import models
from django.utils.translation import pgettext_lazy

from vedu.sales.touches.channel import Channel, TaskKind


class TemplateChannel(models.TextChoices):
    """A script is not sent: it is what one says."""

    EMAIL = "email", pgettext_lazy("template", "E-mail")
    MESSENGER = "messenger", pgettext_lazy("template", "Messenger")
    SMS = "sms", pgettext_lazy("template", "SMS")
    CALL = "call", pgettext_lazy("template", "Call script")


class AidaStep(models.TextChoices):
    """What the words are to bring about (AIDA: attention, interest, desire, action)."""

    ATTENTION = "attention", pgettext_lazy("AIDA", "attention")
    INTEREST = "interest", pgettext_lazy("AIDA", "interest")
    DESIRE = "desire", pgettext_lazy("AIDA", "desire")
    ACTION = "action", pgettext_lazy("AIDA", "action")


class TemplateLanguage(models.TextChoices):
    RUSSIAN = "ru", pgettext_lazy("language of a template", "Russian")
    ENGLISH = "en", pgettext_lazy("language of a template", "English")


# By which of these a touch is logged and the policy is asked.
TOUCHED_BY: dict[str, Channel] = {
    TemplateChannel.EMAIL: Channel.EMAIL,
    TemplateChannel.MESSENGER: Channel.MESSENGER,
    TemplateChannel.SMS: Channel.MESSENGER,
    TemplateChannel.CALL: Channel.CALL,
}
PLANNED_AS: dict[str, TaskKind] = {
    TemplateChannel.EMAIL: TaskKind.EMAIL,
    TemplateChannel.MESSENGER: TaskKind.MESSENGER,
    TemplateChannel.SMS: TaskKind.MESSENGER,
    TemplateChannel.CALL: TaskKind.CALL,
}
