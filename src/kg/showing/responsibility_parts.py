"""The responsibility table made a report at a time, which processes share: the same bytes as of all rows at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.asking.rows import Row
from kg.showing.responsibilities import Shown, as_csv, as_json, as_markdown

FORMS = {"csv": as_csv, "json": as_json, "md": as_markdown}
"""Forms in which each row stands by itself, as long as the rows are in no groups."""
_BEGIN, _BETWEEN, _END = "[\n", ",\n", "\n]\n"
"""What JSON has around its objects."""


def part(form: str, language: str, page: str | None, rows: list[Row]) -> bytes:
    """What the table says of these rows."""
    made = "".join(FORMS[form](Shown(rows, language, page=page)))
    if form == "json":
        return made.removeprefix(_BEGIN).removesuffix(_END).encode()
    return made.removeprefix(_head(form, language, page)).encode()


def whole(form: str, language: str, page: str | None, parts: Iterable[bytes]) -> Iterator[bytes]:
    """The table of these `part`s, of which there is at least one. Nothing is given before the first of them is."""
    is_json = form == "json"
    before = _BEGIN if is_json else _head(form, language, page)
    for made in parts:
        yield before.encode() + made
        before = _BETWEEN if is_json else ""
    yield (_END if is_json else "").encode()


def _head(form: str, language: str, page: str | None) -> str:
    """What stands above the rows: all of a table that has none."""
    return "".join(FORMS[form](Shown((), language, page=page)))
