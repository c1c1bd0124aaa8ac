"""Addresses of registering. They stand before those that take a family's reference."""

from django.urls import path

from hub.web.staff.registration import another, practice, starting, views

urlpatterns = [
    path("families/start/", starting.quick_start, name="quick_start"),
    path("families/start/<int:draft>/", starting.quick_start_draft, name="quick_start_draft"),
    path("families/start/known/", starting.quick_start_known, name="quick_start_known"),
    path("families/practice/", practice.practice, name="practice"),
    path("families/practice/<int:draft>/", practice.practice_family, name="practice_family"),
    path("families/registration/", views.registration, name="registration"),
    path("families/registration/known/", views.registration_known, name="registration_known"),
    path("families/registration/words/", views.words, name="registration_words"),
    path("families/registration/no-record/", views.no_record, name="registration_no_record"),
    path("families/registration/<int:draft>/", views.draft, name="registration_draft"),
    path("families/registration/<int:draft>/check/", views.check, name="registration_check"),
    path(
        "families/registration/<int:draft>/another/", another.another, name="registration_another"
    ),
    path("families/registration/<int:draft>/removal/", views.removal, name="registration_removal"),
]
