"""The addresses of the screens, one line each."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("vedu.web.absences.urls")),
    path("", include("vedu.web.arguments.urls")),
    path("", include("vedu.web.assignment.urls")),
    path("", include("vedu.web.catalogue.urls")),
    path("", include("vedu.web.client_base.urls")),
    path("", include("vedu.web.clients.urls")),
    path("", include("vedu.web.consent.urls")),
    path("", include("vedu.web.day.urls")),
    path("", include("vedu.web.deal.urls")),
    path("", include("vedu.web.deals.urls")),
    path("", include("vedu.web.duplicates.urls")),
    path("", include("vedu.web.competitors.urls")),
    path("", include("vedu.web.enrichment.urls")),
    path("", include("vedu.web.head.urls")),
    path("", include("vedu.web.imports.urls")),
    path("", include("vedu.web.inquiry.urls")),
    path("", include("vedu.web.merging.urls")),
    path("", include("vedu.web.notices.urls")),
    path("", include("vedu.web.people.urls")),
    path("", include("vedu.web.pipelines.urls")),
    path("", include("vedu.web.rules.urls")),
    path("", include("vedu.web.playbooks.urls")),
    path("", include("vedu.web.preparation.urls")),
    path("", include("vedu.web.search.urls")),
    path("", include("vedu.web.segments.urls")),
    path("", include("vedu.web.start.urls")),
    path("", include("vedu.web.team.urls")),
    path("", include("vedu.web.touches.urls")),
]
