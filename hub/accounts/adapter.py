"""What allauth asks of us: who may sign in, in which words, and how its mail leaves."""

from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from hub.accounts.models import Account
from hub.accounts.rules import ASLEEP, last_use, may_sign_in
from hub.kernel import clock
from hub.notify.outbox import queue

# allauth's mail -> our template, and the setting that says how long its code works (seconds).
MAIL: Final[dict[str, tuple[str, str]]] = {
    "account/email/login_code": ("sign_in_code", "ACCOUNT_LOGIN_BY_CODE_TIMEOUT"),
    "account/email/password_reset_code": (
        "password_code",
        "ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT",
    ),
    "account/email/unknown_account": ("no_account", ""),
    "account/email/password_changed": ("password_changed", ""),
    "account/email/password_set": ("password_changed", ""),
    "account/email/password_reset": ("password_changed", ""),
}
FLASHES: Final = {
    "account/messages/password_changed.txt": "Your password has been changed.",
    "account/messages/password_set.txt": "You can now sign in with your password.",
}
TOO_MANY: Final = "There were too many attempts. Wait a few minutes, then try again."


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's ways, in our words."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "email_password_mismatch": "The email address or the password is not correct",
        "incorrect_code": "The code is not correct. Check the latest message we sent you",
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "enter_current_password": "The password you have now is not correct",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account for themselves: a hub invites."""
        return False

    def pre_login(
        self, request: HttpRequest, user: AbstractBaseUser, **kwargs: Any
    ) -> HttpResponse | None:
        """Stop a closed or sleeping account, now that whoever asks has proved it is theirs."""
        assert isinstance(user, Account)  # noqa: S101 - there is no other kind
        decision = may_sign_in(
            active=user.is_active,
            last_used=last_use(
                opened_at=user.opened_at, last_login=user.last_login, revived_at=user.revived_at
            ),
            now=clock.now(),
            stale_days=settings.STALE_ACCOUNT_DAYS,
        )
        if decision:
            return super().pre_login(request, user, **kwargs)  # type: ignore[no-any-return]
        clear_login(request)
        if decision is ASLEEP:
            request.session["asleep"] = user.pk
            return HttpResponseRedirect(reverse("account_asleep"))
        return self.respond_user_inactive(request, user)  # type: ignore[no-any-return]

    def login(self, request: HttpRequest, user: AbstractBaseUser) -> None:
        """Sign in, in a session with a new key that remembers when it began."""
        super().login(request, user)
        request.session.pop("practitioner", None)
        request.session.pop("asleep", None)
        request.session["began"] = clock.now().isoformat()

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Put one of our messages into the outbox instead of allauth's own into the post."""
        template, timeout = MAIL[template_prefix]
        values: dict[str, str | int | bool] = {}
        if timeout:
            values = {"code": context["code"], "minutes": getattr(settings, timeout) // 60}
        if template == "password_changed":
            values = {"address": settings.HUB_ADDRESS}
        queue(template, email, **values)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Only what is worth saying: that somebody is signed in or out, they see."""
        words = message or FLASHES.get(message_template or "")
        if words:
            messages.add_message(request, level, words, extra_tags=extra_tags)

    def is_ajax(self, request: HttpRequest) -> bool:
        """Never: every answer is a page, also to a request that asks for something else."""
        return False
