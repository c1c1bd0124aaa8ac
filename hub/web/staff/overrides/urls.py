"""Addresses of sharing without agreement. No family's reference stands in those of overseeing."""

from django.urls import path

from hub.web.staff.overrides import deciding, overseeing

urlpatterns = [
    path("emergency/", deciding.emergency, name="emergency"),
    path("families/<str:reference>/overrides/", deciding.family_overrides, name="family_overrides"),
    path("families/<str:reference>/overrides/new/", deciding.override_new, name="override_new"),
    path(
        "families/<str:reference>/overrides/<int:override>/told/",
        deciding.override_told,
        name="override_told",
    ),
    path("overrides/", overseeing.overrides, name="overrides"),
    path("overrides/month/", overseeing.month, name="overrides_month"),
    path("overrides/<int:override>/", overseeing.override, name="override"),
    path("overrides/<int:override>/end/", overseeing.end, name="override_end"),
    path("overrides/<int:override>/second/", overseeing.second, name="override_second"),
    path("overrides/<int:override>/review/", overseeing.review, name="override_review"),
]
