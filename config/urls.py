"""Every address of the hub."""

from django.urls import include, path

urlpatterns = [
    path("", include("hub.web.public.urls")),
    path("", include("hub.web.staff.urls")),
    path("", include("hub.api.urls")),
]
handler404 = "hub.web.public.refusals.not_found"
handler500 = "hub.web.public.refusals.broken"
