"""allauth's forms with our fields: its rules and limits, our words."""

from typing import Any

from allauth.account import forms as theirs
from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError

from hub.ui import forms

ADDRESS = "Enter your work email address"
LENGTH = 12
NEW_HINT = (
    f"At least {LENGTH} characters. Three random words are easy to remember and hard to guess."
)


def _address() -> forms.Email:
    return forms.Email(label="Work email address", required=ADDRESS, autocomplete="username")


def _code() -> forms.Text:
    return forms.Text(
        label="Code",
        hint="8 digits, for example 1234-5678",
        required="Enter the code from the message",
        autocomplete="one-time-code",
        inputmode="numeric",
        width=10,
        longest=40,
    )


def _new_password() -> forms.Password:
    return forms.Password(
        label="New password",
        hint=NEW_HINT,
        required="Enter a new password",
        autocomplete="new-password",
    )


class LowerCase:
    """An address is one address, however it is written."""

    cleaned_data: dict[str, Any]

    def clean_email(self) -> str:
        """The address in lower case, as accounts have it, and as allauth then judges it."""
        self.cleaned_data["email"] = str(self.cleaned_data["email"]).lower()
        return str(super().clean_email())  # type: ignore[misc]


class AskForCode(LowerCase, theirs.RequestLoginCodeForm, forms.Part):  # type: ignore[misc]
    """To whom a code goes."""

    email = _address()


class SignInCode(theirs.ConfirmLoginCodeForm, forms.Part):  # type: ignore[misc]
    """The code that came by mail."""

    code = _code()


class PasswordSignIn(theirs.LoginForm, forms.Part):  # type: ignore[misc]
    """An email address with its password."""

    password = forms.Password(label="Password", required="Enter your password")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = _address()  # allauth makes its own when the form is made


class AskForPasswordCode(LowerCase, theirs.ResetPasswordForm, forms.Part):  # type: ignore[misc]
    """To whom the code for a new password goes."""

    email = _address()


class PasswordCode(theirs.ConfirmPasswordResetCodeForm, forms.Part):  # type: ignore[misc]
    """The code for a new password."""

    code = _code()


class NewPassword:
    """A new password, shown while it is typed if one likes, and so typed once."""

    user: Any
    cleaned_data: dict[str, Any]

    def clean_password1(self) -> str:
        """The password, when it is good enough. Raises ValidationError with a sentence."""
        typed = str(self.cleaned_data["password1"])
        if len(typed) < LENGTH:
            raise ValidationError(f"Your password must be {LENGTH} characters or more")
        try:
            return str(get_adapter().clean_password(typed, user=self.user))
        except ValidationError as refusal:
            raise ValidationError(SENTENCES.get(refusal.error_list[0].code or "", OTHER)) from None


SENTENCES = {
    "password_too_common": "Choose a password that is harder to guess: this one is on lists of "
    "common passwords",
    "password_too_similar": "Choose a password that is less like your email address",
}
OTHER = "Choose another password: this one is too easy to guess"


class ChooseNewPassword(NewPassword, theirs.ResetPasswordKeyForm, forms.Part):  # type: ignore[misc]
    """A new password after a code."""

    password1 = _new_password()
    password2 = None


class SetPassword(NewPassword, theirs.SetPasswordForm, forms.Part):  # type: ignore[misc]
    """A first password, for an account that had none."""

    password1 = _new_password()
    password2 = None


class ChangePassword(NewPassword, theirs.ChangePasswordForm, forms.Part):  # type: ignore[misc]
    """Another password, by somebody who knows the one they have."""

    oldpassword = forms.Password(
        label="The password you have now", required="Enter the password you have now"
    )
    password1 = _new_password()
    password2 = None
