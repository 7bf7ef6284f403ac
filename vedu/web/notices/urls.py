"""/notices/, the bell of every page, and what a person chose to be told."""

from django.urls import path

from vedu.web.notices import choice_views, views

app_name = "notices"
urlpatterns = [
    path("notices/", views.index, name="index"),
    path("notices/reads", views.reads, name="reads"),
    path("notices/count", views.count, name="count"),
    path("notices/centre", views.centre, name="centre"),
    path("notices/<int:pk>/", views.follow, name="follow"),
    path("me/notices", choice_views.choose, name="choose"),
]
