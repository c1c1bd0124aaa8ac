"""Every address of the practitioners' site, gathered from the folders that are there.

Each folder's own `urls.py` gives a list; what stands first here is asked first.
"""

from importlib import import_module
from importlib.util import find_spec

from django.urls import URLPattern, URLResolver

AREAS = (
    *(
        "home",
        "registration",
        "queue",
        "joining",
        "lookup",
        "duplicates",
        "families",
        "about",
        "agreement",
        "privacy",
        "overrides",
    ),
    *(
        "plans",
        "papers",
        "responsibility",
        "sharing",
        "words",
        "emergency",
        "agencies",
        "oversight",
        "sealed",
    ),
    *("views", "sought", "emergency"),
)

urlpatterns: list[URLPattern | URLResolver] = []
for area in AREAS:
    folder = f"hub.web.staff.{area}"
    if find_spec(folder) and find_spec(f"{folder}.urls"):
        urlpatterns += import_module(f"{folder}.urls").urlpatterns
