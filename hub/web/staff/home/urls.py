"""The address of the first page."""

from django.urls import path

from hub.web.staff.home import views

urlpatterns = [path("", views.home, name="home")]
