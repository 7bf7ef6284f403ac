from django.urls import path

from vedu.web.team import views

app_name = "team"
urlpatterns = [
    path("team/", views.index, name="index"),
    path("team/invitations", views.invitations, name="invitations"),
    path("team/teams", views.teams, name="teams"),
    path("team/people/<int:pk>/place", views.place, name="place"),
    path("team/people/<int:pk>/departure", views.departure, name="departure"),
    path("team/people/<int:pk>/return", views.comeback, name="return"),
    path("team/people/<int:pk>/key", views.key, name="key"),
]
