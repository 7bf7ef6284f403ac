"""Imports of files: a file comes, questions are answered, a background job writes; a run can be undone."""

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from ninja import File, Form, Query, Router
from ninja.files import UploadedFile

from vedu.api.answer import answer
from vedu.api.paging import Paging, each, page
from vedu.api.parser import read_json
from vedu.api.request import ApiRequest
from vedu.api.v1.reach import found
from vedu.api.v1.shapes.import_run import (
    COLUMNS,
    ROW_COLUMNS,
    MappingIn,
    RefusedRowOut,
    RunOut,
    WholeRunOut,
    run,
    whole_run,
)
from vedu.api.v1.shapes.values import Page
from vedu.clients.imports import ordering, preparing, uploads
from vedu.clients.imports.mapping import Mapping
from vedu.clients.imports.refused_row import RefusedRow
from vedu.clients.imports.run import ImportRun
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused, invalid

router = Router(tags=["imports"])
BY_LINE = ("number", "id")


@router.get("/imports", response=Page[RunOut])
def list_imports(request: ApiRequest, paging: Query[Paging]) -> HttpResponse:
    """Your imports and those of your people, the last first."""
    return page(request, paging, ImportRun.objects.visible_to(request.user).values(*COLUMNS), each(run))


@router.post("/imports", response={201: WholeRunOut})
def begin_import(
    request: ApiRequest,
    file: File[UploadedFile],
    format: Form[str] = "",  # noqa: A002
    mapping: Form[str] = "",
) -> HttpResponse:
    """Takes a CSV or XLSX file (multipart/form-data) and says what has to be answered; writes nothing yet."""
    request.user.require_selling()
    given, path = _mapping(mapping), uploads.keep(file.name or "", file.chunks())
    try:
        begun = preparing.begin(path, by=request.user, format_code=format, file_name=file.name or "", given=given)
    except Refused:
        path.unlink()
        raise
    return answer(whole_run(begun), 201)


@router.get("/imports/{int:pk}", response=WholeRunOut)
def get_import(request: ApiRequest, pk: int) -> HttpResponse:
    """One import: its phase, how far it is, its open questions."""
    return answer(whole_run(_run(request.user, pk)))


@router.patch("/imports/{int:pk}", response=WholeRunOut)
def map_import(request: ApiRequest, pk: int, body: MappingIn) -> HttpResponse:
    """Answers questions: what the columns mean, which stage and which colleague a name of the file stands for."""
    waiting = _run(request.user, pk)
    preparing.answer(waiting, Mapping.of(body.mapping))
    return answer(whole_run(waiting))


@router.get("/imports/{int:pk}/refused-rows", response=Page[RefusedRowOut])
def list_refused_rows(request: ApiRequest, pk: int, paging: Query[Paging]) -> HttpResponse:
    """The lines that were not taken, each with its reasons."""
    rows = RefusedRow.objects.filter(run=_run(request.user, pk))
    return page(request, paging, rows.values(*ROW_COLUMNS), each(dict), BY_LINE)


@router.post("/imports/{int:pk}/check", response={202: WholeRunOut})
def check_import(request: ApiRequest, pk: int) -> HttpResponse:
    """Rehearses in the background and writes nothing; 422 lists open questions in `missing`."""
    waiting = _run(request.user, pk)
    ordering.order_check(waiting)
    return answer(whole_run(waiting), 202)


@router.post("/imports/{int:pk}/start", response={202: WholeRunOut})
def start_import(request: ApiRequest, pk: int) -> HttpResponse:
    """Writes in the background; 422 lists open questions in `missing`."""
    waiting = _run(request.user, pk)
    ordering.order_start(waiting)
    return answer(whole_run(waiting), 202)


@router.post("/imports/{int:pk}/undoing", response={202: WholeRunOut})
def undo_import(request: ApiRequest, pk: int) -> HttpResponse:
    """Takes back in the background what the import wrote; what people have changed since stays."""
    done = _run(request.user, pk)
    ordering.order_undoing(done, by=request.user)
    return answer(whole_run(done), 202)


def _run(user: User, pk: int) -> ImportRun:
    """One whose worker was killed has failed, so that it can go on: the pages say the same."""
    one = found(ImportRun.objects.visible_to(user), pk)
    ordering.give_up_if_stalled(one)
    return one


def _mapping(text: str) -> dict[str, Any]:
    try:
        given = read_json(text or "{}")
    except ValueError:
        given = None
    if not isinstance(given, dict):
        raise invalid("mapping", "mapping-wrong", _("Send the mapping as a JSON object."))
    return given
