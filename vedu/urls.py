"""Every address of the installation."""

from django.urls import URLPattern, URLResolver, include, path

from vedu.api.v1.api import api

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("vedu.web.urls")),  # before allauth: an empty installation has no sign-in page
    path("accounts/", include("allauth.urls")),
    path("i18n/", include("django.conf.urls.i18n")),
    path("api/", api.urls),
]
