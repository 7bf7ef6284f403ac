"""/catalogue/7/knowledge/benefits/: a head writes what is known of a product."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vedu.sales.catalogue.product import Product
from vedu.web.catalogue.section_editor import SectionEditor
from vedu.web.catalogue.sections import SECTIONS
from vedu.web.shell.address import address_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_http_methods(["GET", "POST"])
@login_required
def section(request: SignedRequest, pk: int, section: str) -> HttpResponse:
    """With ``do`` the rows are only put in another order, and nothing is published yet."""
    request.user.require_leading()
    product, shape = get_object_or_404(Product, pk=pk), SECTIONS.get(section)
    if shape is None:
        raise Http404
    if request.method != "POST":
        return _shown(request, SectionEditor.kept(product, shape, request.user))
    editor = SectionEditor.said(request.POST, product, shape, request.user)
    if "do" in request.POST:
        editor.arrange(request.POST["do"])
        return _shown(request, editor)
    if not editor.save():
        return _shown(request, editor, status=422)
    url = f"{address_of('catalogue:product', pk)}#{section}"
    return toast(request, redirect(url), _("Saved"))


def _shown(request: SignedRequest, editor: SectionEditor, status: int = 200) -> HttpResponse:
    page = "catalogue/_rows.html" if is_htmx(request) else "catalogue/section.html"
    return render(request, page, {"editor": editor}, status=status)
