"""Settings of accounts: signing in, sessions and their limits."""

from environs import Env

env = Env()

AUTHENTICATION_BACKENDS = ["hub.accounts.backend.Backend"]
SESSION_ENGINE = "hub.accounts.sessions"
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"

# An account nobody used for so long is woken by its hub only, the same day.
STALE_ACCOUNT_DAYS = env.int("HUB_STALE_ACCOUNT_DAYS", default=90)

# Sessions are in the database, end when idle, when the browser is closed, and after a working day.
SESSION_COOKIE_AGE = env.int("HUB_SESSION_IDLE_MINUTES", default=60) * 60
SESSION_MOST_HOURS = env.int("HUB_SESSION_MOST_HOURS", default=12)
if env.bool("HUB_PRODUCTION", default=False):
    # The browser itself then refuses such a cookie from anywhere but this very host, over TLS.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
USERSESSIONS_TRACK_ACTIVITY = False  # hub.accounts.middleware does, once a minute
CSRF_FAILURE_VIEW = "hub.web.public.refusals.form_too_old"

# Attempts are counted in a table of the database, shared by all processes.
CACHES = {"default": {"BACKEND": "hub.accounts.limits.LimitCache"}}
# Proxies in front of the hub; without the right number all attempts seem to come from one place.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("HUB_PROXIES", default=0)

AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email"]},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

CODE = {"numeric": True, "length": 8, "dashed": True}  # 1234-5678
CODE_SECONDS = 10 * 60

ACCOUNT_ADAPTER = "hub.accounts.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # nobody signs up, but allauth wants to know
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses are verified by the hub that invites
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = True  # one letter either way: the page tells nobody who is known
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = CODE
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = CODE_SECONDS
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 3
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = 2
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_FORMAT = CODE
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = CODE_SECONDS
ACCOUNT_PASSWORD_RESET_BY_CODE_MAX_ATTEMPTS = 3
# A whole council may come from one address at nine o'clock, so a place may try often and an
# account seldom. `confirm_code` is ours: tries at one code, also when they arrive together.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "request_login_code": "120/m/ip,5/10m/key",
    "reset_password": "60/m/ip,5/10m/key",
    "reset_password_from_key": "60/m/ip",
    "confirm_code": "120/m/ip,6/10m/key",
    "change_password": "5/m/user",
    "reauthenticate": "5/m/user",
    # Also ours: families that ask for help. A hub's waiting room is one place.
    "ask_for_help": "20/h/ip",
}
ACCOUNT_FORMS = {
    "login": "hub.web.public.forms.PasswordSignIn",
    "request_login_code": "hub.web.public.forms.AskForCode",
    "confirm_login_code": "hub.web.public.forms.SignInCode",
    "reset_password": "hub.web.public.forms.AskForPasswordCode",
    "confirm_password_reset_code": "hub.web.public.forms.PasswordCode",
    "reset_password_from_key": "hub.web.public.forms.ChooseNewPassword",
    "change_password": "hub.web.public.forms.ChangePassword",
    "set_password": "hub.web.public.forms.SetPassword",
}

# Where the demonstration's list of people to sign in as is, as `package.module.NAME`: pairs of an
# email address and a line on what that person is there to show.
DEMONSTRATION_WHO = "hub.story.cast.WHO"
