from django.urls import path

from vedu.web.talks import views

app_name = "talks"
urlpatterns = [path("talks/", views.index, name="index")]
