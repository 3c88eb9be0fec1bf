"""The named questions of ``queries/`` and SPARQL of one's own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from kg.asking.matching import MOST_APART, THINGS, called, loose, worded
from kg.asking.own import calls_service, variables
from kg.errors import UnreadableInput, UsageMistake
from kg.graph import terms as t
from kg.graph.binding import in_outer_group, put_in, spread
from kg.resources import folder

if TYPE_CHECKING:
    import pyoxigraph as ox

    from kg.graph.store import Store

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
MOST_GIVEN = 10_000
"""Things that a query is told by their IRIs; of more the names are compared by the engine."""
_NAMED = {kind: f"kg:{of} ; skos:prefLabel" for kind, of in THINGS.items()} | {"report": "kg:Report ; dcterms:title"}
"""Parameters that name things, their class and the property that gives the name in full."""
_FULL_NAME = "SELECT ?x WHERE { ?x a %s %s } LIMIT 1"
_HOLDS = r"CONTAINS\((LCASE\(REPLACE\(STR\(\?\w+\), [^\n]*?\)\)), (LCASE\(REPLACE\(STR\(\?%s\), [^\n]*?\)\))\)"
"""How the questions compare a name with a parameter."""
_XSD = "http://www.w3.org/2001/XMLSchema#"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a question can be told. Types: string, words (a string whose spaces stand for any words), date, integer,
    decimal, iri."""

    name: str
    type: str
    default: str | None
    """None where a value is demanded."""
    zh: str
    en: str
    names: str | None = None
    """The variable whose names the parameter is a part of, where it is that."""
    by: tuple[str, ...] = ("skos:prefLabel", "skos:altLabel")
    """The properties that give the names."""
    of: str | None = None
    """The class of the things, where other things have these properties too."""
    among: tuple[str, ...] = ()
    """The codes that it takes, several with commas between; any text where there are none."""


@dataclass(frozen=True, slots=True)
class Question:
    """A ``.rq`` file: its header (``#+`` lines in YAML, as grlc writes them) and its SPARQL."""

    name: str
    zh: str
    en: str
    tags: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    columns: dict[str, tuple[str, str]]
    """Name of each column of the answer → its Chinese and English heading."""
    sparql: str
    whole: bool = False
    """True where nearly every measure has a row, unless a parameter says which things it is about."""
    apart: bool = False
    """True where the answer tells nothing of a report that other reports tell otherwise, as they may what things are
    called: few reports can be asked alone."""

    def title(self, language: str) -> str:
        """The question in ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en


@cache
def questions() -> tuple[Question, ...]:
    """The named questions, by name."""
    return tuple(_read(path) for path in sorted(folder("queries").glob("*.rq")))


def _read(path: Path) -> Question:
    text = path.read_text("utf-8")
    header = _yaml("\n".join(line[2:] for line in text.splitlines() if line.startswith("#+")))
    parameters = tuple(
        Parameter(name, p["type"], p.get("default"), p["zh"], p["en"], **_names(p))
        for name, p in (header.get("parameters") or {}).items()
    )
    question = header["question"]
    columns = {name: (said["zh"], said["en"]) for name, said in header["columns"].items()}
    told = (bool(header.get(flag)) for flag in ("whole", "apart"))
    return Question(
        header["id"], question["zh"], question["en"], tuple(header["tags"]), parameters, columns, text, *told
    )


def _yaml(text: str) -> Any:
    """What the text says: libyaml reads it in an eighth of the time, where PyYAML was built with it."""
    return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def _names(parameter: Mapping[str, Any]) -> dict[str, Any]:
    by = parameter.get("by", [])
    given = {"by": (by,) if isinstance(by, str) else tuple(by)} if by else {}
    return given | {
        "names": parameter.get("names"),
        "of": parameter.get("of"),
        "among": tuple(parameter.get("among", ())),
    }


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
            text = Path(asked).read_text("utf-8-sig")
        except UnicodeDecodeError as e:
            raise UnreadableInput("file-encoding", path=asked) from e
        except FileNotFoundError as e:
            raise UnreadableInput("path-missing", path=asked) from e
        except OSError as e:
            raise UnreadableInput("file-unreadable", path=asked, reason=e) from e
        return _own(store, text, parameters)
    if re.search(r"[\s{]", asked) or not asked:
        return _own(store, asked, parameters)
    return _asked_of(store, asked, parameters).query(_filled(store, question(asked), parameters))


def _asked_of(store: Store, asked: str, parameters: Mapping[str, str]) -> Store:
    """The store, or the few reports alone that a question is about, where it can be asked of these `Question.apart`:
    what no body leads is sought by looking at all responsibilities."""
    report = parameters.get("report")
    if not report or not question(asked).apart:
        return store
    found = called(store, (t.TITLE, t.SOURCE), loose(report), t.REPORT)
    reports = [one for one in store.reports() if one.iri in found]
    return store.part(*reports) if 0 < len(reports) <= MOST_APART else store


def has_answer(store: Store, name: str, parameters: Mapping[str, str]) -> bool:
    """Whether a named question has an answer, without looking for more of it than the first row. Raises as `ask`."""
    sparql = _filled(store, question(name), parameters)
    some = _asked_of(store, name, parameters).query(sparql.rpartition("ORDER BY")[0] + "LIMIT 1")
    return next(iter(some), None) is not None  # type: ignore[arg-type]


def _filled(store: Store, named: Question, parameters: Mapping[str, str]) -> str:
    """The query with what its parameters reach, and their values put in."""
    known = {p.name: p for p in named.parameters}
    for name in parameters:
        if name not in known:
            raise UsageMistake("parameter-unknown", name=name, question=named.name, known="、".join(known) or "-")
    values: dict[str, str] = {}
    for name, parameter in known.items():
        value = parameters.get(name, parameter.default)
        if value is None:
            raise UsageMistake("parameter-missing", name=name, question=named.name)
        if parameter.among and not {part.strip() for part in value.split(",") if part.strip()} <= set(parameter.among):
            raise UsageMistake("parameter-among", name=name, value=value, known="、".join(parameter.among))
        values[name] = str(_term(parameter, value))
    sparql = _among(store, named, parameters)
    for name, value in parameters.items():
        if is_full_name(store, name, value):
            sparql = re.sub(_HOLDS % name, r"(\1 = \2)", sparql)
    return put_in(sparql, values)


def unknown_name(store: Store, asked: str, parameters: Mapping[str, str]) -> tuple[str, str] | None:
    """The first parameter of a named question that should be a part of a name and is in none, with its value; None
    where each is in one."""
    for parameter in next((q.parameters for q in questions() if q.name == asked), ()):
        value = parameters.get(parameter.name, "")
        of_things = (t.PREF_LABEL, t.ALT_LABEL) if parameter.name in THINGS else ()
        by = tuple(map(t.term, parameter.by)) if parameter.names else of_things
        if not by or not value:
            continue
        if not _called(store, parameter, by, value):
            return parameter.name, value
    return None


def _called(store: Store, parameter: Parameter, by: tuple[str, ...], text: str) -> set[str]:
    """The things whose names hold a text."""
    of = t.term(parameter.of) if parameter.of else None
    if parameter.type != "words":
        return set(called(store, by, loose(text), of))
    return worded(store, by, text, of)


def is_full_name(store: Store, parameter: str, value: str) -> bool:
    """True where the value is the name of a thing in full, or a report's title: the parameter then means no other."""
    import pyoxigraph as ox

    if parameter not in _NAMED or not value:
        return False
    return any(store.select(_FULL_NAME % (_NAMED[parameter], ox.Literal(value, language="zh"))))


def _among(store: Store, asked: Question, parameters: Mapping[str, str]) -> str:
    """The query with the things whose names hold a text given by variable: looked up once, since the engine would
    compare the names of each row that it has joined. The query still compares them, so its answer is the same.

    Where nothing is given so, a question about nearly every measure reads all that it needs from end to end."""
    sparql = asked.sparql
    for parameter in asked.parameters:
        text = parameters.get(parameter.name, parameter.default)
        if parameter.names and text:
            by = tuple(map(t.term, parameter.by))
            things = sorted(_called(store, parameter, by, text))
            if len(things) <= MOST_GIVEN:
                among = f"VALUES ?{parameter.names} {{ {' '.join(f'<{thing}>' for thing in things)} }}"
                sparql = in_outer_group(sparql, among)
    return spread(sparql) if asked.whole and sparql == asked.sparql else sparql


def headings(asked: str, columns: Sequence[str], language: str) -> tuple[str, ...] | None:
    """What the columns of a named question's answer are called, by its header; None for a query of the user's own."""
    known = {q.name: q.columns for q in questions()}.get(asked)
    if known is None:
        return None
    return tuple(known[c][language == "en"] if c in known else c for c in columns)


def _own(
    store: Store, sparql: str, parameters: Mapping[str, str]
) -> ox.QuerySolutions | ox.QueryTriples | ox.QueryBoolean:
    """A query of the user's; its parameters are strings. SERVICE would open a socket and is refused.

    Of several chosen reports each statement is met once, as SPARQL has it and as in a whole store.
    """
    import pyoxigraph as ox

    from kg.graph.copies import gathered

    if calls_service(sparql):
        raise UsageMistake("query-service")
    known = variables(sparql)
    for name in parameters:
        if name not in known:
            raise UsageMistake("parameter-unknown", name=name, question="SPARQL", known="、".join(known) or "-")
    asked = gathered(store) if len(store.chosen) > 1 else store
    return asked.query(sparql, {name: ox.Literal(value) for name, value in parameters.items()})


def _term(parameter: Parameter, value: str) -> ox.NamedNode | ox.Literal:
    import pyoxigraph as ox

    kind = parameter.type
    try:
        if kind == "iri":
            return ox.NamedNode(value)
        if kind in ("string", "words") or value == parameter.default == "":
            return ox.Literal(value)
        if _fits(kind, value):
            return ox.Literal(value, datatype=ox.NamedNode(_XSD + kind))
    except ValueError as e:
        raise UsageMistake("parameter-type", name=parameter.name, value=value, type=kind) from e
    raise UsageMistake("parameter-type", name=parameter.name, value=value, type=kind)


def _fits(kind: str, value: str) -> bool:
    """True for a value of XML Schema's date, integer or decimal; ValueError for no day of the calendar."""
    if kind == "date":
        return _DAY.fullmatch(value) is not None and bool(date.fromisoformat(value))
    if kind == "integer":
        return _INTEGER.fullmatch(value) is not None
    return _DECIMAL.fullmatch(value) is not None
