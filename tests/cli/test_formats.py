from __future__ import annotations

from pathlib import Path

import pytest

from kg.cli import export
from kg.cli.formats import chosen
from kg.errors import UsageMistake
from kg.graph.export import FORMATS


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        *(("turtle", "turtle"), (".TTL", "turtle"), ("application/ld+json", "jsonld"), ("nt", "ntriples")),
        *(("csv", "csv"), ("text/turtle; charset=utf-8", "turtle"), ("rdf", "rdfxml")),
    ],
)
def test_formats_by_name_extension_or_media_type(given: str, meant: str) -> None:
    assert chosen(given, None, FORMATS) == meant


def test_the_format_of_a_file_is_that_of_its_extension() -> None:
    assert chosen(None, Path("a/b.trig"), FORMATS) == "trig"
    with pytest.raises(UsageMistake):
        chosen(None, Path("a/b"), FORMATS)


def test_the_command_offers_what_can_be_written() -> None:
    assert export.FORMATS == FORMATS
