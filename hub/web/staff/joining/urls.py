"""Addresses of asking to join a team. They stand before those of look-ups."""

from django.urls import path

from hub.web.staff.joining import views

urlpatterns = [
    path("families/known/joining/", views.asking, name="join_asking"),
    path("families/known/asked/", views.asked, name="joins_asked"),
    path("families/<str:reference>/joining/<int:joining>/", views.joining, name="joining"),
]
