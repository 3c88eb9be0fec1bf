"""What can go wrong, as a tree that a caller can catch at any height.

    KgError                 exit status 1   anything below
    ├── NothingFound        1   what was asked for is not there
    ├── UsageMistake        2   a name, parameter, format or option that does not exist
    └── UnreadableInput     3   a file or store that can't be read or written

Each carries a message code of `kg.messages` and its values, so that the text can be shown in either language.
"""

from __future__ import annotations

from kg.messages import say, system_reason


class KgError(Exception):
    """A failure that the user can do something about."""

    exit_status = 1

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __reduce__(self) -> tuple[object, ...]:
        """How it comes from another process: as made anew from code and values."""
        return _again, (type(self), self.code, self.values)

    def in_language(self, language: str) -> str:
        """The message: what, where and what to do; a reason that the system gave in the same language."""
        values = {k: system_reason(v, language) if isinstance(v, OSError) else v for k, v in self.values.items()}
        return say(self.code, language, **values)

    def __str__(self) -> str:
        return self.in_language("en")


class NothingFound(KgError):
    """What was asked for is not there."""

    exit_status = 1


class UsageMistake(KgError):
    """A name, parameter, format or option that does not exist."""

    exit_status = 2


class UnreadableInput(KgError):
    """A file or store that can't be read or written, or is of another kind."""

    exit_status = 3


def _again(kind: type[KgError], code: str, values: dict[str, object]) -> KgError:
    return kind(code, **values)
