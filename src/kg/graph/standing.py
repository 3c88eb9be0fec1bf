"""What the register knows of the bodies and sites of a graph: whose department, whose successor, whose centre.

Rules without patterns of their own (``ontology/rules.ttl``): their premises are the name and the division of the thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pyoxigraph as ox

from kg.graph import terms as t
from kg.graph.rules import Statement
from kg.graph.terms import PREFIXES, path, term
from kg.register.divisions import by_code
from kg.register.standard import departments, not_departments
from kg.resources import rows

_NAMED = """
SELECT DISTINCT ?thing ?kind ?name ?place ?code WHERE {
  VALUES ?kind { kg:Body kg:Site }
  ?thing a ?kind ; skos:prefLabel ?name ; dcterms:spatial ?place . ?place skos:notation ?code }"""

Found = tuple[Statement, str, tuple[Statement, ...]]
"""Statement, rule and premises."""


def standing(graph: ox.Store) -> Iterator[Found]:
    """What the register says of each body and site of the graph, in no fixed order."""
    result = graph.query(_NAMED, prefixes=PREFIXES)
    assert isinstance(result, ox.QuerySolutions)
    things = [tuple(row[name] for name in ("thing", "kind", "name", "place", "code")) for row in result]
    bodies = {str(thing) for thing, kind, *_ in things if str(kind) == t.BODY}
    for thing, kind, name, place, code in things:
        division = by_code().get(code.value)
        if division is None or not name.value.startswith(division.name):
            continue
        bare = name.value[len(division.name) :]
        said = ((str(thing), t.PREF_LABEL, str(name)), (str(thing), t.SPATIAL, str(place)))
        government = f"<{path('body', division.code, division.name + '人民政府')}>"
        if str(kind) == t.BODY:
            after = successors().get(bare)
            if after is not None and (new := f"<{path('body', division.code, division.name + after)}>") in bodies:
                yield (str(thing), t.SUCCEEDED_BY, new), _rule("successor"), said
            if government in bodies and _is_department(bare):
                yield (str(thing), t.SUB_BODY_OF, government), _rule("department"), said
        elif government in bodies and bare.endswith(_centres()):
            yield (str(thing), t.SITE_OF, government), _rule("service-centre"), said


def _rule(name: str) -> str:
    return term(f"kg:rule-{name}")[1:-1]


def _is_department(bare: str) -> bool:
    """True for a standard department of the government."""
    return bare in _departments() and not bare.endswith(not_departments())


@cache
def _departments() -> frozenset[str]:
    return frozenset(
        full for full in departments().values() if full.endswith(("局", "厅", "委员会", "办公室", "办公厅"))
    )


@cache
def successors() -> dict[str, str]:
    """Standard body → the one that took over from it, both in full without their division."""
    return {row[0]: row[1] for row in rows("seeds/gazetteer/successors.tsv")}


@cache
def _centres() -> tuple[str, ...]:
    return tuple(row[0] for row in rows("seeds/gazetteer/site-kinds.tsv"))
