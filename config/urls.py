"""Every address of the hub."""

from django.urls import include, path

urlpatterns = [
    path("", include("hub.web.public.urls")),
    path("", include("hub.web.staff.urls")),
]
