"""Addresses of what a family agreed to."""

from django.urls import path

from hub.web.staff.agreement import asking, birthdays, listing, preview, views

AGREEMENT = "families/<str:reference>/agreement/"

urlpatterns = [
    path("agreements/", listing.agreements, name="agreements"),
    path("help-given/", listing.help_counted, name="help_counted"),
    path("hub/help/", listing.helped, name="helped"),
    path(AGREEMENT, views.agreement, name="agreement"),
    path(f"{AGREEMENT}service/", asking.service, name="service"),
    path(f"{AGREEMENT}sharing/", asking.sharing, name="sharing"),
    path(f"{AGREEMENT}preview/", preview.choosing, name="preview"),
    path(f"{AGREEMENT}preview/<int:agency>/", preview.preview, name="preview_agency"),
    path(f"{AGREEMENT}refusals/", asking.refusals, name="refusals"),
    path(f"{AGREEMENT}refusals/<int:refusal>/", asking.refusal, name="refusal"),
    path(f"{AGREEMENT}stopping/", views.stopping, name="stopping"),
    path(f"{AGREEMENT}birthdays/", birthdays.birthdays, name="birthdays"),
    path(f"{AGREEMENT}birthdays/<int:person>/", birthdays.birthday, name="birthday"),
    path(f"{AGREEMENT}<int:agreement>/terms/", asking.terms, name="sharing_terms"),
    path(f"{AGREEMENT}<int:agreement>/end/", views.sharing_end, name="sharing_end"),
]
