"""Addresses of what a family keeps private."""

from django.urls import path

from hub.web.staff.privacy import views

PRIVATE = "families/<str:reference>/private/"

urlpatterns = [
    path(PRIVATE, views.private, name="private"),
    path(f"{PRIVATE}<int:restriction>/end/", views.end, name="private_end"),
    path(f"{PRIVATE}mine/", views.mine, name="private_mine"),
    path(f"{PRIVATE}places/", views.places, name="private_places"),
    path(f"{PRIVATE}other/", views.other, name="private_other"),
    path(
        f"{PRIVATE}relationships/<int:relationship>/",
        views.relationship,
        name="private_relationship",
    ),
    path(
        f"{PRIVATE}responsibilities/<int:responsibility>/",
        views.responsibility,
        name="private_responsibility",
    ),
    path(f"{PRIVATE}agreements/<int:agreement>/", views.agreement, name="private_agreement"),
    path(
        f"{PRIVATE}involvements/<int:involvement>/", views.involvement, name="private_involvement"
    ),
    path(f"{PRIVATE}people/<int:person>/", views.person, name="private_person"),
    path(f"{PRIVATE}addresses/<int:address>/", views.address, name="private_address"),
    path(f"{PRIVATE}contacts/<int:contact>/", views.contact, name="private_contact"),
    path(f"{PRIVATE}goals/<int:goal>/", views.goal, name="private_goal"),
    path(f"{PRIVATE}papers/<int:paper>/", views.paper, name="private_paper"),
    path(f"{PRIVATE}actions/<int:action>/", views.action, name="private_action"),
    path(f"{PRIVATE}advice-sought/<int:sought>/", views.sought, name="private_sought"),
    path(f"{PRIVATE}orders/<int:order>/", views.order, name="private_order"),
]
