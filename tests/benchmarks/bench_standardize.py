"""How many values a second each type is standardized at, on the columns of a table.

    python tests/benchmarks/bench_standardize.py TABLE.csv [--encoding cp1252]

Columns are matched to attributes by plain header words; a column that fits none is tried as text. Distinct values
are worked on once, so a column of repeated values is faster than its figure for distinct ones. Processor time is
counted, so that a busy machine gives the same figures.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from pathlib import Path

from steward.domain.attributes import ATTRIBUTES, Attribute
from steward.standardize.values import detect_hints, standardize_column

_HEADER_WORDS = (
    ("organization", ("company", "perusahaan", "organi")),
    ("email", ("mail", "surel")),
    ("phone", ("phone", "telp", "hp", "mobile", "tel")),
    ("birth_date", ("birth", "lahir", "dob")),
    ("nik", ("nik", "ktp")),
    ("npwp", ("npwp",)),
    ("address", ("address", "alamat", "addr")),
    ("city", ("city", "kota", "suburb")),
    ("province", ("prov", "state")),
    ("postcode", ("zip", "post", "pos")),
    ("gender", ("gender", "sex", "kelamin")),
    ("revenue", ("spent", "omzet", "biaya", "cost")),
    ("name", ("name", "nama")),
)


def attribute_of(header: str) -> Attribute:
    """The attribute that a header most likely means."""
    lowered = header.lower()
    for name, words in _HEADER_WORDS:
        if any(word in lowered for word in words):
            return ATTRIBUTES[name]
    return ATTRIBUTES["notes"]


def main() -> None:
    """Print one line per column: attribute, values, distinct values, values per second, statuses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("table", type=Path)
    parser.add_argument("--encoding", default="utf-8-sig")
    parser.add_argument("--delimiter", default=",")
    arguments = parser.parse_args()
    with arguments.table.open(encoding=arguments.encoding, newline="") as file:
        rows = list(csv.DictReader(file, delimiter=arguments.delimiter))
    print(
        f"{'column':<20} {'attribute':<14} {'values':>9} {'distinct':>9} {'values/s':>10} {'distinct/s':>10}  statuses"
    )
    for header in rows[0] if rows else ():
        raws = [row[header] or "" for row in rows]
        attribute = attribute_of(header)
        standardize_column(attribute, raws[:1])  # reads the reference lists
        start = time.process_time()
        found = standardize_column(attribute, raws, detect_hints(attribute, raws))
        seconds = time.process_time() - start
        distinct = len(set(raws))
        statuses = ", ".join(
            f"{status} {count}" for status, count in Counter(v.status.value for v in found).most_common()
        )
        print(
            f"{header[:20]:<20} {attribute.name:<14} {len(raws):>9} {distinct:>9} "
            f"{len(raws) / seconds:>10.0f} {distinct / seconds:>10.0f}  {statuses}"
        )


if __name__ == "__main__":
    main()
