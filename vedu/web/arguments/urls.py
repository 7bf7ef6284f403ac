"""/deals/7/arguments, /arguments/9/results, /deals/7/products."""

from django.urls import path

from vedu.web.arguments import product_views, views

app_name = "arguments"
urlpatterns = [
    path("deals/<int:deal_id>/arguments", views.deal, name="deal"),
    path("deals/<int:deal_id>/arguments/choices", views.choices, name="choices"),
    path("arguments/<int:pk>/results", views.results, name="results"),
    path("arguments/<int:pk>/removal", views.removal, name="removal"),
    path("deals/<int:deal_id>/products", product_views.products, name="products"),
    path("deals/<int:deal_id>/products/choice", product_views.choice, name="choice"),
    path("deal-products/<int:pk>/removal", product_views.removal, name="product_removal"),
]
