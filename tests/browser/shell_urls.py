"""A page that uses everything the shell offers, so that its scripts can be tried before and apart from any screen."""

from django.http import HttpRequest, HttpResponse
from django.template import RequestContext, Template
from django.urls import include, path
from django.utils.html import escape

from vedu.foundation.refusal import Missing, Reason
from vedu.web.shell.toast import close_ask, say, toast

PAGE = Template("""{% extends "shell/base.html" %}{% load vedu %}
{% block title %}Bench{% endblock %}{% block heading %}Bench{% endblock %}
{% block content %}
<div class="v-row wrap">
  <button class="v-btn" id="tell" hx-post="/tell" hx-swap="none">Tell</button>
  <button class="v-btn" id="ask-it" hx-get="/question" hx-target="#ask" data-key="n">Ask</button>
  <button class="v-btn" id="forbidden" hx-post="/refuse" hx-target="#part">Forbidden</button>
  <button class="v-btn" id="slow" hx-get="/slow" hx-target="#part">Slow</button>
</div>
<section id="part" data-skeleton><p>As it was</p></section>
<form class="v-form" id="note" hx-post="/note" hx-swap="none">
  <label class="v-label">Note<textarea class="v-field" name="text"></textarea></label>
  <button class="v-btn">Write it down</button>
</form>
{% endblock %}""")
QUESTION = """<dialog class="v-ask" aria-labelledby="question"><h2 id="question">Which need?</h2>
<form class="v-form" hx-post="/answer" hx-target="#ask">
  <label class="v-label">Words<input class="v-field" name="words"></label>
  <div class="v-row">
    <button class="v-btn main">Confirm</button>
    <button class="v-btn quiet" type="button" data-close>Leave</button>
  </div>
</form></dialog>"""


def bench(request: HttpRequest) -> HttpResponse:
    return HttpResponse(PAGE.render(RequestContext(request)))


def tell(request: HttpRequest) -> HttpResponse:
    return say(toast(request, HttpResponse(), "Deal moved", "/undone"), "Column of 8 deals")


def undone(request: HttpRequest) -> HttpResponse:
    return say(HttpResponse(), "Undone")


def question(request: HttpRequest) -> HttpResponse:
    return HttpResponse(QUESTION)


def answer(request: HttpRequest) -> HttpResponse:
    if not request.POST["words"]:
        refuse(request)
    return close_ask(HttpResponse())


def refuse(request: HttpRequest) -> HttpResponse:
    raise Missing(Reason("need", "Confirm a need."), Reason("maker", "Name the decision maker."))


def note(request: HttpRequest) -> HttpResponse:
    return say(HttpResponse(), f"Noted: {request.POST['text']}")


def slow(request: HttpRequest) -> HttpResponse:
    return HttpResponse("<p>As it is</p>")


def rows(request: HttpRequest) -> HttpResponse:
    button = (
        '<button class="v-btn" name="do" value="add" hx-post="/rows" hx-target="#rows" hx-swap="outerHTML">Add</button>'
    )
    written = "".join(f'<input name="row" value="{escape(row)}">' for row in [*request.POST.getlist("row"), ""])
    return HttpResponse(f'<form id="rows">{written}{button}</form>')


def field(request: HttpRequest) -> HttpResponse:
    return HttpResponse('<label>City<input name="city"></label>')


def place(request: HttpRequest) -> HttpResponse:
    return HttpResponse('<h2 tabindex="-1" data-focus>Here</h2>')


urlpatterns = [
    path("bench", bench),
    path("tell", tell),
    path("undone", undone),
    path("question", question),
    path("answer", answer),
    path("refuse", refuse),
    path("note", note),
    path("slow", slow),
    path("field", field),
    path("place", place),
    path("rows", rows),
    path("", include("vedu.urls")),
]
