"""Columns whose header nobody listed: what its build and the cells under it say together."""

from __future__ import annotations

import pytest

from tests.guessed_columns import EMAILS, FAMILIES, MANY, NAMES, PHONES, codes, guesses, table

#: header, a few of its cells, what a careful person takes the column for
TOLD = [
    ("Jenis Akta", "APHT | Waris | Kuasa Menjual | Waris", "products"),
    ("Jenis Kandang", "Close House | Open House | Semi", "products"),
    ("Jenis Setoran Terbanyak", "Kardus | Minyak jelantah | Kertas HVS", "products"),
    ("Tipe/LT", "36/72 | 45/90 | 54/120", "products"),
    ("Jenis Anggota", "Kantor | Rumah Tangga | Sekolah", "segment"),
    ("Tipe Outlet", "Grosir | Minimarket | Semi Grosir", "segment"),
    ("Gol.", "Agen | Sekolah | Toko", "segment"),
    ("GOL. TRF", "2A | 2B | 3A | 1B", "segment"),
    ("skala_usaha", "Mikro | Menengah | Besar", "segment"),
    ("Kriteria", "UKE | UMI | UBE", "segment"),
    ("Grup Industri", "Otomotif | Elektronik | FMCG", "segment"),
    ("Bentuk Badan", "PT | CV | Yayasan | Perorangan", "customer_type"),
    ("Parfum favorit", "Oud | Musk | Amber | Oud", "products"),
    ("Любимый аромат", "Уд | Мускус | Амбра | Уд", "products"),
    ("お好みの花", "ガーベラ | バラ | 季節おまかせ", "products"),
    ("Jenis Kemasan", "Dus | Karung | Botol", ""),
    ("Gol. Drh", "A | B | O | AB", ""),
    ("Kls", "7A | 8B | 9A", ""),
    ("Tahu dari", "Spanduk | Google Maps | IG", "channel"),
    ("Tau salon ini lewat", "Teman | Tetangga | Lewat depan", "channel"),
    ("Sumber", "Referensi | Wedding Fair | IG Ads", "channel"),
    ("Sumber Jamaah", "Alumni | Agen | Kantor", "channel"),
    ("Sumber Dana", "Gaji | Usaha | Warisan", ""),
    ("Kolom4", "Instagram | Walk in | Brosur | Google", "channel"),
    ("Retribusi Masuk", "1180000 | 250000 | 75000", "revenue"),
    ("Syahriyah/bln", "600000 | 450000 | 0", "revenue"),
    ("TPV 30 hari", "137674000 | 325705000 | 130011000", "revenue"),
    ("Total Tindakan (Rp)", "4.900.000 | 350.000 | 1.200.000", "revenue"),
    ("Total Kg", "409,2 | 582,0 | 456,3", ""),
    ("Harga/lt", "7350 | 7100 | 6800", ""),
    ("Jml Angsuran Tertunggak", "0 | 1 | 3", ""),
    ("Rounds YTD", "43 | 30 | 55", "purchases"),
    ("Check-in 30hr", "0 | 12 | 4", "purchases"),
    ("NMID", "ID2024457270502 | ID1022160723606 | ID2024113886727", "other_id"),
    ("Rek. BRI", "72017477665249 | 58018215905347 | 58013300955526", "account_number"),
    ("Rek Petani", "002187014325 | 002187556677 | 002187998811", "account_number"),
    ("No Rek Tabungan Emas", "10351124792 | 10468097612 | 12277643751", "account_number"),
    ("Gabung Sejak", "Jun-2020 | Agt-2022 | Okt-2019", "first_seen"),
    ("Tgl Pengangkatan", "06/05/2003 | 11/02/2014 | 21/12/2021", "first_seen"),
    ("Kontrak s/d", "06/05/2026 | 11/02/2027 | 21/12/2026", ""),
    ("Tgl Beli Token Akhir", "06/05/2025 | 11/02/2025 | 21/09/2025", "last_activity"),
    ("Kewarganegaraan", "Indonesia | Jerman | Korea Selatan", "country"),
    ("Calon Siswa", " | ".join(NAMES), "name"),
    ("Mailing", " | ".join(EMAILS), "email"),
    ("Frame", "Oakley OX8046 | Bonia | Frame Sekolah", "products"),
    ("Kolom12", "Ruko 2 lt | Tipe 45/90 | Tipe 36/72", "products"),
    ("Blok", "Tower A 12 | Tower B 3 | Tower A 7", ""),
    ("Jaminan", "KTP | SIM C | Ijazah", ""),
    ("Bukti", "https://drive.example.com/f/ax1 | https://drive.example.com/f/b2c", ""),
    ("Desainer", "Adit | Bimo | Adit", ""),
    ("Tahap Salur", "1 | 2 | 3", ""),
    ("Peran", "Ibu | Kakak | Sendiri", ""),
    ("Total Cukur", "3 | 5 | 12 | 7", "purchases"),
    ("Total Karyawan", "3 | 5 | 12 | 7", ""),
    ("Simcard Aktif", "7 | 96 | 129 | 31", ""),
    ("Setor/mg", "20000 | 50000 | 25000", "revenue"),
    ("Biaya Regist", "500000 | 750000 | 650000", "revenue"),
    ("Biaya Iklan", "500000 | 750000 | 650000", "cost"),
    ("Termin Bayar", "14 | 30 | 45", ""),
    ("Pek. Ayah", "Petani | Guru | Swasta | PNS", ""),
    ("Tgl Timbang Akhir", "06/05/2025 | 11/02/2025 | 21/09/2025", "last_activity"),
    ("Tgl Polis Akhir", "06/05/2025 | 11/02/2025 | 21/09/2025", ""),
    ("Isi Terakhir", "06-05-2025 19.10 | 11-02-2025 08.33 | 21-09-2025 21.05", "last_activity"),
    ("Durasi Sewa", "2 hari | 3 hari | 1 minggu", ""),
    ("KEC. INTERNET", "20 Mbps | 50 Mbps | 100 Mbps", "products"),
    ("Sifat Usaha", "Dagang | Jasa | Produksi", "segment"),
    ("Jamaah/Majelis", "IPNU | Muslimat | Fatayat", "organization"),
    ("Bagian/Dept", "HRD | Produksi | Gudang", ""),
    ("Catatan", "351443132332694 | 351443132332604 | 351443132332614", ""),
    ("Tgl Telp", "06/05/2025 | 11/02/2025 | 21/09/2025", "last_activity"),
    ("Tgl Kirim WA", "06/05/2025 | 11/02/2025 | 21/09/2025", "last_activity"),
    ("Email Date", "06/05/2025 | 11/02/2025 | 21/09/2025", "last_activity"),
    ("Start (AEST)", "06/05/2025 09:14 | 11/02/2025 10:02 | 21/09/2025 16:45", "last_activity"),
    ("Start", "06/05/2025 | 11/02/2023 | 21/09/2021", "first_seen"),
    ("Sumber", "Agoda | Tiket.com | Direct", "channel"),
    ("platform", "ig | fb | ig", "channel"),
    ("Marketplace", "Shopee | Tokopedia | Lazada", "channel"),
    ("platform", "android | ios | web", ""),
    ("device", "android | ios | android", ""),
    ("Device Type", "mobile | desktop | tablet", ""),
    ("Preferensi", "WA | Email | Telepon", "channel"),
    ("Preferensi", "honeymoon setup | lantai atas | kamar merokok", "notes"),
    ("Tipe", "Horeka | MT | GT", "segment"),
    ("Stage", "Prospek | Negosiasi | Closing", "segment"),
    ("Rm Rev", "2775728.57 | 2303544.46 | 9461158.64", "revenue"),
    ("Bills", "12 | 3 | 44", "purchases"),
    ("Pref: email", "Y | N | Y", "consent_email"),
    ("Ijin Promo", "Y | N | Y", "consent"),
    ("POPIA ok?", "Y | N | Y", "consent"),
    ("optin_wpp", "Y | N | Y", "consent_whatsapp"),
    ("No Kartu", "6,28E+15 | 6,28E+15 | 6,28E+15", "account_number"),
    ("Ojol", "GoFood | GrabFood | ShopeeFood", "channel"),
    ("Co.", "Yishun Sec Sch | Kopi & Kin LLP | SP Kwek", "organization"),
    ("Co borrower", "Ramesh Kulkarni | Anita Iyer | Meera Nair", ""),
    ("Attn.", "late | early | late", ""),
    ("Str Cd", "MAA-11 | COK-01 | BLR-04", ""),
    ("Kolom12", "NL18 INGB 2774 2003 75 | NL57 INGB 6118 6533 61 | NL94 SNSB 6742 2381 88", "account_number"),
    ("Carte", "2/10 | 3/10 | 1/10", ""),
    ("House / Flat, Street", "Flat 310/3, M.G. Road | No. 361/A, M.G. Road | Flat 395, Mandir", "address"),
    ("Pref: post", "Y | N | Y", "consent"),
    ("Destination", "Kreta 7 days | Turkey AI | Croatia", "products"),
    ("Dtg (x)", "5 | 13 | 9", "purchases"),
    ("Medium", "cpc | organic | referral", "channel"),
    ("Industry", "Retail | Food | Automotive", "segment"),
    ("Kategori Tiket", "Gangguan | Info | Komplain", ""),
    ("Subtotal Produk", "150000 | 220000 | 90000", "revenue"),
    ("Aging 30-60", "2500000 | 0 | 1250000", ""),
    ("31-60 hari", "2500000 | 0 | 1250000", ""),
    ("Tgl Komplain", "06/05/2025 | 11/02/2025 | 21/09/2025", "last_activity"),
    ("Tgl Cetak", "06/05/2025 | 11/02/2025 | 21/09/2025", ""),
]


def _column(cells: str) -> tuple[str, ...]:
    examples = cells.split(" | ")
    rows = [examples[row % len(examples)] for row in range(len(MANY))]
    # Numbers that were handed out and days are different everywhere.
    long = all(sum(map(str.isdigit, cell)) >= 10 for cell in examples)
    return tuple(f"{cell[:-2]}{row:02}" for row, cell in enumerate(rows)) if long else tuple(rows)


@pytest.mark.parametrize(("header", "cells", "target"), TOLD)
def test_a_header_that_nobody_listed_is_told_by_its_build_and_its_cells(header: str, cells: str, target: str) -> None:
    beside = {"ID": codes(len(MANY))} | ({} if target == "name" else {"Nama": MANY})
    found = guesses(table(**beside, **{header: _column(cells)}))

    assert found[header.replace("_", " ")].target == target


def test_of_two_groups_one_is_the_segment_and_the_other_the_kind_of_customer() -> None:
    ranks, kinds = ("A", "B", "C") * 12, ("Grosir", "Minimarket", "Retail") * 12
    found = guesses(table(ID=codes(36), Nama=MANY, Kls_Outlet=ranks, Tipe_Outlet=kinds))

    assert (found["Kls Outlet"].target, found["Tipe Outlet"].target) == ("segment", "customer_type")


def test_who_stands_for_a_child_is_whom_to_ask_for_beside_it_and_else_the_customer() -> None:
    found = guesses(table(NIS=codes(), Nama_Siswa=NAMES, Nama_Wali=NAMES[::-1]))
    assert (found["Nama Siswa"].target, found["Nama Wali"].target) == ("name", "contact_person")
    assert guesses(table(ID=codes(), Nama_Wali=NAMES, HP=PHONES))["Nama Wali"].target == "name"


def test_a_part_of_the_name_beside_it_is_what_somebody_is_called() -> None:
    short = tuple(name.split()[0].upper()[:5] for name in NAMES)
    found = guesses(table(ID=codes(), Nama_Lengkap=NAMES, Nama_di_BIB=short, HP=PHONES))
    assert found["Nama di BIB"].target == "nickname"
    others = guesses(table(ID=codes(), Nama_Lengkap=NAMES, Nama_di_BIB=NAMES[::-1], HP=PHONES))
    assert others["Nama di BIB"].target == ""


def test_what_is_paid_in_all_wins_over_a_part_of_it_and_what_one_costs() -> None:
    parts, sums = ("250000", "500000", "100000") * 2, ("8150000", "2400000", "990000") * 2
    found = guesses(table(ID=codes(), Nama=NAMES, **{"Harga/porsi": parts}, DP=parts, **{"Jml Harga (Rp)": sums}))

    assert [header for header, guess in found.items() if guess.target == "revenue"] == ["Jml Harga (Rp)"]


def test_a_sum_that_is_insured_or_lent_is_no_payment_beside_one() -> None:
    paid, insured = ("250000", "500000", "100000") * 2, ("50000000", "100000000", "25000000") * 2
    found = guesses(table(ID=codes(), Nama=NAMES, Uang_Pertanggungan=insured, Premi=paid))

    assert [header for header, guess in found.items() if guess.target == "revenue"] == ["Premi"]


def test_numbers_of_devices_and_vehicles_are_no_keys_and_no_wares() -> None:
    devices = tuple(f"ZTEG5204{number:04}" for number in range(36))
    plates = tuple(f"B {number} XY" for number in range(1234, 1270))
    found = guesses(table(**{"SN MODEM": devices, "No. Kendaraan": plates, "No. Pol": plates}, Nama=MANY))

    assert {header: guess.target for header, guess in found.items() if guess.target} == {"Nama": "name"}


def test_schools_and_hospitals_by_name_are_organizations() -> None:
    places = tuple(f"{kind} {town}" for kind in ("RSUD", "Klinik", "Puskesmas") for town in FAMILIES) * 2
    assert guesses(table(ID=codes(36), Nama=MANY, Tempat_Praktik=places))["Tempat Praktik"].target == "organization"


def test_a_name_or_an_office_over_people_is_their_name() -> None:
    found = guesses(table(**{"ID": codes(36), "Nama/Kantor": MANY}))
    assert found["Nama/Kantor"].target == "name"


def test_a_tax_number_that_is_one_wins_over_that_of_a_branch() -> None:
    numbers = tuple(f"00720940066340{number:02}" for number in range(6))
    branches = tuple(f"{number}000001" for number in numbers)
    found = guesses(table(ID=codes(), Nama=NAMES, NPWP_Penyedia=numbers, NITKU=branches))

    assert (found["NPWP Penyedia"].target, found["NITKU"].target) == ("npwp", "other_id")


def test_a_hamlet_is_a_part_of_the_address_where_the_village_has_a_column() -> None:
    hamlets, villages = ("Kp. Cihurip", "Dk. Surodadi", "Kp. Ciawi") * 2, ("Sruni", "Mliwis", "Jayaraga") * 2
    found = guesses(table(ID=codes(), Nama=NAMES, Dukuh=hamlets, Desa=villages))

    assert (found["Dukuh"].target, found["Desa"].target) == ("address", "village")


def test_a_list_of_pets_is_known_by_their_numbers_where_customers_have_none() -> None:
    beside = {"Nama_Pemilik": NAMES, "Ras": ("Persia", "Anggora", "Persia") * 2}
    assert guesses(table(No_RM_Hewan=codes(), **beside))["No RM Hewan"].target == "source_key"
    assert guesses(table(ID_Pelanggan=codes(), No_RM_Hewan=codes(), **beside))["No RM Hewan"].target == ""


def test_a_header_without_words_is_told_by_nothing() -> None:
    assert guesses(table(**{";": ("1",), "Nama": NAMES[:1]}))[";"].target == ""


def test_beside_a_first_and_a_last_name_a_whole_one_of_a_firm_is_its_own_and_a_tutor_stands_for_somebody() -> None:
    firms = (
        "Granite State Orthopedics",
        "Lakeview School",
        "Harbor & Finch",
        "3M Reseller LLC",
        "Finch Church",
        "Hut Co",
    )
    people = {"First_Name": tuple(name.split()[0] for name in NAMES), "Last_Name": FAMILIES}
    assert guesses(table(ID=codes(), Account_Name=firms, **people))["Account Name"].target == "organization"
    assert guesses(table(ID=codes(), Nama_Wali=NAMES[::-1], **people))["Nama Wali"].target == "contact_person"


def test_of_two_things_a_header_names_the_other_is_meant_where_one_has_its_column() -> None:
    jobs, firms = ("Guru", "Petani", "Perawat") * 2, ("MADA", "PPD Kubang", "Hosp. Sultanah") * 2
    found = guesses(table(ID=codes(), Nama=NAMES, Pekerjaan=jobs, **{"Jabatan / Perusahaan": firms}))
    assert (found["Pekerjaan"].target, found["Jabatan / Perusahaan"].target) == ("occupation", "organization")


def test_beside_a_handle_the_platform_is_where_it_is() -> None:
    networks, handles = ("ig", "fb", "ig") * 2, tuple(f"@{name.split()[0].lower()}.{name[-3:]}" for name in NAMES)
    assert guesses(table(ID=codes(), Nama=NAMES, Platform=networks))["Platform"].target == "channel"
    assert guesses(table(ID=codes(), Nama=NAMES, Platform=networks, Handle=handles))["Platform"].target == ""
