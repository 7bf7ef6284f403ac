"""/visits/."""

from django.urls import path

from vedu.web.visits import add_views, list_views, stop_views

app_name = "visits"
urlpatterns = [
    path("visits/", list_views.index, name="index"),
    path("visits/new/", list_views.new, name="new"),
    path("visits/<int:pk>/", list_views.one, name="list"),
    path("visits/<int:pk>/edit/", list_views.edit, name="edit"),
    path("visits/<int:pk>/order", list_views.order, name="order"),
    path("visits/<int:pk>/arrangement", list_views.arrangement, name="arrangement"),
    path("visits/<int:pk>/drop", list_views.drop, name="drop"),
    path("visits/<int:pk>/add/", add_views.add, name="add"),
    path("visits/<int:pk>/doors", add_views.doors, name="doors"),
    path("visits/stops/<int:pk>", stop_views.visit, name="visit"),
    path("visits/stops/<int:pk>/moves", stop_views.moves, name="moves"),
    path("visits/stops/<int:pk>/edit/", stop_views.edit, name="stop"),
    path("visits/stops/<int:pk>/drop", stop_views.drop, name="stop_drop"),
]
