"""allauth's pages, drawn with our look. Only what is named here is routed."""

from allauth.account import views as theirs
from django.http import HttpRequest, HttpResponse

from hub.access.pages import public_page
from hub.agencies import queries as agencies
from hub.ui.draw import draw
from hub.web.public.marks import account_page, drawn, few_tries

ask_for_code = drawn(theirs.request_login_code, "public/sign_in.html")
enter_code = few_tries(drawn(theirs.confirm_login_code, "public/code.html"))
with_password = drawn(theirs.login, "public/password.html")
forgotten = drawn(theirs.password_reset, "public/forgotten.html")
forgotten_code = few_tries(drawn(theirs.confirm_password_reset_code, "public/forgotten_code.html"))
new_password = drawn(theirs.complete_password_reset, "public/new_password.html")
new_password_done = drawn(theirs.password_reset_from_key_done, "public/new_password_done.html")
sign_out = drawn(theirs.logout, "public/sign_out.html")
change_password = drawn(theirs.password_change, "public/change_password.html", account_page)
set_password = drawn(theirs.password_set, "public/set_password.html", account_page)


@public_page
def closed(request: HttpRequest) -> HttpResponse:
    """An account that was closed; said only to somebody who has its password."""
    return draw(request, "public/closed.html")


@public_page
def asleep(request: HttpRequest) -> HttpResponse:
    """An account that was not used for long, and which hub wakes it today."""
    account = request.session.get("asleep")
    hub = agencies.hub_of_account(account) if account else None
    return draw(request, "public/asleep.html", hub=hub)


@public_page
def no_account(request: HttpRequest) -> HttpResponse:
    """How one comes by an account: nobody makes one for themselves."""
    return draw(request, "public/no_account.html")
