"""Makes the sample lists of resources/samples and the answers to them, the same bytes every time.

python tests/samples/make_samples.py resources/samples

Six departments of an invented company that sells water filters; all people and companies are invented too.
The answers go to resources/reference: tests need them, and the window tells a newcomer how many were right.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.samples import excel_lists, text_lists
from tests.samples.deliveries import Department, Row, deliver
from tests.samples.population import invent_customers

SEED = 20260630
TRUTH = Path(__file__).parents[2] / "resources" / "reference" / "sample_truth.csv"

KeyedRows = list[tuple[str, Row]]
Writer = Callable[[KeyedRows, Path, Random], None]

#: File name, form of the key, and what writes the file.
LISTS: dict[Department, tuple[str, str, Writer]] = {
    Department.SALES: ("sales.xlsx", "TSN-{:05d}", excel_lists.write_sales),
    Department.MARKETING: ("marketing.csv", "MK{:06d}", text_lists.write_marketing),
    Department.SERVICE: ("service.xlsx", "SV.26.{:04d}", excel_lists.write_service),
    Department.CALL_CENTRE: ("callcentre.csv", "41{:06d}", text_lists.write_call_centre),
    Department.WEB_SHOP: ("webshop.csv", "shop-{:05d}", text_lists.write_web_shop),
    Department.PARTNER: ("partner.xlsx", "NSB/{:04d}/26", excel_lists.write_partner),
}


def make_samples(lists: Path, truth: Path) -> None:
    """Write the six lists into the folder ``lists`` and the true customer of every row into ``truth``."""
    rng = Random(SEED)
    rows = deliver(invent_customers(rng), rng)
    answers = [("department", "row_key", "true_customer_id", "case", "group_id")]
    for department, (file_name, key_form, write) in LISTS.items():
        keyed = with_keys(rows[department], key_form, rng)
        write(keyed, lists / file_name, rng)
        for key, row in keyed:
            customer = row.customer
            answers.append((department.value, key, customer.id, customer.case.value, customer.group))
    with truth.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(answers)


def with_keys(rows: list[Row], key_form: str, rng: Random) -> KeyedRows:
    """Keys that rise with gaps, as in any list from which rows were deleted."""
    number = rng.randint(100, 900)
    keyed = []
    for row in rows:
        number += rng.choice((1, 1, 1, 2, 5))
        keyed.append((key_form.format(number), row))
    return keyed


def main() -> None:
    """Write the lists into the folder named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lists", type=Path, help="the folder for the six lists")
    parser.add_argument("--truth", type=Path, default=TRUTH, help="the file for the answers (default: %(default)s)")
    arguments = parser.parse_args()
    arguments.lists.mkdir(parents=True, exist_ok=True)
    make_samples(arguments.lists, arguments.truth)


if __name__ == "__main__":
    main()
