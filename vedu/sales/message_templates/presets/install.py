"""Takes the ready templates into use."""

from django.db import transaction
from django.utils.translation import get_language

from vedu.sales.message_templates.message_template import MessageTemplate, MessageTemplateVersion
from vedu.sales.message_templates.presets.english import ENGLISH
from vedu.sales.message_templates.presets.russian import RUSSIAN
from vedu.sales.message_templates.presets.shape import TemplatePreset
from vedu.sales.message_templates.template_channel import TemplateLanguage

PRESETS: dict[str, tuple[TemplatePreset, ...]] = {TemplateLanguage.RUSSIAN: RUSSIAN, TemplateLanguage.ENGLISH: ENGLISH}


def install() -> int:
    """Those of the active language that are not there yet; how many. Twice does no harm, edited ones stay."""
    language = spoken()
    with transaction.atomic():
        there = set(MessageTemplate.objects.filter(language=language).values_list("preset", flat=True))
        missing = [preset for preset in PRESETS[language] if preset.code not in there]
        made = MessageTemplate.objects.bulk_create(_made(preset, language) for preset in missing)
        versions = MessageTemplateVersion.objects.bulk_create(
            MessageTemplateVersion(
                template=template, number=1, subject=preset.wording.subject, text=preset.wording.text
            )
            for preset, template in zip(missing, made, strict=True)
        )
        for version in versions:
            version.template.latest = version
        MessageTemplate.objects.bulk_update(made, ["latest"])
    return len(missing)


def spoken() -> str:
    """The language of the ready words: English for whoever speaks another."""
    language = (get_language() or "")[:2]
    return language if language in PRESETS else TemplateLanguage.ENGLISH


def _made(preset: TemplatePreset, language: str) -> MessageTemplate:
    return MessageTemplate(
        name=preset.name,
        channel=preset.channel,
        phase=preset.phase,
        aida=preset.aida,
        language=language,
        preset=preset.code,
    )
