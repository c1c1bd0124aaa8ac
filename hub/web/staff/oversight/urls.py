"""Addresses of oversight."""

from django.urls import path

from hub.web.staff.oversight import looks, lookups, officer, processing

urlpatterns = [
    path("families/<str:reference>/looks/", looks.looks, name="looks"),
    path("oversight/", officer.looked, name="looked"),
    path("oversight/family/", officer.family, name="looked_at_family"),
    path("oversight/practitioner/", officer.practitioner, name="looked_by_practitioner"),
    path("oversight/lookups/", lookups.lookups, name="lookups_overseen"),
    path("oversight/sight/", officer.sight, name="looked_sight"),
    path("oversight/processing/", processing.record, name="processing"),
    path("oversight/processing/file/", processing.as_file, name="processing_file"),
]
