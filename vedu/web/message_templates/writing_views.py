"""/deals/7/message, /clients/7/message: words for one client, and the touch when they have been sent."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from vedu.foundation.refusal import Missing, Reason, Refused, invalid
from vedu.sales.contact_policy.asking import ask
from vedu.sales.message_templates.recipient import Recipient
from vedu.sales.message_templates.sent_message import Sending, log_sent
from vedu.sales.message_templates.wording import Wording
from vedu.sales.sequences.enrolment import Enrolment
from vedu.sales.sequences.going import make
from vedu.sales.touches.channel import Channel
from vedu.web.clients.access import client_seen_by
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import STORY, parts_html
from vedu.web.message_templates.advice import Advice
from vedu.web.message_templates.numbers import number
from vedu.web.message_templates.writing import Writing
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, tell, toast


@require_http_methods(["GET", "POST"])
@login_required
def of_deal(request: SignedRequest, pk: int) -> HttpResponse:
    deal = find_deal(request, pk)
    return written(request, Recipient(deal.client, deal=deal))


@require_http_methods(["GET", "POST"])
@login_required
def of_client(request: SignedRequest, pk: int) -> HttpResponse:
    return written(request, Recipient(client_seen_by(request.user, pk)))


@require_GET
@login_required
def advice(request: SignedRequest, pk: int) -> HttpResponse:
    """What the policy says to it now."""
    client, channel = client_seen_by(request.user, pk), request.GET.get("channel", "")
    if channel not in Channel.values:
        raise invalid("channel", "unknown-word", _("Choose by what you reach the client."))
    contact = client.contacts.filter(pk=number(request.GET.get("contact", ""))).first()
    now = timezone.now()
    said = Advice(ask(client, channel, by=request.user, contact=contact, at=now), client, contact)
    return render(request, "message_templates/_advice.html", {"advice": said})


def written(request: SignedRequest, recipient: Recipient) -> HttpResponse:
    if request.method != "POST":
        return shown(request, Writing(recipient, request.user, request.GET.dict()))
    writing = Writing(recipient, request.user, request.POST.dict())
    try:
        sending = log(request, writing)
    except Missing as refused:
        writing.refusals = list(refused.reasons)
        return shown(request, writing, status=422)
    return logged(request, writing, sending)


def log(request: SignedRequest, writing: Writing) -> Sending:
    """Raises Refused."""
    if writing.template is None:
        raise invalid("template", "template-needed", _("Choose a template first."))
    if writing.deal is not None:
        writing.deal.require_work(request.user)
    wording = Wording.typed(writing.said.get("text", ""), writing.said.get("subject", "") if writing.is_letter else "")
    outcome = writing.said.get("outcome", "") if writing.is_call else ""
    if writing.step is not None:
        enrolment = Enrolment.objects.whole().get(pk=writing.step.enrolment_id)
        return make(enrolment, writing.step, wording, by=request.user, outcome=outcome)
    if number(writing.said.get("step", "")):
        raise Refused(Reason("step-made", _("This step is made already: nothing is sent twice.")))
    return log_sent(writing.template.version, writing.recipient, wording, by=request.user, outcome=outcome)


def logged(request: SignedRequest, writing: Writing, sending: Sending) -> HttpResponse:
    said = Advice(sending.decision, writing.client, writing.contact)
    words = " ".join(filter(None, (_("Written down in the history"), *said.sentences)))
    if not is_htmx(request):
        return toast(request, redirect(writing.back), words)
    page = render(request, "message_templates/_closed.html", {"writing": writing})
    if writing.deal is not None:
        page.write(parts_html(request, writing.deal.pk, *STORY))
    return toast(request, tell(page, **{"sequence:changed": {}}), words)


def shown(request: SignedRequest, writing: Writing, status: int = 200) -> HttpResponse:
    page = "message_templates/_writing.html" if is_htmx(request) else "message_templates/writing.html"
    return render(request, page, {"writing": writing}, status=status)
