"""What can go wrong, as a tree that a caller can catch at any height.

    KgError                 exit status 1   anything below
    ├── NothingFound        1   what was asked for is not there
    ├── UsageMistake        2   a name, parameter, format or option that does not exist
    └── UnreadableInput     3   a file or store that can't be read or written

Each carries a message code of `kg.messages` and its values, so that the text can be shown in either language.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kg.messages import say, system_reason


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a message that is a message itself, left out where it has no code."""

    code: str = ""
    values: dict[str, object] = field(default_factory=dict)

    def in_language(self, language: str) -> str:
        """What it says, '' where it has no code."""
        values = {name: _said(value, language) for name, value in self.values.items()}
        return say(self.code, language, **values) if self.code else ""


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
        return say(self.code, language, **{name: _said(value, language) for name, value in self.values.items()})

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


def near_names(names: Iterable[str]) -> Part:
    """The sentence that tells the nearest names; nothing where there are none."""
    told = "、".join(names)
    return Part("near-names", {"names": told}) if told else Part()


def _said(value: object, language: str) -> object:
    if isinstance(value, OSError):
        return system_reason(value, language)
    return value.in_language(language) if isinstance(value, Part) else value


def _again(kind: type[KgError], code: str, values: dict[str, object]) -> KgError:
    return kind(code, **values)
