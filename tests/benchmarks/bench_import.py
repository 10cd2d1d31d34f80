"""Rows per second and peak memory of reading, previewing and loading a list.

Run ``python tests/benchmarks/bench_import.py 100000`` for lists of that many rows and 15 columns, made up with a
seed; ``--formats csv,xlsx`` and ``--steps read,preview,load,again`` choose what is measured. Each step runs in a
process of its own, so that one's memory is not counted for another. "again" loads the same list with 2 % changed.
Processor seconds are the same on a busy machine.
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
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from steward.exchange.readers import read_tables
from steward.exchange.writers import Sheet, SheetColumn, write_workbook
from steward.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER = (
    "Kode Pelanggan,Nama Lengkap,NIK,No HP,Email,Tgl Lahir,Jenis Kelamin,Alamat,Kelurahan,Kecamatan,Kota,Kode Pos,"
    "Produk,Omzet,Transaksi Terakhir"
).split(",")
FIRST = "Budi Siti Agus Dewi Joko Sri Wahyu Nur Eko Rina Putri Hendra Bambang Lestari Maya Fajar Yusuf Indah".split()
LAST = "Santoso Wijaya Lestari Rahayu Nugroho Siregar Nasution Halim Kusuma Pratama Saputra Hidayat".split()
CITIES = "Jakarta Bandung Surabaya Medan Semarang Makassar Denpasar Bogor".split()
STEPS = ("read", "preview", "load", "again")
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


def run_step(step: str, path: Path, store: Path, results: multiprocessing.Queue[tuple[float, float, float]]) -> None:
    """One step; its seconds, its processor seconds, and the peak memory of this process in MiB."""
    started, started_cpu = time.perf_counter(), time.process_time()
    if step == "read":
        read_tables(path)
    else:
        opened = Workspace.open(store, steward="Bench") if store.exists() else Workspace.create(store, steward="Bench")
        with opened as workspace:
            if step == "preview":
                workspace.preview_list(path)
            else:
                workspace.import_list(path, source="Bench")
    seconds = time.perf_counter() - started
    # Linux counts in KiB, macOS in bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    results.put((seconds, time.process_time() - started_cpu, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit))


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=int, nargs="?", default=100_000)
    parser.add_argument("--formats", default="csv,xlsx")
    parser.add_argument("--steps", default=",".join(STEPS))
    arguments = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    print(f"{'format':<8}{'step':<10}{'rows':>10}{'seconds':>10}{'cpu s':>10}{'rows/s':>10}{'peak MiB':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for kind in arguments.formats.split(","):
            path, store = Path(folder, f"list.{kind}"), Path(folder, f"{kind}.steward")
            write_list(path, arguments.rows)
            for step in arguments.steps.split(","):
                if step == "again":
                    write_list(path, arguments.rows, changed=CHANGED_SHARE)
                results: multiprocessing.Queue[tuple[float, float, float]] = context.Queue()
                process = context.Process(target=run_step, args=(step, path, store, results))
                process.start()
                seconds, cpu, peak = results.get()
                process.join()
                rate = arguments.rows / seconds
                print(
                    f"{kind:<8}{step:<10}{arguments.rows:>10,}{seconds:>10.1f}{cpu:>10.1f}{rate:>10,.0f}{peak:>10,.0f}"
                )


if __name__ == "__main__":
    main()
