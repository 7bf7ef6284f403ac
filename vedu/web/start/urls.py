from django.urls import path

from vedu.web.start import views

app_name = "start"
urlpatterns = [
    path("accounts/login/", views.door, name="door"),
    path("start/", views.index, name="index"),
    path("start/business", views.business, name="business"),
    path("start/invitations", views.invitations, name="invitations"),
]
