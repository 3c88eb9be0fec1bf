"""Values for the variables of a SPARQL query, given apart from its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

# Strings, IRIs and comments hold no keywords or braces of the query itself (SPARQL 1.1, 19.8).
_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\''
    r"|<[^<>\s]*>|#[^\n]*|[?$]?\w+|\{",
    re.DOTALL,
)


def bind(sparql: str, values: Mapping[str, str]) -> str:
    """The query with these values (RDF terms as SPARQL writes them) by variable name.

    They stand in a ``VALUES`` at the start of the outermost group, so that they need not be selected. A query
    without a group is left as it is: the engine tells what is wrong with it.
    """
    if not values:
        return sparql
    names = " ".join(f"?{name}" for name in values)
    return in_outer_group(sparql, f"VALUES ({names}) {{ ({' '.join(values.values())}) }}")


def put_in(sparql: str, values: Mapping[str, str]) -> str:
    """The query with these values (RDF terms as SPARQL writes them) in place of the variables of these names.

    For variables that stand in expressions alone. An engine can then judge a filter as soon as the rest of it is
    known, and not only after it has joined everything with the row of ``VALUES``.
    """

    def told(token: re.Match[str]) -> str:
        text = token.group()
        return values.get(text[1:], text) if text[0] in "?$" else text

    return _TOKEN.sub(told, sparql)


def in_outer_group(sparql: str, pattern: str) -> str:
    """The query with one more pattern at the start of its outermost group."""
    at = _outer_group(sparql)
    return sparql if at is None else f"{sparql[:at]} {pattern} {sparql[at:]}"


def joined(*patterns: str) -> str:
    """Patterns for what is asked of a whole graph: each is read from end to end and they are joined in memory.

    Oxigraph would look up in its index what goes with each row so far, which takes as long as reading twenty rows on
    end. A subquery is what it reads first and joins then. Where few rows are wanted, plain patterns are quicker.
    """
    return " ".join(f"{{ SELECT * WHERE {{ {pattern} }} }}" for pattern in patterns)


_TRIPLES = re.compile(r"^  (\?\w+ [^{}\n]*?) ?\.?$", re.MULTILINE)
"""A line of the outermost group with nothing but triple patterns, as the files of ``queries/`` have them."""


def spread(sparql: str) -> str:
    """A named question with the required patterns of its outermost group `joined`: the answer is the same."""
    return _TRIPLES.sub(lambda line: "  " + joined(*_patterns(line[1])), sparql)


def _patterns(line: str) -> Iterator[str]:
    """``?a p ?b ; q ?c . ?c r ?d`` as one pattern each."""
    for block in line.split(" . "):
        subject, _, said = block.partition(" ")
        yield from (f"{subject} {part}" for part in said.split(" ; "))


def _outer_group(sparql: str) -> int | None:
    """Just behind the brace that opens the WHERE group: the one after WHERE, else the first."""
    first = None
    where = False
    for token in _TOKEN.finditer(sparql):
        if token.group().upper() == "WHERE":
            where = True
        elif token.group() == "{":
            if where:
                return token.end()
            first = first or token.end()
            if not _is_construct(sparql, token.start()):
                return first
    return first


def _is_construct(sparql: str, end: int) -> bool:
    """True where the query's form, said before its first brace, is CONSTRUCT: that brace opens the template."""
    return any(token.group().upper() == "CONSTRUCT" for token in _TOKEN.finditer(sparql, 0, end))
