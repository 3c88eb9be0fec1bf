"""Make seeds/lexicon/common-quotes.tsv: what documents of several provinces put in quotes.

usage: python scripts/make_quotes.py SHARED
SHARED/corpus holds the documents. A brand that one province puts in quotes is a name (`kg.register.identity`), and
what many put in quotes (“十四五”, “一件事”) is a word of the language and no name of one thing.
"""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from kg.reading import read  # noqa: E402
from kg.register import register_for  # noqa: E402
from kg.structure import structure  # noqa: E402

QUOTED = re.compile(r"“([^“”\n\t]{2,20})”")
PROVINCES = 2
"""A text that documents of so many provinces put in quotes is common."""

HEAD = """\
# What government documents of several provinces put in quotes: words of the language, no brands of one place. Columns:
# text, provinces. Made by scripts/make_quotes.py from 440 documents (government work reports, plans and
# notices).
"""


def main() -> None:
    """Count, write."""
    provinces: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted((Path(sys.argv[1]) / "corpus").glob("*/*.txt")):
        report = structure(read(path))
        issuer, title, characters = report.header.issuer, report.header.title, report.text.characters
        register = register_for(issuer.value if issuer else None, title.value if title else None, characters)
        if register.place is not None:
            for match in QUOTED.finditer(characters):
                provinces[match[1]].add(register.place.own.code[:2])
    rows = sorted((-len(where), text) for text, where in provinces.items() if len(where) >= PROVINCES)
    out = ROOT / "seeds" / "lexicon" / "common-quotes.tsv"
    out.write_text(HEAD + "".join(f"{text}\t{-count}\n" for count, text in rows), encoding="utf-8")


if __name__ == "__main__":
    main()
