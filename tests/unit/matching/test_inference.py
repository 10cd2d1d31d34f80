"""Types inferred for unknown tables."""

from __future__ import annotations

from steward.domain.attributes import AttributeType
from steward.matching.inference import infer_type

_T = AttributeType


def infer_types(headers: list[str], rows: list[list[str]]) -> list[AttributeType | None]:
    return [infer_type(header, [row[place] for row in rows]) for place, header in enumerate(headers)]


def test_headers_of_a_people_table_are_understood_in_english() -> None:
    headers = ["rec_id", "first_name", "Surname", "dob", "city", "e-mail", "Zip Code"]
    rows = [
        [
            f"r{i}",
            f"Ann{i % 7}",
            f"Lee{i % 11}",
            f"19{60 + i % 40}-01-0{1 + i % 9}",
            f"Town{i % 5}",
            f"a{i}@b.org",
            f"{10_000 + i % 50}",
        ]
        for i in range(100)
    ]
    assert infer_types(headers, rows) == [
        None, _T.GIVEN_NAME, _T.FAMILY_NAME, _T.DATE, _T.LOCALITY, _T.EMAIL, _T.POSTCODE,
    ]  # fmt: skip


def test_headers_are_understood_in_indonesian() -> None:
    headers = ["Nama Lengkap", "No. HP", "Alamat", "Kota", "NIK", "Tgl Lahir", "Jenis Kelamin"]
    rows = [
        [
            f"Nama {i}",
            f"0812345678{i:02}",
            f"Jl. Mawar {i}",
            f"Kota{i % 5}",
            f"31710101018{i:05}",
            f"0{1 + i % 9}-02-1980",
            "LP"[i % 2],
        ]
        for i in range(60)
    ]
    assert infer_types(headers, rows) == [
        _T.NAME, _T.PHONE, _T.ADDRESS, _T.LOCALITY, _T.NATIONAL_ID, _T.DATE, _T.CATEGORY,
    ]  # fmt: skip


def test_names_of_firms_are_organizations() -> None:
    rows = [[f"{name} {i}"] for i in range(20) for name in ("Acme Ltd", "Blue Cafe", "Smith Inc")]
    assert infer_types(["name"], rows) == [_T.ORGANIZATION]


def test_content_decides_where_the_header_says_nothing() -> None:
    rows = [[f"user{i}@mail.com", f"1980-01-{1 + i % 28:02}", "ab"[i % 2], "same"] for i in range(200)]
    assert infer_types(["c1", "c2", "c3", "c4"], rows) == [_T.EMAIL, _T.DATE, _T.CATEGORY, None]


def test_an_empty_table_has_nothing_to_compare() -> None:
    assert infer_types(["name", "city"], []) == [None, None]


def test_a_last_name_beside_a_first_name_is_a_family_name() -> None:
    rows = [["Ann", "Lee", "Acme"], ["Bo", "Kim", "Initech"], ["Cy", "Roe", "Globex"]]
    assert infer_types(["inventor_first", "inventor_last", "assignee"], rows) == [
        _T.GIVEN_NAME,
        _T.FAMILY_NAME,
        _T.ORGANIZATION,
    ]
