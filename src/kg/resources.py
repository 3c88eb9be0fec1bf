"""Where the project's data is: the ontology, shapes, queries and seeds.

In the wheel they stand in ``kg/data``; in a checkout at its top level. Both are found the same way.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: str) -> Path:
    """The folder ``ontology``, ``shapes``, ``queries`` or ``seeds``."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _CHECKOUT / name


def rows(path: str) -> list[list[str]]:
    """The rows of a tab-separated file below `folder`, without comment lines (#) and blank ones.

    ``path`` is relative, its first part the folder: ``seeds/lexicon/verbs.tsv``.
    """
    top, _, rest = path.partition("/")
    lines = (folder(top) / rest).read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line.strip() and not line.startswith("#")]
