"""/business-events/."""

from django.urls import path

from vedu.web.business_events import deal_views, meeting_views, plan_views, views

app_name = "business_events"
urlpatterns = [
    path("business-events/", views.index, name="index"),
    path("business-events/new/", views.new, name="new"),
    path("business-events/<int:pk>/", views.event, name="event"),
    path("business-events/<int:pk>/edit/", views.edit, name="edit"),
    path("business-events/<int:pk>/people", views.people, name="people"),
    path("business-events/people/<int:pk>/drop", views.call_off, name="call_off"),
    path("business-events/<int:pk>/plan/", plan_views.plan, name="plan"),
    path("business-events/<int:pk>/strangers", plan_views.strangers, name="strangers"),
    path("business-events/<int:pk>/acquaintances/", meeting_views.acquaintance, name="acquaintance"),
    path("business-events/<int:pk>/deals", deal_views.link, name="link"),
    path("business-events/deals/<int:pk>/drop", deal_views.unlink, name="unlink"),
    path("business-events/encounters/<int:pk>/", meeting_views.encounter, name="encounter"),
    path("business-events/encounters/<int:pk>/edit/", meeting_views.edit, name="encounter_edit"),
    path("business-events/encounters/<int:pk>/drop", meeting_views.drop, name="encounter_drop"),
]
