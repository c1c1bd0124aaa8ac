"""Files that are posted stay in memory, up to the largest that is kept, until a page judged them.

Nothing of a family's papers is written to a folder of the machine: an upload that breaks off leaves
nothing. Of a file that is too large the rest is thrown away as it comes; its whole size is known.
"""

from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

A_LITTLE_MORE = 1_000_000


class InMemory(FileUploadHandler):
    """Keeps a form's files in memory: no more than a little over one of the largest in all."""

    room = 0

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        """A request begins, with all the room there is."""
        self.room = settings.PAPER_MOST_MB * 1_000_000 + A_LITTLE_MORE

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """A file begins."""
        super().new_file(*args, **kwargs)
        self.kept = BytesIO()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Keep what there is room for."""
        kept = raw_data[: self.room]
        self.room -= len(kept)
        self.kept.write(kept)

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """The file, with its whole size. What it was called is left behind here."""
        self.kept.seek(0)
        return InMemoryUploadedFile(
            self.kept, self.field_name, "paper", "application/octet-stream", file_size, None
        )
