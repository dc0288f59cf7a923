"""Reading, libraries, canteens, science and admission at madrasah."""

from news.demo.frame import ANY, EKONOMI, SEKOLAH, UPPER, Frame

FRAMES = (
    Frame(
        key="kelas-baca",
        kinds=ANY,
        category="pendidikan",
        programmes=SEKOLAH,
        theme="madrasah",
        tags=("literasi", "kelas baca", "madrasah", "relawan"),
        pictures=(("kelas", "kelas baca di sebuah madrasah"), ("perpustakaan", "rak buku untuk kelas baca warga")),
        facts=lambda r: {
            "n": r.randint(24, 96),
            "malam": r.randint(2, 3),
            "relawan": r.randint(5, 16),
            "buku": r.randint(120, 640),
            "anak": r.randint(4, 11),
        },
        titles="""
{mad} Buka Kelas Baca Malam, {n} Anak {dusun} Datang Membawa Senter
Lampu Madrasah Menyala sampai Pukul Sembilan, {n} Anak di {tempat} Ikut Kelas Baca
{relawan} Relawan Temani {n} Anak Membaca, Kelas Malam {mad} Masuk Bulan Ketiga
Dari {anak} Menjadi {n} Anak, Kelas Baca Malam di {dusun} Tumbuh dari Mulut ke Mulut
""",
        leads="""
Kelas baca malam di {mad} bermula dari {anak} anak. Kini {n} anak {dusun} datang {malam} kali
sepekan, ditemani {relawan} relawan dan {buku} buku pinjaman.

Ketika ruang kelas lain gelap, satu ruang di {mad} tetap terang. Sebanyak {n} anak {dusun} membaca
bersama {relawan} relawan dalam kegiatan yang didampingi {unit}.
""",
        body="""
Tidak ada bel dan tidak ada nilai. Anak memilih buku sendiri, membaca dua puluh menit, lalu
menceritakan isinya kepada teman di sebelahnya. Buku yang paling sering berpindah tangan adalah
{bacaan}.

“Kami tidak mengajar membaca. Kami menyediakan tempat yang terang dan orang yang mau mendengar,”
kata {jubir}.

Relawan terdiri atas guru, mahasiswa, dan [dua orang ibu yang dahulu putus sekolah|seorang
pensiunan pegawai pos]. Mereka membagi jadwal agar setiap malam sedikitnya ada tiga orang dewasa
di ruangan.

Untuk keamanan, anak dijemput orang tua atau pulang berkelompok. [Remaja masjid mengantar yang
rumahnya paling jauh|Ketua lingkungan ikut menjaga persimpangan].

?{ibu}, ibu dua anak, merasakan perubahannya di rumah. “Dulu rebutan ponsel. Sekarang rebutan
siapa yang bercerita duluan,” katanya.

?Buku yang rusak diperbaiki sendiri setiap Sabtu. Anak-anak belajar menjahit punggung buku dan
menulis ulang label.

Kelas terbuka bagi anak dari sekolah mana pun. Warga yang ingin menyumbang buku atau menjadi
relawan dapat datang langsung pada jam kelas.
""",
    ),
    Frame(
        key="perpustakaan",
        kinds=ANY,
        category="pendidikan",
        programmes=SEKOLAH,
        theme="madrasah",
        tags=("perpustakaan", "literasi", "madrasah", "buku"),
        pictures=(("perpustakaan", "ruang perpustakaan madrasah"),),
        facts=lambda r: {
            "n": r.randint(310, 1900),
            "dulu": (d := r.randint(40, 120)),
            "kini": d * r.randint(2, 4) + r.randint(1, 30),
            "judul": r.randint(21, 140),
            "kotak": r.randint(5, 18),
        },
        titles="""
Peminjaman Buku Naik dari {dulu} Menjadi {kini} Sebulan, Ini Cara {mad}
Perpustakaan {mad} Pindah ke Koridor, Peminjaman Capai {kini} Buku Sebulan
{kotak} Kotak Buku Berkeliling Kelas, Perpustakaan {mad} Tak Lagi Menunggu Pembaca
{n} Buku dan Meja Lesehan, Perpustakaan {mad} Jadi Tempat Favorit saat Istirahat
""",
        leads="""
Perpustakaan {mad} dulu sepi karena letaknya di ujung bangunan. Sejak {kotak} kotak buku
diletakkan di koridor, peminjaman naik dari {dulu} menjadi {kini} buku sebulan.

Peminjaman buku di {mad} mencapai {kini} kali dalam sebulan. Madrasah di {wilayah} itu tidak
menambah gedung, hanya memindahkan buku ke tempat anak biasa berkumpul.
""",
        body="""
Perubahan itu diusulkan siswa. Mereka menghitung langkah dari kelas ke perpustakaan: [dua ratus
empat puluh langkah|lebih dari dua ratus langkah], cukup untuk menghabiskan waktu istirahat.

Kini {kotak} kotak berisi {judul} judul ditempatkan di koridor dan ditukar setiap dua pekan. Siswa
mencatat sendiri buku yang dibawa pada kartu di sisi kotak.

“Kami sempat takut bukunya hilang. Yang hilang tujuh, yang dibaca ratusan. Itu pertukaran yang
baik,” ujar {nama}, pustakawan madrasah.

Koleksi seluruhnya berjumlah {n} buku. Yang paling laris adalah buku {bacaan}, disusul buku yang
[ditulis siswa sendiri dan dijilid sederhana|direkomendasikan teman lewat kertas tempel].

?Setiap Kamis, guru dan siswa membaca bersama selama lima belas menit. Guru ikut membaca, bukan
mengawasi. Menurut {nama}, kebiasaan itu lebih berpengaruh daripada poster.

{jubir} menyebut cara ini mudah ditiru. “Tidak perlu menunggu anggaran gedung. Mulailah dari satu
kotak,” katanya.

Madrasah lain yang ingin belajar dapat berkunjung pada jam istirahat, saat koridor sedang
ramai-ramainya.
""",
    ),
    Frame(
        key="kantin",
        kinds=ANY,
        category="pendidikan",
        programmes=(*SEKOLAH, *EKONOMI),
        theme="madrasah",
        tags=("kantin sehat", "madrasah", "gizi", "halal"),
        pictures=(("pasar", "lapak penjual bahan makanan segar"), ("kelas", "siswa belajar bersama di kelas")),
        facts=lambda r: {
            "n": r.randint(6, 14),
            "ganti": r.randint(4, 9),
            "siswa": r.randint(140, 620),
            "harga": r.choice((2000, 2500, 3000)),
            "turun": r.randint(30, 65),
        },
        titles="""
Kantin {mad} Ganti {ganti} Jajanan, Sampah Plastik Turun {turun:d} Persen
Jajanan Rp{harga} yang Bergizi: {n} Pedagang Kantin {mad} Sepakati Menu Baru
Siswa Jadi Pemeriksa Label, Kantin {mad} Kini Hanya Jual Jajanan Bersertifikat Halal
Minuman Bersoda Hilang, {sayur} dan Telur Masuk Menu Kantin {mad}
""",
        leads="""
Sebanyak {n} pedagang kantin {mad} menyepakati daftar jajanan baru. {ganti} jenis makanan kemasan
diganti dengan masakan sendiri, dan sampah plastik turun {turun:d} persen dalam sebulan.

Kantin {mad} yang melayani {siswa} siswa tidak lagi menjual minuman bersoda. Gantinya disusun
bersama oleh pedagang, orang tua, dan siswa.
""",
        body="""
Kesepakatan tidak dicapai dalam sehari. Pedagang khawatir kehilangan pembeli, siswa khawatir
jajanan jadi mahal. Jalan tengahnya: [harga tetap mulai Rp{harga}|tidak ada menu di atas Rp5.000],
porsinya dibuat lebih kecil, dan bahan dibeli bersama.

{nama}, yang sudah berjualan belasan tahun, kini menyajikan nasi dengan tumis {sayur} dan telur.
“Untungnya sama, tetapi dagangan saya habis lebih cepat,” katanya.

Siswa ikut bertugas sebagai pemeriksa label. Mereka belajar membaca tanggal kedaluwarsa, kadar
gula, dan tanda halal. [Temuan pertama mereka adalah saus yang lewat tanggal dua hari|Setiap
temuan ditulis di papan kantin].

“Pelajaran gizi paling mudah diingat kalau langsung dimakan,” ujar {jubir}.

Wadah sekali pakai diganti dengan piring yang dicuci bergiliran. Kelas yang bertugas mencatat
berat sampah setiap hari. Hasilnya turun {turun:d} persen dibandingkan bulan sebelumnya.

?Seluruh pedagang sedang didampingi mengurus sertifikat halal melalui jalur usaha kecil. {unit}
menugaskan pendamping yang datang sepekan sekali.

Daftar menu ditempel di gerbang agar orang tua dapat ikut memeriksa. Usulan menu baru dibahas
setiap awal bulan.
""",
    ),
    Frame(
        key="video-ajar",
        kinds=UPPER,
        category="pendidikan",
        programmes=("transformasi-digital", *SEKOLAH),
        theme="",
        tags=("guru madrasah", "video ajar", "pelatihan", "pembelajaran digital"),
        pictures=(("kelas", "kelas tempat guru merekam video ajar"), ("rapat", "pelatihan guru madrasah")),
        facts=lambda r: {
            "n": r.randint(26, 140),
            "video": r.randint(40, 210),
            "menit": r.randint(3, 6),
            "sekolah": r.randint(11, 48),
        },
        titles="""
Guru Madrasah {tempat} Belajar Membuat Video Ajar {menit:d} Menit dari Telepon Genggam
{n} Guru dari {sekolah} Madrasah Hasilkan {video} Video Ajar Tanpa Kamera Mahal
Tripod dari Botol Bekas, {n} Guru Madrasah {tempat} Rekam Pelajaran Sendiri
""",
        leads="""
Dengan telepon genggam dan tripod dari botol bekas, {n} guru madrasah di {wilayah} menghasilkan
{video} video ajar. Setiap video dibatasi {menit:d} menit dan membahas satu hal saja.

{unit} melatih {n} guru dari {sekolah} madrasah membuat video ajar. Tidak ada kamera mahal; yang
dilatih adalah menyusun penjelasan agar mudah dipahami.
""",
        body="""
Pelatihan dua hari itu lebih banyak diisi menulis daripada merekam. Guru diminta menyusun
penjelasan dalam seratus lima puluh kata, membacakannya kepada teman, lalu [mencoret bagian yang
membuat dahi berkerut|memotong bagian yang tidak perlu].

“Kalau penjelasannya jernih, gambar sederhana pun cukup. Kalau kabur, kamera semahal apa pun tidak
menolong,” kata {jubir}.

{nama}, guru matematika di {mad}, menjelaskan pecahan dengan irisan kue. Videonya sudah diputar di
tiga kelas. “Anak yang tidak masuk karena sakit bisa menonton di rumah,” katanya.

Video disimpan dalam ukuran kecil supaya ringan diunduh. Setiap video dilengkapi teks, sehingga
dapat diikuti siswa Tuli dan tetap berguna [di kelas tanpa pengeras suara|saat suara dimatikan].

?Wajah siswa tidak ditampilkan tanpa izin orang tua. Ketentuan itu dibahas khusus pada hari
pertama, termasuk cara mengaburkan nama pada lembar kerja.

Pelatih juga membahas kejujuran sumber. Gambar dan musik yang dipakai harus bebas hak cipta, dan
angka yang disebut [ditulis asalnya di akhir video|harus dapat ditunjukkan sumbernya] agar siswa
belajar memeriksa.

Sebanyak {video} video yang terkumpul akan ditelaah sesama guru sebelum dibagikan melalui laman
bersama mulai {mulai}.
""",
    ),
    Frame(
        key="sains",
        kinds=UPPER,
        category="pendidikan",
        programmes=(*SEKOLAH, "transformasi-digital"),
        theme="madrasah",
        tags=("riset madrasah", "sains", "inovasi", "siswa"),
        pictures=(("kelas", "kelas riset madrasah"), ("kebun", "kebun percobaan riset siswa")),
        facts=lambda r: {
            "n": r.randint(14, 62),
            "karya": r.randint(3, 9),
            "persen": r.randint(18, 46),
            "bulan_riset": r.randint(3, 7),
            "biaya": r.randint(9, 38) * 10_000,
        },
        titles="""
{alat} Buatan Siswa {mad} Diuji Coba Warga {dusun}
Modal Rp{biaya}, Siswa {mad} Rancang {alat}
{n} Proposal Riset Siswa Madrasah {tempat} Diseleksi, {karya} Lolos ke Tahap Uji Lapangan
Berangkat dari Masalah Rumah, Siswa Madrasah di {tempat} Ajukan {n} Gagasan Riset
""",
        leads="""
Siswa {mad} merancang {alat} dengan biaya Rp{biaya}. Karya itu menjadi satu dari {karya} riset
madrasah di {wilayah} yang lolos ke tahap uji lapangan.

Dari {n} proposal riset siswa madrasah di {wilayah}, {karya} melaju ke uji lapangan. Semuanya
berangkat dari masalah yang ditemui siswa di rumah.
""",
        body="""
Tim {mad} terdiri atas tiga siswa yang [rumahnya berdekatan|tinggal di dusun yang sama]. Selama
{bulan_riset} bulan mereka menguji {alat} di {dusun}, mencatat hasilnya setiap pagi, dan mengulang
bila angkanya meragukan.

“Percobaan pertama gagal, yang kedua juga. Justru catatan gagalnya yang paling tebal,” kata
{nama}, guru pembimbing.

Pada uji terakhir, hasilnya lebih baik {persen:d} persen dibandingkan cara lama. Juri meminta
pengujian diulang dengan jumlah contoh yang lebih banyak sebelum disimpulkan.

{jubir} mengatakan penilaian tidak bertumpu pada kecanggihan. “Kami bertanya: masalahnya nyata
atau tidak, datanya jujur atau tidak, dan siapa yang akan memakainya.”

?Warga {dusun} yang meminjamkan halaman rumahnya untuk percobaan ikut hadir saat paparan. Mereka
mengajukan pertanyaan yang [tidak terpikir oleh juri|membuat juri tersenyum].

Setiap tim yang lolos menerima pendampingan dosen dan dana bahan. Laporan akhir akan dipamerkan
dan dapat dibaca umum, lengkap dengan bagian yang belum berhasil.
""",
    ),
    Frame(
        key="murid-baru",
        kinds=UPPER,
        category="pendidikan",
        programmes=(*SEKOLAH, "transformasi-digital"),
        theme="umum",
        season="murid-baru",
        tags=("murid baru", "pendaftaran", "madrasah", "layanan daring"),
        pictures=(
            ("kelas", "ruang kelas madrasah menjelang tahun ajaran baru"),
            ("kantor", "madrasah yang membuka posko pendaftaran"),
        ),
        facts=lambda r: {
            "n": r.randint(420, 3800),
            "posko": r.randint(4, 19),
            "kursi": r.randint(18, 64) * 32,
            "hari_buka": r.randint(5, 12),
            "afirmasi": r.randint(10, 20),
        },
        titles="""
Pendaftaran Madrasah di {tempat} Dibuka Daring, {posko} Posko Bantu Orang Tua Tanpa Ponsel
{n} Anak Sudah Mendaftar, Madrasah di {tempat} Sediakan {kursi} Kursi Murid Baru
Jangan Titip Uang ke Siapa Pun: Pendaftaran Madrasah di {tempat} Tidak Dipungut Biaya
""",
        leads="""
Madrasah di {wilayah} menyediakan {kursi} kursi bagi murid baru. Sebanyak {n} anak sudah
mendaftar, dan {posko} posko dibuka untuk membantu orang tua yang tidak memiliki ponsel pintar.

Pendaftaran murid baru madrasah di {wilayah} berlangsung daring tanpa biaya. {unit} menyiapkan
{posko} posko bantuan hingga {batas}.
""",
        body="""
Orang tua cukup menyiapkan kartu keluarga, akta kelahiran, dan nomor ponsel yang aktif. [Berkas
difoto, tidak perlu difotokopi|Foto berkas dapat diunggah langsung dari ponsel]. Bukti pendaftaran
dikirim melalui pesan singkat.

“Kalau ada yang meminta uang untuk melancarkan, itu bukan dari kami. Laporkan,” tegas {jubir}.

Jalur penerimaan terdiri atas prestasi, reguler, dan afirmasi. Sebanyak {afirmasi:d} persen kursi
disediakan untuk anak dari keluarga kurang mampu, yatim, dan penyandang disabilitas.

Pada {hari_buka} hari pertama, kendala yang paling sering dilaporkan adalah nomor kartu keluarga
yang belum padan. Petugas posko membantu memeriksa, lalu [mengarahkan orang tua ke dinas
kependudukan|menghubungi dinas kependudukan lewat jalur khusus].

?{nama}, {pekerjaan} dari {dusun}, mendaftarkan anak bungsunya di posko {mad}. “Saya tidak pandai
memakai ponsel. Di sini dipandu sampai nomornya keluar,” katanya.

Pendaftaran ditutup {batas}. Hasil seleksi diumumkan serentak di laman madrasah dan ditempel di
papan pengumuman.
""",
    ),
)
