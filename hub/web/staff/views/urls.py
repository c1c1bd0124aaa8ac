"""Addresses of "view as": whose view, then which page."""

from django.urls import path

from hub.web.staff.views import views

VIEWS = "families/<str:reference>/views/"
VIEW = f"{VIEWS}<int:person>/"

urlpatterns = [
    path(VIEWS, views.views, name="views"),
    path(VIEW, views.view, name="view"),
    path(f"{VIEW}plan/", views.plan, name="view_plan"),
    path(f"{VIEW}about/", views.about, name="view_about"),
    path(f"{VIEW}agreement/", views.agreement, name="view_agreement"),
    path(f"{VIEW}family-tree/", views.family_tree, name="view_family_tree"),
    path(f"{VIEW}network/", views.network, name="view_network"),
    path(f"{VIEW}who-can-see/", views.who_sees, name="view_who_sees"),
    path(f"{VIEW}looks/", views.looks, name="view_looks"),
    path("oversight/views/", views.asked, name="views_asked"),
]
