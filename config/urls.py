"""Every address of the hub."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [path("", include("hub.web.public.urls"))]
