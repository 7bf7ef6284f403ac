from django.urls import path

from vedu.web.people import views

app_name = "people"
urlpatterns = [
    path("me", views.me, name="me"),
    path("me/language", views.language, name="language"),
    path("me/theme", views.theme, name="theme"),
    path("me/token", views.token, name="token"),
]
