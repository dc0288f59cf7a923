"""Penyuluh, preachers and teachers of the Quran among the people."""

from news.demo.frame import ALAM, ANY, DIGITAL, LOCAL, OFFICE, Frame

FRAMES = (
    Frame(
        key="pelelangan",
        kinds=OFFICE,
        category="bimas",
        programmes=("layanan-berdampak",),
        theme="keluarga",
        coastal=True,
        tags=("penyuluh", "nelayan", "pesisir", "majelis taklim"),
        pictures=(
            ("perahu", "perahu nelayan menepi selepas melaut"),
            ("pesisir", "kampung pesisir tempat kelas mengaji digelar"),
        ),
        facts=lambda r: {
            "n": r.randint(14, 48),
            "pukul": r.choice(("05.45", "06.15", "15.30", "16.00")),
            "bulan_jalan": r.randint(2, 9),
            "menit": r.choice((30, 40, 45)),
        },
        titles="""
Mengaji di Tepi Dermaga: {n} Nelayan {tempat} Belajar {menit:d} Menit Selepas Melaut
Penyuluh Datangi Tempat Pelelangan Ikan, {n} Nelayan {tempat} Ikut Kelas Mengaji
Jadwal Mengikuti Angin, Kelas Al-Qur’an Nelayan {tempat} Bertahan {bulan_jalan} Bulan
""",
        leads="""
Kelas mengaji untuk {n} nelayan di {wilayah} tidak digelar di masjid, melainkan di tepi dermaga.
Penyuluh {unit} menyesuaikan jamnya dengan waktu perahu menepi.

Perahu menepi, ikan ditimbang, lalu buku iqra dibuka. Sudah {bulan_jalan} bulan {n} nelayan di
{wilayah} belajar mengaji bersama penyuluh {unit} di tempat pelelangan ikan.
""",
        body="""
Pukul {pukul} {zona}, terpal biru dibentangkan di samping timbangan. Kelas berlangsung {menit:d}
menit, cukup untuk [dua halaman iqra dan satu pertanyaan bebas|satu surah pendek dan satu soal
yang dibawa peserta].

“Kalau kami menunggu di masjid, mereka datang dalam keadaan lelah atau tidak datang. Jadi kami
yang menyesuaikan,” kata {jubir}.

Peserta termuda berusia [17|18|19] tahun, yang tertua [64|67|71]. Pertanyaan yang muncul jauh dari
teori: bagaimana salat di atas perahu saat ombak besar, bolehkah menjamak, dan bagaimana membagi
hasil yang adil antara juragan dan sawi.

{bapak}, nelayan dari {dusun}, sudah menamatkan iqra keempat. “Dulu saya pura-pura ikut membaca.
Sekarang saya tahu hurufnya,” katanya.

?Saat musim barat dan nelayan tidak melaut, kelas dipindah ke beranda rumah. Penyuluh sekaligus
membahas [tabungan untuk masa paceklik|cara mencatat utang pada pengepul].

Buku dan terpal berasal dari iuran pegawai. Kelompok nelayan lain yang berminat dapat menyampaikan
kepada penyuluh di kecamatan masing-masing.
""",
    ),
    Frame(
        key="radio",
        kinds=ANY,
        category="bimas",
        programmes=DIGITAL,
        theme="",
        tags=("radio komunitas", "penyuluh", "siaran", "dakwah"),
        pictures=(
            ("pegunungan", "perbukitan yang terjangkau siaran radio komunitas"),
            ("kota", "kota yang terjangkau siaran radio komunitas"),
        ),
        facts=lambda r: {
            "n": r.randint(3, 14) * 10 + r.randint(1, 9),
            "fm": f"{r.choice((107.7, 107.8, 107.9))}".replace(".", ","),
            "menit": r.choice((45, 60)),
            "edisi": r.randint(20, 160),
            "sms": r.randint(9, 31),
        },
        titles="""
Sinyal Ponsel Hilang, Suara Penyuluh {tempat} Tetap Terdengar lewat Radio Komunitas
{edisi} Edisi di Udara, Siaran Tanya Jawab {unit} Terima {sms} Pertanyaan Sekali Siaran
Siaran {menit:d} Menit Setiap Pekan: Penyuluh {unit} Jawab Pertanyaan Warga lewat Radio
Edisi Ke-{edisi:d} Siaran Penyuluh {unit} Bahas {topik}
""",
        leads="""
Di dusun yang sinyal ponselnya timbul tenggelam, radio masih menjadi teman bekerja. Siaran tanya
jawab penyuluh {unit} memasuki edisi ke-{edisi:d} dan pekan ini membahas {topik}.

Penyuluh {unit} menjawab {sms} pertanyaan warga dalam satu kali siaran radio komunitas, {hari}.
Topik pekan ini: {topik}.
""",
        body="""
Studio siaran itu hanya seluas kamar tidur. Dindingnya dilapisi [kardus tempat telur|karpet
bekas], dan mikrofonnya diikat dengan karet. Namun pendengarnya tersebar sampai {dusun}.

“Ibu-ibu mendengarkan sambil menjemur gabah, bapak-bapak sambil memperbaiki jaring atau pagar.
Kami masuk tanpa mengganggu pekerjaan mereka,” ujar {jubir}.

Siaran berlangsung {menit:d} menit di gelombang {fm} FM. Separuh waktu dipakai menjawab pertanyaan
yang datang lewat pesan singkat, surat, bahkan [titipan lisan melalui kepala dusun|secarik kertas
yang dititipkan pengantar sayur].

?Untuk topik {topik}, penyuluh menghadirkan narasumber tamu agar jawaban tidak berhenti pada
nasihat.

{nama}, {pekerjaan} dari {dusun2}, mengaku tidak pernah melewatkan siaran. “Saya pernah bertanya
soal utang almarhum bapak. Dijawab pelan-pelan sampai saya mengerti,” katanya.

Sebelum siaran, pertanyaan dikelompokkan dan jawabannya disepakati bersama. Penyuluh menghindari
membahas persoalan pribadi yang dapat dikenali tetangga; [nama dusun pun kerap
disamarkan|rinciannya selalu disamarkan].

?Lagu daerah diputar di antara dua pertanyaan. Menurut penyuluh, jeda itu bukan hiasan, melainkan
[waktu bagi pendengar untuk membicarakan jawabannya di rumah|kesempatan pendengar mengirim
pertanyaan baru].

Rekaman siaran disimpan dan dibagikan melalui grup warga. Usulan topik dapat disampaikan kepada
penyuluh atau ditulis di kotak saran {unit}.
""",
    ),
    Frame(
        key="lapas",
        kinds=LOCAL,
        category="bimas",
        programmes=("layanan-berdampak", "moderasi-beragama"),
        theme="",
        tags=("penyuluh", "warga binaan", "literasi al-qur’an", "pembinaan"),
        pictures=(("perpustakaan", "rak buku di ruang belajar warga binaan"), ("kelas", "kelas baca warga binaan")),
        facts=lambda r: {
            "n": r.randint(18, 64),
            "khatam": r.randint(4, 12),
            "pekan": r.randint(8, 26),
            "buku": r.randint(60, 240),
            "penyuluh": r.randint(2, 5),
        },
        titles="""
{khatam} Warga Binaan Lancar Membaca setelah {pekan} Pekan, Penyuluh {unit} Datang Tiap Selasa
Kelas Baca di Balik Tembok: {penyuluh} Penyuluh {unit} Dampingi {n} Warga Binaan
{buku} Buku untuk Ruang Belajar Warga Binaan, {unit} Buka Kelas Menulis Surat
""",
        leads="""
Setelah {pekan} pekan belajar, {khatam} warga binaan yang semula tidak mengenal huruf kini lancar
membaca. Kelas itu diasuh {penyuluh} penyuluh {unit} setiap Selasa.

Sebanyak {n} warga binaan mengikuti kelas baca dan mengaji yang diasuh penyuluh {unit}. Pekan ini
kelas mendapat tambahan {buku} buku bacaan.
""",
        body="""
Kelas dibagi menurut kemampuan, bukan menurut perkara. [Tidak ada yang ditanya mengapa ia berada
di sana|Penyuluh tidak pernah menanyakan perkara yang membawa mereka ke sana]. Yang ditanyakan
hanya sampai halaman berapa bacaan pekan lalu.

“Ada yang pertama kali menulis namanya sendiri di ruangan ini. Itu lebih berharga daripada ceramah
panjang,” kata {jubir}.

Selain mengaji, peserta menulis surat untuk keluarga. Penyuluh membantu ejaan, tetapi isinya milik
penulis. Surat dikirim melalui petugas setelah mendapat izin.

Ruang belajar itu kini memiliki {buku} buku, mulai dari {bacaan} hingga panduan beternak. Buku
boleh dibawa ke kamar selama tiga hari.

?“Anak saya membalas surat dengan gambar rumah. Sekarang saya ingin bisa membacakan cerita ketika
pulang,” tutur seorang peserta.

?Sesudah bebas, peserta dapat melanjutkan belajar di KUA kecamatan masing-masing. {unit}
menyiapkan daftar penyuluh yang dapat dihubungi.

Kartu belajar setiap peserta ikut berpindah bila ia dipindahkan. Dengan begitu, penyuluh di tempat
baru tahu harus melanjutkan dari [halaman berapa|huruf mana] tanpa mengulang dari awal.

Kelas berikutnya menghadirkan tukang kayu dan penjahit yang akan mengajarkan keterampilan dasar
dua kali sebulan.
""",
    ),
    Frame(
        key="khatib",
        kinds=LOCAL,
        category="bimas",
        programmes=("moderasi-beragama", "kerukunan-cinta-kemanusiaan"),
        theme="rukun",
        tags=("khatib", "khutbah", "masjid", "pelatihan"),
        pictures=(("masjid", "masjid menjelang salat Jumat"), ("rapat", "pelatihan khatib di aula")),
        facts=lambda r: {
            "n": r.randint(24, 92),
            "menit": r.choice((12, 13, 15)),
            "masjid_n": r.randint(18, 60),
            "lama": r.randint(27, 38),
        },
        titles="""
{n} Khatib di {tempat} Berlatih Khutbah {menit:d} Menit yang Jelas dan Menyejukkan
Khutbah Singkat, Pesan Melekat: {unit} Latih {n} Khatib Menulis Naskah Sendiri
Dari {lama:d} Menit ke {menit:d} Menit, Khatib {tempat} Belajar Memilih Satu Pesan untuk Jumat
""",
        leads="""
Sebanyak {n} khatib di {wilayah} berlatih menulis khutbah yang selesai dalam {menit:d} menit.
Syaratnya satu: jemaah harus dapat menceritakan kembali isinya.

{unit} mengumpulkan {n} khatib untuk belajar menulis naskah sendiri. Tema latihan diambil dari
persoalan yang benar-benar dihadapi jemaah, dari sampah hingga utang daring.
""",
        body="""
Pelatihan dimulai dengan rekaman khutbah sepanjang {lama:d} menit. Setelah selesai, peserta
diminta menulis tiga pokok isinya. [Hampir semua menulis hal yang berbeda|Tidak ada dua jawaban
yang sama].

“Bukan jemaahnya yang tidak mendengar. Kita yang membawa terlalu banyak pesan sekaligus,” kata
{jubir}.

Sesudah itu setiap peserta memilih satu tema dan menulis naskah sepanjang dua halaman. Naskah
dibaca bergantian, diukur dengan jam, lalu dipangkas. Kalimat yang menyudutkan kelompok lain
diberi tanda merah dan diganti.

{bapak}, khatib {masjid} di {dusun}, menulis tentang saluran air yang tersumbat. “Dalilnya ada,
masalahnya di depan masjid, dan selesai Jumat kami bisa langsung membersihkannya,” katanya.

?Peserta juga belajar memeriksa sumber kutipan dan kabar yang beredar di grup percakapan. Kabar
yang tidak dapat dipastikan disepakati tidak dibawa ke mimbar.

Kumpulan naskah terbaik akan dibagikan kepada {masjid_n} masjid sebagai contoh. Pengurus masjid
dapat memintanya di {unit} atau melalui penyuluh.
""",
    ),
    Frame(
        key="masjid-ramah",
        kinds=LOCAL,
        category="bimas",
        programmes=("layanan-berdampak", "moderasi-beragama"),
        theme="rukun",
        tags=("masjid", "ramah anak", "musafir", "layanan jemaah"),
        pictures=(("masjid", "masjid yang membuka serambi bagi musafir"),),
        facts=lambda r: {
            "n": r.randint(6, 28),
            "jam": r.choice((20, 22, 24)),
            "tamu": r.randint(35, 160),
            "anak": r.randint(12, 40),
        },
        titles="""
{n} Masjid di {tempat} Sediakan Kamar Bersih dan Kopi untuk Musafir
Serambi Terbuka {jam:d} Jam, {masjid} di {dusun} Jadi Tempat Singgah {tamu} Musafir
Anak Boleh Bermain di Masjid: {n} Pengurus di {tempat} Sepakati Aturan yang Ramah
""",
        leads="""
Pengurus {n} masjid di {wilayah} menyepakati layanan baru: kamar mandi bersih, sudut anak, dan
serambi yang tetap terbuka bagi musafir. Kesepakatan difasilitasi {unit}, {hari}.

{masjid} di {dusun} kini membuka serambinya {jam:d} jam. Dalam sebulan {tamu} musafir singgah, dan
pengurusnya menularkan cara itu kepada {n} masjid lain bersama {unit}.
""",
        body="""
Semuanya dimulai dari kamar mandi. Pengurus [mengganti keran, memasang gantungan, dan menulis
jadwal kebersihan|memperbaiki pintu, menambah lampu, dan menulis nama petugas kebersihan].
Biayanya diambil dari kotak amal khusus yang laporannya ditempel setiap Jumat.

“Orang menilai masjid dari tempat wudunya sebelum dari kubahnya,” ujar {jubir}.

Anak-anak tidak lagi diusir dari saf belakang. Ada tikar, buku {bacaan}, dan seorang remaja masjid
yang menemani. Ketika salat dimulai, mereka [diajak berdiri di samping orang tuanya|berdiri
bersama orang tua masing-masing].

{bapak}, sopir truk yang sering melintas di {wilayah}, hafal masjid mana yang bisa disinggahi.
“Saya bisa mandi, tidur satu jam, lalu jalan lagi. Buat kami itu keselamatan,” katanya.

?Pengurus menyiapkan aturan sederhana bagi tamu: mengisi buku singgah, menjaga kebersihan, dan
tidak merokok di serambi. Selama sebulan, {tamu} nama tercatat.

Daftar masjid singgah akan dipasang pada peta daring agar mudah ditemukan. Pengurus yang ingin
bergabung dapat mendaftar melalui penyuluh {unit}.
""",
    ),
    Frame(
        key="tpq",
        kinds=LOCAL,
        category="bimas",
        programmes=("layanan-berdampak", "kemandirian-pesantren"),
        theme="madrasah",
        tags=("tpq", "guru mengaji", "al-qur’an", "metode belajar"),
        pictures=(
            ("masjid", "masjid tempat taman pendidikan Al-Qur’an"),
            ("kelas", "kelas guru mengaji berlatih metode baru"),
        ),
        facts=lambda r: {
            "n": r.randint(28, 124),
            "tpq_n": r.randint(14, 58),
            "menit": r.choice((15, 20)),
            "bulan_lama": r.randint(3, 6),
        },
        titles="""
{n} Guru Mengaji di {tempat} Belajar Mengajar Tanpa Bentakan
Guru dari {tpq_n} TPQ di {tempat} Berlatih Metode Baca yang Membuat Anak Betah
Belajar {menit:d} Menit, Bermain, Lalu Membaca Lagi: Cara Baru {n} Guru Mengaji {tempat}
""",
        leads="""
Sebanyak {n} guru dari {tpq_n} taman pendidikan Al-Qur’an di {wilayah} berlatih cara mengajar yang
membuat anak betah. Salah satunya: belajar {menit:d} menit, berhenti, lalu membaca lagi.

{unit} melatih {n} guru mengaji mengelola kelas tanpa bentakan. Guru datang dari {tpq_n} TPQ,
sebagian besar mengajar secara sukarela selepas bekerja.
""",
        body="""
Pelatih meminta peserta duduk sebagai murid dan dibentak sepanjang lima menit. Setelah itu tidak
ada yang ingin [mengulanginya kepada anak-anak|membela cara lama]. Dari sana pembahasan tentang
disiplin dimulai.

“Anak yang takut memang diam, tetapi yang masuk ke ingatannya adalah takutnya, bukan hurufnya,”
kata {jubir}, {hari}.

Metode yang dilatihkan membagi kelas menjadi kelompok kecil. Anak yang sudah lancar menjadi tutor,
sementara guru mendampingi mereka yang tertinggal. Kemajuan dicatat pada kartu yang dapat dilihat
orang tua.

{nama}, guru {tpq} di {dusun}, mengajar empat puluh anak seorang diri. “Dengan tutor sebaya, saya
punya waktu mendengar satu per satu,” ujarnya.

?Peserta juga membahas keselamatan anak: pintu kelas tetap terbuka, tidak ada hukuman fisik, dan
setiap aduan dicatat serta diteruskan.

Pendampingan dilanjutkan {bulan_lama} bulan. Penyuluh akan mengunjungi setiap TPQ untuk melihat
penerapannya dan membantu pengurus memperbarui tanda daftar.
""",
    ),
    Frame(
        key="masjid-hemat-air",
        kinds=LOCAL,
        category="bimas",
        programmes=ALAM,
        theme="alam",
        tags=("ekoteologi", "hemat air", "masjid", "lingkungan"),
        pictures=(
            ("masjid", "masjid yang menampung kembali air wudu"),
            ("kebun", "kebun yang disiram dengan air bekas wudu"),
        ),
        facts=lambda r: {
            "n": r.randint(5, 26),
            "liter": r.randint(6, 30) * 100,
            "kebun": r.randint(12, 60),
            "detik": r.randint(9, 15),
        },
        titles="""
Air Wudu Tak Lagi Terbuang, {n} Masjid di {tempat} Menyiram Kebun dengan {liter} Liter Sehari
{masjid} Tampung {liter} Liter Air Wudu Sehari, Kebun Warga {dusun} Tetap Hijau
Keran Diganti, Air Ditampung: {n} Masjid di {tempat} Belajar Menghemat Air Wudu
""",
        leads="""
Sebanyak {n} masjid di {wilayah} menampung kembali air bekas wudu. Setiap hari {liter} liter air
dialirkan ke kebun sayur dan pohon peneduh di halaman.

Di {masjid}, air wudu tidak langsung masuk selokan. {liter} liter setiap hari disaring sederhana
dan dipakai menyiram kebun, cara yang kini diajarkan {unit} kepada {n} masjid.
""",
        body="""
Saringannya dibuat dari [tong bekas, kerikil, ijuk, dan arang|ember bekas cat, pasir, ijuk, dan
arang]. Dua orang pengurus merakitnya dalam sehari dengan bahan yang sebagian besar sudah ada.

Keran diganti dengan yang dapat menutup sendiri setelah {detik:d} detik. “Kita diajari tidak
berlebihan walau berwudu di sungai yang mengalir. Keran ini hanya membantu kita ingat,” kata
{jubir}.

Air tampungan mengaliri kebun seluas {kebun} meter persegi yang ditanami {sayur} serta beberapa
pohon {pohon}. Hasilnya dibagikan kepada [jemaah lanjut usia|keluarga di sekitar masjid] setiap
Jumat.

?{nama}, yang merawat kebun itu, mencatat tagihan listrik pompa. “Turunnya tidak besar, tetapi
setiap bulan turun,” katanya.

?Penyuluh memakai kebun masjid sebagai bahan pelajaran anak-anak. Mereka menghitung berapa ember
air yang terpakai bila keran dibiarkan mengalir selama satu menit.

Panduan membuat saringan tersedia di {unit} dalam satu halaman bergambar. Pengurus masjid dapat
meminta pendampingan melalui penyuluh.
""",
    ),
)
