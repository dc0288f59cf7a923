"""Services at the counter: queues, papers, waiting time, access."""

from news.demo.frame import ANY, DIGITAL, KUA, LOCAL, NIKAH, UPPER, Frame

FRAMES = (
    Frame(
        key="antrean-nikah",
        kinds=KUA,
        category="layanan",
        programmes=NIKAH,
        theme="layanan",
        tags=("nikah", "antrean daring", "kua", "pelayanan publik"),
        pictures=(
            ("loket", "loket pendaftaran nikah di {unit}"),
            ("kantor", "warga datang ke kantor urusan agama sesuai jam pesanan"),
        ),
        facts=lambda r: {
            "pekan": r.randint(3, 12),
            "n": r.randint(34, 148),
            "baru": r.choice((10, 15, 20, 25)),
            "lama": r.choice((90, 105, 120, 135, 150)),
            "hp": r.randint(58, 86),
        },
        titles="""
Antrean Nikah di {unit} Kini Bisa Dipesan dari Rumah, {n} Pasangan Sudah Mencoba
Daftar Nikah Tanpa Menunggu Lama: {n} Pasangan Pakai Antrean Daring {unit}
Menunggu Cukup {baru:d} Menit, {n} Calon Pengantin Pesan Antrean {unit} Lewat Ponsel
{pekan} Pekan Antrean Daring {unit}, {n} Pasangan Tidak Lagi Datang sejak Subuh
""",
        leads="""
Calon pengantin di {wilayah} kini dapat memilih jam kedatangan sebelum berangkat ke kantor. Dalam
{pekan} pekan, {n} pasangan memakai antrean daring dan rata-rata hanya menunggu {baru:d} menit.

{unit} membuka antrean daring untuk pendaftaran nikah. Waktu tunggu yang dulu mencapai {lama:d}
menit turun menjadi {baru:d} menit bagi {n} pasangan yang sudah memakainya.
""",
        body="""
Cara kerjanya sederhana. Pasangan membuka tautan antrean, memilih hari dan jam yang masih kosong,
lalu menerima nomor antrean di ponsel. [Tidak ada aplikasi yang perlu dipasang|Tautan itu ringan
dan terbuka juga di ponsel lama].

“[Dulu ada yang datang selepas subuh supaya kebagian nomor pertama|Dulu kursi tunggu penuh sebelum
pintu dibuka]. Sekarang orang tahu jam berapa ia dilayani,” kata {jubir}, {hari}.

Dari {n} pasangan yang terdaftar selama {pekan} pekan terakhir, {hp:d} persen memesan sendiri
lewat ponsel. Sisanya dibantu petugas melalui telepon atau dititipkan kepada imam desa.

?{nama}, {pekerjaan} dari {dusun}, memesan jam [13.30|10.15|09.45|14.00] agar tidak kehilangan
pendapatan setengah hari. “Saya datang, berkas diperiksa, selesai. Saya malah masih sempat kembali
bekerja,” katanya.

Berkas yang diperiksa di loket tetap sama:

- surat pengantar nikah dari desa atau kelurahan;
- salinan KTP, kartu keluarga, dan akta kelahiran kedua calon;
- surat persetujuan mempelai dan, bila diperlukan, izin orang tua;
- pasfoto latar biru.

Pendaftaran dilakukan paling lambat sepuluh hari kerja sebelum akad. Nikah di kantor KUA pada hari
dan jam kerja tidak dipungut biaya, sedangkan akad di luar kantor dikenai Rp600.000 yang disetor
langsung ke bank.
""",
    ),
    Frame(
        key="buku-nikah",
        kinds=KUA,
        category="layanan",
        programmes=NIKAH,
        theme="layanan",
        tags=("buku nikah", "dokumen", "kua", "layanan keliling"),
        pictures=(
            ("arsip", "rak buku register nikah di {unit}"),
            ("loket", "petugas memeriksa berkas permohonan duplikat buku nikah"),
        ),
        facts=lambda r: {
            "rusak": (a := r.randint(11, 64)),
            "hilang": (b := r.randint(9, 38)),
            "n": a + b,
            "tahun": str(r.randint(1974, 1996)),
            "jam": r.randint(2, 4),
        },
        titles="""
Buku Nikah Rusak atau Hilang? {unit} Terbitkan {n} Duplikat dalam Dua Pekan
{n} Keluarga di {tempat} Kembali Pegang Buku Nikah Setelah Layanan Duplikat Dibuka
Buku Nikah Lapuk sejak {tahun} Diganti, {unit} Layani {n} Permohonan Duplikat
""",
        leads="""
Sebanyak {n} keluarga di {wilayah} kembali memegang buku nikah yang sah. {unit} membuka loket
khusus duplikat selama dua pekan, dan sebagian besar permohonan selesai pada hari yang sama.

Buku nikah yang rusak atau hilang sering baru terasa penting saat keluarga mengurus akta anak atau
pensiun. {unit} menerbitkan {n} duplikat dalam dua pekan tanpa memungut biaya.
""",
        body="""
Dari {n} permohonan, {rusak} buku rusak karena [air, rayap, dan usia|lembap dan dimakan rayap],
sedangkan {hilang} lainnya hilang. Permohonan karena hilang dilengkapi surat keterangan dari
kepolisian.

Petugas mencocokkan nama, tanggal akad, dan nomor akta dengan register lama. [Catatan tertua yang
dibuka berasal dari tahun {tahun}|Register tahun {tahun} menjadi yang tertua di meja petugas pekan
itu], masih ditulis tangan dan terbaca jelas.

“Kalau nomor aktanya ada, {jam} jam sudah selesai. Yang lama itu mencari bila pemohon hanya ingat
bulannya,” ujar {jubir}.

?Bagi {nama}, warga {dusun}, duplikat itu membuka urusan lain. Akta kelahiran anak bungsunya
tertunda karena buku nikah hanyut saat banjir. “Tadi pagi saya bawa surat polisi, siangnya sudah
pegang bukunya,” katanya.

## Yang perlu dibawa

- buku nikah yang rusak, atau surat kehilangan dari kepolisian;
- KTP dan kartu keluarga suami istri;
- pasfoto terbaru dengan latar biru.

Bila akad dahulu dicatat di kecamatan lain, pemohon diarahkan ke KUA tempat akad tercatat. Petugas
akan [menelepon lebih dulu|memeriksa lewat sistem lebih dulu] agar warga tidak berangkat dengan
sia-sia.
""",
    ),
    Frame(
        key="dokumen-nikah-antar",
        kinds=KUA,
        category="layanan",
        programmes=(*NIKAH, *DIGITAL),
        theme="layanan",
        tags=("kartu nikah", "layanan antar", "kua", "inovasi layanan"),
        pictures=(("pelaminan", "akad nikah di balai nikah {unit}"),),
        facts=lambda r: {"n": r.randint(16, 74), "menit": r.choice((20, 25, 30)), "tamu": r.choice((20, 25, 30))},
        titles="""
Akad Sederhana di Balai Nikah {unit}, {n} Pasangan Pilih Tanpa Biaya Bulan Ini
{n} Akad Dilangsungkan di {unit} Sebulan, Buku Nikah Diterima {menit:d} Menit Kemudian
Menikah Tanpa Utang: {n} Pasangan di {tempat} Memilih Akad di Kantor KUA
""",
        leads="""
Sebanyak {n} pasangan di {wilayah} memilih melangsungkan akad di balai nikah {unit} sepanjang
{bulan}. Tidak ada biaya, dan buku nikah diterima {menit:d} menit setelah ijab kabul.

Balai nikah {unit} dipakai {n} pasangan dalam sebulan. Ruangan yang dirapikan itu membuat akad di
kantor tidak lagi dianggap darurat.
""",
        body="""
Balai nikah itu berukuran kecil, dengan [kain putih, bunga kertas, dan kursi untuk dua puluhan
tamu|dinding yang baru dicat, tirai tipis, dan kursi secukupnya]. Dekorasinya dibuat pegawai dan
boleh dipakai siapa saja.

“Orang kira nikah di kantor berarti terpaksa. Padahal banyak yang justru ingin sederhana,” kata
{jubir}.

{nama} dan pasangannya, keduanya bekerja sebagai buruh, membatasi tamu menjadi {tamu} orang. “Uang
pestanya kami pakai membayar kontrakan setahun,” ujarnya.

Setelah akad, petugas mencetak buku nikah dan mengirim kartu nikah digital ke ponsel pasangan.
Data kependudukan [diajukan pembaruannya pada hari yang sama|langsung diteruskan untuk
diperbarui].

?Pasangan diajak menanam satu pohon atau menitipkan bibit sebelum pulang. Pilihan itu tidak wajib,
tetapi jarang ditolak.

Akad di kantor KUA pada hari dan jam kerja tidak dipungut biaya. Jadwal balai nikah dapat dipesan
saat pendaftaran, paling lambat sepuluh hari kerja sebelumnya.
""",
    ),
    Frame(
        key="ptsp",
        kinds=UPPER,
        category="layanan",
        programmes=("layanan-berdampak", *DIGITAL),
        theme="layanan",
        tags=("ptsp", "pelayanan publik", "standar layanan", "loket"),
        pictures=(
            ("loket", "loket pelayanan terpadu {unit}"),
            ("kantor", "gedung pelayanan terpadu satu pintu"),
        ),
        facts=lambda r: {
            "jenis": r.randint(18, 46),
            "loket": r.randint(3, 6),
            "n": r.randint(210, 1480),
            "lama": r.choice((45, 50, 60, 75)),
            "baru": r.choice((12, 15, 18, 20)),
        },
        titles="""
Satu Pintu untuk {jenis} Layanan: Waktu Tunggu di {unit} Tinggal {baru:d} Menit
PTSP {unit} Layani {n} Warga dalam Sebulan, Waktu Tunggu Turun ke {baru:d} Menit
Dari {lama:d} Menit Menjadi {baru:d} Menit, PTSP {unit} Pangkas Waktu Tunggu Warga
{n} Permohonan Selesai lewat {loket} Loket, {unit} Rapikan Alur Layanan Satu Pintu
""",
        leads="""
Warga yang datang ke Pelayanan Terpadu Satu Pintu {unit} kini menunggu rata-rata {baru:d} menit.
Sepanjang {bulan}, {n} permohonan untuk {jenis} jenis layanan diterima di {loket} loket.

{unit} menata ulang {loket} loket layanannya setelah mengukur waktu tunggu selama sebulan.
Hasilnya, antrean yang semula {lama:d} menit turun menjadi {baru:d} menit.
""",
        body="""
Perubahan dimulai dari hal kecil. Berkas diperiksa di meja depan sebelum warga mengambil nomor,
sehingga [tidak ada lagi yang menunggu lama hanya untuk disuruh pulang melengkapi fotokopi|berkas
yang kurang ketahuan pada menit pertama].

“Kami duduk di kursi tunggu dan menghitung sendiri dengan jam. Ternyata yang lama bukan
pelayanannya, melainkan pindah-pindah meja,” kata {jubir}, {hari}.

Kini {jenis} jenis layanan dibagi menurut kebutuhan warga, bukan menurut seksi di dalam kantor.
[Papan petunjuknya memakai kalimat sehari-hari|Setiap loket memasang petunjuk singkat], misalnya
“Saya ingin mendaftarkan majelis taklim” atau “Saya perlu rekomendasi paspor umrah”.

Selama {bulan}, petugas mencatat {n} permohonan. Sebagian besar selesai pada hari yang sama.
Permohonan yang memerlukan pemeriksaan lapangan diberi tanggal selesai yang tertulis di tanda
terima.

?{nama}, pengurus {majelis}, mengaku datang dua kali tahun lalu untuk urusan yang sama. “Sekarang
satu map, satu meja. Tanda terimanya menyebut hari selesainya,” katanya.

?Angka waktu tunggu dipajang di dekat pintu masuk dan diperbarui setiap Senin, termasuk ketika
hasilnya memburuk. “Kalau angkanya naik, kami yang harus menjelaskan,” ujar {jubir} menambahkan.
""",
    ),
    Frame(
        key="difabel",
        kinds=ANY,
        category="layanan",
        programmes=("layanan-berdampak",),
        theme="layanan",
        tags=("disabilitas", "layanan inklusif", "aksesibilitas", "pelayanan publik"),
        pictures=(
            ("kantor", "halaman dan pintu masuk kantor layanan"),
            ("loket", "loket layanan bagi semua warga"),
        ),
        facts=lambda r: {
            "n": r.randint(8, 26),
            "isyarat": r.randint(3, 9),
            "meter": r.randint(6, 24),
            "tinggi": r.choice((70, 72, 75)),
            "kunjungan": r.randint(21, 87),
        },
        titles="""
Jalur Landai dan Loket Rendah, {unit} Buka Layanan yang Ramah Penyandang Disabilitas
{isyarat} Petugas {unit} Belajar Bahasa Isyarat agar Warga Tuli Tak Perlu Juru Bicara
Diuji Langsung {n} Warga Difabel, {unit} Perbaiki Jalur Masuk dan Loket Layanan
Tak Ada Lagi Anak Tangga: {unit} Bangun Jalur Landai {meter:d} Meter untuk Kursi Roda
""",
        leads="""
Sebelum jalur landai di {unit} dipakai umum, {n} penyandang disabilitas diminta mencobanya.
Catatan mereka mengubah letak pegangan, tinggi meja, dan cara petugas memanggil antrean.

{unit} membuka jalur landai sepanjang {meter:d} meter dan loket setinggi {tinggi:d} sentimeter.
{isyarat} petugas juga belajar bahasa isyarat dasar untuk melayani warga Tuli.
""",
        body="""
Uji coba berlangsung {hari}. Seorang pengguna kursi roda [menunjukkan bahwa tikungan jalur terlalu
sempit|tersangkut pada ubin yang menonjol di depan pintu], dan bagian itu dibongkar pada hari yang
sama.

“Gambar rencananya bagus, tetapi yang tahu sulitnya adalah yang memakainya,” kata {jubir}.

Loket prioritas dibuat setinggi {tinggi:d} sentimeter sehingga berkas dapat ditandatangani tanpa
berdiri. Nomor antrean kini dipanggil dengan suara sekaligus [layar tulisan besar|kartu bernomor],
dan formulir tersedia dalam ukuran huruf 18.

Sebanyak {isyarat} petugas mengikuti latihan bahasa isyarat dua kali sepekan. Mereka menguasai
kosakata layanan: nama, alamat, berkas, tanggal, dan *tidak dipungut biaya*.

?{nama}, warga Tuli yang sehari-hari bekerja sebagai {pekerjaan}, menulis di papan saran: “Saya
mengerti semua yang dijelaskan. Saya tidak perlu membawa adik saya.”

Sejak awal {bulan}, loket prioritas mencatat {kunjungan} kunjungan. Warga lanjut usia, ibu hamil,
dan orang tua yang menggendong bayi juga dapat memakainya tanpa mengambil nomor antrean umum.
""",
    ),
    Frame(
        key="jam-tambahan",
        kinds=LOCAL,
        category="layanan",
        programmes=NIKAH,
        theme="layanan",
        tags=("jam layanan", "pelayanan publik", "kua", "pekerja"),
        pictures=(
            ("loket", "loket layanan tetap buka saat jam istirahat"),
            ("kota", "jalan kota yang dilalui pekerja menuju kantor layanan"),
        ),
        facts=lambda r: {"n": r.randint(38, 176), "hari_buka": r.randint(2, 3), "minggu": r.randint(4, 10)},
        titles="""
Loket {unit} Tetap Buka Saat Jam Istirahat, {n} Pekerja Terlayani dalam {minggu} Pekan
Pulang Kerja Masih Bisa Urus Berkas: {unit} Buka Loket Petang {hari_buka} Kali Sepekan
{n} Warga Datang di Luar Jam Biasa, {unit} Perpanjang Uji Coba Loket Petang
""",
        leads="""
Buruh, pedagang, dan sopir yang sulit meninggalkan pekerjaan kini punya pilihan jam. Selama
{minggu} pekan, {n} warga memakai jam tambahan yang dibuka {unit}.

{unit} membuka loket pada jam istirahat dan petang sebanyak {hari_buka} kali sepekan. Dalam
{minggu} pekan uji coba, {n} warga datang pada jam-jam itu.
""",
        body="""
Jam tambahan dibuka setiap [Selasa dan Kamis|Rabu dan Kamis] pukul 12.00 hingga 13.00 dan pukul
16.00 hingga 18.00 {zona}. Petugas bergiliran, dan jam kerja mereka digeser agar tidak melebihi
ketentuan.

“Kami bertanya kepada warga mengapa berkas mereka tertunda. Jawabannya hampir selalu {alasan},”
kata {jubir}.

Layanan yang tersedia meliputi pemeriksaan berkas nikah, legalisasi, konsultasi keluarga, dan
pengambilan dokumen yang sudah jadi. Akad nikah dan pengukuran lapangan tetap mengikuti jadwal
biasa.

{nama}, {pekerjaan}, mengambil dokumennya pukul 17.10. “Kalau harus pagi, saya kehilangan
langganan. Petang begini tidak ada yang dikorbankan,” ujarnya.

?Catatan harian memperlihatkan jam tersibuk pukul 16.30. Karena itu mulai {mulai}, satu petugas
tambahan ditempatkan pada loket petang.

?Uji coba akan dinilai pada akhir bulan. Bila jumlah warga bertahan, jadwal ini dijadikan tetap
dan ditempel di pintu masuk kantor.
""",
    ),
    Frame(
        key="survei",
        kinds=ANY,
        category="layanan",
        programmes=("layanan-berdampak", *DIGITAL),
        theme="layanan",
        tags=("survei kepuasan", "pelayanan publik", "masukan warga", "standar layanan"),
        pictures=(
            ("loket", "ruang layanan tempat warga mengisi kartu penilaian"),
            ("rapat", "pembahasan hasil survei kepuasan warga"),
        ),
        facts=lambda r: {
            "n": r.randint(124, 960),
            "nilai": f"{r.randint(81, 93)},{r.randint(1, 9)}",
            "saran": r.randint(18, 74),
            "lampu": r.randint(60, 79),
        },
        titles="""
{n} Warga Menilai Layanan {unit}, Papan Petunjuk Jadi Keluhan Terbanyak
Nilai {nilai} dari {n} Responden, {unit} Umumkan Juga Bagian yang Masih Kurang
{saran} Saran Warga Dibahas Terbuka, {unit} Pilih Tiga yang Dikerjakan Bulan Ini
""",
        leads="""
{unit} mengumumkan hasil survei layanan yang diisi {n} warga. Nilainya {nilai}, tetapi kantor ini
memilih menyoroti {saran} saran yang masuk, terutama soal papan petunjuk.

Sebanyak {n} warga mengisi survei layanan {unit} sepanjang {bulan}. Dari {saran} saran tertulis,
tiga dipilih untuk dikerjakan lebih dulu dan hasilnya akan diumumkan.
""",
        body="""
Survei diisi lewat [kode pindai di meja loket dan kartu kertas|kartu kertas dan tautan di tanda
terima]. Responden menilai sembilan unsur, dari kemudahan syarat hingga sikap petugas, tanpa
menuliskan nama.

Unsur sikap petugas memperoleh nilai tertinggi. Yang terendah, sebesar {lampu:d}, adalah kejelasan
petunjuk ruang dan urutan layanan.

“Nilai rata-rata itu menyenangkan, tetapi tidak memberi tahu apa yang harus dibetulkan. Saran
tertulislah yang memberi tahu,” kata {jubir}, {hari}.

Tiga perbaikan yang dipilih:

- papan petunjuk dengan huruf besar dari pintu masuk sampai loket;
- contoh formulir yang sudah diisi di setiap meja;
- pesan singkat ketika dokumen siap diambil.

?{nama}, warga {dusun}, termasuk yang menulis saran. Ia sempat salah ruangan saat mencari meja
legalisasi. “Saya hanya menulis dua baris. Tidak menyangka dibacakan,” katanya.

Hasil lengkap ditempel di ruang layanan dan dapat diminta salinannya. Survei berikutnya dibuka
pada {mulai}.
""",
    ),
    Frame(
        key="ruang-anak",
        kinds=LOCAL,
        category="layanan",
        programmes=("layanan-berdampak",),
        theme="",
        tags=("ramah anak", "ruang tunggu", "literasi", "pelayanan publik"),
        pictures=(
            ("perpustakaan", "rak buku di pojok baca kantor"),
            ("loket", "ruang tunggu kantor layanan"),
        ),
        facts=lambda r: {"buku": r.randint(64, 320), "n": r.randint(12, 45), "usia": r.randint(4, 8)},
        titles="""
Orang Tua Mengurus Berkas, Anak Membaca: {unit} Sediakan {buku} Buku di Ruang Tunggu
Ruang Tunggu {unit} Punya Pojok Anak, {buku} Buku Bacaan Disumbang Pegawai
Pojok Baca Anak {unit} Ramai, {n} Anak Singgah Setiap Pekan Menunggu Orang Tua
""",
        leads="""
Anak-anak yang ikut orang tuanya ke {unit} kini punya tempat sendiri. Pojok baca dengan {buku}
buku sumbangan pegawai dan warga dibuka di ruang tunggu, rata-rata disinggahi {n} anak setiap
pekan.

{unit} mengubah sudut ruang tunggu menjadi pojok anak berisi {buku} buku. Menunggu dokumen tidak
lagi berarti menahan anak yang bosan.
""",
        body="""
Buku yang paling sering dibuka adalah {bacaan}. Sebagian halamannya sudah terlipat, dan [petugas
menganggap itu tanda baik|itu justru membuat petugas senang].

Di sebelahnya tersedia tikar, krayon, dan meja rendah. Ibu menyusui dapat memakai bilik bertirai
yang dilengkapi kursi, wastafel, dan stopkontak.

“Dulu anak menangis, orang tua tidak tenang, petugas ikut terburu-buru. Pojok ini murah, tetapi
suasananya berubah,” ujar {jubir}.

Buku berasal dari pegawai, warga, dan pertukaran dengan {mad}. Setiap bulan isinya ditukar agar
anak yang datang kembali menemukan bacaan baru.

?{nama}, {pekerjaan} dari {dusun}, datang bersama anaknya yang berusia {usia} tahun. “Urusan saya
sudah selesai dari tadi. Dia yang belum mau pulang,” katanya.

Aturan pojok ditulis dengan gambar: cuci tangan, kembalikan buku, dan bergantian memakai krayon.
Petugas keamanan ikut mengawasi, dan anak [tidak boleh dijemput selain oleh pengantarnya|hanya
boleh pulang bersama pengantarnya].

?Setiap Rabu pagi, penyuluh membacakan cerita selama lima belas menit. Orang tua yang antreannya
masih panjang [sering ikut duduk di tikar|ikut mendengarkan], dan beberapa meminta judul bukunya.

Warga yang ingin menyumbang buku layak baca dapat menyerahkannya di meja informasi pada jam kerja.
Petugas memeriksa isinya lebih dulu agar sesuai dengan usia anak.
""",
    ),
)
