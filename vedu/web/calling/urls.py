"""/calling/."""

from django.urls import path

from vedu.web.calling import call_views, list_views

app_name = "calling"
urlpatterns = [
    path("calling/", list_views.index, name="index"),
    path("calling/new/", list_views.new, name="new"),
    path("calling/<int:pk>/", call_views.one, name="list"),
    path("calling/<int:pk>/next", call_views.following, name="next"),
    path("calling/<int:pk>/objections", list_views.objecting, name="objecting"),
    path("calling/<int:pk>/pause", call_views.pause, name="pause"),
    path("calling/<int:pk>/closing", list_views.closing, name="closing"),
    path("calling/<int:pk>/opening", list_views.opening, name="opening"),
    path("calling/queue/<int:pk>/attempts", call_views.attempts, name="attempts"),
    path("calling/attempts/<int:pk>/taking-back", call_views.taking_back, name="taking-back"),
    path("calling/queue/<int:pk>/lease", call_views.lease, name="lease"),
]
