"""What leaves the house on demand: the dossier as one ZIP to read and to process, the act and its log."""

import io
import json
import zipfile
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import get_language

from vedu.clients.consent.dossier import Dossier
from vedu.clients.consent.dossier_words import as_data, sections
from vedu.clients.consent.erasure_act import ErasureAct
from vedu.foundation.values.moments import full_text

HTML, JSON = "dossier.html", "dossier.json"


def dossier_zip(dossier: Dossier, language: str = "") -> bytes:
    """``language`` is the person's; without it the one that is active."""
    files = {HTML: dossier_html(dossier, language), JSON: dossier_json(dossier)}
    with io.BytesIO() as buffer:
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, text in files.items():
                archive.writestr(zipfile.ZipInfo(name, _zip_moment(dossier)), text, zipfile.ZIP_DEFLATED)
        return buffer.getvalue()


def dossier_name(dossier: Dossier) -> str:
    """Without the person's name: a file name travels further than its content."""
    subject = dossier.subject
    number = f"contact-{subject.contact.pk}" if subject.contact else f"client-{subject.client.pk}"
    return f"dossier-{number}.zip"


def dossier_html(dossier: Dossier, language: str = "") -> str:
    """One page without anything beside it, for reading and printing."""
    with translation.override(language or get_language()):
        made = full_text(dossier.at, timezone.get_current_timezone())
        context = {"dossier": dossier, "sections": sections(dossier), "made": made, "language": get_language()}
        return render_to_string("consent/dossier.html", context)


def dossier_json(dossier: Dossier) -> str:
    return json.dumps(as_data(dossier), cls=_Encoder, ensure_ascii=False, indent=1)


def act_html(act: ErasureAct, language: str = "") -> str:
    with translation.override(language or get_language()):
        moment = full_text(act.at, timezone.get_current_timezone())
        return render_to_string("consent/act.html", {"act": act, "moment": moment, "language": get_language()})


class _Encoder(DjangoJSONEncoder):
    """Bytes, which nobody reads, as their length."""

    def default(self, o: Any) -> Any:
        return f"{len(o)} bytes" if isinstance(o, bytes | memoryview) else super().default(o)


def _zip_moment(dossier: Dossier) -> tuple[int, int, int, int, int, int]:
    local = timezone.localtime(dossier.at)
    return local.year, local.month, local.day, local.hour, local.minute, local.second
