from django.urls import path

from vedu.web.head import views

app_name = "head"
urlpatterns = [path("head/", views.index, name="index")]
