"""Addresses of the words families are asked with."""

from django.urls import path

from hub.web.staff.words import purposes, wordings

ONE = "purposes/<int:purpose>/"
IN = "wordings/<str:language>/"

urlpatterns = [
    path("purposes/", purposes.purposes, name="purposes"),
    path("purposes/new/", purposes.new, name="purpose_new"),
    path(f"{ONE}end/", purposes.end, name="purpose_end"),
    path(f"{ONE}place/", purposes.place, name="purpose_place"),
    path("wordings/", wordings.wordings, name="wordings"),
    path(IN, wordings.wording, name="wording"),
    path(f"{IN}new/", wordings.new, name="wording_new"),
]
