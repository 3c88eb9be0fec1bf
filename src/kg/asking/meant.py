"""What a question is taken for: a named question, its parameters, and the reports that are asked."""

from __future__ import annotations

import shlex
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.graph.named import those

if TYPE_CHECKING:
    from kg.graph.store import Store


Query = tuple[str, frozenset[tuple[str, str]], tuple[tuple[str, str], ...]]
"""A named question, its parameters, which reports are asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A named question with parameters; ``names`` is what they reach in the store."""

    question: str
    parameters: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()
    year: str = ""
    """The year that 今年 or next year was taken for, '' where none was said so."""
    taken: str = ""
    """The words that are a part of the one name that they were taken for, '' where they are that name."""
    day: str = ""
    """The day that a text without a year was taken for, '' where none was said so."""
    of: tuple[tuple[str, str], ...] = ()
    """The reports that are asked, each by the option that chooses it: (``issuer``, its name) or (``report``, its
    title); all of the store where there is none."""
    unread: tuple[str, ...] = ()
    """Words of the text that ask what the answer does not tell: 差多少."""

    @property
    def query(self) -> Query:
        """What the answer depends on, whichever words ask for it."""
        return self.question, frozenset(self.parameters), self.of

    def command(self) -> str:
        """How the same is asked with ``kg query``, as a shell takes it; one command for each choice of reports."""
        given = (f"-p {shlex.quote(f'{name}={value}')}" for name, value in self.parameters)
        plain = " ".join(("kg query", self.question, *given))
        chosen = (f"{plain} --{option} {shlex.quote(name)}" for option, name in self.of)
        return "; ".join(chosen) if self.of else plain

    def asked_of(self, store: Store) -> Store:
        """The store, or as much of it as this asks."""
        if not self.of:
            return store
        known = store.reports()
        chosen = (those(known, **{"name" if option == "report" else option: name}) for option, name in self.of)
        return store.part(*dict.fromkeys(report for some in chosen for report in some))
