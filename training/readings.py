"""Readings of corpus documents: annotations kept as places in the text, without the text.

``readings/NAME.tsv`` annotates ``corpus/KIND/ID.txt`` (NAME is KIND-ID, with a letter behind it for another part of the
same document) in rows of tab-separated fields:

===== =================================================================================================
text  SHA-256 of the document as UTF-8, first and last character of the part that was read
names nothing but the names was read
body  register name of a body that speaks
E     start, end, type, ``?`` where optional, register name (empty where the one who read the names did not read the
      measures: then it is not known who acts or what they refer to), other names that a register might use
Q     start, end, value, unit, modifier, ``?``
D     start, end, as-of day, ``?``
M     start, end, start and end of the verb, ``?``, status, agents, sites, programmes, documents, outcomes
===== =================================================================================================

Agents are ``name/role/basis``, outcomes ``start/value/unit/modifier/day/?``; ``;`` parts several. `load` gives the gold
form.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from string import ascii_lowercase
from typing import Any

FOLDER = Path(__file__).parent / "readings"
UNSEEN = FOLDER / "unseen"
"""Readings that nothing learns from and no rule was made for: a last check. One reader each."""
SETTLED = FOLDER / "settled"
"""Such readings by two readers each, who did not see each other's, with every difference settled by a third."""
HELD = FOLDER / "held"
"""Readings that came last, by one reader each, which nothing learns from and no rule was made with."""
REVIEWED = FOLDER / "reviewed"
"""Readings of passages in which service sites stand, by one reader each and looked over whole by another, which nothing
learns from and no rule was made with."""
DENSE = FOLDER / "dense"
"""Readings of passages of random documents in which service sites, documents and bodies other than the issuer stand
close together; by one reader each, and nothing learns from them. Names of documents were mended with them in sight."""
DRAWN = FOLDER / "drawn"
"""The same of other documents, by other readers. Names of documents and the year of numbered deeds were mended with
them in sight."""
FIRST, SECOND = FOLDER / "twice" / "first", FOLDER / "twice" / "second"
"""Readings of the same passages, drawn at random from whole documents, by two readers each who had the whole document
and did not see each other's; nothing learns from them."""
LATEST = FOLDER / "latest"
"""Readings that rules were made with and that the network and the counts have yet to learn from: one reader each. Names
in them were read before, for `FOLDER`."""


def sources(shared: Path, folder: Path = FOLDER) -> Iterator[tuple[str, Path, Path]]:
    """Name, text and reading of each document that was read, in order."""
    for reading in sorted(folder.glob("*.tsv")):
        name = reading.stem.replace("-", "/", 1).rstrip(ascii_lowercase)
        yield reading.stem, shared / "corpus" / f"{name}.txt", reading


def load(reading: Path, text: Path) -> dict[str, Any]:
    """The gold form of a reading. Raises ValueError where the text is not the one that was read."""
    characters = text.read_text("utf-8")
    rows = [line.split("\t") for line in reading.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    gold: dict[str, Any] = {"source": text.name, "sections": []}
    gold |= {kind: [] for kind in ("entities", "quantities", "dates", "measures")}
    bodies = [row[1] for row in rows if row[0] == "body"]
    gold["document"] = {"issuer": " ".join(bodies) or None}
    gold["names_only"] = any(row[0] == "names" for row in rows)
    for kind, *row in rows:
        if kind == "text":
            if hashlib.sha256(characters.encode()).hexdigest() != row[0]:
                raise ValueError(f"{reading.name} annotates another text than {text}")
            gold["range"] = [int(row[1]), int(row[2])]
        elif kind in ("E", "Q", "D", "M"):
            _row(gold, kind, row, characters)
    return gold


def _row(gold: dict[str, Any], kind: str, row: list[str], characters: str) -> None:
    start, end = int(row[0]), int(row[1])
    place: dict[str, Any] = {"start": start, "end": end, "text": characters[start:end]}
    if kind == "E":
        known = {"type": row[2], "optional": row[3] == "?", "name": row[4] or place["text"], "linked": bool(row[4])}
        gold["entities"].append(place | known | {"also": [name for part in row[5:] for name in part.split(";")]})
    elif kind == "Q":
        known = {
            "value": float(row[2]),
            "unit": row[3],
            "modifier": row[4],
            "counted": "",
            "optional": row[5:] == ["?"],
        }
        gold["quantities"].append(place | known)
    elif kind == "D":
        gold["dates"].append(place | {"as_of": row[2], "optional": row[3:] == ["?"]})
    else:
        gold["measures"].append(place | _measure(row, characters))


def _measure(row: list[str], characters: str) -> dict[str, Any]:
    verb, stop, optional, status, agents, sites, programmes, documents, outcomes = row[2:11]
    return {
        "verb": characters[int(verb) : int(stop)],
        "verb_start": int(verb),
        "status": status,
        "optional": optional == "?",
        "agents": [
            dict(zip(("name", "role", "basis"), agent.rsplit("/", 2), strict=True))
            for agent in agents.split(";")
            if agent
        ],
        "sites": [s for s in sites.split(";") if s],
        "programmes": [p for p in programmes.split(";") if p],
        "documents": [d for d in documents.split(";") if d],
        "outcomes": [_outcome(o.split("/")) for o in outcomes.split(";") if o],
    }


def _outcome(fields: list[str]) -> dict[str, Any]:
    start, value, *unit, modifier, day, optional = fields
    return {
        "start": int(start),
        "value": float(value),
        "unit": "/".join(unit),
        "modifier": modifier,
        "as_of": day or None,
        "optional": optional == "?",
    }
