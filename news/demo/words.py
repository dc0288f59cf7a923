"""Word lists behind the slots: common first names and everyday things, no real person or village."""

from news.demo.language import listed


def _by_comma(text: str) -> tuple[str, ...]:
    return tuple(text.split(","))


WOMEN = listed(
    "Rahma Hasna Nurhayati Salma Fitri Mirna Hamsiah Kasmawati Suriani Marwah Nadia Sitti Halimah "
    "Rosmini Asriani Wahida Nurul Maya Kartini Hartati Jumriah Mariani Rina Tenri Wulan Yanti Zainab "
    "Hajrah Santi Dewi Erna Hikma"
)
MEN = listed(
    "Basri Ilham Anwar Darwis Ruslan Jamal Irwan Arman Firman Yusran Taufik Mulyadi Hendra Saharuddin "
    "Rusdi Amal Fadli Ikbal Lukman Naufal Sahrul Umar Ridwan Akbar Bahtiar Gafur Haris Sudirman"
)
PLANTS = listed(
    "Cendana Kenanga Melati Flamboyan Kayumanis Beringin Kelapa Mekar Teratai Bambu Kapas Cempaka "
    "Kemuning Pandan Seroja Aren Lontar Sagu Dahlia Kamboja Ketapang Kayuputih Rotan Enau"
)
MOSQUE_NAMES = _by_comma(
    "Nurul Iman,Al-Ikhlas,Baiturrahman,Nurul Huda,At-Taqwa,Babul Khaer,Al-Muhajirin,Darussalam,"
    "Al-Amin,Nurul Jihad,Baiturrahim,Ar-Rahmah,Al-Furqan,Jami At-Taubah,Nurul Hikmah,Al-Mubarak,"
    "Babussalam,Nurul Ittihad,Al-Istiqamah,Raudhatul Jannah"
)
SCHOOL_NAMES = _by_comma(
    "Nurul Falah,Al-Hikmah,Darul Ulum,Miftahul Ilmi,Nurul Yaqin,Al-Irsyad,Babul Ilmi,Tunas Harapan,"
    "Raudhatul Ilmi,Al-Khairat,Hidayatul Ilmi,Bina Insan,Darul Amanah,Nurul Ilmi,Cahaya Ilmu,"
    "Riyadhul Jannah,Al-Muttaqin,Ulul Albab"
)
PESANTREN_NAMES = _by_comma(
    "Darul Falah,Nurul Amanah,Al-Barokah,Miftahul Khaer,Darul Hikmah,Riyadhus Salihin,Al-Manar,"
    "Tarbiyatul Ummah,Nurul Kautsar,Raudhatul Quran,Ibnu Sabil,Bahrul Ilmi,Darul Abrar,Al-Falihin"
)

LISTS: dict[str, tuple[str, ...]] = {
    "nama": WOMEN + MEN,
    "ibu": WOMEN,
    "bapak": MEN,
    "kristen": listed("Yohana Markus Debora Paulus Marta Yulius Rut Elis Natan Ester Lidia Timotius"),
    "dusun": tuple(f"{kind} {name}" for kind in ("Dusun", "Lingkungan") for name in PLANTS),
    "masjid": tuple(f"Masjid {name}" for name in MOSQUE_NAMES),
    "majelis": tuple(f"Majelis Taklim {name}" for name in MOSQUE_NAMES),
    "tpq": tuple(f"TPQ {name}" for name in MOSQUE_NAMES + SCHOOL_NAMES),
    "mad": tuple(f"{level} {name}" for level in ("MI", "MTs", "MA") for name in SCHOOL_NAMES),
    "pesantren": tuple(f"Pesantren {name}" for name in PESANTREN_NAMES),
    "usaha": (
        "keripik pisang",
        "abon ikan",
        "kopi bubuk",
        "gula aren",
        "sambal kemasan",
        "kue kering",
        "bandeng tanpa duri",
        "keripik singkong",
        "minuman jahe",
        "dodol",
        "kacang sangrai",
        "bakso ikan",
        "madu hutan",
        "teh daun kelor",
        "rengginang",
        "kerupuk udang",
        "roti rumahan",
        "bumbu dapur",
        "selai nanas",
        "kue bolu",
        "tape singkong",
        "cokelat batang",
    ),
    "pohon": (
        "mahoni",
        "trembesi",
        "sukun",
        "ketapang",
        "mangga",
        "nangka",
        "jati putih",
        "durian",
        "rambutan",
        "matoa",
        "alpukat",
        "bambu",
        "langsat",
        "kelengkeng",
        "jambu air",
    ),
    "sayur": ("kangkung", "pakcoy", "selada", "bayam", "sawi", "cabai rawit", "terung", "tomat"),
    "pekerjaan": (
        "petani",
        "pedagang sayur",
        "pembuat batu bata",
        "tukang ojek",
        "penjahit",
        "buruh bangunan",
        "pengrajin anyaman",
        "guru mengaji",
        "pemilik warung",
        "sopir angkutan",
        "peternak itik",
    ),
    "bacaan": (
        "cerita rakyat",
        "kisah para nabi",
        "sains bergambar",
        "komik sejarah",
        "dongeng hewan",
        "kumpulan puisi",
        "biografi penemu",
        "cerita petualangan",
        "prakarya sederhana",
    ),
    "alat": (
        "penjernih air dari arang tempurung",
        "pengering ikan bertenaga surya",
        "alat penetas telur hemat listrik",
        "pengusir hama padi tanpa racun",
        "tungku hemat kayu bakar",
        "penyiram kebun otomatis",
        "filter asap dapur",
        "tongkat pintar bagi tunanetra",
        "pakan ikan dari kulit pisang",
        "kertas dari batang padi",
        "penanda banjir berbunyi",
        "plastik kemasan dari rumput laut",
    ),
    "topik": (
        "cara membagi waris tanpa bertengkar",
        "cara mengelola uang belanja",
        "anak dan media sosial",
        "perawatan orang tua yang sakit",
        "utang piutang antartetangga",
        "adab bertetangga",
        "pendampingan anak belajar mengaji",
        "cara menjaga sumber air",
        "kebiasaan memakai ponsel",
        "silaturahmi yang renggang",
        "persiapan pernikahan yang sederhana",
        "hak anak dalam keluarga",
    ),
    "tema": (
        "guru pertamaku",
        "mata air di kampung",
        "tetangga yang berbeda",
        "surat untuk kakek",
        "perjalanan ke sekolah",
        "pasar pada pagi hari",
        "ibu yang bekerja",
        "pohon di halaman",
        "sahabat beda agama",
        "malam tanpa listrik",
        "buku yang hilang",
        "janji kepada adik",
    ),
    "alasan": (
        "jarak rumah yang jauh",
        "jadwal kerja yang tidak bisa ditinggal",
        "ongkos perjalanan",
        "berkas yang belum lengkap",
        "belum tahu harus bertanya ke mana",
    ),
}

INLAND = ("Toraja", "Enrekang", "Soppeng", "Sidenreng", "Gowa")

WRITERS = listed(
    "Wn Nas Hjr Um Lil Oh Rd Ftr Msl Arm Ina Yn Bhr Sry Tfk Ns Mrn Hrd Klm Jml Rst Ayu Ddi Nrl Ek Fzi "
    "Smh Hsn Dwi Rkb Ags Mtt Slm Nkm Irw"
)

# What each scene shows whatever the seed, since the alternative text must be true of all of them.
SCENE_ALT = {
    "sawah": "Gambar hamparan sawah berpetak dengan bukit di kejauhan",
    "pesisir": "Gambar garis pantai dengan laut, pohon kelapa, dan langit luas",
    "pegunungan": "Gambar deretan gunung berlapis kabut dengan hutan di depannya",
    "masjid": "Gambar masjid berkubah dengan menara di bawah langit berwarna",
    "kelas": "Gambar ruang kelas dengan papan tulis, meja, dan siswa tanpa wajah",
    "loket": "Gambar petugas di balik meja loket melayani warga, tanpa wajah",
    "perpustakaan": "Gambar rak penuh buku berwarna dan orang membaca, tanpa wajah",
    "pohon": "Gambar orang menanam bibit di padang terbuka dengan pohon besar",
    "pasar": "Gambar lapak pasar beratap kain dengan buah dan sayur",
    "perahu": "Gambar perahu bercadik di laut yang memantulkan cahaya langit",
    "tongkonan": "Gambar rumah adat tongkonan beratap lengkung di depan perbukitan",
    "rapat": "Gambar orang-orang tanpa wajah duduk bermusyawarah di sebuah ruangan",
    "kota": "Gambar deretan bangunan kota dengan jendela menyala",
    "kebun": "Gambar kebun sayur berbaris dengan orang yang sedang merawatnya",
    "kantor": "Gambar gedung kantor dengan tiang bendera dan pohon peneduh",
    "arsip": "Gambar rak arsip berisi map dan kotak, dengan petugas tanpa wajah",
    "pelaminan": "Gambar pasangan pengantin tanpa wajah di bawah hiasan lengkung bunga",
    "kerukunan": "Gambar masjid, gereja, dan pura berdampingan di satu cakrawala",
}
