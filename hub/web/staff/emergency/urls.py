"""Addresses of the rules for emergencies."""

from django.urls import path

from hub.web.staff.emergency import views

urlpatterns = [
    path("emergency-rules/", views.rules, name="emergency_rules"),
    path("emergency-rules/new/", views.new, name="emergency_rule_new"),
    path("emergency-rules/<int:rule>/end/", views.end, name="emergency_rule_end"),
]
