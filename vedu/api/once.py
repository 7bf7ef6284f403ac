"""Everything that changes something is whole or not at all, and with an Idempotency-Key it happens once."""

import hashlib
from collections.abc import Callable
from functools import partial, wraps

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpResponse
from django.http.request import RawPostDataException
from django.utils.translation import gettext as _

from vedu.api.problems import KNOWN, MEDIA_TYPE, problem_of
from vedu.api.request import ApiRequest
from vedu.foundation.idempotency import KeptReply
from vedu.foundation.refusal import invalid

KEY = "Idempotency-Key"
LONGEST_KEY = 200
Operation = Callable[..., HttpResponse]


def once(operation: Operation) -> Operation:
    """Puts the operation into one transaction; with a key, behind the answer kept for that key."""

    @wraps(operation)
    def run(request: ApiRequest, **values: object) -> HttpResponse:
        if request.method in {"GET", "HEAD"}:
            return operation(request, **values)
        perform = partial(operation, request, **values)
        with transaction.atomic():
            return _by_key(request, request.headers[KEY], perform) if KEY in request.headers else perform()

    return run


def _by_key(request: ApiRequest, key: str, perform: Operation) -> HttpResponse:
    """The key's row comes first: of simultaneous repeats one inserts it, the others wait for its answer."""
    if not 0 < len(key) <= LONGEST_KEY:
        raise invalid(KEY, "key-wrong", _("An Idempotency-Key has 1 to 200 characters."))
    facts = {"fingerprint": fingerprint(request), "status": 0, "body": b""}
    reply, is_first = KeptReply.objects.get_or_create(user=request.user, key=key, defaults=facts)
    if not is_first:
        return _again(reply, facts["fingerprint"])
    response = _attempt(perform)
    reply.status, reply.body = response.status_code, response.content
    reply.save(update_fields=["status", "body"])
    return response


def _attempt(perform: Operation) -> HttpResponse:
    """A refusal is an answer too; only a failure of the server leaves nothing behind."""
    try:
        with transaction.atomic():
            return perform()
    except KNOWN as error:
        return problem_of(error)


def _again(reply: KeptReply, expected: object) -> HttpResponse:
    if reply.fingerprint != expected:
        raise invalid(KEY, "key-reused", _("This Idempotency-Key was used for another request: take a new one."))
    content_type = MEDIA_TYPE if reply.status >= 400 else "application/json"
    response = HttpResponse(bytes(reply.body), status=reply.status, content_type=content_type)
    response.headers["Idempotency-Replayed"] = "true"
    return response


def fingerprint(request: ApiRequest) -> str:
    """Tells one request from another: method, address and body."""
    digest = hashlib.sha256(f"{request.method} {request.get_full_path()}\n".encode())
    try:
        digest.update(request.body)
    except RawPostDataException:
        _add_form(digest, request)
    return digest.hexdigest()


def _add_form(digest: "hashlib._Hash", request: ApiRequest) -> None:
    """A form with files, already taken apart."""
    digest.update(repr(sorted(request.POST.lists())).encode())
    for name in sorted(request.FILES):
        file = request.FILES[name]
        assert isinstance(file, UploadedFile)
        digest.update(f"{name} {file.name}\n".encode())
        for chunk in file.chunks():
            digest.update(chunk)
        file.seek(0)
