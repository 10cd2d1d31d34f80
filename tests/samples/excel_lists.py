"""The three lists that come as workbooks: sales, service and partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

from tests.samples import handwriting, workbooks
from tests.samples import vocabulary as words
from tests.samples.deliveries import Row

if TYPE_CHECKING:
    from pathlib import Path
    from random import Random

    from openpyxl.worksheet.worksheet import Worksheet

KeyedRows = list[tuple[str, Row]]
#: One row of a sheet by column title.
Cells = dict[str, object]

BOLD = Font(bold=True)
HEADER_FILL = PatternFill("solid", fgColor="FFDCE6F1")

SERVICE_GROUPS = (("Identitas", 6), ("Kontak", 2), ("Alamat", 3), ("Layanan", 5))
REMARKS = (None, None, None, "pompa berisik", "minta jadwal sore")


def write_sales(rows: KeyedRows, path: Path, rng: Random) -> None:
    """Title rows over the header, a running number, mobiles as numbers, a total at the end."""
    workbook = Workbook()
    sheet = first_sheet(workbook, "Pelanggan")
    sheet.append(["PT TIRTA SAGARA NUSANTARA"])
    sheet.append(["Daftar pelanggan penjualan, semester I 2026"])
    sheet.append([])
    sheet.merge_cells("A1:H1")
    sheet["A1"].font = BOLD
    table = [sales_cells(number, key, row, rng) for number, (key, row) in enumerate(rows, start=1)]
    append_table(sheet, table)
    sheet.append([None, "TOTAL", *[None] * 14, sum(row.revenue for _, row in rows)])
    for column in ("G", "R"):
        for cell in sheet[column][4:]:
            cell.number_format = "DD/MM/YYYY"
    workbooks.save(workbook, path)


def sales_cells(number: int, key: str, row: Row, rng: Random) -> Cells:
    customer, address = row.customer, row.address
    landline = row.phone if not row.phone.startswith("08") else ""
    mobile = row.second_phone if landline else row.phone
    return {
        "No": number,
        "Kode Customer": key,
        "Jenis": "Perusahaan" if customer.is_company else "Perorangan",
        "Nama Pelanggan": handwriting.written_name(row, rng),
        "No. KTP": row.nik,
        "NPWP": dotted_npwp(row.npwp),
        "Tgl Lahir": row.birth_date,
        "L/P": {"M": "L", "F": "P"}.get(customer.gender),
        "No. HP": int(mobile) if row.phone_is_number and mobile else handwriting.dashed_phone(mobile),
        "Telp. Kantor": handwriting.dashed_phone(landline),
        "Email": row.email,
        "PIC": customer.contact,
        "Alamat": handwriting.office_address(address),
        "Kota/Kab": handwriting.city(address),
        "Kode Pos": address.place.postcode if address else None,
        "Produk": ", ".join(words.PRODUCTS[code] for code in row.products),
        "Omzet (Rp)": row.revenue,
        "Transaksi Terakhir": row.last_activity,
        "Setuju Dihubungi": "Ya" if row.wants_contact else "Tidak",
    }


def write_service(rows: KeyedRows, path: Path, rng: Random) -> None:
    """Two sheets with a header of two rows; dates in words, two phones in one cell."""
    workbook = Workbook()
    java, elsewhere = [], []
    for key, row in rows:
        is_on_java = row.address is None or row.address.place.nik_prefix.startswith("3")
        (java if is_on_java else elsewhere).append(service_cells(key, row, rng))
    for sheet, table in ((first_sheet(workbook, "Jawa"), java), (workbook.create_sheet("Luar Jawa"), elsewhere)):
        append_group_titles(sheet)
        append_table(sheet, table)
    workbooks.save(workbook, path)


def service_cells(key: str, row: Row, rng: Random) -> Cells:
    customer, address = row.customer, row.address
    return {
        "No. Pelanggan": key,
        "Nama Lengkap": handwriting.written_name(row, rng),
        "NIK": row.nik,
        "Tempat Lahir": customer.birth_place,
        "Tanggal Lahir": handwriting.indonesian_date(row.birth_date),
        "Jenis Kelamin": {"M": "Laki-laki", "F": "Perempuan"}.get(customer.gender),
        "Telp/HP": " / ".join(handwriting.spaced_phone(phone) for phone in (row.phone, row.second_phone) if phone),
        "Alamat Email": row.email,
        "Alamat Rumah": handwriting.careful_address(address),
        "Kota": handwriting.short_city(address, rng),
        "Provinsi": address.place.province if address else None,
        "Produk": "; ".join(row.products),
        "Kontak Terakhir": row.last_activity,
        "Biaya Layanan": rng.randrange(0, 40) * 12_500,
        "Preferensi Kontak": row.channel,
        "Catatan": rng.choice(REMARKS),
    }


def write_partner(rows: KeyedRows, path: Path, rng: Random) -> None:
    """Copies of identity cards: capitals, dates as numbers, some identity numbers rounded; a sheet of notes."""
    workbook = Workbook()
    append_table(first_sheet(workbook, "DATA"), [partner_cells(key, row, rng) for key, row in rows])
    notes = workbook.create_sheet("CATATAN")
    notes.append(["Data diterima dari mitra pembiayaan."])
    notes.append(["Tanggal lahir: tahun, bulan, hari."])
    notes.append(["Nomor yang berubah dilaporkan tiap bulan."])
    workbooks.save(workbook, path)


def partner_cells(key: str, row: Row, rng: Random) -> Cells:
    address = row.address
    place = address.place if address else None
    return {
        "ID NASABAH": key,
        "NAMA SESUAI KTP": row.name.upper(),
        "NIK": int(row.nik) if row.nik_is_number and row.nik else row.nik,
        "TEMPAT LAHIR": row.customer.birth_place.upper(),
        "TGL LAHIR": int(f"{row.birth_date:%Y%m%d}") if row.birth_date else None,
        "JENIS KELAMIN": {"M": "LAKI-LAKI", "F": "PEREMPUAN"}.get(row.customer.gender),
        "ALAMAT": f"JL {address.street} NO {address.number}".upper() if address else None,
        "RT/RW": f"{address.rt:03d}/{address.rw:03d}" if address else None,
        "KEL/DESA": place.village.upper() if place else None,
        "KECAMATAN": place.district.upper() if place else None,
        "KAB/KOTA": place.city.upper() if place else None,
        "PROVINSI": place.province.upper() if place else None,
        "KODE POS": place.postcode if place else None,
        "NO HP": row.phone,
        "PEKERJAAN": rng.choice(words.OCCUPATIONS),
        "PAKET": " + ".join(row.products),
    }


def first_sheet(workbook: Workbook, title: str) -> Worksheet:
    sheet = workbook.worksheets[0]
    sheet.title = title
    return sheet


def append_table(sheet: Worksheet, table: list[Cells]) -> None:
    """The titles and the rows under them; empty text becomes an empty cell."""
    sheet.append(list(table[0]))
    for cell in sheet[sheet.max_row]:
        cell.font = BOLD
        cell.fill = HEADER_FILL
    for cells in table:
        sheet.append([None if value == "" else value for value in cells.values()])


def append_group_titles(sheet: Worksheet) -> None:
    """A row of merged titles over the titles of the columns."""
    sheet.append([title if position == 0 else None for title, width in SERVICE_GROUPS for position in range(width)])
    column = 1
    for _, width in SERVICE_GROUPS:
        sheet.merge_cells(start_row=1, start_column=column, end_row=1, end_column=column + width - 1)
        column += width


def dotted_npwp(npwp: str) -> str:
    """01.234.567.8-901.000."""
    if not npwp:
        return ""
    return f"{npwp[:2]}.{npwp[2:5]}.{npwp[5:8]}.{npwp[8]}-{npwp[9:12]}.{npwp[12:]}"
