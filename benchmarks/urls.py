"""The hub's addresses and the bare page they are measured against."""

from django.urls import include, path

from benchmarks.inside import bare

urlpatterns = [path("bench/<int:locality>/", bare, name="bare"), path("", include("config.urls"))]
