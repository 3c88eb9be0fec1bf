"""Write what is made from the ontology, the shapes and the questions: ``python scripts/make_docs.py [--check]``.

``ontology/context.jsonld`` and ``frame.jsonld``, ``queries/questions.ttl``, and ``docs/vocabulary.md``, ``shapes.md``
and ``questions.md``. With ``--check`` nothing is written and the exit status is 1 where a file is not as made.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from kg.showing.reference import files  # noqa: E402


def main() -> int:
    """Write or check each file."""
    checking = "--check" in sys.argv
    stale = [path for path, text in files().items() if _read(ROOT / path) != text]
    for path in stale:
        print(f"{path}: {'not as made' if checking else 'written'}")
        if not checking:
            (ROOT / path).parent.mkdir(exist_ok=True)
            (ROOT / path).write_text(files()[path], "utf-8")
    return 1 if checking and stale else 0


def _read(path: Path) -> str:
    return path.read_text("utf-8") if path.exists() else ""


if __name__ == "__main__":
    sys.exit(main())
