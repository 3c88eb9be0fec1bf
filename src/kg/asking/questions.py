"""The named questions of ``queries/`` and SPARQL of one's own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from kg.errors import UnreadableInput, UsageMistake
from kg.resources import folder

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.graph.store import Store

FORBIDDEN = re.compile(r"\bSERVICE\b", re.IGNORECASE)
STRINGS = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|<[^<>\s]*>|#[^\n]*")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be told. Types: string, date, integer, decimal, iri."""

    name: str
    type: str
    default: str | None
    """None where a value is demanded."""
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Question:
    """A ``.rq`` file: its header (``#+`` lines in YAML, as grlc writes them) and its SPARQL."""

    name: str
    zh: str
    en: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    sparql: str

    def title(self, language: str) -> str:
        """The question in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en


@cache
def questions() -> tuple[Question, ...]:
    """The named questions, by name."""
    return tuple(_read(path) for path in sorted(folder("queries").glob("*.rq")))


def _read(path: Path) -> Question:
    text = path.read_text("utf-8")
    header = yaml.safe_load("\n".join(line[2:] for line in text.splitlines() if line.startswith("#+")))
    parameters = tuple(
        Parameter(name, p["type"], p.get("default"), p["zh"], p["en"])
        for name, p in (header.get("parameters") or {}).items()
    )
    question = header["question"]
    return Question(header["id"], question["zh"], question["en"], tuple(header["tags"]), parameters, text)


def question(name: str) -> Question:
    """The question of this name. Raises UsageMistake with the nearest names."""
    known = {q.name: q for q in questions()}
    if name not in known:
        near = get_close_matches(name, sorted(known), n=3, cutoff=0.3) or sorted(known)
        raise UsageMistake("query-unknown", name=name, near="、".join(near))
    return known[name]


def ask(
    store: Store, asked: str, parameters: Mapping[str, str]
) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
    """The answer to a named question, a ``.rq`` file or SPARQL text.

    Raises UsageMistake for what is unknown, broken or of the wrong type, UnreadableInput for a missing file.
    """
    if asked.endswith(".rq"):
        try:
            return _own(store, Path(asked).read_text("utf-8"), parameters)
        except (OSError, UnicodeDecodeError) as e:
            raise UnreadableInput("path-missing", path=asked) from e
    if re.search(r"[\s{]", asked) or not asked:
        return _own(store, asked, parameters)
    named = question(asked)
    known = {p.name: p for p in named.parameters}
    for name in parameters:
        if name not in known:
            raise UsageMistake("parameter-unknown", name=name, question=named.name, known="、".join(known) or "-")
    values: dict[str, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {}
    for name, parameter in known.items():
        value = parameters.get(name, parameter.default)
        if value is None:
            raise UsageMistake("parameter-missing", name=name, question=named.name)
        values[name] = _term(parameter, value)
    return store.query(named.sparql, values)


def _own(
    store: Store, sparql: str, parameters: Mapping[str, str]
) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
    """A query of the user's; its parameters are strings. SERVICE would open a socket and is refused."""
    import pyoxigraph as ox

    if FORBIDDEN.search(STRINGS.sub(" ", sparql)):
        raise UsageMistake("query-service")
    return store.query(sparql, {name: ox.Literal(value) for name, value in parameters.items()})


def _term(parameter: Parameter, value: str) -> ox.NamedNode | ox.Literal:
    import pyoxigraph as ox

    try:
        if parameter.type == "date" and value:
            date.fromisoformat(value)
        elif parameter.type == "integer":
            int(value)
        elif parameter.type == "decimal":
            Decimal(value)
        elif parameter.type == "iri":
            return ox.NamedNode(value)
    except (ValueError, InvalidOperation) as e:
        raise UsageMistake("parameter-type", name=parameter.name, value=value, type=parameter.type) from e
    return ox.Literal(value)
