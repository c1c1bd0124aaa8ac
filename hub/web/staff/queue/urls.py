"""Addresses of the hub's queue and of passing a family to a hub."""

from django.urls import path

from hub.web.staff.queue import passing, views
from hub.web.staff.registration import starting

urlpatterns = [
    path("queue/", views.waiting, name="queue"),
    path("queue/<int:arrival>/", views.arrival, name="arrival"),
    path("queue/<int:arrival>/taking/", views.taking, name="arrival_taking"),
    path("queue/<int:arrival>/giving-back/", views.giving_back, name="arrival_giving_back"),
    path("queue/<int:arrival>/outcome/", views.outcome, name="arrival_outcome"),
    path("queue/<int:arrival>/reopening/", views.reopening, name="arrival_reopening"),
    path("queue/<int:arrival>/start/", starting.arrival_start, name="arrival_start"),
    path("passed-on/", passing.passed_on, name="passed_on"),
    path("passed-on/asking/", passing.asking_for, name="asking_for"),
    path("passed-on/passing-down/", passing.passing_down, name="passing_down"),
]
