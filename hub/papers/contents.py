"""What a file is, told by its bytes: a name or what a browser says of it counts for nothing."""

import re
import struct
from dataclasses import dataclass
from typing import Final

HEIC: Final = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
EXIF: Final = b"Exif\x00\x00"
PNG_EXIF: Final = b"eXIf"
GPS: Final = 0x8825  # the tag of a picture's own note of where it was taken


@dataclass(frozen=True)
class Media:
    """A kind of file that is kept: its type, what people call it, and how its name ends."""

    type: str
    words: str
    ending: str


PDF: Final = Media("application/pdf", "PDF", "pdf")
JPEG: Final = Media("image/jpeg", "JPEG picture", "jpg")
PNG: Final = Media("image/png", "PNG picture", "png")
HEIF: Final = Media("image/heic", "HEIC picture", "heic")
BY_TYPE: Final = {media.type: media for media in (PDF, JPEG, PNG, HEIF)}


def media_of(data: bytes) -> Media | None:
    """What these bytes are, or None for anything that is not kept."""
    if data.startswith(b"%PDF-") and b"%%EOF" in data[-2048:]:
        return PDF
    if data.startswith(b"\xff\xd8\xff") and b"\xff\xd9" in data:
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR" and b"IEND" in data[-64:]:
        return PNG
    if data[4:8] == b"ftyp" and data[8:12] in HEIC:
        return HEIF
    return None


def says_where_it_was_taken(data: bytes) -> bool:
    """Whether a picture carries the place it was taken at, as telephones write into them."""
    if b"GPSLatitude" in data:
        return True
    marks = [*re.finditer(re.escape(EXIF), data), *re.finditer(PNG_EXIF, data)]
    return any(_has_gps(data[mark.end() :]) for mark in marks[:20])


def _has_gps(tiff: bytes) -> bool:
    """Whether the first directory of these facts about a picture names a place."""
    order = {b"II*\x00": "<", b"MM\x00*": ">"}.get(tiff[:4])
    if order is None:
        return False
    try:
        (start,) = struct.unpack_from(f"{order}I", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, start)
        places = range(start + 2, start + 2 + 12 * count, 12)
        return any(struct.unpack_from(f"{order}H", tiff, at)[0] == GPS for at in places)
    except struct.error:
        return False
