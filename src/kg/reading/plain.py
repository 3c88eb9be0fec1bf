"""Plain text: UTF-8 and GB18030, told from binary data and from other encodings."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from kg.errors import UnreadableInput

BINARY_STARTS = (
    b"%PDF",
    b"PK\x03\x04",  # zip: docx, xlsx, ofd, epub
    b"\xd0\xcf\x11\xe0",  # OLE: doc, xls, wps
    b"\x89PNG",
    b"\xff\xd8\xff",  # JPEG
    b"GIF8",
    b"\x1f\x8b",  # gzip
    b"7z\xbc\xaf",
    b"Rar!",
)
OTHER_UNICODE = (b"\xff\xfe", b"\xfe\xff")
"""Byte order marks of UTF-16 and UTF-32."""

MOST_CONTROLS = 0.01
"""A text has hardly any control characters beside tabs and line ends."""

LEAST_COMMON = 0.85
"""GB18030 gives a meaning to nearly all bytes. Of the characters beyond ASCII in a real Chinese text, nearly all
stand in GB 2312, the set of the 6763 common ones; bytes of another encoding land on rare ones."""


def characters_of_plain(data: bytes, path: Path) -> str:
    """The characters with line ends as ``\\n``; a byte order mark stays as the first character.

    Raises UnreadableInput where the bytes are not text in UTF-8 or GB18030. ``path`` is for the message.
    """
    if data.startswith(BINARY_STARTS):
        raise UnreadableInput("file-binary", path=path)
    if data.startswith(OTHER_UNICODE):
        raise UnreadableInput("file-encoding", path=path)
    if b"\0" in data:
        raise UnreadableInput("file-binary", path=path)
    characters = _decode(data, path)
    controls = sum(n for c, n in Counter(characters).items() if c < " " and c not in "\t\n\v\f\r")
    if controls > MOST_CONTROLS * len(characters):
        raise UnreadableInput("file-binary", path=path)
    return characters.replace("\r\n", "\n").replace("\r", "\n")


def _decode(data: bytes, path: Path) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        characters = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise UnreadableInput("file-encoding", path=path) from error
    if _share_of_common(characters) < LEAST_COMMON:
        raise UnreadableInput("file-encoding", path=path)
    return characters


def _share_of_common(characters: str) -> float:
    foreign = Counter(c for c in characters if c > "\x7f")
    common = sum(n for c, n in foreign.items() if _in_gb2312(c))
    return common / foreign.total() if foreign else 1.0


def _in_gb2312(character: str) -> bool:
    # GBK maps the dash and the dot of Chinese typesetting to other code points than Python's gb2312 does.
    if character in "—·\ufeff\u3000〇":
        return True
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
