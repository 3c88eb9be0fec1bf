"""Queries with their patterns read from end to end: the same query otherwise."""

from __future__ import annotations

from kg.graph.binding import joined, spread

QUESTION = """#+ id: some
PREFIX kg: <https://w3id.org/reformkg/ontology#>

SELECT ?m ?title
WHERE {
  ?m a kg:Measure ; kg:verb "组织" .
  ?m kg:reportedIn ?r . ?r kg:text ?text
  { SELECT ?r ?title WHERE {
      ?r dcterms:title ?title .
    } }
  OPTIONAL { ?m kg:leadBody ?b }
  FILTER(?title != "")
}
ORDER BY ?title
"""


def test_each_pattern_is_a_subquery() -> None:
    assert joined("?a a kg:Site", "?a kg:partOf ?b") == (
        "{ SELECT * WHERE { ?a a kg:Site } } { SELECT * WHERE { ?a kg:partOf ?b } }"
    )


def test_only_the_patterns_of_the_outer_group_are_spread() -> None:
    made = spread(QUESTION)
    assert "  " + joined("?m a kg:Measure", '?m kg:verb "组织"') + "\n" in made
    assert "  " + joined("?m kg:reportedIn ?r", "?r kg:text ?text") + "\n" in made
    kept = [line for line in QUESTION.splitlines() if not line.startswith("  ?")]
    assert [line for line in made.splitlines() if "SELECT * WHERE" not in line] == kept
