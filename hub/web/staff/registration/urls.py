"""Addresses of registering. They stand before those that take a family's reference."""

from django.urls import path

from hub.web.staff.registration import views

urlpatterns = [
    path("families/registration/", views.registration, name="registration"),
    path("families/registration/words/", views.words, name="registration_words"),
    path("families/registration/no-record/", views.no_record, name="registration_no_record"),
    path("families/registration/<int:draft>/", views.draft, name="registration_draft"),
    path("families/registration/<int:draft>/check/", views.check, name="registration_check"),
    path("families/registration/<int:draft>/removal/", views.removal, name="registration_removal"),
]
