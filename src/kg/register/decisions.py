"""What a user decided about names: which of two is the other, which are not. Kept in a plain file, replayed on builds.

A line: verdict (``same``, ``different``), kind (``organisation``, ``site`` …), six-digit code of the division or ``*``,
name, the name to keep (for ``different``: the other name), parted by tabs; ``#`` begins a comment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from kg.errors import UnreadableInput
from kg.facts import Agent, EntityType, Facts, Reference
from kg.register.identity import one_name

VERDICTS = ("same", "different")
KINDS: tuple[EntityType, ...] = get_args(EntityType)
ANYWHERE = "*"


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of the file."""

    same: bool
    kind: EntityType
    division: str
    """Six digits, or `ANYWHERE`."""
    name: str
    other: str
    """The name to keep where both are the same."""

    def line(self) -> str:
        """The line of the file."""
        return "\t".join((VERDICTS[0] if self.same else VERDICTS[1], self.kind, self.division, self.name, self.other))

    def is_about(self, kind: str, name: str, division: str | None) -> bool:
        """True for the thing that gets another name by it: by its own name or the one that it has in every report."""
        if not self.same or self.kind != kind or self.division not in (ANYWHERE, division):
            return False
        return self.name in (name, one_name(self.kind, name, division))


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file. Raises UnreadableInput where it can't be read, and as `parse_decisions`."""
    try:
        return parse_decisions(path.read_text("utf-8-sig"), path)
    except UnicodeDecodeError as e:
        raise UnreadableInput("file-encoding", path=path) from e
    except FileNotFoundError as e:
        raise UnreadableInput("path-missing", path=path) from e
    except OSError as e:
        raise UnreadableInput("file-unreadable", path=path, reason=e) from e


def parse_decisions(text: str, path: Path) -> tuple[Decision, ...]:
    """The decisions of a file. Raises UnreadableInput, with the line, where one can't be read or two contradict."""
    found: dict[Decision, int] = {}
    kept: dict[tuple[str, str, str], str] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        decision = _decision(line.split("\t"))
        if decision is None:
            raise UnreadableInput("decision-broken", path=path, line=number, kinds=" ".join(KINDS))
        if decision.same:
            name = kept.setdefault((decision.kind, decision.division, decision.name), decision.other)
            if name != decision.other or _turns_back(decision, kept):
                raise UnreadableInput("decision-contradicts", path=path, line=number, name=decision.name, other=name)
        found.setdefault(decision, number)
    return tuple(found)


def _decision(fields: list[str]) -> Decision | None:
    if len(fields) < 5 or fields[0] not in VERDICTS or not all(fields[:5]) or fields[3] == fields[4]:
        return None
    kind = next((k for k in KINDS if k == fields[1]), None)
    return Decision(fields[0] == VERDICTS[0], kind, *fields[2:5]) if kind else None


def _turns_back(decision: Decision, kept: Mapping[tuple[str, str, str], str]) -> bool:
    """True where names that are kept for each other lead back to the first."""
    at, seen = decision.other, {decision.name}
    while at not in seen:
        seen.add(at)
        after = kept.get((decision.kind, decision.division, at))
        if after is None:
            return False
        at = after
    return True


def decided(facts: Facts, decisions: Sequence[Decision]) -> tuple[Facts, frozenset[Decision]]:
    """The facts with the names that were decided, and which decisions told something about them."""
    used: set[Decision] = set()

    def called(kind: str, name: str, division: str | None) -> str:
        for _ in range(len(decisions)):
            decision = next((d for d in decisions if d.is_about(kind, name, division)), None)
            if decision is None:
                break
            used.add(decision)
            name = decision.other
        return name

    if not any(d.same for d in decisions):
        return facts, frozenset()
    divisions: dict[tuple[str, str], str | None] = {(e.type, e.name): e.division for e in facts.entities}

    def at(kind: str, name: str) -> str | None:
        return divisions.get((kind, name), facts.division)

    def agent(a: Agent) -> Agent:
        return replace(a, name=called("organisation", a.name, at("organisation", a.name)))

    def reference(r: Reference) -> Reference:
        return replace(r, name=called(r.type, r.name, at(r.type, r.name)))

    measures = tuple(
        replace(m, agents=tuple(map(agent, m.agents)), references=tuple(map(reference, m.references)))
        for m in facts.measures
    )
    entities = tuple(
        replace(e, name=name, found="rule") if (name := called(e.type, e.name, e.division)) != e.name else e
        for e in facts.entities
    )
    issuers = tuple(called("organisation", name, facts.division) for name in facts.issuers)
    return replace(facts, measures=measures, entities=entities, issuers=issuers), frozenset(used)
