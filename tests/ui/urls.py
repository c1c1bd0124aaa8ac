"""Addresses for the tests of what pages are made of."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from hub.ui import gallery, theme


def plain(request: HttpRequest) -> HttpResponse:
    """Anything."""
    return HttpResponse("plain")


urlpatterns = [
    path("", plain, name="home"),
    path("help/", plain, name="help"),
    path("advice-sought/", plain, name="sought"),
    path("sign-out/", plain, name="account_logout"),
    path("theme.css", theme.stylesheet, name="theme"),
    path("logo", theme.logo, name="logo"),
    path("components/", gallery.gallery, name="components"),
]
