"""Word lists behind the slots: common first names and everyday things, no real person or village."""

FIRST_NAMES = (
    "Rahma Hasna Basri Ilham Nurhayati Salma Fitri Anwar Darwis Mirna Hamsiah Ruslan Kasmawati Jamal "
    "Irwan Suriani Marwah Nadia Arman Sitti Firman Halimah Yusran Rosmini Taufik Asriani Mulyadi Wahida "
    "Hendra Nurul Saharuddin Maya Rusdi Kartini Amal Fadli Hartati Ikbal Jumriah Lukman Mariani Naufal "
    "Rina Sahrul Tenri Umar Wulan Yanti Zainab Ridwan Hajrah Akbar Santi Bahtiar Dewi Erna Gafur Hikma"
).split()
PLANTS = (
    "Cendana Kenanga Melati Flamboyan Kayumanis Beringin Kelapa Mekar Teratai Bambu Kapas Cempaka "
    "Kemuning Pandan Seroja Aren Lontar Sagu Dahlia Kamboja Ketapang Kayu Putih Rotan Enau"
).replace("Kayu Putih", "Kayuputih").split()
MOSQUE_NAMES = (
    "Nurul Iman,Al-Ikhlas,Baiturrahman,Nurul Huda,At-Taqwa,Babul Khaer,Al-Muhajirin,Darussalam,"
    "Al-Amin,Nurul Jihad,Baiturrahim,Ar-Rahmah,Al-Furqan,Jami At-Taubah,Nurul Hikmah,Al-Mubarak,"
    "Babussalam,Nurul Ittihad,Al-Istiqamah,Raudhatul Jannah"
).split(",")
SCHOOL_NAMES = (
    "Nurul Falah,Al-Hikmah,Darul Ulum,Miftahul Ilmi,Nurul Yaqin,Al-Irsyad,Babul Ilmi,Tunas Harapan,"
    "Raudhatul Ilmi,Al-Khairat,Hidayatul Ilmi,Bina Insan,Darul Amanah,Nurul Ilmi,Cahaya Ilmu,"
    "Riyadhul Jannah,Al-Muttaqin,Ulul Albab"
).split(",")
PESANTREN_NAMES = (
    "Darul Falah,Nurul Amanah,Al-Barokah,Miftahul Khaer,Darul Hikmah,Riyadhus Salihin,Al-Manar,"
    "Tarbiyatul Ummah,Nurul Kautsar,Raudhatul Quran,Ibnu Sabil,Bahrul Ilmi,Darul Abrar,Al-Falihin"
).split(",")

LISTS: dict[str, tuple[str, ...]] = {
    "nama": tuple(FIRST_NAMES),
    "dusun": tuple(f"{kind} {name}" for kind in ("Dusun", "Lingkungan") for name in PLANTS),
    "masjid": tuple(f"Masjid {name}" for name in MOSQUE_NAMES),
    "majelis": tuple(f"Majelis Taklim {name}" for name in MOSQUE_NAMES),
    "tpq": tuple(f"TPQ {name}" for name in MOSQUE_NAMES + SCHOOL_NAMES),
    "mad": tuple(f"{level} {name}" for level in ("MI", "MTs", "MA") for name in SCHOOL_NAMES),
    "pesantren": tuple(f"Pesantren {name}" for name in PESANTREN_NAMES),
    "usaha": (
        "keripik pisang", "abon ikan", "kopi bubuk", "gula aren", "sambal kemasan", "kue kering",
        "bandeng tanpa duri", "keripik singkong", "minuman jahe", "dodol", "kacang sangrai",
        "bakso ikan", "madu hutan", "teh daun kelor", "rengginang", "kerupuk udang", "roti rumahan",
        "bumbu dapur", "selai nanas", "kue bolu", "tape singkong", "cokelat batang",
    ),
    "pohon": (
        "mahoni", "trembesi", "sukun", "ketapang", "mangga", "nangka", "jati putih", "durian",
        "rambutan", "matoa", "alpukat", "bambu", "langsat", "kelengkeng", "jambu air",
    ),
    "sayur": ("kangkung", "pakcoy", "selada", "bayam", "sawi", "cabai rawit", "terung", "tomat"),
    "pekerjaan": (
        "petani", "pedagang sayur", "nelayan", "tukang ojek", "penjahit", "buruh bangunan",
        "ibu rumah tangga", "guru mengaji", "pemilik warung", "sopir angkutan", "peternak itik",
    ),
    "bacaan": (
        "cerita rakyat", "kisah para nabi", "sains bergambar", "komik sejarah", "dongeng hewan",
        "kumpulan puisi", "biografi penemu", "cerita petualangan", "resep dan kerajinan",
    ),
    "alat": (
        "penjernih air dari arang tempurung", "pengering ikan bertenaga surya",
        "alat penetas telur hemat listrik", "pengusir hama padi tanpa racun",
        "tungku hemat kayu bakar", "penyiram kebun otomatis", "filter asap dapur",
        "tongkat pintar bagi tunanetra", "pakan ikan dari kulit pisang", "kertas dari batang padi",
        "penanda banjir berbunyi", "plastik kemasan dari rumput laut",
    ),
    "topik": (
        "membagi waris tanpa bertengkar", "mengelola uang belanja", "menjaga anak di media sosial",
        "merawat orang tua yang sakit", "utang piutang antartetangga", "adab bertetangga",
        "mendampingi anak belajar mengaji", "menjaga sumber air", "bijak memakai ponsel",
        "menyambung silaturahmi yang renggang", "menyiapkan pernikahan yang sederhana",
    ),
    "alasan": (
        "jarak rumah yang jauh", "jadwal kerja yang tidak bisa ditinggal", "ongkos perjalanan",
        "berkas yang belum lengkap", "belum tahu harus bertanya ke mana",
    ),
}

INLAND = ("Toraja", "Enrekang", "Soppeng", "Sidenreng", "Gowa")

WRITERS = (
    "Wn Nas Hjr Um Lil Oh Rd Ftr Msl Arm Ina Yn Bhr Sry Tfk Ns Mrn Hrd Klm Jml Rst Ayu Ddi Nrl Ek Fzi "
    "Smh Hsn Dwi Rkb Ags Mtt Slm Nkm Irw"
).split()

# What each scene shows, whatever the seed: the alternative text must be true of all of them.
SCENE_ALT: dict[str, str] = {}
