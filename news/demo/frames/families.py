"""Guidance for couples, teenagers, elders and families in trouble."""

from news.demo.frame import DIGITAL, KUA, LOCAL, NIKAH, Frame

FRAMES = (
    Frame(
        key="bimwin",
        kinds=KUA,
        category="bimas",
        programmes=NIKAH,
        theme="keluarga",
        tags=("bimbingan perkawinan", "calon pengantin", "keluarga", "kua"),
        pictures=(
            ("rapat", "kelas bimbingan perkawinan di aula {unit}"),
            ("pelaminan", "pasangan calon pengantin setelah mengikuti bimbingan"),
        ),
        facts=lambda r: {
            "n": (n := r.randint(7, 28)),
            "orang": n * 2,
            "jp": r.choice((12, 16)),
            "gaji": r.choice((2, 3)),
            "kel": r.randint(3, 6),
        },
        titles="""
{n} Pasangan di {tempat} Belajar Menyusun Anggaran Rumah Tangga sebelum Akad
Bukan Sekadar Nasihat, Bimbingan Perkawinan {unit} Ajak {n} Pasangan Hitung Belanja Bulanan
Sebelum Naik Pelaminan, {orang} Calon Pengantin di {unit} Berlatih Menyelesaikan Pertengkaran
{unit} Ubah Cara Bimbingan Perkawinan, {n} Pasangan Lebih Banyak Berlatih daripada Mendengar
""",
        leads="""
Sebanyak {n} pasangan calon pengantin duduk berhadapan dan menyusun anggaran bulan pertama
pernikahan mereka. Latihan itu menjadi bagian bimbingan perkawinan di {unit}, {hari}.

Bimbingan perkawinan di {unit} kali ini lebih banyak diisi latihan daripada ceramah. {n} pasangan
diminta membahas uang, mertua, dan cara meminta maaf sebelum akad dilangsungkan.
""",
        body="""
Setiap pasangan menerima lembar kosong dan penghasilan contoh [tiga juta rupiah|dua setengah juta
rupiah] sebulan. Mereka diminta membaginya bersama. Dalam sepuluh menit, ruangan yang semula
tenang menjadi ramai oleh tawar-menawar.

“Lebih baik berdebat di sini daripada di bulan ketiga pernikahan. Di sini ada yang menengahi,”
kata {jubir}.

Materi berlangsung {jp:d} jam pelajaran dan dibagi dalam {kel} kelompok. Selain keuangan, pasangan
mempelajari kesehatan reproduksi bersama bidan, hak dan kewajiban suami istri, serta [tanda-tanda
kekerasan dalam rumah tangga|cara berbicara ketika marah].

{nama}, calon pengantin dari {dusun}, baru tahu pasangannya menanggung biaya sekolah adik. “Kami
tidak pernah membicarakannya. Ternyata bisa, dan tidak jadi pertengkaran,” katanya.

?Penyuluh menutup kelas dengan tugas rumah: menulis tiga kebiasaan yang ingin dipertahankan dan
satu yang ingin diubah. Lembar itu disimpan pasangan, tidak dikumpulkan.

Jadwal bimbingan dibuka setiap pekan. Pasangan yang bekerja di luar daerah dapat mengikuti kelas
daring dan [menyusulkan sesi kesehatan di puskesmas terdekat|bertatap muka satu kali sebelum
akad].
""",
    ),
    Frame(
        key="brus",
        kinds=LOCAL,
        category="bimas",
        programmes=NIKAH,
        theme="keluarga",
        tags=("remaja", "brus", "pernikahan anak", "sekolah"),
        pictures=(("kelas", "kelas bimbingan remaja di sebuah madrasah"),),
        facts=lambda r: {
            "n": r.randint(46, 180),
            "sesi": r.randint(3, 5),
            "cita": r.randint(12, 30),
            "fas": r.randint(3, 6),
        },
        titles="""
{n} Remaja {tempat} Menulis Surat untuk Diri Sendiri, Cara Baru Cegah Pernikahan Anak
Bimbingan Remaja di {mad}: {n} Pelajar Belajar Berkata Tidak dan Menyusun Cita-Cita
Cegah Pernikahan Dini dari Ruang Kelas, {unit} Dampingi {n} Pelajar selama {sesi} Sesi
""",
        leads="""
Sebanyak {n} pelajar {mad} menulis surat untuk diri mereka lima tahun lagi. Surat itu menutup
{sesi} sesi bimbingan remaja usia sekolah yang didampingi {fas} fasilitator {unit}.

{unit} mendampingi {n} pelajar membahas pergaulan, media sosial, dan cita-cita. Kelas berlangsung
{sesi} sesi tanpa mimbar, dengan kursi yang disusun melingkar.
""",
        body="""
Kegiatan dimulai dengan permainan peran. Seorang pelajar menjadi teman yang memaksa, yang lain
berlatih menolak tanpa [memutus pertemanan|menyakiti]. Kalimat yang paling berhasil ditulis di
papan.

“Remaja tidak kekurangan larangan. Mereka kekurangan tempat bertanya,” kata {jubir}, {hari}.

Usia perkawinan menurut undang-undang adalah 19 tahun bagi laki-laki dan perempuan. Fasilitator
menjelaskan alasannya dengan [angka putus sekolah dan risiko kesehatan ibu muda|cerita yang dekat
dengan keseharian pelajar], bukan dengan ancaman.

Pada sesi terakhir, pelajar menyusun rencana sederhana: satu cita-cita, dua keterampilan yang
perlu dipelajari, dan satu orang dewasa yang dapat dimintai pendapat.

?“Saya menulis ingin jadi perawat. Tadi dijelaskan jalur sekolahnya, jadi tidak cuma angan-angan,”
tutur {nama}, salah seorang peserta.

?Guru pembimbing menyimpan kotak pertanyaan tanpa nama. Dalam sepekan, {cita} pertanyaan masuk dan
akan dijawab pada pertemuan lanjutan {mulai}.

Madrasah dan sekolah yang ingin mengadakan kelas serupa dapat mengirim permohonan ke {unit} paling
lambat dua pekan sebelumnya. Kelas tidak dipungut biaya.
""",
    ),
    Frame(
        key="stunting",
        kinds=LOCAL,
        category="bimas",
        programmes=NIKAH,
        theme="keluarga",
        tags=("stunting", "calon pengantin", "kesehatan", "puskesmas"),
        pictures=(
            ("pelaminan", "pasangan calon pengantin mengikuti pemeriksaan kesehatan"),
            ("loket", "meja pemeriksaan kesehatan calon pengantin"),
        ),
        facts=lambda r: {
            "n": (n := r.randint(18, 74)),
            "anemia": (a := r.randint(3, n // 3)),
            "sehat": n - a,
            "pekan": r.randint(4, 9),
        },
        titles="""
Periksa Darah sebelum Akad, {anemia} dari {n} Calon Pengantin di {tempat} Ternyata Anemia
{unit} dan Puskesmas Dampingi {n} Calon Ibu, Cegah Stunting sejak sebelum Menikah
Buku Nikah dan Tablet Tambah Darah: {n} Calon Pengantin {tempat} Dipantau Kesehatannya
""",
        leads="""
Sebanyak {n} calon pengantin perempuan di {wilayah} menjalani pemeriksaan kesehatan sebelum akad.
{anemia} di antaranya mengalami anemia dan kini didampingi puskesmas.

Pencegahan stunting di {wilayah} dimulai sebelum ijab kabul. {unit} bersama puskesmas memeriksa
{n} calon pengantin perempuan, lalu memantau mereka selama {pekan} pekan.
""",
        body="""
Pemeriksaan meliputi kadar hemoglobin, lingkar lengan, dan berat badan. Hasilnya diberikan kepada
masing-masing peserta dalam amplop tertutup. Sebanyak {sehat} orang dinyatakan sehat, sedangkan
{anemia} lainnya menerima tablet tambah darah dan jadwal kontrol.

“Tidak ada yang batal menikah karena hasil ini. Justru supaya setelah menikah ibunya kuat dan
anaknya sehat,” kata {jubir}.

Bidan menjelaskan makanan murah yang mudah didapat: [ikan, telur, daun kelor, dan kacang
hijau|telur, tempe, bayam, dan ikan kecil]. Calon suami ikut duduk di kelas itu karena, menurut
bidan, urusan gizi bukan hanya tugas istri.

?{ibu}, salah seorang peserta dari {dusun}, sering pusing saat bekerja. “Saya kira karena kurang
tidur. Ternyata harus minum tablet dulu sebelum pesta,” katanya.

Pendampingan berlangsung {pekan} pekan melalui kader di desa. Data kesehatan hanya dipegang
puskesmas. KUA menerima keterangan bahwa pemeriksaan sudah dilakukan, tanpa rincian hasilnya.

Calon pengantin disarankan memeriksakan diri sedikitnya tiga bulan sebelum akad.
""",
    ),
    Frame(
        key="judi-daring",
        kinds=LOCAL,
        category="bimas",
        programmes=DIGITAL,
        theme="keluarga",
        tags=("literasi digital", "keluarga", "penyuluh", "keuangan keluarga"),
        pictures=(("rapat", "kelas keuangan keluarga bersama penyuluh"), ("kota", "permukiman warga")),
        facts=lambda r: {
            "n": r.randint(22, 96),
            "sesi": r.randint(3, 6),
            "kel": (k := r.randint(7, 20)),
            "utang": r.randint(3, k - 2),
        },
        titles="""
Buku Kas Keluarga Lawan Pinjaman Daring, {n} Warga {tempat} Ikut Kelas {sesi} Kali Temu
{n} Keluarga di {dusun} Belajar Mencatat Uang dan Mengenali Jebakan Pinjaman Daring
Penyuluh {unit} Dampingi {kel} Keluarga Keluar dari Lilitan Pinjaman Daring
""",
        leads="""
Penyuluh {unit} mengajak {n} warga {dusun} mencatat setiap rupiah yang keluar selama sepekan. Dari
catatan itu kelas literasi keuangan dimulai, termasuk mengenali jebakan pinjaman dan permainan
daring.

Kelas keuangan keluarga yang dibuka {unit} diikuti {n} warga. {kel} keluarga yang telanjur
berutang secara daring kini didampingi menyusun rencana pelunasan.
""",
        body="""
Pertemuan pertama tidak membahas dalil. Peserta diminta menulis pengeluaran kemarin, lalu menandai
yang sebenarnya tidak perlu. [Yang paling banyak ditandai adalah kuota internet dan rokok|Banyak
yang terkejut melihat jumlahnya].

“Kami tidak menghakimi. Orang yang terlilit utang sudah cukup malu. Yang ia perlukan adalah
langkah pertama,” kata {jubir}.

Dari {kel} keluarga yang meminta pendampingan, {utang} pernah meminjam untuk menutup pinjaman
lain. Penyuluh membantu menyusun urutan pelunasan dan menghubungkan mereka dengan layanan
pengaduan resmi.

Peserta juga diajari tiga tanda bahaya:

- penawaran yang datang lewat pesan pribadi;
- aplikasi yang meminta akses kontak dan galeri;
- janji keuntungan cepat tanpa penjelasan.

?{nama}, {pekerjaan}, kini menempel buku kas di pintu lemari. “Anak saya yang paling rajin
mengingatkan,” katanya sambil tertawa.

Peserta menyimpan catatannya sendiri dan tidak diminta menyebut jumlah utang di depan orang lain.
Kelas berlangsung {sesi} kali temu dan tidak dipungut biaya. Gelombang berikutnya dimulai {mulai}.
""",
    ),
    Frame(
        key="mediasi",
        kinds=KUA,
        category="bimas",
        programmes=NIKAH,
        theme="",
        tags=("keluarga", "mediasi", "konsultasi", "kua"),
        pictures=(("kantor", "kantor urusan agama tempat mediasi keluarga"), ("rapat", "ruang mediasi keluarga")),
        facts=lambda r: {
            "n": (n := r.randint(11, 42)),
            "damai": (d := int(n * r.uniform(0.56, 0.8)) + 1),
            "lanjut": n - d,
            "temu": r.randint(2, 4),
        },
        titles="""
Ditengahi Penghulu, {damai} dari {n} Pasangan di {tempat} Memilih Berdamai
Ruang Mediasi {unit} Dampingi {n} Keluarga, Sebagian Besar Kembali Rukun
{n} Pasangan Berselisih Datang ke {unit}, {damai} Pulang dengan Kesepakatan Tertulis
""",
        leads="""
Dari {n} pasangan yang datang ke ruang mediasi {unit} sepanjang {bulan}, {damai} memilih berdamai.
Mereka pulang dengan kesepakatan tertulis yang disusun sendiri.

Ruang mediasi {unit} menerima {n} pasangan yang berselisih. {damai} di antaranya mencapai
kesepakatan setelah rata-rata {temu} kali pertemuan.
""",
        body="""
Penyebab perselisihan yang paling sering dicatat adalah nafkah, campur tangan keluarga, dan
[telepon genggam|merantau terlalu lama]. Mediator mendengar kedua pihak secara terpisah sebelum
mempertemukan mereka.

“Kami tidak memutuskan siapa yang benar. Kami menjaga supaya keduanya selesai berbicara,” kata
{jubir}.

Setiap sesi dibatasi satu jam. Bila suara mulai meninggi, sesi dihentikan dan [dilanjutkan pekan
berikutnya|pasangan diberi waktu menenangkan diri]. Anak tidak dihadirkan di ruangan.

Kesepakatan ditulis dengan kalimat sederhana, misalnya jumlah uang belanja, hari mengunjungi orang
tua, atau jam ponsel disimpan. Penyuluh menanyakan kabarnya setelah satu bulan.

?Sebanyak {lanjut} pasangan lainnya belum bersepakat. Mereka diberi penjelasan tentang hak
masing-masing dan jalur hukum yang tersedia tanpa ditekan untuk bertahan.

Mediator mengikuti penyegaran dua kali setahun. Salah satu latihannya adalah diam selama lima
menit dan hanya [mencatat apa yang didengar|mengulang kalimat lawan bicara], sebab menurut mereka
itulah bagian tersulit.

Perkara kekerasan tidak dimediasi. Petugas langsung menghubungkan korban dengan layanan
perlindungan dan mendampingi pelaporannya.

Layanan ini tertutup, tidak dipungut biaya, dan dapat dipesan lewat nomor layanan {unit}.
""",
    ),
    Frame(
        key="lansia",
        kinds=LOCAL,
        category="bimas",
        programmes=("layanan-berdampak",),
        theme="keluarga",
        tags=("lansia", "majelis taklim", "penyuluh", "mengaji"),
        pictures=(
            ("masjid", "masjid tempat kelas mengaji lansia"),
            ("kebun", "pekarangan tempat warga berkumpul selepas mengaji"),
        ),
        facts=lambda r: {
            "n": r.randint(16, 52),
            "tua": r.randint(78, 91),
            "rumah": r.randint(5, 14),
            "huruf": r.choice((24, 28, 30)),
        },
        titles="""
Usia {tua:d} Tahun Belum Terlambat, {n} Lansia {tempat} Belajar Mengaji dengan Huruf Besar
Kelas Mengaji Lansia {dusun}: {n} Peserta, Kursi Bersandaran, dan Huruf Ukuran {huruf:d}
Penyuluh {unit} Datangi {rumah} Rumah Lansia yang Tak Lagi Kuat Berjalan ke Masjid
""",
        leads="""
Peserta tertua kelas mengaji di {dusun} berusia {tua:d} tahun. Bersama {n} lansia lain, ia belajar
dengan lembar berhuruf besar yang disiapkan penyuluh {unit}.

Penyuluh {unit} membuka kelas mengaji untuk {n} lansia, lengkap dengan kursi bersandaran dan jeda
istirahat. Mereka yang tidak kuat berjalan didatangi ke rumah.
""",
        body="""
Kelas digelar dua kali sepekan selepas asar. Bacaan dicetak dengan huruf ukuran {huruf:d}, dan
[kacamata baca disediakan dalam keranjang kecil|lampu tambahan dipasang di atas meja]. Tidak ada
target khatam.

“Yang mereka perlukan bukan dikejar. Mereka ingin ditemani,” kata {jubir}.

{nama}, {tua:d} tahun, [mengaku baru tahu bahwa bacaan salatnya selama ini tertukar dua
kata|bercerita bahwa masa kecilnya habis di kebun sehingga tidak sempat mengaji]. Ia tertawa
ketika menceritakannya. “Tidak apa-apa. Yang penting sekarang saya tahu.”

Di sela pelajaran, kader posyandu mengukur tekanan darah. Peserta yang hasilnya tinggi diantar ke
puskesmas pembantu keesokan harinya.

?Untuk {rumah} lansia yang tidak dapat meninggalkan rumah, penyuluh datang bergiliran. Kunjungan
setengah jam itu sering berakhir dengan [secangkir teh dan cerita masa muda|obrolan tentang cucu].

Keluarga yang ingin mendaftarkan orang tuanya dapat menghubungi penyuluh di kecamatan. Tidak ada
syarat kemampuan membaca.
""",
    ),
)
