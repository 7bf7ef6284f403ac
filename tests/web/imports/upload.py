"""Files sent to the import assistant by a visitor."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client as Visitor

from vedu.clients.imports.run import ImportRun

CLIENTS = "Компания;Телефон;Ответственный\nВолга;89126401822;Anna Kotova\nКама;12;\n"
DEALS = """ID;Название сделки;Бюджет;Этап сделки;Ответственный;Дата закрытия;Компания
1;А;5;Думает;Anna Kotova;не закрыта;Ока
"""


def send(visitor: Visitor, text: str = CLIENTS, name: str = "base.csv") -> HttpResponse:
    return visitor.post("/imports/", {"file": SimpleUploadedFile(name, text.encode("cp1251"), "text/csv")})


def begin(visitor: Visitor, text: str = CLIENTS) -> ImportRun:
    """The run of a file just sent."""
    response = send(visitor, text)
    assert response.status_code == 302, response.content.decode()
    return ImportRun.objects.latest("pk")


def answers(run: ImportRun, **said: str) -> dict[str, str]:
    """The mapping form as the page sends it, with these answers to its questions by name."""
    mapping = run.mapping
    form = {"format": run.format, "no_owner": mapping["no_owner"]}
    for number, header in enumerate(run.survey["headers"]):
        form |= {
            f"column-{number}-name": header,
            f"column-{number}": said.get(header, mapping["columns"].get(header, "")),
        }
    for what, group in (("stage", "pipeline / stage"), ("owner", "owner")):
        for number, name in enumerate(map(str.strip, run.survey["names"].get(group, {}))):
            form |= {f"{what}-{number}-name": name, f"{what}-{number}": said.get(name, "")}
    return form
