"""Addresses of a family's plan: nouns, posted to."""

from django.urls import path

from hub.web.staff.plans import actions, copies, signing, views

PLAN = "families/<str:reference>/plan/"
SIGNERS = f"{PLAN}signers/"

urlpatterns = [
    path(PLAN, views.plan, name="plan"),
    path(f"{PLAN}paper/", views.paper, name="plan_paper"),
    path(f"{PLAN}copies/", copies.copies, name="plan_copies"),
    path(f"{PLAN}copies/services/<int:agency>/", copies.to_service, name="plan_copy_service"),
    path(f"{PLAN}copies/people/<int:person>/", copies.to_member, name="plan_copy_member"),
    path(SIGNERS, signing.overview, name="plan_signing"),
    path(f"{SIGNERS}<int:person>/signature/", signing.sign, name="plan_sign"),
    path(f"{SIGNERS}<int:person>/sheet/", signing.sheet, name="plan_sheet"),
    path(f"{SIGNERS}<int:person>/paper/", signing.signed_sheet, name="plan_signed_sheet"),
    path(f"{SIGNERS}<int:person>/words/", signing.said, name="plan_said"),
    path(f"{PLAN}opening/", views.opening, name="plan_opening"),
    path(f"{PLAN}closure/", views.closure, name="plan_closure"),
    path(f"{PLAN}goals/", views.new_goal, name="goals"),
    path(f"{PLAN}goals/<int:pk>/", views.goal, name="goal"),
    path(f"{PLAN}goals/<int:pk>/actions/", actions.new, name="actions"),
    path(f"{PLAN}actions/<int:pk>/", actions.edit, name="action"),
    path(f"{PLAN}actions/<int:pk>/done/", actions.done, name="action_done"),
    path(f"{PLAN}actions/<int:pk>/not-done/", actions.not_done, name="action_not_done"),
]
