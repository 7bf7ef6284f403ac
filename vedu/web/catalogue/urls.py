"""/catalogue/ and what stands in it."""

from django.urls import path

from vedu.web.catalogue import check_views, list_views, product_views, section_views, ways  # noqa: F401 (ways on)

app_name = "catalogue"
urlpatterns = [
    path("catalogue/", list_views.index, name="index"),
    path("catalogue/readiness/", list_views.readiness, name="readiness"),
    path("catalogue/new/", product_views.new, name="new"),
    path("catalogue/<int:pk>/", product_views.product, name="product"),
    path("catalogue/<int:pk>/edit/", product_views.edit, name="edit"),
    path("catalogue/<int:pk>/withdrawal", product_views.withdrawal, name="withdrawal"),
    path("catalogue/<int:pk>/restoration", product_views.restoration, name="restoration"),
    path("catalogue/<int:pk>/reviews", product_views.reviews, name="reviews"),
    path("catalogue/<int:pk>/knowledge/<slug:section>/", section_views.section, name="section"),
    path("catalogue/<int:pk>/check/", check_views.take, name="check"),
    path("catalogue/<int:pk>/check/edit/", check_views.edit, name="check_edit"),
    path("catalogue/<int:pk>/check/withdrawal", check_views.withdrawal, name="check_withdrawal"),
    path("catalogue/attempts/<int:pk>/", check_views.attempt, name="attempt"),
]
