"""Addresses of what a family agreed to."""

from django.urls import path

from hub.web.staff.agreement import views

AGREEMENT = "families/<str:reference>/agreement/"

urlpatterns = [
    path(AGREEMENT, views.agreement, name="agreement"),
    path(f"{AGREEMENT}sharing/", views.sharing, name="sharing"),
    path(f"{AGREEMENT}stopping/", views.stopping, name="stopping"),
    path(f"{AGREEMENT}<int:agreement>/end/", views.sharing_end, name="sharing_end"),
]
