from django.urls import path

from vedu.web.techniques import views

app_name = "techniques"
urlpatterns = [path("techniques/", views.index, name="index")]
