"""The address that agencies' systems ask."""

from django.urls import path

from hub.api import views

urlpatterns = [path(f"api/{views.QUESTION}", views.person_info_query, name="person_info_query")]
