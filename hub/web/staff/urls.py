"""Every address of the practitioners' site, gathered from the folders that are there.

Each folder's own `urls.py` gives a list; what stands first here is asked first.
"""

from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver

AREAS = ("home", "registration", "families", "agreement", "plans", "agencies", "oversight")

urlpatterns: list[URLPattern | URLResolver] = []
for area in AREAS:
    if find_spec(f"hub.web.staff.{area}.urls"):
        urlpatterns += import_module(f"hub.web.staff.{area}.urls").urlpatterns
