"""Which concept of a scheme a word of the text stands for: kinds of acts and of documents."""

from __future__ import annotations

from functools import cache

from kg.resources import rows

CLOSING = "》”〉）) "


@cache
def _actions() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("seeds/lexicon/actions.tsv")}


@cache
def _kinds() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("seeds/lexicon/document-kinds.tsv")}


def action_of(verb: str) -> str | None:
    """The kind of act that a predicate names (``kg:action-…``), None where the list has it not."""
    return _actions().get(verb)


def document_kind_of(title: str) -> str | None:
    """The kind of document that the last word of a title tells (``kg:document-kind-…``), the longest word first."""
    bare = title.split("(")[0].split("（")[0].rstrip(CLOSING) or title
    known = [word for word in _kinds() if bare.endswith(word)]
    return _kinds()[max(known, key=len)] if known else None
