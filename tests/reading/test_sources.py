"""From names on the command line to the files that are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import UnreadableInput
from kg.reading import find_sources


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.TXT", "sub/deep/d.txt", ".hidden.txt", ".git/e.txt", "note.md", "sub/f.docx"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("一、", "utf-8")
    return tmp_path


def names(found: tuple[Path, ...], top: Path) -> list[str]:
    return [p.relative_to(top).as_posix() for p in found]


def test_folder_is_searched_to_the_bottom(tree: Path) -> None:
    assert names(find_sources([tree]), tree) == ["a.txt", "b.txt", "sub/c.TXT", "sub/deep/d.txt"]


def test_each_once_and_sorted(tree: Path) -> None:
    found = find_sources([tree / "sub", tree / "b.txt", tree, tree / "sub" / ".." / "a.txt"])
    assert len(found) == 4
    assert sorted(found, key=lambda p: p.as_posix()) == list(found)


def test_a_named_file_is_taken_whatever_its_suffix(tree: Path) -> None:
    assert names(find_sources([tree / "note.md", tree / ".hidden.txt"]), tree) == [".hidden.txt", "note.md"]


def test_missing_path(tree: Path) -> None:
    with pytest.raises(UnreadableInput) as caught:
        find_sources([tree, tree / "no"])
    assert caught.value.code == "path-missing"


def test_folder_without_documents(tree: Path) -> None:
    (tree / "empty").mkdir()
    with pytest.raises(UnreadableInput) as caught:
        find_sources([tree / "empty"])
    assert caught.value.code == "folder-without-documents"


def test_nothing_named() -> None:
    assert find_sources([]) == ()
