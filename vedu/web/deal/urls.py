"""Addresses of a deal's card: a resource for each verb. Moves stand with the board (deals:moves)."""

from django.urls import path

from vedu.web.deal import closing_views, description_views, talk_views, views

app_name = "deal"
urlpatterns = [
    path("deals/<int:deal_id>/", views.card, name="card"),
    path("deals/<int:deal_id>/parts", views.parts, name="parts"),
    path("deals/<int:deal_id>/touches", views.touches, name="touches"),
    path("deals/<int:deal_id>/tasks", views.tasks, name="tasks"),
    path("deals/<int:deal_id>/description", description_views.description, name="description"),
    path("deals/<int:deal_id>/closings", closing_views.closings, name="closings"),
    path("deals/<int:deal_id>/reopenings", closing_views.reopenings, name="reopenings"),
    path("deals/<int:deal_id>/needs", talk_views.needs, name="needs"),
    path("needs/<int:need_id>/confirmation", talk_views.confirmation, name="confirmation"),
    path("deals/<int:deal_id>/objections", talk_views.objections, name="objections"),
    path("deals/<int:deal_id>/closing-offer", talk_views.closing_offer, name="closing_offer"),
    path("objections/<int:objection_id>/reply", talk_views.reply, name="reply"),
    path("deals/<int:deal_id>/committee", talk_views.committee, name="committee"),
    path("deals/<int:deal_id>/evidence", talk_views.evidence, name="evidence"),
]
