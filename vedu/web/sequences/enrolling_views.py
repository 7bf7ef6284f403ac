"""/sequences/7/enrolment?segment=3: who would begin, who would not and why, and then they begin."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vedu.clients.segments.segment import Segment
from vedu.sales.sequences.admission import admissions
from vedu.sales.sequences.candidates import people_of_segment
from vedu.sales.sequences.enrolling import enrol_all, require_open
from vedu.sales.sequences.sequence import Sequence
from vedu.web.message_templates.numbers import number
from vedu.web.sequences.foreseen import Foreseen
from vedu.web.shell.clock import Clock
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_http_methods(["GET", "POST"])
@login_required
def enrolment(request: SignedRequest, pk: int) -> HttpResponse:
    sequence = get_object_or_404(Sequence.objects.with_steps(), pk=pk)
    require_open(sequence, request.user)
    said = request.POST if request.method == "POST" else request.GET
    segment = get_object_or_404(Segment, pk=number(said.get("segment", "")))
    people = people_of_segment(segment, request.user)
    if request.method == "POST":
        begun = enrol_all(sequence, people, by=request.user)
        count = len(begun.enrolments)
        words = ngettext("%(number)d client begins the sequence", "%(number)d clients begin the sequence", count)
        return toast(request, redirect("sequences:card", pk), words % {"number": count})
    seen = admissions(sequence.version, people, by=request.user, at=timezone.now())
    context = {"sequence": sequence, "segment": segment, "seen": Foreseen(seen, Clock.here())}
    return render(request, "sequences/enrolment.html", context)
