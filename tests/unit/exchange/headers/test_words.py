"""What the words over a column mean."""

from __future__ import annotations

import json

import pytest

from steward.domain.attributes import ATTRIBUTES
from steward.exchange.headers import kinds
from steward.exchange.headers.keys import is_known_header, is_running_header, key_rank
from steward.exchange.headers.spelling import normalize_header
from steward.exchange.headers.words import read_header
from steward.exchange.targets import is_target
from steward.resources import read_text

MEANINGS = [
    ("Nama Penerima Paket", "name"),
    ("Nama Anggota Koperasi", "name"),
    ("Nama Siswa Panggilan", "nickname"),
    ("Customer's Name", "name"),
    ("What is your name?", "name"),
    ("Company Address", "address"),
    ("Email Tagihan", "email"),
    ("OK to email", "consent_email"),
    ("Kec. Tempat Tinggal", "district"),
    ("Kab/Kota Lahir", "birth_place"),
    ("Kota, Tgl Lahir", "birth_place_and_date"),
    ("Jumlah Kunjungan", "purchases"),
    ("Number of stays", "purchases"),
    ("Anzahl Bestellungen", "purchases"),
    ("Don't call", "refusal_phone"),
    ("Son Alışveriş Tarihi", "last_activity"),
    ("Kod pocztowy", "postcode"),
    ("Kod poczt.", "postcode"),
    ("USt-IdNr.", "npwp"),
    ("N° TVA intracom.", "npwp"),
    ("ABN", "npwp"),
    ("KRA PIN", "npwp"),
    ("N° SIRET", "other_id"),
    ("Cod. Fiscale", "other_id"),
    ("KvK-nr", "other_id"),
    ("T.C. Kimlik No", "other_id"),
    ("Tfno. fijo", "phone"),
    ("Fone Res.", "phone"),
    ("Namba ya simu", "phone"),
    ("Vl. Compras 12M", "revenue"),
    ("Fatturato annuo", "revenue"),
    ("Ost. faktura", "last_activity"),
    ("Ult. factura", "last_activity"),
    ("Osoba kontakt.", "contact_person"),
    ("Voorkeur contact", "channel"),
    ("Zgoda marketing", "consent"),
    ("KVKK onayı", "consent"),
    ("最近消费日期", "last_activity"),
    ("휴대폰번호", "phone"),
    ("รหัสไปรษณีย์", "postcode"),
    ("Tempat tinggal (kecamatan)", "district"),
    ("Alamat (jalan, RT/RW, kelurahan)", "address"),
    ("TMPLHR", "birth_place"),
    ("RTRWXYZ", "rt_rw"),
    ("LAST_NM", "family_name"),
    ("sLName", "family_name"),
    ("bNoEmail", "refusal_email"),
    ("DND_SMS", "refusal_sms"),
    ("Helper_Name__c", ""),
    ("Agency_Fee__c", "revenue"),
    ("Inst. pd till dt (Rs.)", "revenue"),
    ("Blk/Lot/St.", "address"),
    ("C/S", "marital_status"),
    ("Wie haben Sie von uns erfahren?", "channel"),
    ("Caruman (RM)", "revenue"),
    ("Uang (Rp)", "revenue"),
    ("VALOR (R$)", "revenue"),
    ("年間購入額", "revenue"),
    ("Quận/Tỉnh", "district"),
    ("State/Territory", "province"),
    ("Số điện thoại", "phone"),
    ("Địa chỉ", "address"),
    ("Straße und Hausnummer", "address"),
    ("生年月日", "birth_date"),
    ("郵便番号", "postcode"),
    ("Observações", "notes"),
    ("Código Postal", "postcode"),
    ("Tarikh Daftar", "first_seen"),
    ("Address 1 - Region", "province"),
    ("Izin - WhatsApp", "consent_whatsapp"),
    ("VIP Lvl", "segment"),
    ("Do Not Mail", "refusal"),
    ("Jangan kirim WA promo", "refusal_whatsapp"),
    ("Lifetime Giving", "revenue"),
    ("Levy p.q. $", "revenue"),
    ("Arrears $", ""),
    ("fee_cod(%)", ""),
    ("Pet DOB", ""),
    ("Name on card", "name"),
    ("LName", "family_name"),
    ("ENROLL_DATE", "first_seen"),
    ("TGLPASANG", "first_seen"),
    ("namapelanggan", "name"),
    ("nohp", "phone"),
    ("Ph (Mob)", "phone"),
    ("P/Code", "postcode"),
    ("Prénom", "given_name"),
    ("Geboortedatum", "birth_date"),
    ("State/Display Name", "province"),
    ("Marketing OK?", "consent"),
    ("Waktu Pesanan Dibuat", "last_activity"),
    ("Premi/bln", "revenue"),
    ("Stat. Kwn", "marital_status"),
    ("Stat Nikah", "marital_status"),
    ("TOTBELI", "purchases"),
    ("NMKDG", "organization"),
    ("PAKAN", "products"),
    ("U/p", "contact_person"),
    ("Cmts", "notes"),
    ("EM Opt", "consent_email"),
    ("Text Opt", "consent_sms"),
    ("DNC", "refusal_phone"),
    ("Occ from", "first_seen"),
    ("Present Org.", "organization"),
    ("P4. Kota asal", "city"),
    ("Q2 Email address", "email"),
    ("q12_phone", "phone"),
    ("Add1", "address"),
    ("Moved out", ""),
    ("Nama", "name"),
    ("Nm. Plg", "name"),
    ("Nama Konsumen", "name"),
    ("CustomerName", "name"),
    ("Nama Sesuai KTP", "name"),
    ("A/N", "name"),
    ("Nama Depan", "given_name"),
    ("Surname", "family_name"),
    ("Nama PT", "organization"),
    ("Nama Perusahaan", "organization"),
    ("Attn.", "contact_person"),
    ("No. KTP", "nik"),
    ("NOMOR INDUK KEPENDUDUKAN", "nik"),
    ("Nomor KTP Pelanggan", "nik"),
    ("No KK", "family_card"),
    ("NPWP16", "npwp"),
    ("No. Identitas (KTP/SIM/Paspor)", "id_number"),
    ("Jenis Identitas", "id_type"),
    ("No HP", "phone"),
    ("Hp1", "phone"),
    ("No. Handphone", "phone"),
    ("No WA", "phone"),
    ("WhatsApp", "phone"),
    ("Telp Kantor", "phone"),
    ("Nomor Yang Bisa Dihubungi", "phone"),
    ("E-mail", "email"),
    ("Alamat Email", "email"),
    ("Surel", "email"),
    ("Alamat Rumah", "address"),
    ("Alamat Pengiriman", "address"),
    ("ship_address", "address"),
    ("RT/RW", "rt_rw"),
    ("RT", "rt"),
    ("Kel/Desa", "village"),
    ("Kec.", "district"),
    ("Kab/Kota", "city"),
    ("Kota / Kabupaten", "city"),
    ("Propinsi", "province"),
    ("KodePos", "postcode"),
    ("Zip Code", "postcode"),
    ("Tgl. Lhr", "birth_date"),
    ("DOB", "birth_date"),
    ("Tmp Lahir", "birth_place"),
    ("TTL", "birth_place_and_date"),
    ("Tempat, Tanggal Lahir", "birth_place_and_date"),
    ("JK", "gender"),
    ("J.K.", "gender"),
    ("L/P", "gender"),
    ("JENIS KELAMIN (1=L,2=P)", "gender"),
    ("Status Perkawinan", "marital_status"),
    ("Agama", "religion"),
    ("Pekerjaan", "occupation"),
    ("Produk yg Dimiliki", "products"),
    ("Omzet (Rp)", "revenue"),
    ("Total Spent", "revenue"),
    ("Biaya Layanan", "cost"),
    ("Tgl Transaksi Terakhir", "last_activity"),
    ("last_order_at", "last_activity"),
    ("Tgl Daftar", "first_seen"),
    ("Preferensi Kontak", "channel"),
    ("SEGCD", "segment"),
    ("Nama Penanggung Jwb", "contact_person"),
    ("PKT_NM", "products"),
    ("CUSTOMER_CLASS_CODE", "segment"),
    ("Neg.", "country"),
    ("Card Address State", "province"),
    ("physical_address_1", "address"),
    ("Ort privat", "city"),
    ("SMS İzni", "consent_sms"),
    ("PDPA - Email", "consent_email"),
    ("E-mail niet toestaan", "refusal_email"),
    ("Commentaires", "notes"),
    ("Tgl Resepsi", ""),
    ("Had Kredit (RM)", ""),
    ("Jualan 2025 (RM)", "revenue"),
    ("Obrót netto (PLN)", "revenue"),
    ("Opt-in WhatsApp", "consent_whatsapp"),
    ("marketing_consent", "consent"),
    ("Instagram", "handle"),
    ("Ket.", "notes"),
    ("No. Rekening", "account_number"),
    ("Nama Ibu Kandung", ""),
    ("Fax", ""),
    ("Nama / Name", "name"),
    ("No. KTP / ID No.", "nik"),
    ("Tgl. Lahir\n(Date of Birth)", "birth_date"),
    ("WA Number", "phone"),
    ("Nama Pemegang Polis", "name"),
    ("Jns Klmn", "gender"),
    ("Do Not Call", "refusal_phone"),
    ("Email Opt Out", "refusal_email"),
    ("Annual Revenue", ""),
]


@pytest.mark.parametrize(("header", "target"), MEANINGS)
def test_headers_mean_what_departments_mean(header: str, target: str) -> None:
    meaning = read_header(header)
    assert meaning is not None
    assert meaning.targets[0] == target


@pytest.mark.parametrize("header", ["Kolom1", "foo", "xyz 12", "Kucing", "", "DATA JAMAAH BIN/BINTI"])
def test_unknown_headers_mean_nothing(header: str) -> None:
    assert read_header(header) is None


def test_an_exact_header_is_surer_than_one_found_inside_a_longer_one() -> None:
    exact, inside = read_header("Email"), read_header("Email yang terdaftar di toko")
    assert exact is not None
    assert inside is not None
    assert exact.confidence > 0.9 > inside.confidence


@pytest.mark.parametrize(
    "header", ["Kode Pelanggan", "ID_PLG", "Cust ID", "member_id", "Lead ID", "rec_id", "ID", "Kode"]
)
def test_key_headers_are_known(header: str) -> None:
    assert key_rank(header) is not None


@pytest.mark.parametrize("header", ["No. KTP", "ID Card", "Kode Pos", "Nama", "No. Rekening", "NIK", "ID Nr"])
def test_other_numbers_are_no_keys(header: str) -> None:
    assert key_rank(header) is None


@pytest.mark.parametrize(
    "header", ["Mitgl.-Nr.", "Mitglieds-Nr.", "Mitgl.Nr.", "MgNr", "Mitglied Nr.", "Kd.-Nr.", "Pat.-Nr.", "Lid-nr."]
)
def test_numbers_of_customers_are_known_however_german_and_dutch_cut_them_down(header: str) -> None:
    assert key_rank(header) is not None


@pytest.mark.parametrize("header", ["Haus-Nr.", "Tel.-Nr.", "Kto.-Nr.", "Steuer-Nr.", "Art.-Nr.", "Lf. Nr.", "Re.-Nr."])
def test_numbers_of_other_things_are_no_keys_in_german(header: str) -> None:
    assert key_rank(header) is None


def test_a_customer_code_is_a_surer_key_than_a_bare_id() -> None:
    assert (key_rank("Kode Pelanggan") or 0) < (key_rank("ID") or 0)


def test_running_numbers_are_known_by_their_headers() -> None:
    assert all(map(is_running_header, ("No", "No.", "NO", "Nomor", "#", "No Urut", "Sl.")))
    assert not is_running_header("No HP")


def test_a_long_text_is_no_header() -> None:
    assert not is_known_header("Nama " * 20)


@pytest.mark.parametrize("header", ["Office Mail", "Home-mail", "Alternate mail", "OFFICE MAIL", "customerE-mail"])
def test_a_word_that_ends_in_e_is_no_part_of_the_mail_behind_it(header: str) -> None:
    # Written as one they were taken apart again, and so on for ever.
    meaning = read_header(header)
    assert meaning is not None
    assert meaning.targets[0] == "email"


def test_spelling_case_and_punctuation_do_not_matter() -> None:
    assert normalize_header("  No. Handphone ") == normalize_header("nomor_hp") == "no hp"
    assert normalize_header("मो॰ नं॰") == normalize_header("मो. नं.")


def test_words_that_headers_are_made_of_are_spelled_as_headers_are() -> None:
    # Another spelling is found in no header. Those of what is liked most are of any language, and spelled when read.
    words = json.loads(read_text("reference/headers.json"))
    flat = words["parts"] | words["grammar"]
    for kind in ("channels", "events"):
        flat[kind] = [word for said in flat[kind].values() for word in said]
    del flat["favorites"]
    assert [(kind, word) for kind, said in flat.items() for word in said if normalize_header(word) != word] == []


def test_several_words_that_say_one_thing_are_found_in_a_header_as_single_ones_are() -> None:
    assert kinds.says_stay("Номер комнаты гостя")
    assert not kinds.says_stay("Номер гостя")
    assert kinds.says_any_count("Berapa kali pinjam")
    assert kinds.says_last("Lần cuối mua")


def test_every_target_of_the_words_exists_and_every_attribute_has_words() -> None:
    meanings = json.loads(read_text("reference/headers.json"))["meanings"]
    assert all(map(is_target, meanings))
    assert set(ATTRIBUTES) <= set(meanings)


@pytest.mark.parametrize(("header", "target"), [("Nama Sesuai Paspor", "name"), ("Tgl Status", "last_activity")])
def test_a_word_that_says_little_is_vague(header: str, target: str) -> None:
    meaning = read_header(header)
    assert meaning is not None
    assert (meaning.targets[0], meaning.is_vague) == (target, True)


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("Omzet Ongkir", "revenue"),
        ("Total Ongkir", ""),
        ("Omzet Diskon", ""),
        ("Tgl Kirim Terakhir", "last_activity"),
        ("Tgl Kirim Tagihan", ""),
        ("Tgl Jatuh Tempo Pembayaran Terakhir", ""),
        ("Jml Kiriman", "purchases"),
        ("Total Pengiriman", "purchases"),
        ("Total Berat Kiriman", ""),
    ],
)
def test_what_a_carrier_does_is_told_by_the_words_beside_it(header: str, target: str) -> None:
    meaning = read_header(header)
    assert meaning is not None
    assert meaning.targets[0] == target


@pytest.mark.parametrize("header", ["HP Penjamin", "Alamat Avalis", "Telp Kerabat", "Guarantor Phone", "Telp Darurat"])
def test_what_belongs_to_others_is_not_the_customers(header: str) -> None:
    meaning = read_header(header)
    assert meaning is not None
    assert meaning.targets[0] == ""


@pytest.mark.parametrize("header", ["Tgl Jatuh Tempo", "Tgl Lahir Anak", "Exp. Date", "Tgl Follow Up"])
def test_days_that_are_not_of_the_customers_past_are_no_attribute(header: str) -> None:
    meaning = read_header(header)
    assert meaning is not None
    assert meaning.targets[0] == ""


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("N.P.W.P", "npwp"),
        ("Kcmtn", "district"),
        ("NMKEL", "village"),
        ("TGLMSK", "first_seen"),
        ("Default Address Address1", "address"),
        ("Bezoekadres: Postcode", "postcode"),
        ("Alamat Badan Usaha", "address"),
        ("RPTAG", "revenue"),
    ],
)
def test_shortened_grouped_and_repeated_words_are_understood(header: str, target: str) -> None:
    meaning = read_header(header)

    assert meaning is not None
    assert meaning.targets[0] == target


def test_one_letter_and_a_number_say_nothing() -> None:
    assert read_header("X1") is None
    assert read_header("X_7") is None


def test_a_name_in_a_header_is_no_event() -> None:
    meaning = read_header("Phonetic First Name")

    assert meaning is None or "first_seen" not in meaning.targets


@pytest.mark.parametrize("header", ["CIFNO", "gastnr", "会員番号"])
def test_codes_whose_header_is_written_in_one_word_are_keys(header: str) -> None:
    assert key_rank(header) is not None


@pytest.mark.parametrize(
    ("header", "target"),
    [
        # Ends that were cut off with a dot, in any language.
        ("Nome Compl.", "name"),
        ("Sit. fam.", "marital_status"),
        ("Wart. zakupów", "revenue"),
        # The answers that a header lists are no part of it.
        ("mailing ja/nee", "consent_email"),
        ("Promo Ya/Tidak", "consent"),
        # The end beside what customers do is their last time; a document may say a birthday.
        ("BLN_AKHIR_BYR", "last_activity"),
        ("tgl_resi_akhir", "last_activity"),
        ("Tgl Lhr STNK", "birth_date"),
        ("House/St.", "address"),
        ("jgn dihub lagi", "refusal"),
        ("Emirates ID", "other_id"),
    ],
)
def test_headers_cut_short_or_with_more_in_them_than_their_name(header: str, target: str) -> None:
    meaning = read_header(header)

    assert meaning is not None
    assert meaning.targets[0] == target


@pytest.mark.parametrize("header", ["Tgl Akhir", "Tgl Lahir Anak", "Tgl STNK", "Device S/N", "Cód."])
def test_other_ends_days_and_codes_are_no_attributes(header: str) -> None:
    meaning = read_header(header)

    assert meaning is None or meaning.targets[0] in ("", "last_activity")
    assert header == "Tgl STNK" or meaning is None or meaning.targets[0] == ""


@pytest.mark.parametrize("cell", ["n/a", "N/A", "nil"])
def test_what_stands_for_an_empty_cell_is_no_header(cell: str) -> None:
    assert not is_known_header(cell)


@pytest.mark.parametrize(
    ("header", "target"), [("Nama Agama", "religion"), ("nm_dusun", "address"), ("St Cd", "province")]
)
def test_the_name_or_the_code_of_a_place_or_a_faith_is_that_place_or_faith(header: str, target: str) -> None:
    meaning = read_header(header)
    assert meaning is not None
    assert meaning.targets[0] == target
