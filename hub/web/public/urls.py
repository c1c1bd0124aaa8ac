"""Addresses of pages for everybody. Names that begin with `account_` are those allauth goes by."""

from django.urls import path

from hub.access.answers import draw_refusals_with
from hub.web.public import account, asking, demonstration, pages, refusals, signing_in

draw_refusals_with(refusals.refused)

urlpatterns = [
    path("sign-in/", signing_in.ask_for_code, name="account_request_login_code"),
    path("sign-in/code/", signing_in.enter_code, name="account_confirm_login_code"),
    path("sign-in/password/", signing_in.with_password, name="account_login"),
    path("sign-in/forgotten/", signing_in.forgotten, name="account_reset_password"),
    path(
        "sign-in/forgotten/code/",
        signing_in.forgotten_code,
        name="account_confirm_password_reset_code",
    ),
    path("sign-in/forgotten/new/", signing_in.new_password, name="account_complete_password_reset"),
    path(
        "sign-in/forgotten/done/",
        signing_in.new_password_done,
        name="account_password_reset_completed",
    ),
    path("sign-in/asleep/", signing_in.asleep, name="account_asleep"),
    path("sign-in/closed/", signing_in.closed, name="account_inactive"),
    path("sign-in/no-account/", signing_in.no_account, name="account_signup"),
    path("sign-out/", signing_in.sign_out, name="account_logout"),
    path("who/", account.who, name="who"),
    path("account/", account.own, name="account"),
    path("account/password/", signing_in.change_password, name="account_change_password"),
    path("account/password/set/", signing_in.set_password, name="account_set_password"),
    path("account/places/end/", account.end_place, name="end_place"),
    path("account/places/end-others/", account.end_other_places, name="end_other_places"),
    path("demonstration/", demonstration.sign_in_as, name="demonstration"),
    path("ask-for-help/", asking.ask_for_help, name="ask_for_help"),
    path("ask-for-help/sent/", asking.asked_for_help, name="asked_for_help"),
    path("help/", pages.help_page, name="help"),
    path("privacy/", pages.privacy, name="privacy"),
    path("privacy/hubs/<int:locality>/", pages.privacy_of_hub, name="privacy_of_hub"),
    path("accessibility/", pages.accessibility, name="accessibility"),
]
