"""Addresses: one order and one set of abbreviations, and the parts that matching needs."""

from __future__ import annotations

import pytest

from steward.standardize.addresses import (
    AddressParts,
    address_parts,
    address_tokens,
    house_number,
    standardize_address,
    standardize_rt_rw,
)
from steward.standardize.standard_value import ValueStatus


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Jln Ir. H. Juanda no:117 rt 6 rw 14", "Jl. Ir. H. Juanda No. 117, RT 006/RW 014"),
        ("JALAN IR. H. JUANDA NOMOR 117,RT/RW 06/14", "Jl. Ir. H. Juanda No. 117, RT 006/RW 014"),
        ("Jl Ir. H. Juanda No.117 - RT.6/14", "Jl. Ir. H. Juanda No. 117, RT 006/RW 014"),
        ("Jl. Ir. H. Juanda No. 117 Rt06/Rw14", "Jl. Ir. H. Juanda No. 117, RT 006/RW 014"),
        ("Jl. Ir. H. Juanda No. 117, 006/014", "Jl. Ir. H. Juanda No. 117, RT 006/RW 014"),
        ("Jl. Mawar No. 3, Kel. Sako, RT 1 RW 2", "Jl. Mawar No. 3, RT 001/RW 002, Kel. Sako"),
        ("Jl. Mawar No 3 RT 5", "Jl. Mawar No. 3, RT 005"),
        ("Jl. Mawar no 130 C", "Jl. Mawar No. 130C"),
        ("JL.A.YANI NO.12-B", "Jl. A. Yani No. 12B"),
        ("Jln. Jambu IV, Gg. Haji Saleh Nomor 36", "Jl. Jambu IV, Gg. Haji Saleh No. 36"),
        ("jl. flores gang iii no 60", "Jl. Flores Gg. III No. 60"),
        ("Jl. Kp. Melayu Besar 7", "Jl. Kp. Melayu Besar 7"),
        ("KOMPLEKS ROYAL GAYAMSARI 3 H19-27", "Komp. Royal Gayamsari 3 Blok H19 No. 27"),
        ("Perumahan Citra Cendana Blok B9 no. 5", "Perum. Citra Cendana Blok B9 No. 5"),
        ("Perum. Citra Asri BC-12", "Perum. Citra Asri Blok BC No. 12"),
        ("Perum Taman Mas blk. db no.18", "Perum. Taman Mas Blok DB No. 18"),
        ("Komp. Mutiara Mas II K17 No.18", "Komp. Mutiara Mas II Blok K17 No. 18"),
        ("Apt. Paragon Tower B lantai 3 No 7", "Apartemen Paragon Tower B Lt. 3 No. 7"),
        ("DUSUN KIDUL", "Dsn. Kidul"),
        ("Kampung Rawa, Kelurahan Sako Kecamatan Sako", "Kp. Rawa, Kel. Sako, Kec. Sako"),
        ("Dsn Sawahan Desa Getas Kecamatan Singorojo", "Dsn. Sawahan, Desa Getas, Kec. Singorojo"),
        ("Jl Raya Bogor KM 12", "Jl. Raya Bogor Km 12"),
        ("Jl. Mawar No. 3\nKel. Sako", "Jl. Mawar No. 3, Kel. Sako"),
        (
            "Jl. Mawar No. 3, Kabupaten Kendal, Prov Jawa Tengah 51382",
            "Jl. Mawar No. 3, Kab. Kendal, Prov. Jawa Tengah 51382",
        ),
        ("435 s. la cienega blv.", "435 S. La Cienega Blv"),
        ("2 w. 55th st.", "2 W. 55th St"),
        ("7 wallaby place", "7 Wallaby Place"),
        ("Flat 2B, 10 Downing Street, London", "Flat 2B, 10 Downing Street, London"),
    ],
)
def test_an_address_has_one_written_form(raw: str, expected: str) -> None:
    found = standardize_address(raw)

    assert (found.value, found.status) == (expected, ValueStatus.VALID)


@pytest.mark.parametrize("raw", ["-", "tdk ada", "NULL", "?", ".", "0", "xxx"])
def test_a_filler_is_a_placeholder(raw: str) -> None:
    assert standardize_address(raw).status is ValueStatus.PLACEHOLDER


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        (
            "Jl. Mawar No. 3, RT 002/RW 001, Kel. Poris Gaga, Kec. Batuceper, Kota Tangerang, Banten 15122",
            AddressParts(
                "Jl. Mawar No. 3", "RT 002/RW 001", "Poris Gaga", "Batuceper", "Kota Tangerang", "Banten", "15122"
            ),
        ),
        (
            "Lk. Bahagia, RT 008/RW 009, Desa Muara Tiga, Batu Ampar, Kubu Raya, Kalbar 78385",
            AddressParts(
                "Lk. Bahagia", "RT 008/RW 009", "Muara Tiga", "Batu Ampar", "Kubu Raya", "Kalimantan Barat", "78385"
            ),
        ),
        (
            "Jl. Mawar No. 3, RT 001/RW 011, Duri Utara, Kec. Tambora",
            AddressParts("Jl. Mawar No. 3", "RT 001/RW 011", village="Duri Utara", district="Tambora"),
        ),
        (
            "Jl. Mawar No. 3, Kec. Mandiangin Koto Selayan Bukittinggi Sumatera Barat",
            AddressParts(
                "Jl. Mawar No. 3", district="Mandiangin Koto Selayan", city="Bukittinggi", province="Sumatera Barat"
            ),
        ),
        (
            "Jl. Mawar No. 3, Kab. Kendal Jateng",
            AddressParts("Jl. Mawar No. 3", city="Kab. Kendal", province="Jawa Tengah"),
        ),
        ("Jl. Mawar No. 3, Kec. Bukit Batu", AddressParts("Jl. Mawar No. 3", district="Bukit Batu")),
        (
            "Jl. Mawar No. 3, Kec. Sawangan Depok 16511",
            AddressParts("Jl. Mawar No. 3", district="Sawangan", city="Depok", postcode="16511"),
        ),
        ("Jl. Mawar No. 3, Smg", AddressParts("Jl. Mawar No. 3", city="Semarang")),
        ("Jl. Mawar No. 3, Gg. Duku", AddressParts("Jl. Mawar No. 3, Gg. Duku")),
        ("", AddressParts()),
    ],
)
def test_the_parts_of_an_address_are_told_apart(standard: str, expected: AddressParts) -> None:
    assert address_parts(standard) == expected


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ("Jl. Jend. A. Yani III No. 5, RT 001/RW 002, Kel. Sako", ("ahmad", "yani", "3", "5")),
        ("Jl. Letjen S. Parman No. 5", ("s", "parman", "5")),
        ("Jl. Dipenogoro No. 5, Dekat Masjid", ("diponegoro", "5")),
        ("435 S. La Cienega Blv", ("435", "south", "la", "cienega", "boulevard")),
        ("435 South La Cienega Boulevard", ("435", "south", "la", "cienega", "boulevard")),
    ],
)
def test_tokens_ignore_what_is_written_in_many_ways(standard: str, expected: tuple[str, ...]) -> None:
    assert address_tokens(standard) == expected


@pytest.mark.parametrize(
    ("standard", "expected"),
    [
        ("Jl. Mawar No. 130C", "130C"),
        ("Komp. Royal Blok H19 No. 27", "H19/27"),
        ("Perum. Citra Blok DB No. 18", "DB/18"),
        ("Jl. Bromo 77, RT 006/RW 005", "77"),
        ("Jl. Nangka, Gg. Madrasah 30C, RT 010/RW 005", "30C"),
        ("435 S. La Cienega Blv", "435"),
        ("Jl. Mawar, RT 006/RW 005", ""),
    ],
)
def test_house_number(standard: str, expected: str) -> None:
    assert house_number(standard) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("6/14", "RT 006/RW 014"),
        ("RT.6 RW.14", "RT 006/RW 014"),
        ("006/014", "RT 006/RW 014"),
        ("RT 5", "RT 005"),
        ("-", ""),
    ],
)
def test_rt_rw(raw: str, expected: str) -> None:
    assert standardize_rt_rw(raw).value == expected


def test_the_rt_of_an_address_that_has_two_stands_before_the_village() -> None:
    found = standardize_address("Jakarta 10110,RT 000,- blok A/3,Kel. Menteng,RT 001").value
    assert found == "Jakarta 10110, Blok A No. 3, RT 001, Kel. Menteng"
