"""/clients/ and /handovers/."""

from django.urls import include, path

from vedu.web.clients import (
    card_views,
    dispute_views,
    handover_views,
    list_views,
    new_views,
    ownership_views,
    panel_views,
    supply_views,
    ways,
)
from vedu.web.clients.batch import views as batch_views

__all__ = ["ways"]  # registers the ways on after a refusal

clients = [
    path("", list_views.index, name="index"),
    path("new/", new_views.new, name="new"),
    path("batches/<slug:code>", batch_views.batch, name="batches"),
    path("<int:pk>/", card_views.card, name="card"),
    path("<int:pk>/ownership", ownership_views.claim, name="ownership"),
    path("<int:pk>/assignment", ownership_views.assignment, name="assignment"),
    path("<int:pk>/release", ownership_views.release, name="release"),
    path("<int:pk>/handovers", handover_views.handovers, name="handovers"),
    path("<int:pk>/dispute/", dispute_views.dispute, name="dispute"),
    path("<int:pk>/contacts", panel_views.contacts, name="contacts"),
    path("<int:pk>/points", panel_views.points, name="points"),
    path("<int:pk>/placement", panel_views.placement, name="placement"),
    path("<int:pk>/requisites", panel_views.requisites, name="requisites"),
    path("<int:pk>/supplies", supply_views.supplies, name="supplies"),
    path("supplies/<int:pk>/ending", supply_views.ended_supply, name="ended_supply"),
]
handovers = [
    path("<int:pk>/acceptance", handover_views.acceptance, name="acceptance"),
    path("<int:pk>/refusal", handover_views.refusal, name="refusal"),
]
urlpatterns = [
    path("clients/", include((clients, "clients"))),
    path("handovers/", include((handovers, "handovers"))),
]
