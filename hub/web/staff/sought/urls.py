"""Addresses of advice that was asked for: one's own, a family's, and how often."""

from django.urls import path

from hub.web.staff.sought import about, views

MINE = "advice-sought/"
FAMILY = f"families/<str:reference>/{MINE}"
ONE = "<int:sought>/"

urlpatterns = [
    path(MINE, views.sought, name="sought"),
    path(f"{MINE}new/", views.sought_new, name="sought_new"),
    path(f"{MINE}{ONE}", views.sought_one, name="sought_one"),
    path(f"{MINE}{ONE}decision/", views.sought_decision, name="sought_decision"),
    path(f"hub/{MINE}", views.sought_counted, name="sought_counted"),
    path(FAMILY, about.family_sought, name="family_sought"),
    path(f"{FAMILY}new/", about.family_sought_new, name="family_sought_new"),
    path(f"{FAMILY}{ONE}", about.family_sought_one, name="family_sought_one"),
    path(f"{FAMILY}{ONE}decision/", about.family_sought_decision, name="family_sought_decision"),
]
