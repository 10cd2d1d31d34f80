"""The words departments write over their columns, in Indonesian and English, and the targets they mean.

A word with several meanings lists its targets in order of likelihood; what stands in the column decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from steward.exchange.targets import ColumnRule

_RULE = ColumnRule

#: target -> headers, in any spelling that ``normalize_header`` folds together. A phrase may appear under several targets.
HEADER_WORDS: dict[str, tuple[str, ...]] = {
    "name": (
        *("nama", "name", "nama lengkap", "full name", "fullname", "display name", "atas nama", "a n", "nama ktp"),
        *("nama sesuai ktp", "nama penerima", "nama pemesan", "nama orang", "person name", "recipient", "penerima"),
        *("customer", "pelanggan", "konsumen", "nasabah", "member", "anggota", "contact name", "nama kontak"),
        *("account name", "nama akun", "nama pemilik", "real name"),
    ),
    "given_name": ("nama depan", "first name", "given name", "fname", "forename", "firstname"),
    "family_name": (
        *("nama belakang", "last name", "surname", "family name", "lname", "marga", "lastname", "nama keluarga"),
    ),
    "nickname": ("panggilan", "nama panggilan", "alias", "nickname", "nick name", "nama kecil", "sebutan"),
    "title": ("gelar", "sapaan", "salutation", "title", "panggilan", "prefix", "titel", "honorific"),
    "organization": (
        *("perusahaan", "nama perusahaan", "nama pt", "nama usaha", "nama toko", "nama instansi", "badan usaha", "company"),
        *("company name", "organisation", "organization", "organisasi", "account", "instansi", "tempat kerja", "employer"),
        *("business name", "nama badan", "nama badan usaha", "lembaga", "toko", "nama merchant", "merchant"),
    ),
    "contact_person": (
        *("pic", "cp", "contact person", "contact", "kontak", "narahubung", "up", "attn", "penanggung jawab", "nama pic"),
        *("nama cp", "pic perusahaan", "pic customer", "pic name", "nama penanggung jawab"),
    ),
    "customer_type": (
        *("jenis", "tipe", "type", "kategori", "category", "jenis pelanggan", "tipe pelanggan", "perorangan perusahaan"),
        *("b2b b2c", "customer type", "entity type", "jenis badan", "jenis nasabah", "kategori pelanggan"),
    ),
    "nik": (
        *("nik", "no nik", "no ktp", "ktp", "id card", "no induk kependudukan", "national id", "nik ktp", "no e ktp", "e ktp"),
        *("id card no", "national id no", "identity card", "ktp no", "nik pelanggan", "no nik ktp"),
    ),
    "npwp": ("npwp", "no npwp", "tax id", "npwp16", "npwp 16", "nitku", "tax no", "tin", "no pokok wajib pajak"),
    "family_card": ("no kk", "kk", "kartu keluarga", "no kartu keluarga", "family card", "family card no"),
    "other_id": (
        *("nib", "siup", "tdp", "no sim", "sim", "paspor", "passport", "no paspor", "passport no", "kitas", "kitap"),
        *("no nib", "driving licence", "driver license", "soc sec id", "ssn"),
    ),
    "birth_date": (
        *("tgl lahir", "dob", "birthdate", "birth date", "date of birth", "ultah", "ulang tahun", "tgl lhr", "birthday"),
        *("lahir", "tgl ultah", "tgl kelahiran"),
    ),
    "birth_place": ("tempat lahir", "tmp lahir", "tpt lahir", "pob", "birth place", "birthplace", "place of birth", "kota lahir"),
    _RULE.BIRTH_PLACE_AND_DATE: (
        *("ttl", "tempat tgl lahir", "tempat dan tgl lahir", "tmp tgl lahir", "tempat lahir tgl lahir"),
        *("place and date of birth", "place date of birth", "tempat tgl lhr", "tempat dan tgl lhr"),
    ),
    "gender": (
        *("jenis kelamin", "jk", "j k", "l p", "p l", "kelamin", "sex", "gender", "jns kelamin", "m f", "pria wanita", "lk pr"),
    ),
    "phone": (
        *("hp", "no hp", "handphone", "ponsel", "no ponsel", "seluler", "no seluler", "mobile", "mobile no", "cell", "cellphone"),
        *("no wa", "whatsapp", "wa", "no whatsapp", "hp wa", "telepon seluler", "telepon", "no telepon", "phone", "no kontak"),
        *("telepon rumah", "telepon kantor", "telepon hp", "hp telepon", "kontak", "contact", "telepon lain", "no hp wa"),
        *("no yang bisa dihubungi", "contact no", "msisdn", "no telepon hp", "no hp telepon", "telepon genggam", "telepon lainnya"),
        *("telepon alternatif", "hp alternatif", "hp lain", "telepon wa", "gsm", "no tujuan"),
    ),
    "email": (
        *("email", "e mail", "alamat email", "email address", "surel", "mail", "alamat e mail", "email pribadi", "email kantor"),
        *("email lain", "alamat surel", "e mail address"),
    ),
    "handle": (
        *("twitter", "x", "facebook", "fb", "instagram", "ig", "tiktok", "handle", "akun", "username", "user name", "medsos"),
        *("linkedin", "sosmed", "akun ig", "akun fb", "akun instagram", "akun medsos", "social media", "telegram", "line id"),
        *("akun sosmed", "media sosial", "akun facebook", "akun tiktok", "screen name", "youtube", "threads"),
    ),
    "website": ("website", "web", "situs", "situs web", "url", "homepage", "laman", "alamat web"),
    "address": (
        *("alamat", "alamat rumah", "alamat domisili", "alamat ktp", "alamat kirim", "alamat pengiriman", "alamat tagihan"),
        *("alamat kantor", "alamat usaha", "alamat lengkap", "jalan", "address", "street", "ship address", "street address"),
        *("home address", "full address", "alamat surat", "alamat tinggal", "tempat tinggal", "domisili", "alm", "addr", "jln"),
        *("address line", "mailing address", "billing address", "shipping address", "alamat penerima", "nama jalan"),
    ),
    _RULE.RT: ("rt", "no rt"),
    _RULE.RW: ("rw", "no rw"),
    "rt_rw": ("rt rw",),
    "village": (
        *("kelurahan", "kel", "desa", "kel desa", "kelurahan desa", "desa kelurahan", "village", "desa kel", "nama desa"),
        *("subdistrict", "sub district", "urban village", "suburb"),
    ),
    "district": ("kecamatan", "kec", "district", "sub district", "subdistrict", "nama kecamatan", "distrik"),
    "city": (
        *("kota", "kab", "kabupaten", "kota kab", "kab kota", "kabupaten kota", "kota kabupaten", "city", "regency", "town"),
        *("kota domisili", "location", "lokasi", "kota asal", "nama kota", "city regency", "municipality", "kota tinggal"),
    ),
    "province": ("provinsi", "propinsi", "prov", "province", "state", "nama provinsi", "wilayah provinsi"),
    "postcode": ("kode pos", "kodepos", "zip", "postal code", "postcode", "zip code", "zipcode", "kd pos", "pos", "post code"),
    "country": ("negara", "country", "nation", "negara asal"),
    "consent": (
        *("consent", "marketing consent", "persetujuan", "setuju", "opt in", "bersedia dihubungi", "berlangganan", "subscribe"),
        *("subscribed", "do not call", "stop", "bersedia", "izin", "izin dihubungi", "persetujuan pemasaran", "do not contact"),
    ),
    "consent_email": (
        *("opt in email", "email opt in", "consent email", "email consent", "setuju email", "persetujuan email"),
        *("berlangganan email", "newsletter", "do not email", "izin email"),
    ),
    "consent_sms": ("opt in sms", "sms opt in", "consent sms", "sms consent", "setuju sms", "persetujuan sms", "izin sms"),
    "consent_whatsapp": (
        *("opt in whatsapp", "whatsapp opt in", "consent whatsapp", "whatsapp consent", "opt in wa", "wa opt in", "setuju wa"),
        *("persetujuan wa", "persetujuan whatsapp", "consent wa", "izin wa", "setuju whatsapp"),
    ),
    "consent_phone": (
        *("opt in phone", "phone opt in", "consent phone", "phone consent", "opt in call", "consent call", "setuju telepon"),
        *("persetujuan telepon", "bersedia ditelepon", "izin telepon", "opt in telepon"),
    ),
    "channel": (
        *("preferensi kontak", "channel", "preferred channel", "media", "saluran", "kanal", "contact preference"),
        *("preferred contact", "media kontak", "preferensi"),
    ),
    "products": (
        *("produk", "barang", "paket", "layanan", "produk yg dimiliki", "produk yang dimiliki", "product", "products", "items"),
        *("sku", "interest", "interests", "minat", "item", "nama produk", "jenis produk", "jasa", "paket layanan", "services"),
        *("product name", "nama barang", "kepemilikan produk", "produk dimiliki"),
    ),
    "account_number": (
        *("no rekening", "rekening", "account no", "account number", "no polis", "polis", "no kontrak", "kontrak", "account"),
        *("no akun", "policy no", "contract no", "norek", "no rek", "virtual account"),
    ),
    "purchases": (
        *("orders", "jumlah transaksi", "jml transaksi", "jumlah order", "jml order", "frekuensi", "frequency", "order count"),
        *("jumlah pembelian", "jml pembelian", "purchases", "total orders", "jumlah pesanan", "frekuensi belanja", "no of orders"),
    ),
    "revenue": (
        *("omzet", "omset", "nilai transaksi", "total belanja", "pembelian", "penjualan", "revenue", "total spent", "amount"),
        *("total transaksi", "sales amount", "total pembelian", "total penjualan", "pendapatan", "spend", "total spend", "ltv"),
        *("nilai pembelian", "total sales", "total nilai"),
    ),
    "cost": (
        *("biaya", "ongkos", "hpp", "cost", "biaya layanan", "biaya penjualan", "campaign cost", "service cost", "biaya kampanye"),
        *("cost to serve", "biaya pemasaran", "marketing cost"),
    ),
    "currency": ("mata uang", "currency", "valuta", "kurs", "ccy"),
    "last_activity": (
        *("tgl transaksi terakhir", "transaksi terakhir", "terakhir beli", "kunjungan terakhir", "kontak terakhir"),
        *("last order", "last purchase", "last activity", "last engaged", "tgl update", "last interaction", "last order at"),
        *("tgl call terakhir", "last contact", "pembelian terakhir", "belanja terakhir", "last seen", "last login"),
        *("last transaction", "tgl terakhir", "aktivitas terakhir", "last visit", "last updated", "order terakhir"),
        *("last purchase date", "last order date", "last activity date", "last contact date", "last transaction date"),
        *("terakhir transaksi", "terakhir dihubungi", "terakhir kontak", "terakhir aktif", "call terakhir"),
    ),
    "first_seen": (
        *("tgl daftar", "tgl registrasi", "tgl gabung", "tgl bergabung", "first seen", "created at", "register date", "join date"),
        *("tgl masuk", "signup date", "registered at", "pelanggan sejak", "customer since", "member since", "tgl input"),
        *("registration date", "created date", "tgl pendaftaran", "bergabung sejak", "sejak", "first order", "tgl buka"),
    ),
    "segment": ("segmen", "segment", "segmentasi", "kategori", "kelas pelanggan", "tier", "level member", "kelas", "grade"),
    "marital_status": (
        *("status", "status kawin", "status perkawinan", "status nikah", "status pernikahan", "marital status", "perkawinan"),
    ),
    "religion": ("agama", "religion"),
    "occupation": ("pekerjaan", "profesi", "jabatan", "occupation", "job", "job title", "profession", "position"),
    "notes": (
        *("ket", "keterangan", "catatan", "notes", "note", "remark", "remarks", "bio", "komentar", "comment", "comments", "memo"),
        *("deskripsi", "description", "info"),
    ),
    _RULE.ID_TYPE: (
        *("jenis identitas", "jenis id", "tipe id", "tipe identitas", "id type", "identity type", "type of id", "jns id"),
        *("jenis kartu identitas", "kartu identitas", "jns identitas", "document type"),
    ),
    _RULE.ID_NUMBER: ("no identitas", "identitas", "no id", "id number", "identity no", "no kartu identitas", "document no"),
    # Known, and on purpose no attribute of the customer.
    _RULE.UNMAPPED: (
        *("sales", "salesman", "salesperson", "ao", "marketing", "cs", "pic internal", "cabang", "area", "wilayah", "branch"),
        *("nama ibu", "nama ibu kandung", "ibu kandung", "mother name", "mother maiden name", "nama bank", "bank", "nama sales"),
        *("nama cabang", "nama petugas", "petugas", "operator", "agen", "nama agen", "nama suami", "nama istri", "nama ayah"),
        *("nama anak", "nama pasangan", "fax", "no fax", "faksimili", "penghasilan", "gaji", "income", "platform", "followers"),
        *("sentiment", "sentimen", "warga negara", "kewarganegaraan", "nationality", "umur", "usia", "age", "jml keluhan"),
        *("jumlah keluhan", "jml call", "kampanye", "campaign", "nama file", "user agent", "ip address", "password"),
        *("kontak darurat", "emergency contact", "hubungan", "nama saudara", "status pelanggan", "mac address", "source"),
        *("email sales", "telepon sales", "hp sales", "hp petugas", "nama ahli waris", "nama referensi"),
    ),
}

#: Headers that often stand over the source key, the surest first.
KEY_WORDS: tuple[str, ...] = (
    *("kode pelanggan", "id pelanggan", "no pelanggan", "kode customer", "customer id", "customer code", "customer no"),
    *("kode konsumen", "id konsumen", "kode nasabah", "id nasabah", "no nasabah", "cif", "no cif", "kode member", "member id"),
    *("id member", "no member", "no anggota", "user id", "id user", "lead id", "profile id", "contact id", "account id"),
    *("client id", "record id", "rec id", "row id", "subscriber id", "kode plg", "id plg", "no plg", "no reg", "no registrasi"),
    *("partner id", "guest id", "patient id", "person id", "id anggota", "id customer", "no customer", "source key", "uuid"),
    *("unique id", "id", "kode", "code", "key"),
)
#: Headers of a running number, a key only where there is nothing better.
RUNNING_WORDS: tuple[str, ...] = ("no", "no urut", "urut", "nr", "row", "index", "baris")

#: Words that stand for others; applied to headers and to the words above alike.
_CANONICAL: dict[str, str] = {
    **dict.fromkeys(("nomor", "nomer", "nmr", "number", "num", "nbr"), "no"),
    **dict.fromkeys(("telp", "tlp", "tel", "telpon", "telephone", "tlpn", "phone", "telefon", "telf", "telephon"), "telepon"),
    **dict.fromkeys(("handphone", "handpone", "hape", "hpe"), "hp"),
    **dict.fromkeys(("tanggal", "tgl", "tg"), "tgl"),
    **dict.fromkeys(("lhr", "lahr"), "lahir"),
    **dict.fromkeys(("nm", "nma"), "nama"),
    **dict.fromkeys(("plg", "plgn", "plggn", "pelangan"), "pelanggan"),
    **dict.fromkeys(("cust", "cst"), "customer"),
    **dict.fromkeys(("almt", "alamt"), "alamat"),
    **dict.fromkeys(("kd", "kode"), "kode"),
    **dict.fromkeys(("jumlah", "jml", "jlh"), "jml"),
    **dict.fromkeys(("jenis", "jns"), "jenis"),
    **dict.fromkeys(("tempat", "tmp", "tmpt", "tpt"), "tempat"),
    **dict.fromkeys(("perush", "perusahan"), "perusahaan"),
    **dict.fromkeys(("kabupaten", "kab"), "kab"),
    **dict.fromkeys(("emails", "imel"), "email"),
    "optin": "opt in",
    "identity": "id",
}
#: Words that say whose value it is and change nothing else.
_OWNERS = frozenset(
    "pelanggan customer konsumen nasabah member pembeli klien client anggota cust user lead profile pengguna ship shipping "
    "billing primary utama pribadi customers your mitra subscriber tamu guest pasien patient".split()
)
#: Words that may stand beside a short header word without changing its meaning.
_QUALIFIERS = frozenset("lengkap ktp sesuai baru aktif saat ini asli terbaru wajib the of di dan yg yang resmi home work".split())
#: Too short or too general to be looked for inside a longer header.
_ONLY_WHOLE = frozenset(
    "nama name no id kode status title account kontak contact x up cp line jenis tipe type pos stop media kantor toko web "
    "code key kelas sejak info address customer pelanggan konsumen nasabah member anggota state barang item items".split()
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_NOT_WORD = re.compile(r"[^0-9a-z]+")
_TRAILING_NUMBER = re.compile(r"(?<=[a-z])\d+$")


@dataclass(frozen=True, slots=True)
class HeaderMeaning:
    """What a header says: possible targets in order, the words that told it, and how sure they are (0..1)."""

    targets: tuple[str, ...]
    words: str
    confidence: float


def normalize_header(header: str) -> str:
    """A header's words in lower case with common abbreviations spelled one way: "No. Handphone" is "no hp"."""
    words = _NOT_WORD.sub(" ", _CAMEL.sub(" ", header).casefold()).split()
    return " ".join(_CANONICAL.get(word, word) for word in words)


@cache
def read_header(header: str) -> HeaderMeaning | None:
    """What a header means by its words alone, None when they say nothing."""
    meanings = _meanings()
    whole = normalize_header(header)
    plain = normalize_header(_BRACKETS.sub(" ", header)) or whole
    for phrase, confidence in ((whole, 0.98), (plain, 0.96), (_without_number(plain), 0.94), (_essence(plain), 0.9)):
        if phrase in meanings:
            return HeaderMeaning(meanings[phrase], phrase, confidence)
    return _find_inside(_essence(plain) or plain)


def key_rank(header: str) -> int | None:
    """How likely a header names the source key: 0 is the surest, None means it does not."""
    phrase = normalize_header(header)
    ranks = _key_ranks()
    if phrase in ranks:
        return ranks[phrase]
    words = phrase.split()
    if len(words) in (2, 3) and ("id" in (words[0], words[-1]) or words[0] == "kode" or words[-1] in ("code", "key")):
        return len(ranks) if read_header(header) is None else None
    return None


def is_running_header(header: str) -> bool:
    """Whether a header usually stands over a running number."""
    return header.strip() == "#" or normalize_header(header) in RUNNING_WORDS


def is_known_header(text: str) -> bool:
    """Whether a cell reads like a header of a customer list."""
    if not text.strip() or len(text) > 60:
        return False
    return is_running_header(text) or key_rank(text) is not None or read_header(text) is not None


@cache
def _meanings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for target, phrases in HEADER_WORDS.items():
        for phrase in dict.fromkeys(map(normalize_header, phrases)):
            found.setdefault(phrase, []).append(str(target))
    return {phrase: tuple(targets) for phrase, targets in found.items()}


@cache
def _key_ranks() -> dict[str, int]:
    return {normalize_header(phrase): rank for rank, phrase in reversed(list(enumerate(KEY_WORDS)))}


def _without_number(phrase: str) -> str:
    words = [_TRAILING_NUMBER.sub("", word) for word in phrase.split()]
    if len(words) > 1 and words[-1].isdigit():
        words.pop()
    return " ".join(_CANONICAL.get(word, word) for word in words)


def _essence(phrase: str) -> str:
    words = _without_number(phrase).split()
    return " ".join(word for word in words if word not in _OWNERS and word not in _QUALIFIERS)


def _find_inside(phrase: str) -> HeaderMeaning | None:
    """The longest known phrase among the words of a longer header."""
    meanings = _meanings()
    words = phrase.split()
    for length in range(len(words) - 1, 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length])
            if part in meanings and part not in _ONLY_WHOLE:
                return HeaderMeaning(meanings[part], part, 0.6 + 0.1 * (length > 1))
    return None
