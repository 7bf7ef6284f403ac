from django.urls import path

from vedu.web.competitors import views

app_name = "competitors"
urlpatterns = [
    path("competitors/", views.index, name="index"),
    path("competitors/names", views.names, name="names"),
    path("competitors/<int:pk>/", views.competitor, name="competitor"),
    path("competitors/<int:pk>/archive", views.archive, name="archive"),
    path("competitors/<int:pk>/restoration", views.restoration, name="restoration"),
    path("competitors/<int:pk>/clients", views.clients, name="clients"),
    path("competitors/<int:pk>/losses", views.losses, name="losses"),
]
