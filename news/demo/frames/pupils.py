"""Safety, inclusion, enterprise and gardens of pupils and santri."""

from news.demo.frame import ALAM, ANY, EKONOMI, OFFICE, PESANTREN, RUKUN, SEKOLAH, UPPER, Frame

FRAMES = (
    Frame(
        key="perundungan",
        kinds=ANY,
        category="pendidikan",
        programmes=(*SEKOLAH, *RUKUN),
        theme="madrasah",
        tags=("madrasah ramah anak", "antiperundungan", "siswa", "konseling"),
        pictures=(
            ("kelas", "kelas yang menyusun kesepakatan bersama"),
            ("rapat", "guru dan siswa membahas madrasah ramah anak"),
        ),
        facts=lambda r: {
            "n": r.randint(16, 48),
            "lapor": r.randint(7, 26),
            "pasal": r.randint(6, 10),
            "guru": r.randint(12, 40),
        },
        titles="""
{n} Siswa {mad} Jadi Penjaga Teman, Perundungan Dilaporkan lewat Kotak Biru
Kesepakatan {pasal} Butir Melawan Perundungan Disusun Siswa {mad} Sendiri
Tak Lagi Ditertawakan: {mad} Latih {guru} Guru dan {n} Siswa Menangani Perundungan
""",
        leads="""
Sebanyak {n} siswa {mad} dilatih menjadi penjaga teman. Tugas mereka bukan menghukum, melainkan
menemani korban dan mengantarnya kepada guru yang dipercaya.

Siswa {mad} menyusun sendiri {pasal} butir kesepakatan melawan perundungan. {unit} mendampingi
prosesnya, termasuk melatih {guru} guru mengenali tanda-tandanya.
""",
        body="""
Penyusunan dimulai dengan pertanyaan tanpa nama: kapan kamu merasa tidak aman di madrasah?
[Jawaban terbanyak bukan di kelas, melainkan di kamar mandi dan di perjalanan pulang|Jawaban yang
paling sering muncul: saat guru tidak ada].

“Kami mengira tahu semuanya. Ternyata peta rasa aman siswa berbeda dari peta kami,” kata {nama},
guru bimbingan konseling.

Dari jawaban itu lahir {pasal} butir kesepakatan, di antaranya:

- tidak memanggil teman dengan nama orang tua atau ciri tubuh;
- tidak merekam teman yang sedang dipermalukan;
- yang melihat ikut bertanggung jawab melapor.

Kotak biru diletakkan di tiga tempat. Dalam sebulan masuk {lapor} laporan, sebagian besar selesai
dengan pertemuan yang ditengahi guru. Laporan berat ditangani bersama orang tua dan lembaga
perlindungan anak.

?{jubir} mengingatkan agar nama anak tidak disebarkan, baik korban maupun pelaku. “Keduanya masih
akan tumbuh. Jangan biarkan satu peristiwa menjadi nama panggilan mereka,” katanya.

Orang tua dapat meminta salinan kesepakatan dan nomor pengaduan di ruang tata usaha madrasah.
""",
    ),
    Frame(
        key="inklusi",
        kinds=UPPER,
        category="pendidikan",
        programmes=SEKOLAH,
        theme="madrasah",
        tags=("madrasah inklusif", "disabilitas", "guru pendamping", "pendidikan"),
        pictures=(("kelas", "kelas inklusif di sebuah madrasah"),),
        facts=lambda r: {
            "n": r.randint(9, 46),
            "mad_n": r.randint(3, 14),
            "guru": r.randint(12, 58),
            "jam": r.choice((24, 32, 40)),
        },
        titles="""
{n} Anak Berkebutuhan Khusus Belajar di {mad_n} Madrasah {tempat}, Guru Pendamping Disiapkan
{guru} Guru Madrasah {tempat} Berlatih {jam:d} Jam untuk Mendampingi Siswa Disabilitas
Satu Kelas, Banyak Cara Belajar: {mad_n} Madrasah di {tempat} Terima {n} Siswa Disabilitas
""",
        leads="""
Sebanyak {n} anak berkebutuhan khusus kini belajar di {mad_n} madrasah di {wilayah}. Untuk
mendampingi mereka, {guru} guru berlatih {jam:d} jam menyusun pelajaran yang dapat diikuti semua
anak.

{unit} melatih {guru} guru dari {mad_n} madrasah menjadi pendamping siswa disabilitas. Tujuannya
agar tidak ada anak yang ditolak di gerbang karena guru belum siap.
""",
        body="""
Latihan dimulai dengan mata tertutup dan telinga disumbat. Guru diminta mengikuti pelajaran dalam
keadaan itu selama satu jam. [Banyak yang menyerah sebelum waktunya|Sebagian besar melepas penutup
matanya sebelum waktu habis].

“Sesudah merasakannya, orang berhenti bertanya mengapa anak ini lambat. Mereka bertanya apa yang
harus saya ubah,” kata {jubir}.

Guru kemudian menyusun rencana belajar perorangan. Isinya pendek: apa yang sudah bisa, apa target
bulan ini, siapa yang membantu, dan tanda apa yang menunjukkan anak mulai lelah.

Di {mad}, seorang siswa dengan hambatan penglihatan [duduk di dekat jendela dan memakai lembar
berhuruf besar|belajar dengan peta timbul dari tali dan kancing]. Teman-temannya bergiliran
membacakan soal.

?{nama}, orang tua salah seorang siswa, sempat ditolak dua sekolah. “Di sini yang ditanya pertama
bukan kekurangannya, melainkan apa kesukaannya,” katanya.

Orang tua yang ingin mendaftarkan anak berkebutuhan khusus dapat berkonsultasi lebih dulu tanpa
membawa berkas apa pun. Jadwal konsultasi tersedia setiap Rabu.
""",
    ),
    Frame(
        key="koperasi-santri",
        kinds=UPPER,
        category="pendidikan",
        programmes=(*PESANTREN, *EKONOMI),
        theme="pesantren",
        tags=("koperasi santri", "pesantren", "kewirausahaan", "pertanian"),
        pictures=(("kebun", "kebun hidroponik koperasi santri"), ("sawah", "lahan pertanian pesantren")),
        facts=lambda r: {
            "kg": (kg := r.randint(60, 420)),
            "harga": (h := r.choice((8_000, 9_000, 10_000, 12_000))),
            "hasil": kg * h,
            "n": r.randint(18, 64),
            "bulan_tanam": r.randint(2, 4),
            "pelanggan": r.randint(6, 24),
        },
        titles="""
Koperasi Santri {pesantren} Panen {kg} Kilogram {sayur}, Hasilnya untuk Beasiswa Teman
Panen Perdana {sayur} {pesantren}: {kg} Kilogram Habis Dipesan {pelanggan} Warung
{n} Santri {pesantren} Kelola Koperasi, Belajar Berdagang dari Sepetak Kebun {sayur}
""",
        leads="""
Koperasi santri {pesantren} memanen {kg} kilogram {sayur} setelah {bulan_tanam} bulan menanam.
Seluruh hasilnya habis dipesan {pelanggan} warung di sekitar pesantren.

Sebanyak {n} santri {pesantren} mengelola kebun {sayur} sekaligus koperasinya. Panen pertama
menghasilkan {kg} kilogram, dan sebagian labanya menjadi beasiswa bagi santri yang kesulitan
biaya.
""",
        body="""
Kebun itu menempati lahan [di belakang asrama|bekas tumpukan bata]. Santri membagi tugas dalam
tiga regu: menanam, menjual, dan membukukan. Setiap bulan tugasnya bergilir agar semua mengenal
seluruh pekerjaan.

Dengan harga Rp{harga} per kilogram, penjualan {kg} kilogram {sayur} menghasilkan Rp{hasil}.
Setelah dikurangi benih dan pupuk, laba dibagi untuk modal, kas asrama, dan beasiswa.

“Yang paling sulit bukan menanam, tetapi menagih,” kata {nama}, santri yang memegang buku kas,
disambut tawa teman-temannya.

Buku kas koperasi ditempel di dinding dan boleh diperiksa siapa saja. [Selisih lima ratus rupiah
pun dicari sampai ketemu|Setiap Kamis malam, angka di buku dicocokkan dengan isi kotak].

“Kemandirian pesantren dimulai dari kebiasaan mencatat. Tanaman bisa gagal, catatan tidak boleh,”
ujar {jubir}.

?Pelanggan tetap kini {pelanggan} warung. Mereka memesan lewat pesan singkat sehari sebelumnya,
dan santri mengantar dengan gerobak selepas subuh.

Pada musim tanam berikutnya, koperasi berencana menambah {sayur2} dan mengolah sisa panen menjadi
pupuk kompos.
""",
    ),
    Frame(
        key="poskestren",
        kinds=OFFICE,
        category="pendidikan",
        programmes=PESANTREN,
        theme="pesantren",
        tags=("pesantren", "kesehatan santri", "sanitasi", "santri"),
        pictures=(("kantor", "bangunan asrama pesantren"), ("masjid", "masjid di lingkungan pesantren")),
        facts=lambda r: {
            "n": r.randint(140, 720),
            "kulit": (k := r.randint(24, 70)),
            "kini": round(k * r.uniform(0.1, 0.35)) + 1,
            "toilet": r.randint(6, 18),
            "kader": r.randint(10, 30),
        },
        titles="""
Kasus Penyakit Kulit Santri {pesantren} Turun dari {kulit} Menjadi {kini}, Ini Resepnya
{kader} Santri {pesantren} Jadi Kader Kesehatan, {toilet} Kamar Mandi Dibenahi
Jemur Kasur Setiap Jumat: Cara {pesantren} Menjaga {n} Santri Tetap Sehat
""",
        leads="""
Kasus penyakit kulit di {pesantren} turun dari {kulit} menjadi {kini} dalam empat bulan. Kuncinya
bukan obat mahal, melainkan air bersih, kasur yang dijemur, dan {kader} santri kader kesehatan.

Sebanyak {kader} santri {pesantren} dilatih menjadi kader kesehatan bagi {n} penghuni asrama.
{toilet} kamar mandi dibenahi bersama wali santri dan puskesmas.
""",
        body="""
Pembenahan dimulai dari hal yang paling mudah dilihat. Handuk tidak lagi dipakai bersama, kasur
dijemur setiap Jumat, dan [jendela asrama yang dipaku dibuka kembali|lemari digeser agar cahaya
masuk].

“Penyakitnya berpindah lewat kebiasaan. Maka kebiasaannya yang diobati,” kata petugas puskesmas
yang mendampingi.

{kader} kader bertugas mencatat santri yang sakit, mengukur suhu, dan melapor sebelum keluhan
menjadi berat. Mereka dilatih [tiga hari|empat kali pertemuan] dan membawa tas berisi termometer,
perban, serta oralit.

Sebanyak {toilet} kamar mandi diperbaiki dengan gotong royong wali santri. {bapak}, seorang tukang
batu, menyumbangkan tenaganya selama dua pekan. “Anak saya tinggal di sini. Ini rumah saya juga,”
katanya.

?{jubir} menyebut {pesantren} sebagai contoh bahwa perubahan bisa dimulai tanpa menunggu bantuan
besar. Daftar periksanya satu halaman dan dapat ditiru pesantren lain.

Pemeriksaan kesehatan berkala kini dijadwalkan setiap tiga bulan. Hasilnya disampaikan kepada
orang tua masing-masing, tidak diumumkan.
""",
    ),
    Frame(
        key="aksara",
        kinds=OFFICE,
        category="pendidikan",
        programmes=SEKOLAH,
        theme="madrasah",
        tags=("bahasa daerah", "madrasah", "literasi", "budaya"),
        pictures=(
            ("kelas", "kelas menulis cerita bahasa daerah"),
            ("perpustakaan", "koleksi cerita rakyat di perpustakaan"),
        ),
        facts=lambda r: {
            "n": r.randint(24, 110),
            "cerita": r.randint(14, 62),
            "sepuh": r.randint(5, 18),
            "pekan": r.randint(5, 10),
        },
        titles="""
{n} Siswa Madrasah {tempat} Menulis Ulang {cerita} Cerita Kakek Nenek dalam Bahasa Daerah
Sebelum Hilang, {cerita} Cerita Rakyat {tempat} Direkam dan Dibukukan Siswa Madrasah
Siswa {mad} Wawancarai {sepuh} Warga Sepuh, Lahirlah Buku Cerita Dua Bahasa
""",
        leads="""
Sebanyak {n} siswa madrasah di {wilayah} merekam {cerita} cerita yang selama ini hanya dituturkan.
Semuanya dibukukan dalam dua bahasa agar dapat dibaca adik-adik mereka.

Siswa {mad} mendatangi {sepuh} warga sepuh untuk mendengar cerita masa kecil mereka. Dari
kunjungan selama {pekan} pekan itu terkumpul {cerita} cerita dalam bahasa daerah.
""",
        body="""
Aturannya sederhana: dengarkan sampai selesai, jangan memotong, dan tanyakan arti kata yang tidak
dipahami. [Satu cerita rata-rata memerlukan dua kali kunjungan|Banyak siswa harus kembali dua kali
karena ceritanya panjang].

“Anak-anak mengira mereka mewawancarai orang tua. Sebenarnya mereka sedang diwarisi,” kata {nama},
guru bahasa di {mad}.

Sebuah cerita tentang asal-usul mata air dipakai guru IPA untuk membahas daerah resapan. Cerita
lain tentang perahu yang karam menjadi bahan pelajaran [akhlak|menulis puisi].

Penulisan dilakukan berpasangan. Satu siswa menulis dalam bahasa daerah, temannya menerjemahkan ke
dalam bahasa Indonesia, lalu keduanya membacakan hasilnya di depan penutur untuk diperbaiki.

?Seorang penutur berusia delapan puluhan tahun meminta ceritanya dibacakan dua kali. “Baru kali
ini ada yang menulis omongan saya,” katanya dalam bahasa ibu.

{jubir} mengatakan buku itu akan dicetak terbatas dan dibagikan ke perpustakaan madrasah. Versi
digitalnya dapat diunduh tanpa biaya mulai {mulai}.
""",
    ),
    Frame(
        key="guru-kebun",
        kinds=ANY,
        category="pendidikan",
        programmes=(*ALAM, *SEKOLAH),
        theme="alam",
        tags=("kebun madrasah", "ekoteologi", "siswa", "lingkungan"),
        pictures=(("kebun", "kebun sayur di halaman madrasah"), ("pohon", "siswa menanam di halaman madrasah")),
        facts=lambda r: {
            "n": r.randint(60, 380),
            "petak": r.randint(12, 48),
            "kompos": r.randint(40, 260),
            "jenis": r.randint(5, 12),
        },
        titles="""
{petak} Petak Kebun {mad} Jadi Ruang Kelas, Pelajaran IPA Diukur dengan Penggaris dan {sayur}
Halaman Gersang {mad} Berubah Menjadi Kebun {jenis} Jenis Sayur
{kompos} Kilogram Kompos dari Daun Kering, Siswa {mad} Rawat {petak} Petak Kebun
""",
        leads="""
Halaman {mad} yang dulu gersang kini terbagi menjadi {petak} petak kebun. Sebanyak {n} siswa
merawatnya, dan pelajaran IPA serta matematika kerap berpindah ke sana.

Siswa {mad} mengolah daun kering menjadi {kompos} kilogram kompos. Pupuk itu kembali ke {petak}
petak kebun yang mereka rawat bersama guru.
""",
        body="""
Setiap kelas memegang beberapa petak dan menanam {jenis} jenis sayur, di antaranya {sayur} dan
{sayur2}. Tinggi tanaman diukur setiap Senin dan digambar menjadi grafik. [Grafik yang menurun pun
dipajang|Kelas yang tanamannya mati menulis dugaan penyebabnya].

“Anak-anak mengerti arti amanah ketika tanamannya layu sepulang libur,” kata {jubir}.

Daun kering tidak dibakar. Siswa menumpuknya dalam bilik bambu, menyiram, dan membalik setiap
pekan. Setelah dua bulan terkumpul {kompos} kilogram kompos yang cukup untuk satu musim tanam.

{nama}, siswa kelas delapan, mencatat cacing yang ditemuinya. “Semakin banyak cacing, tanahnya
semakin gelap. Saya tulis supaya adik kelas tahu,” ujarnya.

?Hasil panen dibawa ke kantin dan sebagian dibawa pulang. Orang tua yang datang mengambil rapor
[sering pulang membawa bibit|pulang membawa seikat sayur].

Guru menyiapkan buku panduan dua belas halaman yang ditulis bersama siswa. Madrasah lain dapat
memintanya tanpa biaya.
""",
    ),
)
