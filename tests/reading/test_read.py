"""Reading files: encodings, line ends, and everything that is no text."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UnreadableInput
from kg.messages import LANGUAGES
from kg.reading import READERS, read
from kg.reading.plain import characters_of_plain

REPORT = "关于优化营商环境工作情况的报告\n某府发〔2023〕1号\n区人大常委会：\n一、总体\n设“反映窗口”——共3个，增长5％。\n"


def write(folder: Path, data: bytes, name: str = "a.txt") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def code_of(path: Path) -> str:
    """The code that reading this path fails with; its message must name the path in both languages."""
    with pytest.raises(UnreadableInput) as caught:
        read(path)
    for language in LANGUAGES:
        assert str(path) in caught.value.in_language(language)
    assert caught.value.exit_status == 3
    return caught.value.code


def test_utf8(tmp_path: Path) -> None:
    text = read(write(tmp_path, REPORT.encode()))
    assert text.characters == REPORT
    assert text.source == "a.txt"


def test_gb18030_gives_the_same_text_and_digest(tmp_path: Path, seed: Path) -> None:
    original = read(seed)
    copy = read(write(tmp_path, original.characters.encode("gb18030")))
    assert copy.characters == original.characters
    assert copy.digest == original.digest
    assert read(write(tmp_path, REPORT.encode("gb18030"), "b.txt")).characters == REPORT


def test_offsets_are_those_of_read_text(seed: Path) -> None:
    assert read(seed).characters == seed.read_text("utf-8")


def test_byte_order_mark_counts_as_the_first_character(tmp_path: Path) -> None:
    path = write(tmp_path, b"\xef\xbb\xbf" + REPORT.encode())
    assert read(path).characters == "\ufeff" + REPORT == path.read_text("utf-8")


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    for encoding in ("utf-8", "gb18030"):
        path = write(tmp_path, REPORT.replace("\n", end).encode(encoding))
        assert read(path).characters == REPORT


def test_suffix_in_capitals(tmp_path: Path) -> None:
    assert read(write(tmp_path, REPORT.encode(), "A.TXT")).characters == REPORT


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", "\u3000\n\ufeff".encode(), b"\xef\xbb\xbf"])
def test_empty(tmp_path: Path, data: bytes) -> None:
    assert code_of(write(tmp_path, data)) == "file-empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04word/document.xml",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x89PNG\r\n\x1a\n",
        REPORT.encode() + b"\0",
        bytes(range(1, 32)) * 8,
    ],
)
def test_binary(tmp_path: Path, data: bytes) -> None:
    assert code_of(write(tmp_path, data)) == "file-binary"


@pytest.mark.parametrize(
    "data",
    [
        REPORT.encode("utf-16"),
        REPORT.encode("utf-8")[:-3] + b"\xff",
        REPORT.encode("gb18030") + b"\x81",
        "關於優化營商環境工作情況的報告，設立窗口，開展調研。".encode("big5"),
        "Le café où l'été dernière années déjà très près".encode("latin-1"),
    ],
)
def test_other_encodings(tmp_path: Path, data: bytes) -> None:
    assert code_of(write(tmp_path, data)) in {"file-encoding", "file-binary"}


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.html", "a", ".txt"])
def test_formats_not_readable_yet(tmp_path: Path, name: str) -> None:
    path = write(tmp_path, REPORT.encode(), name)
    assert code_of(path) == "format-unreadable"
    with pytest.raises(UnreadableInput, match=r"\.txt"):
        read(path)


def test_missing_folder_and_special_files(tmp_path: Path) -> None:
    assert code_of(tmp_path / "no.txt") == "path-missing"
    assert code_of(tmp_path) == "path-is-folder"
    (tmp_path / "link.txt").symlink_to(tmp_path / "nowhere.txt")
    assert code_of(tmp_path / "link.txt") == "path-missing"
    os.mkfifo(tmp_path / "pipe.txt")
    assert code_of(tmp_path / "pipe.txt") == "path-not-a-file"


def test_what_a_shell_hands_over_as_a_pipe_is_read() -> None:
    reading, writing = os.pipe()
    with os.fdopen(writing, "wb") as pipe:
        pipe.write(REPORT.encode())
    try:
        assert read(Path(f"/dev/fd/{reading}")).characters == REPORT
    finally:
        os.close(reading)


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, REPORT.encode())

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert code_of(path) == "file-unreadable"


def test_every_reader_has_a_lower_case_suffix() -> None:
    assert ".txt" in READERS
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in READERS)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    characters = ""
    with suppress(UnreadableInput):
        characters = characters_of_plain(data, Path("a.txt"))
    assert "\r" not in characters
    assert "\0" not in characters
