"""Invented customers of the odd lists: names, numbers and places as other hands than ours would have them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

_MEN = ("Agung", "Bayu", "Cahyo", "Dimas", "Eko", "Fajar", "Gilang", "Hendra", "Irfan", "Joko", "Krisna", "Lukman")
_WOMEN = ("Anisa", "Bunga", "Citra", "Dian", "Endah", "Fitri", "Gita", "Hesti", "Intan", "Kartini", "Laras", "Mega")
_LAST = (
    "Adiputra", "Basuki", "Cokrowinoto", "Darmawan", "Erlangga", "Firmansyah", "Gunadi", "Harjanto", "Iskandar",
    "Jatmiko", "Kurniawan", "Lesmana", "Mulyono", "Nasution", "Octavianus", "Pangaribuan", "Rahardjo", "Simatupang",
)  # fmt: skip
_STREETS = ("Merpati", "Cendrawasih", "Pahlawan", "Gajah Mada", "Teuku Umar", "Kartika", "Flamboyan", "Imam Bonjol")
#: city, province, district, village, postcode, the first digits of a NIK and the area code
_PLACES = (
    ("Kota Palembang", "Sumatera Selatan", "Ilir Barat I", "Bukit Lama", "30139", "167104", "0711"),
    ("Kota Bandung", "Jawa Barat", "Lengkong", "Turangga", "40264", "327313", "022"),
    ("Kab. Banyumas", "Jawa Tengah", "Purwokerto Timur", "Sokanegara", "53115", "330225", "0281"),
    ("Kota Surabaya", "Jawa Timur", "Tegalsari", "Keputran", "60265", "357804", "031"),
    ("Kota Pontianak", "Kalimantan Barat", "Pontianak Kota", "Mariana", "78112", "617105", "0561"),
    ("Kota Manado", "Sulawesi Utara", "Wenang", "Pinaesaan", "95123", "717105", "0431"),
    ("Kota Jakarta Barat", "DKI Jakarta", "Kebon Jeruk", "Duri Kepa", "11510", "317305", "021"),
)
_GOODS = ("Tabungan Emas", "Kredit Motor", "Asuransi Jiwa", "Paket Data", "Deposito")
_TRADES = ("PT Sumber Rejeki", "CV Karya Bersama", "UD Tani Subur", "PT Cipta Nusantara", "CV Mitra Teknik")
_JOBS = ("Karyawan Swasta", "Wiraswasta", "PNS", "Guru", "Petani", "Ibu Rumah Tangga")


@dataclass(frozen=True, slots=True)
class OddCustomer:
    """One customer; every field as text in its plainest form, days as ``date``."""

    number: int
    first: str
    last: str
    is_woman: bool
    born: date
    nik: str
    npwp: str
    mobile: str
    landline: str
    email: str
    street: str
    rt_rw: str
    village: str
    district: str
    city: str
    province: str
    postcode: str
    company: str
    job: str
    product: str
    account: str
    amount: int
    count: int
    last_seen: date
    since: date
    handle: str

    @property
    def name(self) -> str:
        """First and last name."""
        return f"{self.first} {self.last}"


def invent(rng: Random, count: int) -> list[OddCustomer]:
    """So many customers; the same numbers of chance give the same ones."""
    return [_customer(rng, number) for number in range(1, count + 1)]


def _customer(rng: Random, number: int) -> OddCustomer:
    is_woman = rng.random() < 0.5
    first, last = rng.choice(_WOMEN if is_woman else _MEN), rng.choice(_LAST)
    city, province, district, village, postcode, region, area = rng.choice(_PLACES)
    born = date(1955, 1, 1) + timedelta(days=rng.randrange(365 * 48))
    day = born.day + 40 * is_woman
    serial = rng.randrange(1, 9000) // 10 * 10 + rng.randrange(1, 10)
    mobile = f"08{rng.choice(('12', '13', '21', '57', '96'))}{rng.randrange(10**6, 10**8 - 1):08d}"
    return OddCustomer(
        number=number,
        first=first,
        last=last,
        is_woman=is_woman,
        born=born,
        nik=f"{region}{day:02}{born.month:02}{born.year % 100:02}{serial:04}",
        npwp=f"0{rng.randrange(10**7, 10**8)}{rng.randrange(100, 999)}000",
        mobile=mobile,
        landline=f"{area}{rng.randrange(2_000_000, 8_999_999)}",
        email=f"{first}.{last}{number}@{rng.choice(('gmail.com', 'yahoo.co.id', 'outlook.com'))}".lower(),
        street=f"Jl. {rng.choice(_STREETS)} No. {rng.randrange(1, 180)}",
        rt_rw=f"{rng.randrange(1, 20):03}/{rng.randrange(13, 20):03}",
        village=village,
        district=district,
        city=city,
        province=province,
        postcode=postcode,
        company=f"{rng.choice(_TRADES)} {rng.choice(_LAST)}",
        job=rng.choice(_JOBS),
        product=rng.choice(_GOODS),
        account=f"00{rng.randrange(10**7, 10**8)}",
        amount=rng.randrange(50, 90_000) * 1000,
        count=rng.randrange(1, 60),
        last_seen=date(2026, 6, 30) - timedelta(days=rng.randrange(900)),
        since=date(2016, 1, 1) + timedelta(days=rng.randrange(2500)),
        handle=f"@{first.lower()}{last.lower()[:4]}{number}",
    )
