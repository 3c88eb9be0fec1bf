"""What ``kg compare`` and ``kg answers`` share: their options and the forms that they print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.formats import chosen
from kg.cli.options import format_option, output_option, store_option
from kg.cli.screen import Screen

if TYPE_CHECKING:
    from kg.asking.answers import Answers
    from kg.asking.compare import Comparison

FORMATS = ("text", "json", "html", "xlsx")


def shared_options(language: str) -> tuple[click.Parameter, ...]:
    """``--store``, ``--format`` and ``-o``."""
    return store_option(language), format_option(language, FORMATS, "text"), output_option(language)


def form_of(format_name: str | None, output: Path | None) -> str:
    """One of `FORMATS`. UsageMistake where another is asked for."""
    return chosen(format_name, output, FORMATS, "text")


def print_comparison(found: Comparison, form: str, screen: Screen, output: Path | None) -> None:
    """Write two reports side by side in this form."""
    from kg.showing import comparison, comparison_book, comparison_page

    if form == "html":
        screen.put(comparison_page.comparison_page(found, screen.language), output)
    elif form == "xlsx":
        screen.put(comparison_book.comparison_book(found, screen.language), output)
    elif form == "json":
        screen.put(comparison.comparison_json(found), output)
    else:
        screen.put(comparison.comparison_text(found, screen.language), output)


def print_answers(found: Answers, form: str, screen: Screen, output: Path | None) -> None:
    """Write demands with their answers in this form."""
    from kg.showing import comparison, comparison_book, comparison_page

    if form == "html":
        screen.put(comparison_page.answers_page(found, screen.language), output)
    elif form == "xlsx":
        screen.put(comparison_book.answers_book(found, screen.language), output)
    elif form == "json":
        screen.put(comparison.answers_json(found), output)
    else:
        screen.put(comparison.answers_text(found, screen.language), output)
