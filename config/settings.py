"""Settings, all from the environment; `docs/reference/settings.md` lists them."""

from pathlib import Path

from environs import Env

from config.logging import LOGGING as LOGGING
from config.papers import *  # noqa: F403
from config.sending import *  # noqa: F403
from config.signing_in import *  # noqa: F403
from hub.database import urls as database_urls

env = Env()
BASE_DIR = Path(__file__).resolve().parent.parent

DEMONSTRATION = env.bool("HUB_DEMONSTRATION", default=False)
PRODUCTION = env.bool("HUB_PRODUCTION", default=False)
DEBUG = False  # a trace shows data; errors go to the log, scrubbed
DATA_DIR = Path(env.str("HUB_DATA", default=str(BASE_DIR / "var")))
MAIL_FOLDER = DATA_DIR / "outbox"
SECRET_KEY = database_urls.secret(DATA_DIR, "HUB_SECRET_KEY")
ALLOWED_HOSTS = env.list("HUB_HOSTS", default=["localhost", "127.0.0.1", "[::1]", "testserver"])

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "pgtrigger",
    "pghistory",
    "procrastinate.contrib.django",
    "csp",
    "hub.database",
    "hub.audit",
    "hub.notify",
    "hub.jobs",
    "hub.accounts",
    "hub.agencies",
    "hub.matching",
    "hub.families",
    "hub.consent",
    "hub.access",
    "hub.papers",
    "hub.intake",
    "hub.about",
    "hub.plans",
    "hub.sealed",
    "hub.merging",
    "hub.story",
]

MIDDLEWARE = [
    # First, so that redirects to TLS, files and crashes carry the headers too.
    "hub.web.middleware.Headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "hub.accounts.middleware.SessionEnds",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "hub.access.middleware.NoSilentPages",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [
            BASE_DIR / "hub/web/staff/templates",
            BASE_DIR / "hub/web/public/templates",
            BASE_DIR / "hub/accounts/templates",
            BASE_DIR / "hub/ui",
        ],
        "OPTIONS": {"environment": "hub.ui.environment.environment"},
    },
    # Only for the few text templates that allauth itself ships and we do not replace.
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]

# `default` is the role of the process (web or worker), which owns nothing and stands behind the
# wall; `owner` is used by migrations and bulk loads only.
DATABASES = {
    "default": database_urls.settings_for(env.str("HUB_DATABASE_ROLE", default="web"), DATA_DIR),
    "owner": database_urls.settings_for("owner", DATA_DIR),
}

# What a council makes its own (docs/reference/settings.md).
HUB_NAME = env.str("HUB_NAME", default="Family Hub")
HUB_AREA = env.str("HUB_AREA", default="")
HUB_COLOUR = env.str("HUB_COLOUR", default="")
HUB_LOGO = env.str("HUB_LOGO", default="")
# How often may be looked up whether a family is known: person_hour=100,person_day=400,
# agency_hour=1000,agency_day=5000,system_hour=600,system_day=3000, as far as other than that.
HUB_LOOKUP_LIMITS: dict[str, int] = env.dict("HUB_LOOKUP_LIMITS", subcast_values=int, default={})
# Answers to look-ups leave on the strokes of a clock; 0 lets them leave when they are ready.
HUB_LOOKUP_STEP_MS = env.int("HUB_LOOKUP_STEP_MS", default=18)
# Weights learned by `bin/hub match train`, in place of the shipped ones.
HUB_MATCHING_WEIGHTS = env.str("HUB_MATCHING_WEIGHTS", default="")
# Duplicates among more people than one machine holds: a Spark master, such as local[2] or
# spark://host:7077, and the folder that all its machines see.
HUB_MATCHING_SPARK = env.str("HUB_MATCHING_SPARK", default="")
HUB_MATCHING_SPARK_FOLDER = env.str("HUB_MATCHING_SPARK_FOLDER", default="")
DEBUG_DRAWING = env.bool("HUB_DEBUG_DRAWING", default=False)

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "hub/ui/static"]
STATIC_ROOT = DATA_DIR / "static"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "hub.web.staticfiles.Hashed"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 60
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+\.[0-9a-f]{12}\..+$"

# Nothing but our own files; no inline script or style anywhere.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_HSTS_SECONDS = 31_536_000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

AUTH_USER_MODEL = "accounts.Account"

PGHISTORY_BASE_MODEL = "hub.kernel.history.HistoryRow"
PGHISTORY_APPEND_ONLY = True
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
