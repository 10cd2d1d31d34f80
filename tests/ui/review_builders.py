"""Drafts for tests of the review page: real drafts over records made from plain texts."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from steward.domain.attributes import ATTRIBUTES
from steward.domain.decisions import DecisionId
from steward.domain.identity import Identity, bear, make_cin
from steward.domain.records import DeliveryId, RecordId, SourceRecord
from steward.domain.survivorship import ValueOverride
from steward.standardize.values import standardize
from steward.workspace import Workspace
from steward.workspace.review.review_draft import DraftBasis, ReviewDraft
from steward.workspace.views import ClusterId, ClusterView
from tests.builders import make_cluster_view, make_member

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path


def make_record(number: int, values: Mapping[str, str]) -> SourceRecord:
    """The record of the member with this number; standard values are derived."""
    member = make_member(number)
    given = {name: (text,) for name, text in values.items() if text}
    standard = {name: (standardize(ATTRIBUTES[name], texts[0]).value or "",) for name, texts in given.items()}
    return SourceRecord(
        id=member.record_id,
        source_id=member.source.id,
        source_key=member.source_key,
        delivery_id=DeliveryId(1),
        version=1,
        row=member.row,
        delivered_on=member.delivered_on,
        raw=dict(values),
        values=given,
        standard=standard,
    )


def make_draft(
    *rows: Mapping[str, str],
    view: ClusterView | None = None,
    cluster_id: int = 1,
    title: str = "Sri Wahyuni",
    locked: str = "",
) -> ReviewDraft:
    """One record per mapping, each a customer of its own; ``locked`` names a locked attribute of the first."""
    records = tuple(make_record(number, values) for number, values in enumerate(rows, 1))
    identity = Identity()
    cins = {record.id: make_cin(41326 + place) for place, record in enumerate(records)}
    bear(identity, cins.items())
    if locked:
        value = records[0].first_standard(locked)
        identity.locks[cins[records[0].id]] = {locked: ValueOverride(locked, value, DecisionId(7), is_locked=True)}
    view = view or make_cluster_view(len(rows), id=ClusterId(cluster_id), title=title)
    return ReviewDraft(view, DraftBasis(records, {record.id: record for record in records}, identity, "key"))


def same_rows(count: int, **changes: str) -> list[dict[str, str]]:
    """Rows that agree in everything but what is changed in the last one."""
    usual = {"name": "Sri Wahyuni", "phone": "0812-3344-5566", "city": "Bandung"}
    rows: Sequence[dict[str, str]] = [dict(usual) for _ in range(count)]
    rows[-1].update(changes)
    return list(rows)


def record_ids(draft: ReviewDraft) -> list[RecordId]:
    """The members' ids in the order of their numbers."""
    return [member.record_id for member in draft.view.members]


#: Nobody's data: given names and families that make many different people.
_GIVEN = ("Sri", "Budi", "Dewi", "Agus", "Rina", "Heru", "Maya", "Joko", "Lestari", "Wahyu", "Putri", "Bambang")
_FAMILY = ("Wahyuni", "Santoso", "Kusuma", "Hidayat", "Pratama", "Siregar", "Nasution", "Wijaya", "Hartono", "Halim")
_HEADER = ("ID", "Nama", "NIK", "No HP", "Email", "Alamat", "Kota")
#: Two valid national ids of different people.
NIK, OTHER_NIK = "3273015507850002", "3273016209880004"


def person(number: int) -> dict[str, str]:
    """One of many different people."""
    given, family = _GIVEN[number % len(_GIVEN)], _FAMILY[number * 7 % len(_FAMILY)]
    return {
        "Nama": f"{given} {family}",
        "No HP": f"0812-{3000 + number * 37}-{1000 + number * 61}",
        "Email": f"{given}.{family}{number}@example.com".lower(),
        "Alamat": f"Jl. Merdeka No. {10 + number}",
        "Kota": ("Bandung", "Jakarta", "Surabaya", "Medan")[number % 4],
    }


def write_list(path: Path, rows: Sequence[Mapping[str, str]]) -> Path:
    """A department's list as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        for number, row in enumerate(rows, 1):
            writer.writerow([f"{path.stem[:2].upper()}-{number:04}", *(row.get(name, "") for name in _HEADER[1:])])
    return path


def make_store(
    folder: Path, copies: Sequence[int] = (2, 2, 2, 2), singles: int = 40, *, with_veto: bool = False
) -> Workspace:
    """A matched store: one person per entry of ``copies``, in that many rows that differ a little; and other people.

    ``with_veto`` adds a person of three rows, two of them merged already with a row of another valid NIK each.
    """
    lists: dict[str, list[dict[str, str]]] = {"sales": [], "shop": []}
    for number, count in enumerate(copies):
        for copy in range(count):
            row = person(number)
            if copy % 2:
                row["Nama"] = row["Nama"].upper()
                row["Alamat"] = f"Jalan Merdeka {10 + number} RT 00{1 + copy % 9}"
                row["Kota"] = "Bekasi"
            lists["shop" if copy % 2 else "sales"].append(row)
    if with_veto:
        for place, (nik, name) in enumerate(((NIK, "sales"), (OTHER_NIK, "shop")), len(copies) + singles):
            lists[name] += [person(len(copies) + singles), {**person(place + 1), "NIK": nik}]
        lists["sales"].append({**person(len(copies) + singles), "Kota": "Bekasi"})
    for number in range(len(copies), len(copies) + singles):
        lists["sales" if number % 2 else "shop"].append(person(number))
    workspace = Workspace.create(folder / "store.steward", steward="Ratna")
    for name, rows in lists.items():
        workspace.import_list(write_list(folder / f"{name}.csv", rows), source=name.title())
    workspace.match()
    if with_veto:
        # In each list the row with the NIK stands under the row that it is merged with.
        for nik in (NIK, OTHER_NIK):
            holder = next(record for record in workspace.records() if record.first("nik") == nik)
            beside = next(r for r in workspace.records() if (r.source_id, r.row) == (holder.source_id, holder.row - 1))
            workspace.merge([holder.id, beside.id])
    return workspace
