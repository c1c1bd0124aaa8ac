"""Addresses of looking up whether a family is known. They stand before those of families."""

from django.urls import path

from hub.web.staff.lookup import behind, views

urlpatterns = [
    path("families/known/", views.lookup, name="lookup"),
    path("families/known/<str:reference>/", views.opened, name="lookup_opened"),
    path("hub/lookups/", behind.behind, name="lookups_behind"),
    path("hub/lookups/<int:hidden>/", behind.dealt, name="lookup_dealt"),
]
