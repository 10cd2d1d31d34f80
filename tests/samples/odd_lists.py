"""Lists of departments that are unlike the samples, with the truth: what each column means, what was damaged.

Headers are abbreviations of two languages, some columns have no name, some headers stand in two rows or have a row of
units below them. Damages are planted in cells that are named, one kind at most in a cell.
"""

from __future__ import annotations

from tests.samples.odd_looks import ROWS, OddList, day
from tests.samples.odd_people import OddCustomer

_C = OddCustomer


def _money(customer: _C) -> str:
    return f"{customer.amount:,}".replace(",", ".")


def _yes(customer: _C) -> str:
    return "Y" if customer.number % 3 else "T"


_BORN, _SEEN, _SINCE = (lambda c: c.born), (lambda c: c.last_seen), (lambda c: c.since)

LISTS: tuple[OddList, ...] = (
    OddList(
        "nasabah.csv",
        (
            ("CIF", "source_key", lambda c: f"CIF{c.number:06}"),
            ("Nm Nasabah", "name", lambda c: c.name.upper()),
            ("No KTP/Identitas", "nik id_number", lambda c: c.nik),
            ("Tmpt Lhr", "birth_place", lambda c: c.city.split()[-1]),
            ("Tgl Lhr", "birth_date", day("%d-%m-%Y", _BORN)),
            ("JK", "gender", lambda c: "P" if c.is_woman else "L"),
            ("Almt Domisili", "address", lambda c: c.street),
            ("Kel.", "village", lambda c: c.village),
            ("Kec.", "district", lambda c: c.district),
            ("Kab/Kota", "city", lambda c: c.city),
            ("Prov", "province", lambda c: c.province),
            ("Kd Pos", "postcode", lambda c: c.postcode),
            ("Tlp Rmh", "phone", lambda c: c.landline),
            ("HP 1", "phone", lambda c: c.mobile),
            ("Surel", "email", lambda c: c.email),
            ("Pekerjaan", "occupation", lambda c: c.job),
            ("Sts Kawin", "marital_status", lambda c: ("K", "TK", "Cerai")[c.number % 3]),
            ("No Rek", "account_number", lambda c: c.account),
            ("Jns Produk", "products", lambda c: c.product),
            ("AO", "", lambda c: f"AO-{c.number % 7}"),
        ),
        delimiter=";",
    ),
    OddList(
        "crm_export.csv",
        (
            ("AccountId", "source_key", lambda c: f"0015g{c.number:05}AAQ"),
            ("FullName", "name", lambda c: c.name),
            ("MobilePhone", "phone", lambda c: "+62 " + c.mobile[1:]),
            ("WorkEmail", "email", lambda c: c.email),
            ("BirthDay", "birth_date", day("%Y-%m-%d", _BORN)),
            ("Sex", "gender", lambda c: "F" if c.is_woman else "M"),
            ("StreetLine1", "address", lambda c: c.street),
            ("Town", "city", lambda c: c.city.split(" ", 1)[1]),
            ("State/Region", "province", lambda c: c.province),
            ("ZIP", "postcode", lambda c: c.postcode),
            ("Country", "country", lambda _: "Indonesia"),
            ("OptInNewsletter", "consent_email", lambda c: str(bool(c.number % 3)).upper()),
            ("DoNotCall", "refusal_phone refusal", lambda c: str(not c.number % 5).upper()),
            ("LastContactedAt", "last_activity", day("%Y-%m-%d", _SEEN)),
            ("CreatedOn", "first_seen", day("%Y-%m-%d", _SINCE)),
            ("LifetimeValue", "revenue", lambda c: str(c.amount)),
            ("Segmentation", "segment", lambda c: "ABC"[c.number % 3]),
            ("Owner", "", lambda c: f"user{c.number % 9}"),
        ),
    ),
    OddList(
        "pasien.xlsx",
        (
            ("No. RM", "source_key", lambda c: f"{c.number + 4100:06}"),
            ("Nama", "name", lambda c: c.name),
            ("JK", "gender", lambda c: "P" if c.is_woman else "L"),
            ("TTL", "birth_place_and_date", lambda c: f"{c.city.split()[-1]}, {c.born:%d-%m-%Y}"),
            ("Jalan", "address", lambda c: c.street),
            ("RT", "rt", lambda c: c.rt_rw[:3]),
            ("RW", "rw", lambda c: c.rt_rw[4:]),
            ("Kelurahan", "village", lambda c: c.village),
            ("Kota", "city", lambda c: c.city),
            ("Telepon", "phone", lambda c: c.landline),
            ("WA", "phone", lambda c: c.mobile),
            ("Gol. Darah", "", lambda c: ("A", "B", "AB", "O")[c.number % 4]),
            ("Kunjungan Terakhir", "last_activity", day("%d/%m/%Y", _SEEN)),
        ),
        titles=("RS HARAPAN SEHAT", "Rekap pasien rawat jalan"),
        groups=("", "Identitas", "", "", "Alamat", "", "", "", "", "Kontak", "", "Lain-lain", ""),
    ),
    OddList(
        "anggota.xlsx",
        (
            ("No Anggota", "source_key", lambda c: f"AGT.{c.number:04}"),
            ("", "name", lambda c: c.name),
            ("", "nik", lambda c: c.nik),
            ("", "phone", lambda c: c.mobile),
            ("", "email", lambda c: c.email),
            ("", "birth_date", day("%d/%m/%Y", _BORN)),
            ("Simpanan Pokok", "", _money),
            ("Thn Masuk", "first_seen", lambda c: f"{c.since:%Y}"),
        ),
        footer=("Jumlah anggota", str(ROWS)),
    ),
    OddList(
        "dealer.csv",
        (
            ("No SPK", "source_key", lambda c: f"SPK/26/{c.number:04}"),
            ("Nama STNK", "name", lambda c: c.name.upper()),
            ("No HP Konsumen", "phone", lambda c: c.mobile),
            ("Tgl Lahir", "birth_date", day("%d/%m/%Y", _BORN)),
            ("Alamat KTP", "address", lambda c: c.street),
            ("RT/RW", "rt_rw", lambda c: c.rt_rw),
            ("Kecamatan", "district", lambda c: c.district),
            ("Type Unit", "products", lambda c: c.product),
            ("Harga OTR", " revenue purchases", _money),
            ("Tgl Beli", "last_activity", day("%d/%m/%Y", _SEEN)),
        ),
        delimiter=";",
        units=("", "", "(08..)", "(tgl/bln/thn)", "", "", "", "", "(Rp)", "(tgl/bln/thn)"),
    ),
    OddList(
        "olshop.csv",
        (
            ("buyer_username", "source_key handle", lambda c: c.handle[1:]),
            ("recipient_name", "name", lambda c: c.name),
            ("recipient_phone", "phone", lambda c: "62" + c.mobile[1:]),
            ("shipping_address", "address", lambda c: f"{c.street}, {c.village}, {c.district}"),
            ("shipping_city", "city", lambda c: c.city),
            ("shipping_province", "province", lambda c: c.province),
            ("postal", "postcode", lambda c: c.postcode),
            ("buyer_email", "email", lambda c: c.email),
            ("total_orders", "purchases", lambda c: str(c.count)),
            ("total_spent", "revenue", lambda c: str(c.amount)),
            ("last_order_at", "last_activity", day("%Y-%m-%d %H:%M:%S", _SEEN)),
            ("wa_optin", "consent_whatsapp", lambda c: str(c.number % 2)),
            ("voucher_used", "", lambda c: str(c.count % 4)),
        ),
    ),
    OddList(
        "buku_tamu.csv",
        (
            ("Nama Lengkap & Gelar", "name", lambda c: c.name + (", S.E." if c.number % 4 == 0 else "")),
            ("Instansi/Perusahaan", "organization", lambda c: c.company),
            ("Jabatan", "occupation", lambda c: ("Staf", "Manajer", "Direktur")[c.number % 3]),
            ("No. WA aktif", "phone", lambda c: c.mobile),
            ("Alamat e-mail", "email", lambda c: c.email),
            ("Kota asal", "city", lambda c: c.city.split(" ", 1)[1]),
            ("Bersedia dihubungi?", "consent", _yes),
            ("IG", "handle", lambda c: c.handle),
        ),
        titles=("Buku Tamu Pameran Juni 2026",),
    ),
    OddList(
        "subs.txt",
        (
            ("MSISDN", "phone source_key", lambda c: "62" + c.mobile[1:]),
            ("SUBS_NAME", "name", lambda c: c.name.upper()),
            ("ID_CARD_NO", "nik id_number", lambda c: c.nik),
            ("DOB", "birth_date", day("%Y%m%d", _BORN)),
            ("GENDER_CD", "gender", lambda c: "2" if c.is_woman else "1"),
            ("ADDR_1", "address", lambda c: c.street.upper()),
            ("CITY_NM", "city", lambda c: c.city.upper()),
            ("POSTCD", "postcode", lambda c: c.postcode),
            ("ACTIVATION_DT", "first_seen", day("%Y%m%d", _SINCE)),
            ("ARPU_IDR", "revenue", lambda c: str(c.amount // 100)),
            ("PKG_NAME", "products", lambda c: c.product),
        ),
        delimiter="|",
    ),
    OddList(
        "umkm.xlsx",
        (
            ("No", "source_key", lambda c: str(c.number)),
            ("Nama Usaha", "organization", lambda c: c.company),
            ("Nama Pemilik", "name contact_person", lambda c: c.name),
            ("No. Hp/WA", "phone", lambda c: c.mobile),
            ("Alamat Usaha", "address", lambda c: c.street),
            ("Kel/Desa", "village", lambda c: c.village),
            ("Kecamatan", "district", lambda c: c.district),
            ("Kabupaten", "city", lambda c: c.city),
            ("No NPWP", "npwp", lambda c: c.npwp),
            ("Omset/bln", "revenue", _money),
            ("Tgl Gabung", "first_seen", day("%d/%m/%Y", _SINCE)),
            ("Ket.", "notes", lambda c: "langganan lama" if c.number % 4 == 0 else ""),
        ),
        titles=("DAFTAR UMKM BINAAN",),
    ),
    OddList(
        "polis.csv",
        (
            ("No Polis", "source_key account_number", lambda c: f"PL-{c.number:05}-26"),
            ("Nama Tertanggung", "name", lambda c: c.name),
            ("NIK Tertanggung", "nik", lambda c: c.nik),
            ("Tanggal Lahir Tertanggung", "birth_date", day("%d/%m/%Y", _BORN)),
            ("L/P", "gender", lambda c: "P" if c.is_woman else "L"),
            ("Alamat Surat Menyurat", "address", lambda c: f"{c.street}, {c.city}"),
            ("No Telp Seluler", "phone", lambda c: c.mobile),
            ("Email Pribadi", "email", lambda c: c.email),
            ("Premi Tahunan", " revenue", _money),
            ("Produk Asuransi", "products", lambda c: c.product),
            ("Tgl Efektif", "first_seen", day("%d/%m/%Y", _SINCE)),
        ),
    ),
    OddList(
        "kolom.csv",
        (
            ("Kolom1", "source_key", lambda c: f"X{c.number:04}"),
            ("Kolom2", "name", lambda c: c.name),
            ("Kolom3", "nik", lambda c: c.nik),
            ("Kolom4", "phone", lambda c: c.mobile),
            ("Kolom5", "email", lambda c: c.email),
            ("Kolom6", "birth_date", day("%d/%m/%Y", _BORN)),
            ("Kolom7", "address", lambda c: c.street),
            ("Kolom8", "city", lambda c: c.city),
            ("Kolom9", "postcode", lambda c: c.postcode),
        ),
    ),
    OddList(
        "guests.csv",
        (
            ("Guest ID", "source_key", lambda c: f"G{c.number:05}"),
            ("Salutation", "title", lambda c: "Mrs" if c.is_woman else "Mr"),
            ("Guest First Name", "given_name", lambda c: c.first),
            ("Guest Surname", "family_name", lambda c: c.last),
            ("D.O.B.", "birth_date", day("%m/%d/%Y", _BORN)),
            ("Cell No.", "phone", lambda c: c.mobile),
            ("E-Mail Addr.", "email", lambda c: c.email),
            ("Employer", "organization", lambda c: c.company),
            ("Loyalty Tier", "segment", lambda c: ("Silver", "Gold", "Platinum")[c.number % 3]),
            ("Last Stay", "last_activity", day("%m/%d/%Y", _SEEN)),
            ("Room Pref", "", lambda c: ("high floor", "twin", "")[c.number % 3]),
            ("Remarks", "notes", lambda c: "late check-out" if c.number % 5 == 0 else ""),
        ),
    ),
    OddList(
        "donatur.csv",
        (
            ("ID Donatur", "source_key", lambda c: f"DN{c.number:04}"),
            ("Nama Donatur", "name", lambda c: c.name),
            ("Sapaan", "title", lambda c: "Ibu" if c.is_woman else "Bapak"),
            ("No Ponsel", "phone", lambda c: c.mobile),
            ("Domisili", "city", lambda c: c.city),
            ("Total Donasi", "revenue", _money),
            ("Donasi Terakhir", "last_activity", day("%d %m %Y", _SEEN)),
            ("Kanal", "channel", lambda c: ("WA", "Email", "Telepon")[c.number % 3]),
            ("Setuju dihubungi via WA", "consent_whatsapp", _yes),
            ("Catatan", "notes", lambda c: "donatur tetap" if c.number % 2 else ""),
        ),
        delimiter="\t",
    ),
    OddList(
        "b2b.csv",
        (
            ("Cust. Code", "source_key", lambda c: f"C-{c.number:04}"),
            ("Company", "organization", lambda c: c.company),
            ("PIC", "contact_person name", lambda c: c.name),
            ("Office Phone", "phone", lambda c: c.landline),
            ("PIC Mobile", "phone", lambda c: c.mobile),
            ("Tax ID (NPWP)", "npwp", lambda c: c.npwp),
            ("Bill-to Address", "address", lambda c: c.street),
            ("City", "city", lambda c: c.city.split(" ", 1)[1]),
            ("Post Code", "postcode", lambda c: c.postcode),
            ("Annual Revenue (IDR)", "", _money),
            ("Customer Since", "first_seen", day("%d/%m/%Y", _SINCE)),
            ("Web", "website", lambda c: f"www.{c.last.lower()}.co.id"),
        ),
    ),
)
