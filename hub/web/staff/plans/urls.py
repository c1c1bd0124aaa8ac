"""Addresses of a family's plan: nouns, posted to."""

from django.urls import path

from hub.web.staff.plans import actions, views

PLAN = "families/<str:reference>/plan/"

urlpatterns = [
    path(PLAN, views.plan, name="plan"),
    path(f"{PLAN}paper/", views.paper, name="plan_paper"),
    path(f"{PLAN}opening/", views.opening, name="plan_opening"),
    path(f"{PLAN}closure/", views.closure, name="plan_closure"),
    path(f"{PLAN}goals/", views.new_goal, name="goals"),
    path(f"{PLAN}goals/<int:pk>/", views.goal, name="goal"),
    path(f"{PLAN}goals/<int:pk>/actions/", actions.new, name="actions"),
    path(f"{PLAN}actions/<int:pk>/", actions.edit, name="action"),
    path(f"{PLAN}actions/<int:pk>/done/", actions.done, name="action_done"),
    path(f"{PLAN}actions/<int:pk>/not-done/", actions.not_done, name="action_not_done"),
]
