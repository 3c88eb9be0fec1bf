"""The command line: one file a command, each parses its arguments, calls one function and prints."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kg.messages import say


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``kg`` with these arguments (the process's own by default) and give the exit status.

    0 done · 1 something was found wrong or not found · 2 a usage mistake · 3 a file or store that can't be read or
    written · 130 interrupted.
    """
    from kg.cli.running import language_of, run  # inside: an interrupt while loading is told like any other

    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return run(arguments)
    except KeyboardInterrupt:
        print(say("interrupted", language_of(arguments)), file=sys.stderr)
        return 130
