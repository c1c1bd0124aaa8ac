"""Addresses of what a family agreed to."""

from django.urls import path

from hub.web.staff.agreement import birthdays, views

AGREEMENT = "families/<str:reference>/agreement/"

urlpatterns = [
    path(AGREEMENT, views.agreement, name="agreement"),
    path(f"{AGREEMENT}sharing/", views.sharing, name="sharing"),
    path(f"{AGREEMENT}stopping/", views.stopping, name="stopping"),
    path(f"{AGREEMENT}birthdays/", birthdays.birthdays, name="birthdays"),
    path(f"{AGREEMENT}birthdays/<int:person>/", birthdays.birthday, name="birthday"),
    path(f"{AGREEMENT}<int:agreement>/end/", views.sharing_end, name="sharing_end"),
]
