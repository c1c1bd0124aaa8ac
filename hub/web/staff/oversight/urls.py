"""Addresses of oversight."""

from django.urls import path

from hub.web.staff.oversight import looks, officer

urlpatterns = [
    path("families/<str:reference>/looks/", looks.looks, name="looks"),
    path("oversight/", officer.looked, name="looked"),
    path("oversight/family/", officer.family, name="looked_at_family"),
    path("oversight/practitioner/", officer.practitioner, name="looked_by_practitioner"),
    path("oversight/sight/", officer.sight, name="looked_sight"),
]
