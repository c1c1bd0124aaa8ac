"""Small files of each kind, as bytes: real enough to be told by their content."""

import struct
import zlib
from typing import Final

PDF: Final = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
JPEG: Final = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"
HEIC: Final = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"
HTML: Final = b"<!doctype html><html><script>alert(1)</script></html>"


def _chunk(kind: bytes, data: bytes) -> bytes:
    whole = kind + data
    return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))


PNG: Final = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\x00\x00"))
    + _chunk(b"IEND", b"")
)


def tiff(tag: int, order: str = "<") -> bytes:
    """The facts about a picture, with one of them."""
    head = b"II*\x00" if order == "<" else b"MM\x00*"
    entry = struct.pack(f"{order}HHII", tag, 4, 1, 26)
    return head + struct.pack(f"{order}IH", 8, 1) + entry + struct.pack(f"{order}I", 0)


def jpeg_with(facts: bytes) -> bytes:
    """A picture as a telephone takes it."""
    body = b"Exif\x00\x00" + facts
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(body) + 2) + body + b"\xff\xd9"
