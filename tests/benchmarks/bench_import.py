"""Processor seconds by phase, and peak memory, of loading a list.

Run ``python tests/benchmarks/bench_import.py 100000`` for lists of that many rows and 15 columns, made up with a
seed; ``--formats csv,xlsx`` chooses what is measured, ``--redelivery`` loads each list once more with 2 % changed and
matches the store before and after, ``--cancel`` stops a load of each at nine moments and says how long the slowest stop
took.
"read" is the file as typed rows, "prepare" its mapping and what all cells of a column tell together, "store" the rest
of a load, in which processes of their own standardize; "load" is all of it. Each phase runs in a process of its own, so
that one's memory is not counted for another. Its processor seconds are with those of the processes that it starts; its
memory is without the 120 MiB or so that each of those needs. Processor seconds are the same on a busy machine;
"clock" is what a person waits on this one.
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
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from steward.domain.errors import Cancelled
from steward.domain.progress import NoProgress
from steward.exchange.readers import read_tables
from steward.exchange.writers import Sheet, SheetColumn, write_workbook
from steward.workspace import Workspace
from steward.workspace.lists.read_list import read_list

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
    """What a phase used: processor seconds, seconds by the clock, and its peak memory in MiB."""

    cpu: float
    elapsed: float
    peak: float


class Stopping(NoProgress):
    """Stops the work some seconds after it began."""

    def __init__(self, after: float) -> None:
        self._end = time.perf_counter() + after

    def check(self) -> None:
        if time.perf_counter() > self._end:
            raise Cancelled


def run(phase: str, path: Path, store: Path, results: multiprocessing.Queue[Used]) -> None:
    """All of a load up to the end of a phase, or a match of what was loaded."""
    started = time.perf_counter()
    if phase == "read":
        read_tables(path)
    elif phase == "prepare":
        read_list(path, NoProgress())
    elif phase == "match":
        with Workspace.open(store, steward="Bench") as workspace:
            workspace.match()
    else:
        load(path, store, NoProgress())
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # Linux counts in KiB, macOS in bytes.
    peak = own.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    cpu = sum(used.ru_utime + used.ru_stime for used in (own, others))
    results.put(Used(cpu, time.perf_counter() - started, peak))


def load(path: Path, store: Path, progress: NoProgress) -> None:
    """Load a list into a store, which is made if it is not there."""
    with opened(store) as workspace:
        workspace.import_list(path, source="Bench", progress=progress)


def opened(store: Path) -> Workspace:
    """A store, which is made if it is not there."""
    return Workspace.open(store, steward="Bench") if store.exists() else Workspace.create(store, steward="Bench")


def slowest_stop(path: Path, store: Path, elapsed: float) -> float:
    """Seconds from asking a load to stop until it is over, and the store as before, or the list in it whole."""
    slowest = 0.0
    for tenth in range(1, 10):
        after = elapsed * tenth / 10
        with opened(store) as workspace:
            started = time.perf_counter()
            is_kept = False
            with suppress(Cancelled):
                workspace.import_list(path, source="Bench", progress=Stopping(after))
                is_kept = True
            slowest = max(slowest, time.perf_counter() - started - after)
            if workspace.verify() or any(workspace.records()) != is_kept:
                raise SystemExit("A load that was stopped left a trace.")
        if is_kept:
            break
    return slowest


def measured(phase: str, path: Path, store: Path) -> Used:
    """What a process of its own uses for it."""
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[Used] = context.Queue()
    process = context.Process(target=run, args=(phase, path, store, results))
    process.start()
    used = results.get()
    process.join()
    return used


def print_row(rows: int, label: str, path: Path, store: Path) -> Used:
    """One load as a line of the table."""
    read, prepare, whole = (measured(phase, path, store) for phase in ("read", "prepare", "load"))
    print(
        f"{rows:>10,}  {label:<12}{read.cpu:>8.1f}{read.elapsed:>8.1f}{read.peak:>10,.0f}"
        f"{prepare.cpu - read.cpu:>11.1f}"
        f"{whole.cpu - prepare.cpu:>9.1f}{whole.cpu:>9.1f}{whole.elapsed:>9.1f}{whole.peak:>10,.0f}"
    )
    return whole


def print_match(label: str, path: Path, store: Path) -> None:
    """One match of the store as a line below the table's."""
    used = measured("match", path, store)
    print(f"{'':>10}  {label}: {used.cpu:.1f} s of processor, {used.elapsed:.1f} s, {used.peak:,.0f} MiB")


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int, nargs="?", default=100_000)
    parser.add_argument("--formats", default="csv,xlsx")
    parser.add_argument("--redelivery", action="store_true", help="load each list again, changed a little")
    parser.add_argument("--cancel", action="store_true", help="stop loads of each list half-way")
    arguments = parser.parse_args()
    print(f"{'records':>10}  {'format':<12}{'read s':>8}{'clock':>8}{'peak MiB':>10}{'prepare s':>11}", end="")
    print(f"{'store s':>9}{'load s':>9}{'clock':>9}{'peak MiB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for kind in arguments.formats.split(","):
            path, store = Path(folder, f"list.{kind}"), Path(folder, f"{kind}.steward")
            write_list(path, arguments.rows)
            whole = print_row(arguments.rows, kind, path, store)
            if arguments.cancel:
                stop = slowest_stop(path, Path(folder, f"{kind}-stopped.steward"), whole.elapsed)
                print(f"{'':>10}  the slowest of nine stops took {stop:.1f} s")
            if arguments.redelivery:
                print_match("matching everything", path, store)
                write_list(path, arguments.rows, changed=CHANGED_SHARE)
                print_row(arguments.rows, f"{kind} again", path, store)
                print_match("matching what changed", path, store)


if __name__ == "__main__":
    main()
