"""Which measures a text points at: by their own words or by the names of what they are linked to,
or by the heading they stand under."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING

from kg.errors import NothingFound

if TYPE_CHECKING:
    from kg.graph.store import Store

LOOSE = '"[“”‘’\\"《》\\\\s]"'

_BY_NAME = f"""
SELECT DISTINCT ?m ?exact WHERE {{
  {{ ?m a kg:Measure ; rdfs:label ?label }}
  UNION
  {{ ?m a kg:Measure ; kg:leadBody|kg:partnerBody|kg:deliveredAt|kg:uses|kg:establishes|kg:issues|kg:basedOn ?x .
    ?x skos:prefLabel|skos:altLabel ?label }}
  UNION
  {{ ?m a kg:Measure ; kg:inSection/dcterms:title ?label }}
  BIND(LCASE(REPLACE(STR(?label), {LOOSE}, "")) AS ?have)
  FILTER(CONTAINS(?have, ?wanted))
  BIND(?have = ?wanted AS ?exact)
}} ORDER BY ?m ?exact"""

_NAMES = """
SELECT DISTINCT ?name WHERE {
  ?m a kg:Measure ; kg:leadBody|kg:partnerBody|kg:deliveredAt|kg:uses|kg:establishes|kg:issues|kg:basedOn ?x .
  ?x skos:prefLabel ?name } ORDER BY ?name"""

_MEANT = f"""
SELECT DISTINCT ?x ?kind ?name ?exact WHERE {{ VALUES ?m {{ %s }}
  VALUES ?kind {{ kg:Body kg:BodyGroup kg:Site kg:System kg:Programme kg:PolicyDocument }}
  ?m kg:leadBody|kg:partnerBody|kg:deliveredAt|kg:uses|kg:establishes|kg:issues|kg:basedOn ?x .
  ?x a ?kind ; skos:prefLabel ?name ; skos:prefLabel|skos:altLabel ?label .
  BIND(LCASE(REPLACE(STR(?label), {LOOSE}, "")) AS ?have)
  FILTER(CONTAINS(?have, ?wanted))
  BIND(?have = ?wanted AS ?exact)
}} ORDER BY ?name ?x ?kind"""

_DROPPED = str.maketrans("", "", '“”‘’"《》 \t\n\u3000')


def matching(store: Store, text: str) -> tuple[str, ...]:
    """IRIs of the measures that ``text`` points at; quotes, 《》 and spaces don't matter.

    Raises NothingFound with the nearest names where there is none.
    """
    import pyoxigraph as ox

    wanted = _bare(text)
    rows = store.select(_BY_NAME, wanted=ox.Literal(wanted)) if wanted else []
    if not rows:
        names = [row["name"] or "" for row in store.select(_NAMES)]
        near = get_close_matches(text, names, n=5, cutoff=0.2) or names[:5]
        raise NothingFound("trace-nothing", text=text, near="、".join(near) or "-")
    exact = [row["m"] or "" for row in rows if row["exact"] == "true"]
    return tuple(dict.fromkeys(exact or [row["m"] or "" for row in rows]))


def meant(store: Store, text: str, measures: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Class and name of each thing that ``text`` names among those these measures are linked to.

    Those of exactly this name where there are any, else those whose names hold it.
    """
    import pyoxigraph as ox

    among = " ".join(f"<{iri}>" for iri in measures)
    rows = store.select(_MEANT % among, wanted=ox.Literal(_bare(text)))
    exact = [row for row in rows if row["exact"] == "true"]
    found = {row["x"]: ((row["kind"] or "").rpartition("#")[2], row["name"] or "") for row in reversed(exact or rows)}
    return tuple(reversed(found.values()))


def _bare(text: str) -> str:
    """The text without what does not matter when names are compared."""
    return text.translate(_DROPPED).lower()
