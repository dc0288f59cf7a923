"""Story frames about madrasah and pesantren: reading, canteens, science, inclusion, enterprise."""

from news.demo.frame import (
    ALAM, ANY, DIGITAL, EKONOMI, OFFICE, PESANTREN, RUKUN, SEKOLAH, UPPER, Frame,
)

FRAMES = (
    Frame(
        key="kelas-baca", kinds=ANY, category="pendidikan", programmes=SEKOLAH, theme="madrasah",
        tags=("literasi", "kelas baca", "madrasah", "relawan"),
        pictures=(("kelas", "kelas baca malam di sebuah madrasah"), ("perpustakaan", "rak buku untuk kelas baca warga")),
        facts=lambda r: {"n": r.randint(24, 96), "malam": r.randint(2, 3), "relawan": r.randint(5, 16), "buku": r.randint(120, 640), "anak": r.randint(4, 11)},
        titles="""
{mad} Buka Kelas Baca Malam, {n} Anak {dusun} Datang Membawa Senter
Lampu Madrasah Menyala sampai Pukul Sembilan, {n} Anak di {tempat} Ikut Kelas Baca
{relawan} Relawan Temani {n} Anak Membaca, Kelas Malam {mad} Masuk Bulan Ketiga
Dari {anak} Menjadi {n} Anak, Kelas Baca Malam di {dusun} Tumbuh dari Mulut ke Mulut
""",
        leads="""
Kelas baca malam di {mad} bermula dari {anak} anak. Kini {n} anak {dusun} datang {malam} kali sepekan, ditemani
{relawan} relawan dan {buku} buku pinjaman.

Ketika ruang kelas lain gelap, satu ruang di {mad} tetap terang. Sebanyak {n} anak {dusun} membaca bersama {relawan}
relawan dalam kegiatan yang didampingi {unit}.
""",
        body="""
Tidak ada bel dan tidak ada nilai. Anak memilih buku sendiri, membaca dua puluh menit, lalu menceritakan isinya
kepada teman di sebelahnya. Buku yang paling sering berpindah tangan adalah {bacaan}.

“Kami tidak mengajar membaca. Kami menyediakan tempat yang terang dan orang yang mau mendengar,” kata {jubir}.

Relawan terdiri atas guru, mahasiswa, dan [dua orang ibu yang dahulu putus sekolah|seorang pensiunan pegawai
pos]. Mereka membagi jadwal agar setiap malam sedikitnya ada tiga orang dewasa di ruangan.

Untuk keamanan, anak dijemput orang tua atau pulang berkelompok. [Remaja masjid mengantar yang rumahnya paling
jauh|Ketua lingkungan ikut menjaga persimpangan].

?{ibu}, ibu dua anak, merasakan perubahannya di rumah. “Dulu rebutan ponsel. Sekarang rebutan siapa yang
bercerita duluan,” katanya.

?Buku yang rusak diperbaiki sendiri setiap Sabtu. Anak-anak belajar menjahit punggung buku dan menulis ulang
label.

Kelas terbuka bagi anak dari sekolah mana pun. Warga yang ingin menyumbang buku atau menjadi relawan dapat datang
langsung pada jam kelas.
""",
    ),
    Frame(
        key="perpustakaan", kinds=ANY, category="pendidikan", programmes=SEKOLAH, theme="madrasah",
        tags=("perpustakaan", "literasi", "madrasah", "buku"),
        pictures=(("perpustakaan", "ruang perpustakaan madrasah"),),
        facts=lambda r: {"n": r.randint(310, 1900), "dulu": (d := r.randint(40, 120)), "kini": d * r.randint(2, 4) + r.randint(1, 30), "judul": r.randint(21, 140), "kotak": r.randint(5, 18)},
        titles="""
Peminjaman Buku Naik dari {dulu} Menjadi {kini} Sebulan, Ini Cara {mad}
Perpustakaan {mad} Pindah ke Koridor, Peminjaman Capai {kini} Buku Sebulan
{kotak} Kotak Buku Berkeliling Kelas, Perpustakaan {mad} Tak Lagi Menunggu Pembaca
{n} Buku dan Meja Lesehan, Perpustakaan {mad} Jadi Tempat Favorit saat Istirahat
""",
        leads="""
Perpustakaan {mad} dulu sepi karena letaknya di ujung bangunan. Sejak {kotak} kotak buku diletakkan di koridor,
peminjaman naik dari {dulu} menjadi {kini} buku sebulan.

Peminjaman buku di {mad} mencapai {kini} kali dalam sebulan. Madrasah binaan di {wilayah} itu tidak menambah
gedung, hanya memindahkan buku ke tempat anak biasa berkumpul.
""",
        body="""
Perubahan itu diusulkan siswa. Mereka menghitung langkah dari kelas ke perpustakaan: [dua ratus empat puluh
langkah|lebih dari dua ratus langkah], cukup untuk menghabiskan waktu istirahat.

Kini {kotak} kotak berisi {judul} judul ditempatkan di koridor dan ditukar setiap dua pekan. Siswa mencatat
sendiri buku yang dibawa pada kartu di sisi kotak.

“Kami sempat takut bukunya hilang. Yang hilang tujuh, yang dibaca ratusan. Itu pertukaran yang baik,” ujar
{nama}, pustakawan madrasah.

Koleksi seluruhnya berjumlah {n} buku. Yang paling laris {bacaan}, disusul buku yang [ditulis siswa sendiri dan
dijilid sederhana|direkomendasikan teman lewat kertas tempel].

?Setiap Kamis, guru dan siswa membaca bersama selama lima belas menit. Guru ikut membaca, bukan mengawasi.
Menurut {nama}, kebiasaan itu lebih berpengaruh daripada poster.

{jubir} menyebut cara ini mudah ditiru. “Tidak perlu menunggu anggaran gedung. Mulailah dari satu kotak,” katanya.

Madrasah lain yang ingin belajar dapat berkunjung pada jam istirahat, saat koridor sedang ramai-ramainya.
""",
    ),
    Frame(
        key="kantin", kinds=ANY, category="pendidikan", programmes=(*SEKOLAH, *EKONOMI), theme="madrasah",
        tags=("kantin sehat", "madrasah", "gizi", "halal"),
        pictures=(("pasar", "lapak kantin dengan jajanan buatan warga"), ("kelas", "siswa belajar membaca label makanan")),
        facts=lambda r: {"n": r.randint(6, 14), "ganti": r.randint(4, 9), "siswa": r.randint(140, 620), "harga": r.choice((2000, 2500, 3000)), "turun": r.randint(30, 65)},
        titles="""
Kantin {mad} Ganti {ganti} Jajanan, Sampah Plastik Turun {turun:d} Persen
Jajanan Rp{harga} yang Bergizi: {n} Pedagang Kantin {mad} Sepakati Menu Baru
Siswa Jadi Pemeriksa Label, Kantin {mad} Kini Hanya Jual Jajanan Bersertifikat Halal
Minuman Bersoda Hilang, {sayur} dan Telur Masuk Menu Kantin {mad}
""",
        leads="""
Sebanyak {n} pedagang kantin {mad} menyepakati daftar jajanan baru. {ganti} jenis makanan kemasan diganti dengan
masakan sendiri, dan sampah plastik turun {turun:d} persen dalam sebulan.

Kantin {mad} yang melayani {siswa} siswa tidak lagi menjual minuman bersoda. Gantinya disusun bersama oleh
pedagang, orang tua, dan siswa.
""",
        body="""
Kesepakatan tidak dicapai dalam sehari. Pedagang khawatir kehilangan pembeli, siswa khawatir jajanan jadi mahal.
Jalan tengahnya: [harga tetap mulai Rp{harga}|tidak ada menu di atas Rp5.000], porsinya dibuat lebih kecil, dan
bahan dibeli bersama.

{nama}, yang sudah berjualan belasan tahun, kini menyajikan nasi dengan tumis {sayur} dan telur. “Untungnya sama,
tetapi dagangan saya habis lebih cepat,” katanya.

Siswa ikut bertugas sebagai pemeriksa label. Mereka belajar membaca tanggal kedaluwarsa, kadar gula, dan tanda
halal. [Temuan pertama mereka adalah saus yang lewat tanggal dua hari|Setiap temuan ditulis di papan kantin].

“Pelajaran gizi paling mudah diingat kalau langsung dimakan,” ujar {jubir}.

Wadah sekali pakai diganti dengan piring yang dicuci bergiliran. Kelas yang bertugas mencatat berat sampah setiap
hari. Hasilnya turun {turun:d} persen dibandingkan bulan sebelumnya.

?Seluruh pedagang sedang didampingi mengurus sertifikat halal melalui jalur usaha kecil. {unit} menugaskan
pendamping yang datang sepekan sekali.

Daftar menu ditempel di gerbang agar orang tua dapat ikut memeriksa. Usulan menu baru dibahas setiap awal bulan.
""",
    ),
    Frame(
        key="video-ajar", kinds=UPPER, category="pendidikan", programmes=("transformasi-digital", *SEKOLAH), theme="",
        tags=("guru madrasah", "video ajar", "pelatihan", "pembelajaran digital"),
        pictures=(("kelas", "kelas tempat guru merekam video ajar"), ("rapat", "pelatihan guru madrasah")),
        facts=lambda r: {"n": r.randint(26, 140), "video": r.randint(40, 210), "menit": r.randint(3, 6), "sekolah": r.randint(11, 48)},
        titles="""
Guru Madrasah {tempat} Belajar Membuat Video Ajar {menit:d} Menit dari Telepon Genggam
{n} Guru dari {sekolah} Madrasah Hasilkan {video} Video Ajar Tanpa Kamera Mahal
Tripod dari Botol Bekas, {n} Guru Madrasah {tempat} Rekam Pelajaran Sendiri
""",
        leads="""
Dengan telepon genggam dan tripod dari botol bekas, {n} guru madrasah di {wilayah} menghasilkan {video} video ajar.
Setiap video dibatasi {menit:d} menit dan membahas satu hal saja.

{unit} melatih {n} guru dari {sekolah} madrasah membuat video ajar. Tidak ada kamera mahal; yang dilatih adalah
menyusun penjelasan agar mudah dipahami.
""",
        body="""
Pelatihan dua hari itu lebih banyak diisi menulis daripada merekam. Guru diminta menyusun penjelasan dalam seratus
lima puluh kata, membacakannya kepada teman, lalu [mencoret bagian yang membuat dahi berkerut|memotong bagian yang
tidak perlu].

“Kalau penjelasannya jernih, gambar sederhana pun cukup. Kalau kabur, kamera semahal apa pun tidak menolong,” kata
{jubir}.

{nama}, guru matematika di {mad}, menjelaskan pecahan dengan irisan kue. Videonya sudah diputar di tiga kelas.
“Anak yang tidak masuk karena sakit bisa menonton di rumah,” katanya.

Video disimpan dalam ukuran kecil supaya ringan diunduh. Setiap video dilengkapi teks, sehingga dapat diikuti
siswa Tuli dan tetap berguna [di kelas tanpa pengeras suara|saat suara dimatikan].

?Wajah siswa tidak ditampilkan tanpa izin orang tua. Ketentuan itu dibahas khusus pada hari pertama, termasuk cara
mengaburkan nama pada lembar kerja.

Pelatih juga membahas kejujuran sumber. Gambar dan musik yang dipakai harus bebas hak cipta, dan angka yang disebut
[ditulis asalnya di akhir video|harus dapat ditunjukkan sumbernya] agar siswa belajar memeriksa.

Sebanyak {video} video yang terkumpul akan ditelaah sesama guru sebelum dibagikan melalui laman bersama mulai
{mulai}.
""",
    ),
    Frame(
        key="sains", kinds=UPPER, category="pendidikan", programmes=(*SEKOLAH, "transformasi-digital"), theme="madrasah",
        tags=("riset madrasah", "sains", "inovasi", "siswa"),
        pictures=(("kelas", "kelas riset madrasah"), ("kebun", "kebun percobaan riset siswa")),
        facts=lambda r: {"n": r.randint(14, 62), "karya": r.randint(3, 9), "persen": r.randint(18, 46), "bulan_riset": r.randint(3, 7), "biaya": r.randint(9, 38) * 10_000},
        titles="""
{alat} Buatan Siswa {mad} Diuji Coba Warga {dusun}
Modal Rp{biaya}, Siswa {mad} Rancang {alat}
{n} Proposal Riset Siswa Madrasah {tempat} Diseleksi, {karya} Lolos ke Tahap Uji Lapangan
Berangkat dari Masalah Rumah, Siswa Madrasah di {tempat} Ajukan {n} Gagasan Riset
""",
        leads="""
Siswa {mad} merancang {alat} dengan biaya Rp{biaya}. Karya itu menjadi satu dari {karya} riset madrasah di
{wilayah} yang lolos ke tahap uji lapangan.

Dari {n} proposal riset siswa madrasah di {wilayah}, {karya} melaju ke uji lapangan. Semuanya berangkat dari
masalah yang ditemui siswa di rumah.
""",
        body="""
Tim {mad} terdiri atas tiga siswa yang [rumahnya berdekatan|tinggal di dusun yang sama]. Selama {bulan_riset} bulan
mereka menguji {alat} di {dusun}, mencatat hasilnya setiap pagi, dan mengulang bila angkanya meragukan.

“Percobaan pertama gagal, yang kedua juga. Justru catatan gagalnya yang paling tebal,” kata {nama}, guru
pembimbing.

Pada uji terakhir, hasilnya lebih baik {persen:d} persen dibandingkan cara lama. Juri meminta pengujian diulang
dengan jumlah contoh yang lebih banyak sebelum disimpulkan.

{jubir} mengatakan penilaian tidak bertumpu pada kecanggihan. “Kami bertanya: masalahnya nyata atau tidak, datanya
jujur atau tidak, dan siapa yang akan memakainya.”

?Warga {dusun} yang meminjamkan halaman rumahnya untuk percobaan ikut hadir saat paparan. Mereka mengajukan
pertanyaan yang [tidak terpikir oleh juri|membuat juri tersenyum].

Setiap tim yang lolos menerima pendampingan dosen dan dana bahan. Laporan akhir akan dipamerkan dan dapat dibaca
umum, lengkap dengan bagian yang belum berhasil.
""",
    ),
    Frame(
        key="murid-baru", kinds=UPPER, category="pendidikan", programmes=(*SEKOLAH, "transformasi-digital"), theme="umum",
        season="murid-baru", tags=("murid baru", "pendaftaran", "madrasah", "layanan daring"),
        pictures=(("kelas", "ruang kelas madrasah menjelang tahun ajaran baru"), ("kantor", "madrasah yang membuka posko pendaftaran")),
        facts=lambda r: {"n": r.randint(420, 3800), "posko": r.randint(4, 19), "kursi": r.randint(18, 64) * 32, "hari_buka": r.randint(5, 12), "afirmasi": r.randint(10, 20)},
        titles="""
Pendaftaran Madrasah di {tempat} Dibuka Daring, {posko} Posko Bantu Orang Tua Tanpa Ponsel
{n} Anak Sudah Mendaftar, Madrasah di {tempat} Sediakan {kursi} Kursi Murid Baru
Jangan Titip Uang ke Siapa Pun: Pendaftaran Madrasah di {tempat} Tidak Dipungut Biaya
""",
        leads="""
Madrasah di {wilayah} menyediakan {kursi} kursi bagi murid baru. Sebanyak {n} anak sudah mendaftar, dan {posko} posko
dibuka untuk membantu orang tua yang tidak memiliki ponsel pintar.

Pendaftaran murid baru madrasah di {wilayah} berlangsung daring tanpa biaya. {unit} menyiapkan {posko} posko bantuan
hingga {batas}.
""",
        body="""
Orang tua cukup menyiapkan kartu keluarga, akta kelahiran, dan nomor ponsel yang aktif. [Berkas difoto, tidak perlu
difotokopi|Foto berkas dapat diunggah langsung dari ponsel]. Bukti pendaftaran dikirim melalui pesan singkat.

“Kalau ada yang meminta uang untuk melancarkan, itu bukan dari kami. Laporkan,” tegas {jubir}.

Jalur penerimaan terdiri atas prestasi, reguler, dan afirmasi. Sebanyak {afirmasi:d} persen kursi disediakan untuk
anak dari keluarga kurang mampu, yatim, dan penyandang disabilitas.

Pada {hari_buka} hari pertama, kendala yang paling sering dilaporkan adalah nomor kartu keluarga yang belum padan.
Petugas posko membantu memeriksa, lalu [mengarahkan orang tua ke dinas kependudukan|menghubungi dinas kependudukan
lewat jalur khusus].

?{nama}, {pekerjaan} dari {dusun}, mendaftarkan anak bungsunya di posko {mad}. “Saya tidak pandai memakai ponsel.
Di sini dipandu sampai nomornya keluar,” katanya.

Pendaftaran ditutup {batas}. Hasil seleksi diumumkan serentak di laman madrasah dan ditempel di papan pengumuman.
""",
    ),
    Frame(
        key="perundungan", kinds=ANY, category="pendidikan", programmes=(*SEKOLAH, *RUKUN), theme="madrasah",
        tags=("madrasah ramah anak", "antiperundungan", "siswa", "konseling"),
        pictures=(("kelas", "kelas yang menyusun kesepakatan bersama"), ("rapat", "guru dan siswa membahas madrasah ramah anak")),
        facts=lambda r: {"n": r.randint(16, 48), "lapor": r.randint(7, 26), "pasal": r.randint(6, 10), "guru": r.randint(12, 40)},
        titles="""
{n} Siswa {mad} Jadi Penjaga Teman, Perundungan Dilaporkan lewat Kotak Biru
Kesepakatan {pasal} Butir Melawan Perundungan Disusun Siswa {mad} Sendiri
Tak Lagi Ditertawakan: {mad} Latih {guru} Guru dan {n} Siswa Menangani Perundungan
""",
        leads="""
Sebanyak {n} siswa {mad} dilatih menjadi penjaga teman. Tugas mereka bukan menghukum, melainkan menemani korban dan
mengantarnya kepada guru yang dipercaya.

Siswa {mad} menyusun sendiri {pasal} butir kesepakatan melawan perundungan. {unit} mendampingi prosesnya, termasuk
melatih {guru} guru mengenali tanda-tandanya.
""",
        body="""
Penyusunan dimulai dengan pertanyaan tanpa nama: kapan kamu merasa tidak aman di madrasah? [Jawaban terbanyak bukan
di kelas, melainkan di kamar mandi dan di perjalanan pulang|Jawaban yang paling sering muncul: saat guru tidak ada].

“Kami mengira tahu semuanya. Ternyata peta rasa aman siswa berbeda dari peta kami,” kata {nama}, guru bimbingan
konseling.

Dari jawaban itu lahir {pasal} butir kesepakatan, di antaranya:

- tidak memanggil teman dengan nama orang tua atau ciri tubuh;
- tidak merekam teman yang sedang dipermalukan;
- yang melihat ikut bertanggung jawab melapor.

Kotak biru diletakkan di tiga tempat. Dalam sebulan masuk {lapor} laporan, sebagian besar selesai dengan pertemuan
yang ditengahi guru. Laporan berat ditangani bersama orang tua dan lembaga perlindungan anak.

?{jubir} mengingatkan agar nama anak tidak disebarkan, baik korban maupun pelaku. “Keduanya masih akan tumbuh. Jangan
biarkan satu peristiwa menjadi nama panggilan mereka,” katanya.

Orang tua dapat meminta salinan kesepakatan dan nomor pengaduan di ruang tata usaha madrasah.
""",
    ),
    Frame(
        key="inklusi", kinds=UPPER, category="pendidikan", programmes=SEKOLAH, theme="madrasah",
        tags=("madrasah inklusif", "disabilitas", "guru pendamping", "pendidikan"),
        pictures=(("kelas", "kelas inklusif di sebuah madrasah"),),
        facts=lambda r: {"n": r.randint(9, 46), "mad_n": r.randint(3, 14), "guru": r.randint(12, 58), "jam": r.choice((24, 32, 40))},
        titles="""
{n} Anak Berkebutuhan Khusus Belajar di {mad_n} Madrasah {tempat}, Guru Pendamping Disiapkan
{guru} Guru Madrasah {tempat} Berlatih {jam:d} Jam untuk Mendampingi Siswa Disabilitas
Satu Kelas, Banyak Cara Belajar: {mad_n} Madrasah di {tempat} Terima {n} Siswa Disabilitas
""",
        leads="""
Sebanyak {n} anak berkebutuhan khusus kini belajar di {mad_n} madrasah di {wilayah}. Untuk mendampingi mereka,
{guru} guru berlatih {jam:d} jam menyusun pelajaran yang dapat diikuti semua anak.

{unit} melatih {guru} guru dari {mad_n} madrasah menjadi pendamping siswa disabilitas. Tujuannya agar tidak ada anak
yang ditolak di gerbang karena guru belum siap.
""",
        body="""
Latihan dimulai dengan mata tertutup dan telinga disumbat. Guru diminta mengikuti pelajaran dalam keadaan itu selama
satu jam. [Banyak yang menyerah sebelum waktunya|Sebagian besar melepas penutup matanya sebelum waktu habis].

“Sesudah merasakannya, orang berhenti bertanya mengapa anak ini lambat. Mereka bertanya apa yang harus saya ubah,”
kata {jubir}.

Guru kemudian menyusun rencana belajar perorangan. Isinya pendek: apa yang sudah bisa, apa target bulan ini, siapa
yang membantu, dan tanda apa yang menunjukkan anak mulai lelah.

Di {mad}, seorang siswa dengan hambatan penglihatan [duduk di dekat jendela dan memakai lembar berhuruf
besar|belajar dengan peta timbul dari tali dan kancing]. Teman-temannya bergiliran membacakan soal.

?{nama}, orang tua salah seorang siswa, sempat ditolak dua sekolah. “Di sini yang ditanya pertama bukan kekurangannya,
melainkan apa kesukaannya,” katanya.

Orang tua yang ingin mendaftarkan anak berkebutuhan khusus dapat berkonsultasi lebih dulu tanpa membawa berkas apa
pun. Jadwal konsultasi tersedia setiap Rabu.
""",
    ),
    Frame(
        key="koperasi-santri", kinds=UPPER, category="pendidikan", programmes=(*PESANTREN, *EKONOMI), theme="pesantren",
        tags=("koperasi santri", "pesantren", "kewirausahaan", "pertanian"),
        pictures=(("kebun", "kebun hidroponik koperasi santri"), ("sawah", "lahan pertanian pesantren")),
        facts=lambda r: {"kg": (kg := r.randint(60, 420)), "harga": (h := r.choice((8_000, 9_000, 10_000, 12_000))), "hasil": kg * h, "n": r.randint(18, 64), "bulan_tanam": r.randint(2, 4), "pelanggan": r.randint(6, 24)},
        titles="""
Koperasi Santri {pesantren} Panen {kg} Kilogram {sayur}, Hasilnya untuk Beasiswa Teman
Panen Perdana {sayur} {pesantren}: {kg} Kilogram Habis Dipesan {pelanggan} Warung
{n} Santri {pesantren} Kelola Koperasi, Belajar Berdagang dari Sepetak Kebun {sayur}
""",
        leads="""
Koperasi santri {pesantren} memanen {kg} kilogram {sayur} setelah {bulan_tanam} bulan menanam. Seluruh hasilnya
habis dipesan {pelanggan} warung di sekitar pesantren.

Sebanyak {n} santri {pesantren} mengelola kebun {sayur} sekaligus koperasinya. Panen pertama menghasilkan {kg}
kilogram, dan sebagian labanya menjadi beasiswa bagi santri yang kesulitan biaya.
""",
        body="""
Kebun itu menempati lahan [di belakang asrama|bekas tumpukan bata]. Santri membagi tugas dalam tiga regu: menanam,
menjual, dan membukukan. Setiap bulan tugasnya bergilir agar semua mengenal seluruh pekerjaan.

Dengan harga Rp{harga} per kilogram, penjualan {kg} kilogram {sayur} menghasilkan Rp{hasil}. Setelah dikurangi
benih dan pupuk, laba dibagi untuk modal, kas asrama, dan beasiswa.

“Yang paling sulit bukan menanam, tetapi menagih,” kata {nama}, santri yang memegang buku kas, disambut tawa
teman-temannya.

Buku kas koperasi ditempel di dinding dan boleh diperiksa siapa saja. [Selisih lima ratus rupiah pun dicari sampai
ketemu|Setiap Kamis malam, angka di buku dicocokkan dengan isi kotak].

“Kemandirian pesantren dimulai dari kebiasaan mencatat. Tanaman bisa gagal, catatan tidak boleh,” ujar {jubir}.

?Pelanggan tetap kini {pelanggan} warung. Mereka memesan lewat pesan singkat sehari sebelumnya, dan santri mengantar
dengan gerobak selepas subuh.

Pada musim tanam berikutnya, koperasi berencana menambah {sayur2} dan mengolah sisa panen menjadi pupuk kompos.
""",
    ),
    Frame(
        key="poskestren", kinds=OFFICE, category="pendidikan", programmes=PESANTREN, theme="pesantren",
        tags=("pesantren", "kesehatan santri", "sanitasi", "santri"),
        pictures=(("kantor", "bangunan asrama pesantren"), ("masjid", "masjid di lingkungan pesantren")),
        facts=lambda r: {"n": r.randint(140, 720), "kulit": (k := r.randint(24, 70)), "kini": round(k * r.uniform(0.1, 0.35)) + 1, "toilet": r.randint(6, 18), "kader": r.randint(10, 30)},
        titles="""
Kasus Penyakit Kulit Santri {pesantren} Turun dari {kulit} Menjadi {kini}, Ini Resepnya
{kader} Santri {pesantren} Jadi Kader Kesehatan, {toilet} Kamar Mandi Dibenahi
Jemur Kasur Setiap Jumat: Cara {pesantren} Menjaga {n} Santri Tetap Sehat
""",
        leads="""
Kasus penyakit kulit di {pesantren} turun dari {kulit} menjadi {kini} dalam empat bulan. Kuncinya bukan obat mahal,
melainkan air bersih, kasur yang dijemur, dan {kader} santri kader kesehatan.

Sebanyak {kader} santri {pesantren} dilatih menjadi kader kesehatan bagi {n} penghuni asrama. {toilet} kamar mandi
dibenahi bersama wali santri dan puskesmas.
""",
        body="""
Pembenahan dimulai dari hal yang paling mudah dilihat. Handuk tidak lagi dipakai bersama, kasur dijemur setiap Jumat,
dan [jendela asrama yang dipaku dibuka kembali|lemari digeser agar cahaya masuk].

“Penyakitnya berpindah lewat kebiasaan. Maka kebiasaannya yang diobati,” kata petugas puskesmas yang mendampingi.

{kader} kader bertugas mencatat santri yang sakit, mengukur suhu, dan melapor sebelum keluhan menjadi berat. Mereka
dilatih [tiga hari|empat kali pertemuan] dan membawa tas berisi termometer, perban, serta oralit.

Sebanyak {toilet} kamar mandi diperbaiki dengan gotong royong wali santri. {bapak}, seorang tukang batu, menyumbangkan
tenaganya selama dua pekan. “Anak saya tinggal di sini. Ini rumah saya juga,” katanya.

?{jubir} menyebut {pesantren} sebagai contoh bahwa perubahan bisa dimulai tanpa menunggu bantuan besar. Daftar
periksanya satu halaman dan dapat ditiru pesantren lain.

Pemeriksaan kesehatan berkala kini dijadwalkan setiap tiga bulan. Hasilnya disampaikan kepada orang tua
masing-masing, tidak diumumkan.
""",
    ),
    Frame(
        key="aksara", kinds=OFFICE, category="pendidikan", programmes=SEKOLAH, theme="madrasah",
        tags=("bahasa daerah", "madrasah", "literasi", "budaya"),
        pictures=(("kelas", "kelas menulis cerita bahasa daerah"), ("perpustakaan", "koleksi cerita rakyat di perpustakaan")),
        facts=lambda r: {"n": r.randint(24, 110), "cerita": r.randint(14, 62), "sepuh": r.randint(5, 18), "pekan": r.randint(5, 10)},
        titles="""
{n} Siswa Madrasah {tempat} Menulis Ulang {cerita} Cerita Kakek Nenek dalam Bahasa Daerah
Sebelum Hilang, {cerita} Cerita Rakyat {tempat} Direkam dan Dibukukan Siswa Madrasah
Siswa {mad} Wawancarai {sepuh} Warga Sepuh, Lahirlah Buku Cerita Dua Bahasa
""",
        leads="""
Sebanyak {n} siswa madrasah di {wilayah} merekam {cerita} cerita yang selama ini hanya dituturkan. Semuanya dibukukan
dalam dua bahasa agar dapat dibaca adik-adik mereka.

Siswa {mad} mendatangi {sepuh} warga sepuh untuk mendengar cerita masa kecil mereka. Dari kunjungan selama {pekan}
pekan itu terkumpul {cerita} cerita dalam bahasa daerah.
""",
        body="""
Aturannya sederhana: dengarkan sampai selesai, jangan memotong, dan tanyakan arti kata yang tidak dipahami. [Satu
cerita rata-rata memerlukan dua kali kunjungan|Banyak siswa harus kembali dua kali karena ceritanya panjang].

“Anak-anak mengira mereka mewawancarai orang tua. Sebenarnya mereka sedang diwarisi,” kata {nama}, guru bahasa di
{mad}.

Sebuah cerita tentang asal-usul mata air dipakai guru IPA untuk membahas daerah resapan. Cerita lain tentang perahu
yang karam menjadi bahan pelajaran [akhlak|menulis puisi].

Penulisan dilakukan berpasangan. Satu siswa menulis dalam bahasa daerah, temannya menerjemahkan ke dalam bahasa
Indonesia, lalu keduanya membacakan hasilnya di depan penutur untuk diperbaiki.

?Seorang penutur berusia delapan puluhan tahun meminta ceritanya dibacakan dua kali. “Baru kali ini ada yang menulis
omongan saya,” katanya dalam bahasa ibu.

{jubir} mengatakan buku itu akan dicetak terbatas dan dibagikan ke perpustakaan madrasah. Versi digitalnya dapat
diunduh tanpa biaya mulai {mulai}.
""",
    ),
    Frame(
        key="guru-kebun", kinds=ANY, category="pendidikan", programmes=(*ALAM, *SEKOLAH), theme="alam",
        tags=("kebun madrasah", "ekoteologi", "siswa", "lingkungan"),
        pictures=(("kebun", "kebun sayur di halaman madrasah"), ("pohon", "siswa menanam di halaman madrasah")),
        facts=lambda r: {"n": r.randint(60, 380), "petak": r.randint(12, 48), "kompos": r.randint(40, 260), "jenis": r.randint(5, 12)},
        titles="""
{petak} Petak Kebun {mad} Jadi Ruang Kelas, Pelajaran IPA Diukur dengan Penggaris dan {sayur}
Halaman Gersang {mad} Berubah Menjadi Kebun {jenis} Jenis Sayur
{kompos} Kilogram Kompos dari Daun Kering, Siswa {mad} Rawat {petak} Petak Kebun
""",
        leads="""
Halaman {mad} yang dulu gersang kini terbagi menjadi {petak} petak kebun. Sebanyak {n} siswa merawatnya, dan
pelajaran IPA serta matematika kerap berpindah ke sana.

Siswa {mad} mengolah daun kering menjadi {kompos} kilogram kompos. Pupuk itu kembali ke {petak} petak kebun yang
mereka rawat bersama guru.
""",
        body="""
Setiap kelas memegang beberapa petak dan menanam {jenis} jenis sayur, di antaranya {sayur} dan {sayur2}. Tinggi
tanaman diukur setiap Senin dan digambar menjadi grafik. [Grafik yang menurun pun dipajang|Kelas yang tanamannya
mati menulis dugaan penyebabnya].

“Anak-anak mengerti arti amanah ketika tanamannya layu sepulang libur,” kata {jubir}.

Daun kering tidak dibakar. Siswa menumpuknya dalam bilik bambu, menyiram, dan membalik setiap pekan. Setelah dua
bulan terkumpul {kompos} kilogram kompos yang cukup untuk satu musim tanam.

{nama}, siswa kelas delapan, mencatat cacing yang ditemuinya. “Semakin banyak cacing, tanahnya semakin gelap. Saya
tulis supaya adik kelas tahu,” ujarnya.

?Hasil panen dibawa ke kantin dan sebagian dibawa pulang. Orang tua yang datang mengambil rapor [sering pulang
membawa bibit|pulang membawa seikat sayur].

Guru menyiapkan buku panduan dua belas halaman yang ditulis bersama siswa. Madrasah lain dapat memintanya tanpa
biaya.
""",
    ),
)
