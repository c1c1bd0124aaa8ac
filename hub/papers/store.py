"""Where the bytes of papers lie: in the row itself (docs/decisions/2026-11-22-papers.md).

The row and its bytes are written in one transaction, stand behind one wall and are in one backup.
Nobody else reads or writes the column, so that a store of objects can take its place here.
"""

from hashlib import sha256

from hub.kernel.files import FamilyFile, NotInYourFiles
from hub.papers.models import Paper


def keep(paper: Paper, data: bytes) -> None:
    """Write a new paper with its bytes, all or nothing."""
    paper.size, paper.sha256, paper.content = len(data), fingerprint(data), data
    paper.save(force_insert=True)


def read(file: FamilyFile, pk: int) -> bytes:
    """The bytes of a paper in this file. Raises NotInYourFiles."""
    rows = Paper.objects.filter(family=file.family, pk=pk).exclude(pk__any=file.held_back)
    for content in rows.values_list("content", flat=True):
        return bytes(content)
    raise NotInYourFiles(file.reference)


def fingerprint(data: bytes) -> str:
    """By what the same file is known again."""
    return sha256(data).hexdigest()
