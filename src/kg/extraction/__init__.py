"""Names, acts and counts → entities, measures, outcomes and responsibility: the facts of a report."""

from kg.extraction.extract import extract

__all__ = ["extract"]
