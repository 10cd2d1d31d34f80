"""The invented country of the sample lists: names, places, companies and goods."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A town district with what an address and an identity number need to know about it."""

    city: str
    short_city: str
    province: str
    area_code: str
    nik_prefix: str
    district: str
    village: str
    postcode: str


PLACES = (
    Place("Kota Bandung", "Bdg", "Jawa Barat", "022", "327302", "Coblong", "Dago", "40135"),
    Place("Kota Bandung", "Bdg", "Jawa Barat", "022", "327307", "Sukajadi", "Pasteur", "40161"),
    Place("Kota Surabaya", "Sby", "Jawa Timur", "031", "357803", "Rungkut", "Kali Rungkut", "60293"),
    Place("Kota Surabaya", "Sby", "Jawa Timur", "031", "357808", "Gubeng", "Airlangga", "60286"),
    Place("Kota Semarang", "Smg", "Jawa Tengah", "024", "337406", "Pedurungan", "Tlogosari Kulon", "50196"),
    Place("Kota Semarang", "Smg", "Jawa Tengah", "024", "337404", "Gayamsari", "Siwalan", "50162"),
    Place("Kota Yogyakarta", "Jogja", "DI Yogyakarta", "0274", "347103", "Gondokusuman", "Terban", "55223"),
    Place("Kab. Sleman", "Sleman", "DI Yogyakarta", "0274", "340407", "Depok", "Caturtunggal", "55281"),
    Place("Kota Jakarta Selatan", "Jaksel", "DKI Jakarta", "021", "317401", "Tebet", "Tebet Barat", "12810"),
    Place("Kota Jakarta Selatan", "Jaksel", "DKI Jakarta", "021", "317406", "Cilandak", "Cipete Selatan", "12410"),
    Place("Kota Jakarta Timur", "Jaktim", "DKI Jakarta", "021", "317502", "Pulogadung", "Rawamangun", "13220"),
    Place("Kota Bekasi", "Bekasi", "Jawa Barat", "021", "327501", "Bekasi Timur", "Bekasi Jaya", "17112"),
    Place("Kota Medan", "Medan", "Sumatera Utara", "061", "127102", "Medan Sunggal", "Tanjung Rejo", "20122"),
    Place("Kota Makassar", "Mks", "Sulawesi Selatan", "0411", "737109", "Panakkukang", "Pandang", "90231"),
    Place("Kota Denpasar", "Denpasar", "Bali", "0361", "517101", "Denpasar Selatan", "Sanur", "80228"),
    Place("Kota Malang", "Malang", "Jawa Timur", "0341", "357305", "Lowokwaru", "Dinoyo", "65144"),
)

MALE_NAMES = tuple(
    (
        "Adhitya Agung Ardian Bagas Bambang Bayu Danang Darmawan Dimas Eko Fajar Galih Gilang Hendra Heru Ilham Indra "
        "Irwan Kevin Krisna Lukman Maruli Nanda Oscar Panji Prasetyo Rafli Rendra Ridwan Satrio Slamet Surya Taufik "
        "Teguh Togar Umar Wahyudi Wayan Yoga Yohanes Zainal Hotman Made Asep Cecep Ujang Rangga Bonar Benny Ferdinand"
    ).split()
)
FEMALE_NAMES = tuple(
    (
        "Ajeng Anisa Ayu Bunga Citra Desi Dewi Dian Endah Erna Fitri Gita Hana Indah Intan Kartika Laras Lestari Lina "
        "Maya Mega Melati Nadia Neneng Nia Novi Nurul Putri Rahma Ratna Rina Sari Sekar Shinta Sulastri Tika Umi Vina "
        "Wulan Yanti Yuliana Zahra Euis Ketut Komang Luh Marta Ruth Theresia Grace"
    ).split()
)
FAMILY_NAMES = tuple(
    (
        "Adiwinata Baskoro Batubara Budiman Chaniago Dharmawan Effendi Firmansyah Ginting Gunadi Handoko Harahap "
        "Hermanto Hidayat Hutagalung Irawan Kartasasmita Koto Kurnia Kusuma Laksana Lesmana Lubis Mahendra Manurung "
        "Margono Maulana Nainggolan Nasution Nugraha Nugroho Pamungkas Pangestu Panjaitan Permana Prabowo Pramono "
        "Purnomo Rachman Ramadhan Rusdi Saputra Sembiring Setiadi Siahaan Sihombing Simatupang Sitepu Subagyo Sudarma "
        "Sudirja Suryana Sutanto Suteja Tanjung Tanuwijaya Tarigan Utomo Wardana Wibisono Widodo Winata Wiratama "
        "Yudistira Zulkarnain"
    ).split()
)
COMMON_NAMES = (
    ("Sri Wahyuni", "F"), ("Budi Santoso", "M"), ("Nurhayati", "F"), ("Agus Setiawan", "M"), ("Siti Aminah", "F"),
    ("Sutrisno", "M"), ("Dewi Lestari", "F"), ("Andi Wijaya", "M"), ("Rina Marlina", "F"), ("Ahmad Fauzi", "M"),
    ("Eka Putri", "F"), ("Hendra Gunawan", "M"), ("Yuni Astuti", "F"), ("Rudi Hartono", "M"), ("Ani Suryani", "F"),
    ("Joko Susilo", "M"),
)  # fmt: skip
TWIN_NAMES = (
    ("Rizki", "Rizka", "MF"), ("Hasan", "Husein", "MM"), ("Dina", "Dini", "FF"), ("Rama", "Rami", "MM"),
    ("Nanda", "Nandi", "FM"), ("Rani", "Rina", "FF"), ("Yuda", "Yudi", "MM"), ("Tiara", "Tiari", "FF"),
)  # fmt: skip
#: Names that an older relative would spell the way it was done before 1972.
REFORMED_NAMES = (
    "Suharto Wijaya", "Sucipto Cahyono", "Sujono Surya", "Yusuf Sukamto", "Sunaryo Wiryawan", "Joko Supriyanto",
    "Suryadi Wijoyo", "Suyono Cahyadi", "Wahyu Sumarjo", "Sukarjo Jayadi", "Sumiyati Rahayu", "Sujatmiko Yuwono",
    "Suryani Juwita", "Mulyono Sucahyo", "Suroyo Jatmiko", "Yulianti Sujono", "Subroto Cakra", "Junaedi Suyitno",
    "Sutejo Wijanarko", "Cahya Sujati",
)  # fmt: skip
NICKNAMES = {
    "Gunawan": ("Wawan", "M"), "Hasanudin": ("Udin", "M"), "Antonius": ("Anton", "M"), "Saiful": ("Ipul", "M"),
    "Fransiska": ("Siska", "F"), "Nurhasanah": ("Nung", "F"), "Setiawan": ("Iwan", "M"), "Khadijah": ("Dijah", "F"),
    "Rahmawati": ("Wati", "F"), "Wahyuningsih": ("Ning", "F"), "Yohana": ("Hana", "F"), "Kristina": ("Tina", "F"),
    "Sulistyowati": ("Lis", "F"), "Jamaludin": ("Jamal", "M"), "Fransiskus": ("Frans", "M"),
    "Elisabeth": ("Lisa", "F"),
}  # fmt: skip
MUHAMMAD_SPELLINGS = ("Muhammad", "Moh.", "Mochamad", "M.", "Muh.", "Mohammad")

STREETS = (
    "Cemara", "Kenanga", "Anggrek", "Melati", "Flamboyan", "Cempaka", "Merpati", "Rajawali", "Gajah Mada",
    "Diponegoro", "Pattimura", "Imam Bonjol", "Kartini", "Veteran", "Pahlawan", "Mawar", "Teratai", "Bougenville",
    "Garuda", "Sultan Agung", "Teuku Umar", "Ahmad Yani", "Sam Ratulangi", "Hasanuddin", "Kalimantan", "Progo",
    "Cisadane", "Serayu", "Brantas", "Musi",
)  # fmt: skip

COMPANY_FIRST = tuple(
    (
        "Lentera Samudra Cendana Rimba Bahtera Gemilang Cakrawala Kencana Mutiara Surya Tirta Buana Graha Adi Wahana "
        "Puspa Panca Sagara Bintang Pelita"
    ).split()
)
COMPANY_SECOND = tuple(
    (
        "Raya Persada Lestari Makmur Abadi Sentosa Jaya Mandiri Prima Nusantara Utama Pratama Sejahtera Perkasa "
        "Langgeng"
    ).split()
)
COMPANY_FORMS = ("PT", "PT", "PT", "CV", "CV", "UD")
#: Companies that differ by one word or one letter and have nothing to do with each other.
SIMILAR_COMPANIES = (
    ("Sinar Harapan Jaya", "Sinar Jaya Harapan"), ("Karya Baja Utama", "Karya Raja Utama"),
    ("Anugerah Tani Makmur", "Anugerah Tani Makmur Sejati"), ("Bumi Asri Lestari", "Bumi Sari Lestari"),
    ("Multi Boga Rasa", "Mulia Boga Rasa"), ("Dharma Medika", "Darma Mekanika"),
    ("Citra Kimia Indah", "Citra Kimia Abadi"), ("Sumber Rejeki Motor", "Sumber Rejeki Mebel"),
)  # fmt: skip

PRODUCTS = {
    "FA-100": "Filter Air Rumah", "DP-20": "Dispenser Panas Dingin", "KK-5": "Kartrid Karbon",
    "PA-75": "Pompa Air 75 W", "TB-500": "Toren 500 L", "SV-1": "Paket Servis Tahunan", "RO-8": "Mesin RO 8 Tahap",
    "WH-15": "Pemanas Air 15 L",
}  # fmt: skip
EMAIL_PROVIDERS = ("gmail.com", "gmail.com", "gmail.com", "yahoo.co.id", "yahoo.com", "outlook.com")
MOBILE_PREFIXES = ("0812", "0813", "0821", "0822", "0852", "0856", "0857", "0878", "0895", "0838", "0881", "0815")
OCCUPATIONS = ("Karyawan Swasta", "Wiraswasta", "PNS", "Guru", "Pedagang", "Dokter", "Perawat", "Petani")
