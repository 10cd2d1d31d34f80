"""Small department lists as files, and stores made from them."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from steward.domain import side_by_side
from steward.exchange import calamine_process
from steward.workspace import Workspace, crew

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SALES = """Kode Pelanggan,Nama,No HP,Email,Tgl Lahir,NIK,Alamat,Kota,Omzet
S-001,Sri Wahyuni,0812-3344-5566,sri.wahyuni@gmail.com,15/07/1985,3273015507850002,Jl. Ir. H. Juanda 117,Bandung,1250000
S-002,Budi Santoso,0813-2211-4090,budi@santoso.id,02/10/1980,3171010210800001,Jl. Melati 3,Jakarta Selatan,900000
S-003,Heru Prasetyo,0857-8723-8186,heru.p@yahoo.com,28/02/1990,3578012802900003,Jl. Diponegoro No. 8,Surabaya,50000
S-004,Dewi Lestari,0821-5566-7788,dewi@lestari.net,30/12/1992,3374017012920004,Jl. Pemuda No. 21,Semarang,75000
S-005,PT Maju Jaya,021-5550101,info@majujaya.co.id,,,Jl. Sudirman Kav. 52,Jakarta Pusat,88000000
"""
SERVICE = """ID Pelanggan;Nama Pelanggan;Telepon;E-mail;Tanggal Lahir;Alamat;Kota
V-1;Hj. Sri Wahyuni, S.E.;62 812 3344 5566;sriwahyuni@gmail.com;15-07-1985;Jln Ir H Juanda 117;BDG
V-2;BUDI SANTOSO;081322114090;budi@santoso.id;02-10-1980;Jl Melati 3;Jaksel
V-3;Hery Prasetya;0857 1111 2222;;01-03-1991;Jl. Kenanga 5;Malang
V-4;Maju Jaya, PT;(021) 555 0101;;;Jl. Jend. Sudirman Kav 52;Jakarta
"""
SOCIAL = """profile_id,Display Name,Handle,Email,Location
p1,sri wahyuni,@sriwahyuni_85,sriwahyuni@gmail.com,Bandung
p2,Dewi L.,@dewilestari,dewi@lestari.net,Semarang
"""


@pytest.fixture(scope="session")
def lists(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three departments' lists."""
    folder = tmp_path_factory.mktemp("lists")
    (folder / "sales.csv").write_text(SALES, encoding="utf-8")
    (folder / "service.csv").write_text(SERVICE, encoding="cp1252")
    (folder / "social.csv").write_text(SOCIAL, encoding="utf-8-sig")
    return folder


class Clock:
    """A clock that goes on by a minute whenever it is read."""

    def __init__(self) -> None:
        self.now = datetime(2026, 5, 1, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def matched_store(lists: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the three lists, matched; copy it before use."""
    path = tmp_path_factory.mktemp("store") / "customers.steward"
    with Workspace.create(path, steward="Ratna", clock=Clock()) as made:
        for name in ("sales", "service", "social"):
            made.import_list(lists / f"{name}.csv")
        made.match()
    return path


@pytest.fixture
def looks_by_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is looked whether to stop as often as the work asks for it, and no more often on a slow machine.

    Elsewhere whoever waits for a thread or a process looks again every moment.
    """
    for module in (side_by_side, crew, calamine_process):
        monkeypatch.setattr(module, "_PATIENCE", 3600.0)


@pytest.fixture
def store(matched_store: Path, tmp_path: Path) -> Path:
    """A copy of the matched store, closed."""
    return shutil.copy(matched_store, tmp_path / "customers.steward")


@pytest.fixture
def workspace(store: Path, clock: Clock) -> Iterator[Workspace]:
    """The matched store, open."""
    clock.now += timedelta(days=1)
    with Workspace.open(store, steward="Ratna", clock=clock) as opened:
        yield opened


@pytest.fixture
def ids(workspace: Workspace) -> Callable[..., list[int]]:
    """Record ids by source key: ids("S-001", "V-1")."""
    by_key = {record.source_key: record.id for record in workspace.records()}
    return lambda *keys: [by_key[key] for key in keys]


@pytest.fixture
def sri(workspace: Workspace, ids: Callable[..., list[int]]) -> str:
    """The CIN of a customer of three lists, about whom much was decided."""
    workspace.merge(ids("S-001", "V-1", "p1"), {"name": "Sri Wahyuni Dewanti"}, reason="Sri Wahyuni has one phone")
    cin = workspace.cin_of(ids("S-001")[0])
    workspace.comment(cin, "Sri Wahyuni wants a new card")
    workspace.override(cin, "city", "Cimahi Utara", reason="she moved")
    workspace.lock(cin, "address")
    workspace.not_same(ids("S-001")[0], ids("S-004"), reason="another family")
    workspace.related(ids("S-003")[0], ids("V-3")[0], "household", reason="neighbours of 081233445566")
    return cin
