"""/notices/."""

from django.urls import path

from vedu.web.notices import views

app_name = "notices"
urlpatterns = [
    path("notices/", views.index, name="index"),
    path("notices/reads", views.reads, name="reads"),
]
