"""Settings of mail, and what the hub calls itself in it."""

from django.core.exceptions import ImproperlyConfigured
from environs import Env

env = Env()

HUB_NAME = env.str("HUB_NAME", default="Family Hub")
# Links in messages begin with this: never with what a request says of its own address.
HUB_ADDRESS = env.str(
    "HUB_ADDRESS", default=f"http://localhost:{env.int('HUB_PORT', default=8000)}"
).rstrip("/")

DEFAULT_FROM_EMAIL = env.str("HUB_MAIL_FROM", default="Family Hub <hub@example.org>")
EMAIL_HOST = env.str("HUB_MAIL_HOST", default="")
EMAIL_PORT = env.int("HUB_MAIL_PORT", default=587)
EMAIL_HOST_USER = env.str("HUB_MAIL_USER", default="")
EMAIL_HOST_PASSWORD = env.str("HUB_MAIL_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("HUB_MAIL_TLS", default=True)
EMAIL_TIMEOUT = 20
# Without a mail server messages become files in the data folder, for trying the hub out.
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend" if EMAIL_HOST else "hub.notify.folder.Folder"
)

if env.bool("HUB_PRODUCTION", default=False) and not (
    EMAIL_HOST and env.str("HUB_MAIL_FROM", default="") and HUB_ADDRESS.startswith("https://")
):
    raise ImproperlyConfigured(
        "HUB_PRODUCTION is set, so HUB_MAIL_HOST, HUB_MAIL_FROM and HUB_ADDRESS (https://…) have "
        "to be set too: people sign in with codes sent by mail."
    )
