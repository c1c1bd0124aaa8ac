"""Mail into a folder, for trying the hub out: every message a file that any mail program opens."""

import os
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class Folder(BaseEmailBackend):
    """Writes `*.eml` files, readable by us alone, into `outbox` of the data folder."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Write each message; say how many."""
        folder = Path(settings.MAIL_FOLDER)
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for message in email_messages:
            moment = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
            path = folder / f"{moment}-{secrets.token_hex(3)}.eml"
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(descriptor, "wb") as file:
                file.write(message.message().as_bytes())
        return len(email_messages)
