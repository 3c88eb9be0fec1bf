"""One run of the command line: from arguments to an exit status, every failure told in one line."""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from typing import cast

import click

from kg.cli.mistakes import explain, explain_os_error
from kg.cli.program import program
from kg.errors import KgError
from kg.messages import LANGUAGES, default_language, say

BROKEN_PIPE = 141  # what a shell reports for a program that SIGPIPE ends


def language_of(arguments: Sequence[str]) -> str:
    """The language that ``--lang`` names, wherever it stands; else the locale's.

    It is looked for before the arguments are parsed, since mistakes in them are told in it too.
    """
    language = default_language()
    for here, after in itertools.pairwise([*arguments, ""]):
        if here == "--":
            break
        value = after if here == "--lang" else here.removeprefix("--lang=")
        if value in LANGUAGES and here.startswith("--lang"):
            language = value
    return language


def run(arguments: list[str]) -> int:
    """Run one command and give its exit status; KeyboardInterrupt is the caller's."""
    language = language_of(arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # the same bytes in every locale, and no failure over a file's odd name
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with _quiet_end():
            status = _run(arguments, language)
            sys.stdout.flush()
            return status
    except click.ClickException as error:
        print(explain(error, language), file=sys.stderr)
        return error.exit_code
    except KgError as error:
        print(say("error", language, message=error.in_language(language)), file=sys.stderr)
        return error.exit_status
    except BrokenPipeError:
        return BROKEN_PIPE
    except OSError as error:
        print(say("error", language, message=explain_os_error(error, language)), file=sys.stderr)
        return 3


def _run(arguments: list[str], language: str) -> int:
    group = program(language)
    try:
        with group.make_context("kg", arguments, obj=language) as context:
            return cast("int | None", group.invoke(context)) or 0
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message(), file=sys.stderr)
        return error.exit_code
    except click.exceptions.Exit as end:
        return end.exit_code


@contextlib.contextmanager
def _quiet_end() -> Iterator[None]:
    """After a failure to write to stdout nothing is left in its buffer that would fail again as Python ends."""
    try:
        yield
    except OSError:
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, sys.stdout.fileno())
            os.close(nowhere)
        raise
