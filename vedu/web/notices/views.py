"""/notices/, the bell in the top bar with its panel, and POST /notices/reads."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_POST

from vedu.foundation.people.notice import Notice
from vedu.web.notices.bell import bell_text, count_of, count_words, groups_of_centre
from vedu.web.notices.panel import groups_of
from vedu.web.notices.rows import page_of, rows_of
from vedu.web.notices.told import words_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, say, tell, toast

MOST_IDS = 500
LONGEST_ID = 18


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    page = page_of(request.user, request.GET.get("after", "")[:200])
    context = {"rows": rows_of(page.notices, Clock.here()), "mark": page.mark}
    template = "notices/_rows.html" if is_htmx(request) else "notices/index.html"
    return render(request, template, context)


@require_GET
def count(request: HttpRequest) -> HttpResponse:
    """The number on the bell, asked for again and again: nothing (204) while it is the number that is shown, or when
    nobody is signed in any more."""
    if not request.user.is_authenticated:
        return HttpResponse(status=204)
    number = count_of(request.user)
    if request.GET.get("shown") == str(number):
        return HttpResponse(status=204)
    return _uncached(render(request, "notices/_count.html", _count(number)))


@require_GET
def centre(request: HttpRequest) -> HttpResponse:
    """What opens under the bell."""
    if not request.user.is_authenticated:
        return HttpResponse(status=204)
    return _uncached(_centre(request))


@require_GET
@login_required
def follow(request: SignedRequest, pk: int) -> HttpResponse:
    """To what the notice is about; who goes there has read it."""
    notice = get_object_or_404(Notice.objects.of(request.user), pk=pk)
    words = words_of(notice.kind)
    Notice.read([pk], by=request.user)
    return redirect(words.url(notice.data) if words else "notices:index")


def _count(number: int) -> dict[str, object]:
    return {"number": number, "text": bell_text(number), "words": count_words(number)}


def _centre(request: HttpRequest) -> HttpResponse:
    assert request.user.is_authenticated
    found = groups_of_centre(request.user, Clock.here())
    return render(request, "notices/_centre.html", {"groups": found, "is_new": any(one.is_new for one in found)})


def _uncached(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    return response


@require_POST
@login_required
def reads(request: SignedRequest) -> HttpResponse:
    """Those named in ``ids``, all when there are none; the panel that asked comes back without them: that of the bell
    or that of the day."""
    said = request.POST.get("ids", "")
    number = Notice.read(_ids(said) if said else None, by=request.user)
    words = ngettext("%(number)d notice read", "%(number)d notices read", number) % {"number": number}
    if is_htmx(request):
        if request.headers.get("HX-Target") == "bell-panel":
            return tell(say(_centre(request), words), bell={})
        return say(render(request, "notices/_panel.html", {"groups": groups_of(request.user)}), words)
    return toast(request, redirect("notices:index"), words)


def _ids(said: str) -> list[int]:
    words = said.split(",")[:MOST_IDS]
    return [int(word) for word in words if word.isascii() and word.isdigit() and len(word) <= LONGEST_ID]
