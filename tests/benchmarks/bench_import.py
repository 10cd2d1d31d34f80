"""Processor seconds by phase, and peak memory, of loading a list.

Run ``python tests/benchmarks/bench_import.py 100000`` for lists of that many rows and 15 columns, made up with a
seed; ``--formats csv,xlsx`` chooses what is measured, ``--redelivery`` loads each list once more with 2 % changed.
"read" is the file as text, "prepare" mapping and standardizing its rows, "store" the rest of a load; "load" is all of
it. Every phase runs in a process of its own, so that one's memory is not counted for another. Processor seconds are
the same on a busy machine; "elapsed" is what a person waits on this one.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import random
import resource
import sys
import tempfile
import time
from collections import deque
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from steward.domain.progress import NoProgress
from steward.exchange.readers import read_tables
from steward.exchange.writers import Sheet, SheetColumn, write_workbook
from steward.workspace import Workspace
from steward.workspace.read_list import read_list

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER = (
    "Kode Pelanggan,Nama Lengkap,NIK,No HP,Email,Tgl Lahir,Jenis Kelamin,Alamat,Kelurahan,Kecamatan,Kota,Kode Pos,"
    "Produk,Omzet,Transaksi Terakhir"
).split(",")
FIRST = "Budi Siti Agus Dewi Joko Sri Wahyu Nur Eko Rina Putri Hendra Bambang Lestari Maya Fajar Yusuf Indah".split()
LAST = "Santoso Wijaya Lestari Rahayu Nugroho Siregar Nasution Halim Kusuma Pratama Saputra Hidayat".split()
CITIES = "Jakarta Bandung Surabaya Medan Semarang Makassar Denpasar Bogor".split()
CREATED = datetime(2026, 1, 1, tzinfo=UTC)
CHANGED_SHARE = 0.02


def rows_of(count: int, *, changed: float = 0.0) -> Iterator[list[str]]:
    """Made-up customers; a share of them with another phone."""
    chance, change = random.Random(1), random.Random(2)
    for number in range(1, count + 1):
        first, last, other = chance.choice(FIRST), chance.choice(LAST), chance.choice(LAST)
        day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1950, 2005)
        phone = chance.randint(10_000_000, 999_999_999)
        yield [
            f"C{number:07}",
            f"{first} {last} {other}",
            f"3171{chance.randint(1, 9):02}{day:02}{month:02}{year % 100:02}{chance.randint(1, 99):04}",
            f"0812{phone + (change.random() < changed)}",
            f"{first}.{last}{number}@gmail.com".lower(),
            f"{day:02}/{month:02}/{year}",
            chance.choice("LP"),
            f"Jl. {chance.choice(LAST)} {chance.randint(1, 200)} RT 0{chance.randint(1, 9)}/0{chance.randint(1, 9)}",
            f"Kel {chance.choice(LAST)}",
            f"Kec {chance.choice(FIRST)}",
            chance.choice(CITIES),
            str(chance.randint(10110, 99976)),
            chance.choice(("TV", "Panel", "Kulkas; TV")),
            str(chance.randint(1, 10_000_000)),
            f"2026-{month:02}-{day:02}",
        ]


def write_list(path: Path, count: int, *, changed: float = 0.0) -> None:
    """A list in the format of its name."""
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows_of(count, changed=changed)])
    else:
        columns = tuple(SheetColumn(title) for title in HEADER)
        write_workbook(path, [Sheet("Data", columns, list(rows_of(count, changed=changed)))], created=CREATED)


class Used(NamedTuple):
    """What a process used: processor seconds, seconds by the clock, and its peak memory in MiB."""

    cpu: float
    elapsed: float
    peak: float


def run(phase: str, path: Path, store: Path, results: multiprocessing.Queue[Used]) -> None:
    """All of a load up to the end of a phase."""
    started, started_cpu = time.perf_counter(), time.process_time()
    if phase == "read":
        read_tables(path)
    elif phase == "prepare":
        for table in read_list(path, NoProgress()):
            deque(table.rows, maxlen=0)
    else:
        opened = Workspace.open(store, steward="Bench") if store.exists() else Workspace.create(store, steward="Bench")
        with opened as workspace:
            workspace.import_list(path, source="Bench")
    # Linux counts in KiB, macOS in bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    results.put(Used(time.process_time() - started_cpu, time.perf_counter() - started, peak))


def measured(phase: str, path: Path, store: Path) -> Used:
    """What a process of its own uses for it."""
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[Used] = context.Queue()
    process = context.Process(target=run, args=(phase, path, store, results))
    process.start()
    used = results.get()
    process.join()
    return used


def print_row(rows: int, label: str, path: Path, store: Path) -> None:
    """One load as a line of the table."""
    read, prepare, load = (measured(phase, path, store) for phase in ("read", "prepare", "load"))
    print(
        f"{rows:>10,}  {label:<12}{read.cpu:>8.1f}{prepare.cpu - read.cpu:>10.1f}{load.cpu - prepare.cpu:>9.1f}"
        f"{load.cpu:>9.1f}{load.elapsed:>10.1f}{load.peak:>10,.0f}"
    )


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int, nargs="?", default=100_000)
    parser.add_argument("--formats", default="csv,xlsx")
    parser.add_argument("--redelivery", action="store_true", help="load each list again, changed a little")
    arguments = parser.parse_args()
    print(f"{'records':>10}  {'format':<12}{'read s':>8}{'prepare s':>10}{'store s':>9}{'load s':>9}", end="")
    print(f"{'elapsed':>10}{'peak MiB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for kind in arguments.formats.split(","):
            path, store = Path(folder, f"list.{kind}"), Path(folder, f"{kind}.steward")
            write_list(path, arguments.rows)
            print_row(arguments.rows, kind, path, store)
            if arguments.redelivery:
                write_list(path, arguments.rows, changed=CHANGED_SHARE)
                print_row(arguments.rows, f"{kind} again", path, store)


if __name__ == "__main__":
    main()
