"""Story frames about services at the counter: marriage, papers, access, waiting time."""

from news.demo.frame import ANY, DIGITAL, EKONOMI, KUA, LOCAL, NIKAH, OFFICE, UPPER, Frame

FRAMES = (
    Frame(
        key="antrean-nikah", kinds=KUA, category="layanan", programmes=NIKAH, theme="layanan",
        tags=("nikah", "antrean daring", "kua", "pelayanan publik"),
        pictures=(
            ("loket", "loket pendaftaran nikah di {unit}"),
            ("kantor", "warga datang ke kantor urusan agama sesuai jam pesanan"),
        ),
        facts=lambda r: {
            "pekan": r.randint(3, 12), "n": r.randint(34, 148), "baru": r.choice((10, 15, 20, 25)),
            "lama": r.choice((90, 105, 120, 135, 150)), "hp": r.randint(58, 86),
        },
        titles="""
Antrean Nikah di {unit} Kini Bisa Dipesan dari Rumah, {n} Pasangan Sudah Mencoba
Daftar Nikah Tanpa Menunggu Lama: {n} Pasangan Pakai Antrean Daring {unit}
Menunggu Cukup {baru:d} Menit, {n} Calon Pengantin Pesan Antrean {unit} Lewat Ponsel
{pekan} Pekan Antrean Daring {unit}, {n} Pasangan Tidak Lagi Datang sejak Subuh
""",
        leads="""
Calon pengantin di {wilayah} kini dapat memilih jam kedatangan sebelum berangkat ke kantor. Dalam {pekan}
pekan, {n} pasangan memakai antrean daring dan rata-rata hanya menunggu {baru:d} menit.

{unit} membuka antrean daring untuk pendaftaran nikah. Waktu tunggu yang dulu mencapai {lama:d} menit turun
menjadi {baru:d} menit bagi {n} pasangan yang sudah memakainya.
""",
        body="""
Cara kerjanya sederhana. Pasangan membuka tautan antrean, memilih hari dan jam yang masih kosong, lalu
menerima nomor antrean di ponsel. [Tidak ada aplikasi yang perlu dipasang|Tautan itu ringan dan terbuka juga
di ponsel lama].

“[Dulu ada yang datang selepas subuh supaya kebagian nomor pertama|Dulu kursi tunggu penuh sebelum pintu
dibuka]. Sekarang orang tahu jam berapa ia dilayani,” kata {jubir}, {hari}.

Dari {n} pasangan yang terdaftar selama {pekan} pekan terakhir, {hp:d} persen memesan sendiri lewat ponsel.
Sisanya dibantu petugas melalui telepon atau dititipkan kepada imam desa.

?{nama}, {pekerjaan} dari {dusun}, memesan jam [13.30|10.15|09.45|14.00] agar tidak kehilangan pendapatan
setengah hari. “Saya datang, berkas diperiksa, selesai. Saya malah masih sempat kembali bekerja,” katanya.

Berkas yang diperiksa di loket tetap sama:

- surat pengantar nikah dari desa atau kelurahan;
- salinan KTP, kartu keluarga, dan akta kelahiran kedua calon;
- surat persetujuan mempelai dan, bila diperlukan, izin orang tua;
- pasfoto latar biru.

Pendaftaran dilakukan paling lambat sepuluh hari kerja sebelum akad. Nikah di kantor KUA pada hari dan jam
kerja tidak dipungut biaya, sedangkan akad di luar kantor dikenai Rp600.000 yang disetor langsung ke bank.
""",
    ),
    Frame(
        key="buku-nikah", kinds=KUA, category="layanan", programmes=NIKAH, theme="layanan",
        tags=("buku nikah", "dokumen", "kua", "layanan keliling"),
        pictures=(
            ("arsip", "rak buku register nikah di {unit}"),
            ("loket", "petugas memeriksa berkas permohonan duplikat buku nikah"),
        ),
        facts=lambda r: {
            "rusak": (a := r.randint(11, 64)), "hilang": (b := r.randint(9, 38)), "n": a + b,
            "tahun": r.randint(1974, 1996), "jam": r.randint(2, 4),
        },
        titles="""
Buku Nikah Rusak atau Hilang? {unit} Terbitkan {n} Duplikat dalam Dua Pekan
{n} Keluarga di {tempat} Kembali Pegang Buku Nikah Setelah Layanan Duplikat Dibuka
Buku Nikah Lapuk sejak {tahun:d} Diganti, {unit} Layani {n} Permohonan Duplikat
""",
        leads="""
Sebanyak {n} keluarga di {wilayah} kembali memegang buku nikah yang sah. {unit} membuka loket khusus duplikat
selama dua pekan, dan sebagian besar permohonan selesai pada hari yang sama.

Buku nikah yang rusak atau hilang sering baru terasa penting saat keluarga mengurus akta anak atau pensiun.
{unit} menerbitkan {n} duplikat dalam dua pekan tanpa memungut biaya.
""",
        body="""
Dari {n} permohonan, {rusak} buku rusak karena [air, rayap, dan usia|lembap dan dimakan rayap], sedangkan
{hilang} lainnya hilang. Permohonan karena hilang dilengkapi surat keterangan dari kepolisian.

Petugas mencocokkan nama, tanggal akad, dan nomor akta dengan register lama. [Catatan tertua yang dibuka
berasal dari tahun {tahun:d}|Register tahun {tahun:d} menjadi yang tertua di meja petugas pekan itu], masih
ditulis tangan dan terbaca jelas.

“Kalau nomor aktanya ada, {jam} jam sudah selesai. Yang lama itu mencari bila pemohon hanya ingat bulannya,”
ujar {jubir}.

?Bagi {nama}, warga {dusun}, duplikat itu membuka urusan lain. Akta kelahiran anak bungsunya tertunda karena
buku nikah hanyut saat banjir. “Tadi pagi saya bawa surat polisi, siangnya sudah pegang bukunya,” katanya.

## Yang perlu dibawa

- buku nikah yang rusak, atau surat kehilangan dari kepolisian;
- KTP dan kartu keluarga suami istri;
- pasfoto terbaru dengan latar biru.

Bila akad dahulu dicatat di kecamatan lain, pemohon diarahkan ke KUA tempat akad tercatat. Petugas akan
[menelepon lebih dulu|memeriksa lewat sistem lebih dulu] agar warga tidak berangkat dengan sia-sia.
""",
    ),
    Frame(
        key="ptsp", kinds=UPPER, category="layanan", programmes=("layanan-berdampak", *DIGITAL),
        theme="layanan", tags=("ptsp", "pelayanan publik", "standar layanan", "loket"),
        pictures=(
            ("loket", "loket pelayanan terpadu {unit}"),
            ("kantor", "gedung pelayanan terpadu satu pintu"),
        ),
        facts=lambda r: {
            "jenis": r.randint(18, 46), "loket": r.randint(3, 6), "n": r.randint(210, 1480),
            "lama": r.choice((45, 50, 60, 75)), "baru": r.choice((12, 15, 18, 20)),
        },
        titles="""
Satu Pintu untuk {jenis} Layanan: Waktu Tunggu di {unit} Tinggal {baru:d} Menit
PTSP {unit} Layani {n} Warga dalam Sebulan, Waktu Tunggu Turun ke {baru:d} Menit
Dari {lama:d} Menit Menjadi {baru:d} Menit, PTSP {unit} Pangkas Waktu Tunggu Warga
{n} Permohonan Selesai lewat {loket} Loket, {unit} Rapikan Alur Layanan Satu Pintu
""",
        leads="""
Warga yang datang ke Pelayanan Terpadu Satu Pintu {unit} kini menunggu rata-rata {baru:d} menit. Sepanjang
{bulan}, {n} permohonan untuk {jenis} jenis layanan diterima di {loket} loket.

{unit} menata ulang {loket} loket layanannya setelah mengukur waktu tunggu selama sebulan. Hasilnya, antrean
yang semula {lama:d} menit turun menjadi {baru:d} menit.
""",
        body="""
Perubahan dimulai dari hal kecil. Berkas diperiksa di meja depan sebelum warga mengambil nomor, sehingga
[tidak ada lagi yang menunggu lama hanya untuk disuruh pulang melengkapi fotokopi|berkas yang kurang
ketahuan pada menit pertama].

“Kami duduk di kursi tunggu dan menghitung sendiri dengan jam. Ternyata yang lama bukan pelayanannya,
melainkan pindah-pindah meja,” kata {jubir}, {hari}.

Kini {jenis} jenis layanan dibagi menurut kebutuhan warga, bukan menurut seksi di dalam kantor. [Papan
petunjuknya memakai kalimat sehari-hari|Setiap loket memasang petunjuk singkat], misalnya “Saya ingin
mendaftarkan majelis taklim” atau “Saya perlu rekomendasi paspor umrah”.

Selama {bulan}, petugas mencatat {n} permohonan. Sebagian besar selesai pada hari yang sama. Permohonan yang
memerlukan pemeriksaan lapangan diberi tanggal selesai yang tertulis di tanda terima.

?{nama}, pengurus {majelis}, mengaku datang dua kali tahun lalu untuk urusan yang sama. “Sekarang satu map,
satu meja. Tanda terimanya menyebut hari selesainya,” katanya.

?Angka waktu tunggu dipajang di dekat pintu masuk dan diperbarui setiap Senin, termasuk ketika hasilnya
memburuk. “Kalau angkanya naik, kami yang harus menjelaskan,” ujar {jubir} menambahkan.
""",
    ),
    Frame(
        key="difabel", kinds=ANY, category="layanan", programmes=("layanan-berdampak",), theme="layanan",
        tags=("disabilitas", "layanan inklusif", "aksesibilitas", "pelayanan publik"),
        pictures=(
            ("kantor", "pintu masuk kantor layanan dengan jalur landai"),
            ("loket", "loket layanan yang dapat dijangkau dari kursi roda"),
        ),
        facts=lambda r: {
            "n": r.randint(8, 26), "isyarat": r.randint(3, 9), "meter": r.randint(6, 24),
            "tinggi": r.choice((70, 72, 75)), "kunjungan": r.randint(21, 87),
        },
        titles="""
Jalur Landai dan Loket Rendah, {unit} Buka Layanan yang Ramah Penyandang Disabilitas
{isyarat} Petugas {unit} Belajar Bahasa Isyarat agar Warga Tuli Tak Perlu Juru Bicara
Diuji Langsung {n} Warga Difabel, {unit} Perbaiki Jalur Masuk dan Loket Layanan
Tak Ada Lagi Anak Tangga: {unit} Bangun Jalur Landai {meter:d} Meter untuk Kursi Roda
""",
        leads="""
Sebelum jalur landai di {unit} dipakai umum, {n} penyandang disabilitas diminta mencobanya. Catatan mereka
mengubah letak pegangan, tinggi meja, dan cara petugas memanggil antrean.

{unit} membuka jalur landai sepanjang {meter:d} meter dan loket setinggi {tinggi:d} sentimeter. {isyarat} petugas
juga belajar bahasa isyarat dasar untuk melayani warga Tuli.
""",
        body="""
Uji coba berlangsung {hari}. Seorang pengguna kursi roda [menunjukkan bahwa tikungan jalur terlalu
sempit|tersangkut pada ubin yang menonjol di depan pintu], dan bagian itu dibongkar pada hari yang sama.

“Gambar rencananya bagus, tetapi yang tahu sulitnya adalah yang memakainya,” kata {jubir}.

Loket prioritas dibuat setinggi {tinggi:d} sentimeter sehingga berkas dapat ditandatangani tanpa berdiri. Nomor
antrean kini dipanggil dengan suara sekaligus [layar tulisan besar|kartu bernomor], dan formulir tersedia
dalam ukuran huruf 18.

Sebanyak {isyarat} petugas mengikuti latihan bahasa isyarat dua kali sepekan. Mereka menguasai kosakata layanan:
nama, alamat, berkas, tanggal, dan *tidak dipungut biaya*.

?{nama}, warga Tuli yang sehari-hari bekerja sebagai {pekerjaan}, menulis di papan saran: “Saya mengerti
semua yang dijelaskan. Saya tidak perlu membawa adik saya.”

Sejak awal {bulan}, loket prioritas mencatat {kunjungan} kunjungan. Warga lanjut usia, ibu hamil, dan orang
tua yang menggendong bayi juga dapat memakainya tanpa mengambil nomor antrean umum.
""",
    ),
    Frame(
        key="layanan-keliling", kinds=LOCAL, category="layanan", programmes=NIKAH, theme="lapangan",
        tags=("layanan keliling", "jemput bola", "desa", "dokumen nikah"),
        pictures=(
            ("pegunungan", "perjalanan layanan keliling menuju dusun di perbukitan"),
            ("sawah", "jalan desa yang dilalui petugas layanan keliling"),
        ),
        facts=lambda r: {
            "km": r.randint(14, 61), "nikah": (a := r.randint(12, 45)), "konsul": (b := r.randint(9, 38)),
            "wakaf": (c := r.randint(3, 14)), "n": a + b + c, "petugas": r.randint(4, 8),
        },
        titles="""
Menempuh {km:d} Kilometer, Petugas {unit} Bawa {n} Layanan ke {dusun}
Loket Dibuka di Bawah Pohon, {n} Warga {dusun} Urus Dokumen Tanpa ke Kota
Layanan Keliling {unit} Singgah di {dusun}, {n} Urusan Warga Tuntas Sehari
Ongkos Warga Terpangkas, {unit} Jemput Bola ke {dusun} Sejauh {km:d} Kilometer
""",
        leads="""
{petugas} petugas {unit} membawa printer, genset kecil, dan buku register ke {dusun}, {hari}. Dalam sehari,
{n} urusan warga yang biasanya memakan ongkos perjalanan {km:d} kilometer tuntas di balai pertemuan.

Warga {dusun} tidak perlu turun sejauh {km:d} kilometer untuk mengurus dokumen. {unit} membuka loket
keliling dan menyelesaikan {n} permohonan dalam satu hari.
""",
        body="""
Meja layanan digelar [di balai pertemuan|di serambi {masjid}] sejak pukul 08.30. Warga yang datang sudah
membawa berkas, sebab daftar persyaratan dibagikan kepala dusun sepekan sebelumnya.

Dari {n} urusan yang dilayani, {nikah} berkaitan dengan dokumen nikah, {konsul} konsultasi keluarga dan waris,
serta {wakaf} pendataan tanah wakaf. [Yang belum lengkap dicatat dan dijemput pada kunjungan
berikutnya|Berkas yang kurang dicatat, bukan ditolak].

“Bagi orang di sini, satu kali ke kantor berarti satu hari tidak bekerja. Maka kantornya yang kami bawa,”
kata {jubir}.

{nama}, {pekerjaan}, mengurus duplikat buku nikah yang sudah tiga tahun tertunda karena {alasan}. Ia selesai
sebelum zuhur dan [pulang berjalan kaki|kembali ke rumah dengan map di tangan].

?Listrik sempat padam menjelang siang. Petugas memakai genset kecil, dan pencetakan dilanjutkan setelah
[dua puluh|lima belas] menit.

Jadwal singgah berikutnya ditempel di kantor desa dan dikirim melalui grup warga. Permintaan dari dusun lain
dapat disampaikan lewat imam desa atau nomor layanan kantor.
""",
    ),
    Frame(
        key="arsip-nikah", kinds=LOCAL, category="layanan", programmes=("revitalisasi-kua", *DIGITAL),
        theme="digital", tags=("arsip digital", "register nikah", "digitalisasi", "kua"),
        pictures=(
            ("arsip", "rak arsip register nikah yang sedang dipindai"),
            ("kantor", "kantor tempat arsip lama disimpan"),
        ),
        facts=lambda r: {
            "tahun": r.randint(1951, 1978), "buku": r.randint(42, 260), "n": r.randint(31, 190) * 100 + r.randint(1, 99),
            "bulan_kerja": r.randint(3, 9), "magang": r.randint(3, 8), "rusak": r.randint(4, 19),
        },
        titles="""
Register Nikah sejak {tahun:d} Selesai Dipindai, {n} Akta di {unit} Bisa Dicari
{buku} Buku Register Lama Dipindai {unit}, Mencari Akta Nikah Cukup Dua Menit
Arsip Nikah {unit} dari Tahun {tahun:d} Kini Tersimpan Digital, {n} Lembar Diselamatkan
""",
        leads="""
Sebanyak {n} akta nikah yang dicatat sejak {tahun:d} kini dapat dicari dalam hitungan menit. {unit} merampungkan
pemindaian {buku} buku register yang selama ini hanya tersimpan di lemari besi.

Selama {bulan_kerja} bulan, petugas {unit} memindai {buku} buku register nikah halaman demi halaman. Akta tertua
dicatat pada {tahun:d} dan tintanya mulai memudar.
""",
        body="""
Pemindaian dikerjakan dua petugas bersama {magang} siswa magang. Setiap halaman difoto, diberi nomor, lalu
[dicocokkan ulang oleh orang yang berbeda|diperiksa sekali lagi sebelum disimpan].

“Yang kami kejar bukan cepatnya. Satu huruf yang salah pada nama bisa menyulitkan cucu orang itu kelak,”
kata {jubir}.

Sebanyak {rusak} buku ditemukan rusak karena lembap. Buku-buku itu dikeringkan, dibersihkan dengan kuas, dan
disimpan dalam kotak bebas asam. [Naskah aslinya tetap dijaga|Aslinya tidak dibuang], sebab salinan digital
tidak menggantikan kekuatan register.

Manfaatnya segera terasa di loket. Pencarian akta yang dulu memakan setengah hari kini selesai sekitar dua
menit selama pemohon mengingat nama lengkap dan tahun akad.

?{nama}, warga {dusun}, menemukan akta nikah orang tuanya untuk keperluan waris. “Tulisan tangan penghulunya
masih ada. Ibu saya menangis melihatnya,” katanya.

?Data pribadi tidak dibuka untuk umum. Salinan hanya diberikan kepada yang bersangkutan atau ahli waris
dengan membawa bukti identitas.
""",
    ),
    Frame(
        key="pusat-informasi", kinds=KUA, category="layanan", programmes=NIKAH, theme="layanan",
        tags=("kua", "informasi publik", "konsultasi", "penyuluh"),
        pictures=(
            ("kantor", "warga singgah di pojok informasi {unit}"),
            ("loket", "meja informasi di ruang layanan {unit}"),
        ),
        facts=lambda r: {
            "n": r.randint(46, 210), "meja": r.randint(2, 4), "nikah": (a := r.randint(21, 38)),
            "waris": (b := r.randint(15, 26)), "halal": (c := r.randint(9, 19)), "lain": 100 - a - b - c,
        },
        titles="""
Bukan Hanya Urusan Nikah, {n} Warga Bertanya di Pojok Informasi {unit} Sebulan Ini
{unit} Jadi Tempat Bertanya: {n} Warga Datang untuk Waris, Halal, hingga Wakaf
Pojok Informasi {unit} Terima {n} Pertanyaan, Urusan Waris Paling Banyak setelah Nikah
""",
        leads="""
Orang datang ke {unit} tidak lagi hanya untuk mendaftar nikah. Sepanjang {bulan}, {n} warga singgah di pojok
informasi untuk bertanya tentang waris, sertifikat halal, wakaf, dan banyak hal lain.

Pojok informasi {unit} mencatat {n} pertanyaan warga dalam sebulan. Penyuluh berjaga bergiliran di {meja}
meja agar tidak ada yang pulang tanpa jawaban atau rujukan.
""",
        body="""
Catatan petugas menunjukkan {nikah:d} persen pertanyaan menyangkut nikah, {waris:d} persen waris, {halal:d} persen
sertifikat halal, dan {lain:d} persen urusan lain seperti [wakaf, arah kiblat, dan zakat|wakaf dan pendirian
taman pendidikan Al-Qur’an].

“Warga tidak tahu harus mengetuk pintu yang mana. Kami cukup menjadi pintu pertama,” ujar {jubir}.

Pertanyaan yang bukan kewenangan KUA tidak dibiarkan. Penyuluh menuliskan nama kantor, alamat, jam buka, dan
berkas yang perlu dibawa pada [selembar kartu rujukan|kartu kecil] sebelum warga beranjak.

?{nama}, {pekerjaan} dari {dusun}, datang menanyakan pembagian rumah peninggalan orang tua. Ia dijelaskan
langkah musyawarah keluarga lebih dulu sebelum menempuh jalur pengadilan agama. “Saya jadi tahu urutannya,”
katanya.

Pojok itu tidak memakai ruangan baru. {unit} memindahkan lemari dan menata {meja} meja di dekat pintu,
dilengkapi [air minum, colokan listrik, dan rak brosur|kursi, brosur, dan papan tulis kecil].

Jawaban untuk pertanyaan yang paling sering muncul dirangkum setiap bulan dan ditempel di papan pengumuman
kantor desa.
""",
    ),
    Frame(
        key="kiblat", kinds=LOCAL, category="layanan", programmes=("layanan-berdampak",), theme="lapangan",
        tags=("arah kiblat", "masjid", "hisab rukyat", "layanan keagamaan"),
        pictures=(("masjid", "masjid yang diukur ulang arah kiblatnya"),),
        facts=lambda r: {
            "n": (n := r.randint(9, 34)), "geser": (g := r.randint(2, 7)), "tepat": n - g,
            "derajat": r.randint(3, 11), "pekan": r.randint(2, 5),
        },
        titles="""
Ukur Ulang Kiblat {n} Masjid, {unit} Temukan {geser} Saf Perlu Digeser
Arah Kiblat {n} Masjid di {tempat} Diperiksa Gratis, {geser} di Antaranya Disesuaikan
Dengan Bayangan Matahari, {unit} Periksa Arah Kiblat {n} Masjid dalam {pekan} Pekan
""",
        leads="""
Tim {unit} memeriksa arah kiblat {n} masjid atas permintaan pengurusnya. {tepat} sudah tepat, sedangkan
{geser} lainnya menyesuaikan garis saf tanpa membongkar bangunan.

Permintaan ukur ulang arah kiblat datang dari pengurus {n} masjid di {wilayah}. Dalam {pekan} pekan, {unit}
menuntaskan semuanya tanpa biaya.
""",
        body="""
Pengukuran memakai teodolit, koordinat satelit, dan [bayangan tongkat lurus|bayangan matahari] sebagai
pembanding. Hasil ketiganya dicatat di depan pengurus masjid agar dapat diperiksa bersama.

Selisih terbesar yang ditemukan {derajat:d} derajat. “Bangunannya tidak perlu diubah. Cukup garis safnya, dan
jemaah segera terbiasa,” kata {jubir}.

Di {masjid}, garis saf baru ditarik dengan lakban sebelum karpet dipasang kembali. [Pengurus memotret
prosesnya agar jemaah yang bertanya memperoleh penjelasan|Jemaah ikut membantu mengangkat karpet].

?“Kami sempat khawatir jadi perdebatan. Ternyata setelah dijelaskan cara mengukurnya, jemaah menerima,” tutur
{nama}, pengurus masjid itu.

Setiap masjid menerima berita acara berisi koordinat, arah, tanggal pengukuran, dan nama petugas. Dokumen itu
berguna bila kelak bangunan diperluas.

Pengurus masjid dan musala yang ingin mengukur ulang cukup mengirim surat permohonan satu halaman. Petugas
menjadwalkan kunjungan paling lambat [dua|tiga] pekan kemudian.
""",
    ),
    Frame(
        key="jam-tambahan", kinds=LOCAL, category="layanan", programmes=NIKAH, theme="layanan",
        tags=("jam layanan", "pelayanan publik", "kua", "pekerja"),
        pictures=(
            ("loket", "loket layanan tetap buka saat jam istirahat"),
            ("kota", "suasana petang ketika loket layanan masih dibuka"),
        ),
        facts=lambda r: {"n": r.randint(38, 176), "hari_buka": r.randint(2, 3), "minggu": r.randint(4, 10)},
        titles="""
Loket {unit} Tetap Buka Saat Jam Istirahat, {n} Pekerja Terlayani dalam {minggu} Pekan
Pulang Kerja Masih Bisa Urus Berkas: {unit} Buka Loket Petang {hari_buka} Kali Sepekan
{n} Warga Datang di Luar Jam Biasa, {unit} Perpanjang Uji Coba Loket Petang
""",
        leads="""
Buruh, pedagang, dan sopir yang sulit meninggalkan pekerjaan kini punya pilihan jam. Selama {minggu} pekan,
{n} warga memakai jam tambahan yang dibuka {unit}.

{unit} membuka loket pada jam istirahat dan petang sebanyak {hari_buka} kali sepekan. Dalam {minggu} pekan uji
coba, {n} warga datang pada jam-jam itu.
""",
        body="""
Jam tambahan dibuka setiap [Selasa dan Kamis|Rabu dan Kamis] pukul 12.00 hingga 13.00 dan pukul 16.00 hingga
18.00 {zona}. Petugas bergiliran, dan jam kerja mereka digeser agar tidak melebihi ketentuan.

“Kami bertanya kepada warga mengapa berkas mereka tertunda. Jawabannya hampir selalu {alasan},” kata {jubir}.

Layanan yang tersedia meliputi pemeriksaan berkas nikah, legalisasi, konsultasi keluarga, dan pengambilan
dokumen yang sudah jadi. Akad nikah dan pengukuran lapangan tetap mengikuti jadwal biasa.

{nama}, {pekerjaan}, mengambil dokumennya pukul 17.10. “Kalau harus pagi, saya kehilangan langganan. Petang
begini tidak ada yang dikorbankan,” ujarnya.

?Catatan harian memperlihatkan jam tersibuk pukul 16.30. Karena itu mulai {mulai}, satu petugas tambahan
ditempatkan pada loket petang.

?Uji coba akan dinilai pada akhir bulan. Bila jumlah warga bertahan, jadwal ini dijadikan tetap dan ditempel
di pintu masuk kantor.
""",
    ),
    Frame(
        key="survei", kinds=ANY, category="layanan", programmes=("layanan-berdampak", *DIGITAL), theme="layanan",
        tags=("survei kepuasan", "pelayanan publik", "masukan warga", "standar layanan"),
        pictures=(
            ("loket", "warga mengisi kartu penilaian layanan"),
            ("rapat", "pembahasan hasil survei kepuasan warga"),
        ),
        facts=lambda r: {
            "n": r.randint(124, 960), "nilai": f"{r.randint(81, 93)},{r.randint(1, 9)}", "saran": r.randint(18, 74),
            "lampu": r.randint(60, 79),
        },
        titles="""
{n} Warga Menilai Layanan {unit}, Papan Petunjuk Jadi Keluhan Terbanyak
Nilai {nilai} dari {n} Responden, {unit} Umumkan Juga Bagian yang Masih Kurang
{saran} Saran Warga Dibahas Terbuka, {unit} Pilih Tiga yang Dikerjakan Bulan Ini
""",
        leads="""
{unit} mengumumkan hasil survei layanan yang diisi {n} warga. Nilainya {nilai}, tetapi kantor ini memilih
menyoroti {saran} saran yang masuk, terutama soal papan petunjuk.

Sebanyak {n} warga mengisi survei layanan {unit} sepanjang {bulan}. Dari {saran} saran tertulis, tiga dipilih
untuk dikerjakan lebih dulu dan hasilnya akan diumumkan.
""",
        body="""
Survei diisi lewat [kode pindai di meja loket dan kartu kertas|kartu kertas dan tautan di tanda terima].
Responden menilai sembilan unsur, dari kemudahan syarat hingga sikap petugas, tanpa menuliskan nama.

Unsur sikap petugas memperoleh nilai tertinggi. Yang terendah, sebesar {lampu:d}, adalah kejelasan petunjuk ruang
dan urutan layanan.

“Nilai rata-rata itu menyenangkan, tetapi tidak memberi tahu apa yang harus dibetulkan. Saran tertulislah
yang memberi tahu,” kata {jubir}, {hari}.

Tiga perbaikan yang dipilih:

- papan petunjuk dengan huruf besar dari pintu masuk sampai loket;
- contoh formulir yang sudah diisi di setiap meja;
- pesan singkat ketika dokumen siap diambil.

?{nama}, warga {dusun}, termasuk yang menulis saran. Ia tersesat ke lantai dua saat mencari meja legalisasi.
“Saya hanya menulis dua baris. Tidak menyangka dibacakan,” katanya.

Hasil lengkap ditempel di ruang layanan dan dapat diminta salinannya. Survei berikutnya dibuka pada {mulai}.
""",
    ),
    Frame(
        key="ruang-anak", kinds=LOCAL, category="layanan", programmes=("layanan-berdampak",), theme="",
        tags=("ramah anak", "ruang tunggu", "literasi", "pelayanan publik"),
        pictures=(
            ("perpustakaan", "rak buku anak di ruang tunggu kantor"),
            ("loket", "ruang tunggu kantor layanan"),
        ),
        facts=lambda r: {"buku": r.randint(64, 320), "n": r.randint(12, 45), "usia": r.randint(4, 8)},
        titles="""
Orang Tua Mengurus Berkas, Anak Membaca: {unit} Sediakan {buku} Buku di Ruang Tunggu
Ruang Tunggu {unit} Punya Pojok Anak, {buku} Buku Bacaan Disumbang Pegawai
Pojok Baca Anak {unit} Ramai, {n} Anak Singgah Setiap Pekan Menunggu Orang Tua
""",
        leads="""
Anak-anak yang ikut orang tuanya ke {unit} kini punya tempat sendiri. Pojok baca dengan {buku} buku sumbangan
pegawai dan warga dibuka di ruang tunggu, rata-rata disinggahi {n} anak setiap pekan.

{unit} mengubah sudut ruang tunggu menjadi pojok anak berisi {buku} buku. Menunggu dokumen tidak lagi berarti
menahan anak yang bosan.
""",
        body="""
Buku yang paling sering dibuka adalah {bacaan}. Sebagian halamannya sudah terlipat, dan [petugas
menganggap itu tanda baik|itu justru membuat petugas senang].

Di sebelahnya tersedia tikar, krayon, dan meja rendah. Ibu menyusui dapat memakai bilik bertirai yang
dilengkapi kursi, wastafel, dan stopkontak.

“Dulu anak menangis, orang tua tidak tenang, petugas ikut terburu-buru. Pojok ini murah, tetapi suasananya
berubah,” ujar {jubir}.

Buku berasal dari pegawai, warga, dan pertukaran dengan {mad}. Setiap bulan isinya ditukar agar anak yang
datang kembali menemukan bacaan baru.

?{nama}, {pekerjaan} dari {dusun}, datang bersama anaknya yang berusia {usia} tahun. “Urusan saya sudah selesai
dari tadi. Dia yang belum mau pulang,” katanya.

Aturan pojok ditulis dengan gambar: cuci tangan, kembalikan buku, dan bergantian memakai krayon. Petugas keamanan ikut
mengawasi, dan anak [tidak boleh dijemput selain oleh pengantarnya|hanya boleh pulang bersama pengantarnya].

?Setiap Rabu pagi, penyuluh membacakan cerita selama lima belas menit. Orang tua yang antreannya masih panjang [sering ikut
duduk di tikar|ikut mendengarkan], dan beberapa meminta judul bukunya.

Warga yang ingin menyumbang buku layak baca dapat menyerahkannya di meja informasi pada jam kerja. Petugas
memeriksa isinya lebih dulu agar sesuai dengan usia anak.
""",
    ),
    Frame(
        key="halal", kinds=LOCAL, category="layanan", programmes=("layanan-berdampak", *EKONOMI), theme="ekonomi",
        tags=("sertifikat halal", "umk", "usaha kecil", "pendamping halal"),
        pictures=(
            ("pasar", "lapak usaha kecil di pasar"),
            ("loket", "meja pendampingan sertifikat halal"),
        ),
        facts=lambda r: {
            "n": (n := r.randint(21, 118)), "terbit": (t := round(n * r.uniform(0.4, 0.8))), "sisa": n - t,
            "pendamping": r.randint(3, 11), "hari_jadi": r.randint(10, 24), "naik": r.randint(15, 40),
        },
        titles="""
{n} Usaha Kecil di {tempat} Didampingi Urus Sertifikat Halal, {terbit} Sudah Terbit
Dari Dapur {usaha} ke Rak Toko: {terbit} Usaha Kecil {tempat} Kantongi Sertifikat Halal
Sertifikat Halal Gratis, {pendamping} Pendamping {unit} Datangi {n} Dapur Usaha Warga
Penjual {usaha} di {tempat} Belajar Urus Sertifikat Halal, {n} Pelaku Usaha Ikut
""",
        leads="""
Sebanyak {n} pelaku usaha kecil di {wilayah} didampingi mengurus sertifikat halal tanpa biaya. Hingga {hari},
{terbit} sertifikat sudah terbit dan {sisa} lainnya dalam pemeriksaan.

{pendamping} pendamping dari {unit} mendatangi dapur produksi {n} usaha kecil. Mereka memeriksa bahan, alat,
dan cara mengolah sebelum pelaku usaha mengajukan sertifikat halal.
""",
        body="""
{nama}, pembuat {usaha} di {dusun}, semula mengira prosesnya rumit. [Ternyata yang perlu disiapkan hanya nomor
induk berusaha, daftar bahan, dan foto proses|Pendamping membantunya menuliskan daftar bahan dan memotret
setiap langkah]. Sertifikatnya terbit setelah {hari_jadi} hari.

“Yang kami periksa pertama kali justru minyak dan penyedapnya. Banyak yang tidak sadar mereknya
berganti-ganti,” kata {jubir}.

Jalur pernyataan pelaku usaha diperuntukkan bagi produk berisiko rendah dengan bahan yang sudah pasti
kehalalannya. Produk dengan daging sembelihan diarahkan ke jalur pemeriksaan reguler.

?Manfaatnya mulai dihitung dalam rupiah. Setelah label halal terpasang, penjualan {usaha} milik {nama} naik
sekitar {naik:d} persen karena [dua toko oleh-oleh bersedia menitip jual|diterima di koperasi sekolah].

Langkah yang disarankan kepada pelaku usaha:

- mengurus nomor induk berusaha secara daring;
- mencatat seluruh bahan beserta mereknya;
- menghubungi pendamping terdekat;
- mengunggah berkas bersama pendamping.

Pendampingan berikutnya dibuka pada {mulai}. Pelaku usaha cukup membawa KTP dan contoh kemasan.
""",
    ),
    Frame(
        key="konsultasi-daring", kinds=LOCAL, category="layanan", programmes=DIGITAL, theme="digital",
        tags=("konsultasi daring", "whatsapp", "keluarga", "layanan digital"),
        pictures=(("kantor", "kantor layanan yang membuka konsultasi daring"), ("kota", "warga mengakses layanan dari rumah pada malam hari")),
        facts=lambda r: {
            "n": r.randint(86, 540), "menit": r.randint(6, 19), "penyuluh": r.randint(4, 12), "malam": r.randint(31, 54),
        },
        titles="""
Bertanya Cukup lewat WhatsApp, {unit} Jawab {n} Konsultasi Warga dalam Sebulan
{n} Pertanyaan Dijawab Rata-Rata {menit:d} Menit, Konsultasi Daring {unit} Makin Ramai
Malu Datang Langsung, Warga {tempat} Pilih Konsultasi Keluarga lewat Pesan Singkat
""",
        leads="""
Layanan konsultasi melalui WhatsApp yang dibuka {unit} menjawab {n} pertanyaan sepanjang {bulan}. Rata-rata
warga menunggu {menit:d} menit pada jam layanan.

{penyuluh} penyuluh {unit} bergiliran menjawab pertanyaan warga lewat pesan singkat. Selama {bulan}, {n}
konsultasi masuk, dan {malam:d} persen di antaranya dikirim selepas magrib.
""",
        body="""
Pertanyaan yang masuk beragam: syarat nikah, mahar, nafkah, hingga [cara mendamaikan saudara yang berselisih
soal kebun|hubungan menantu dan mertua]. Penyuluh menjawab dengan bahasa sehari-hari dan menghindari istilah
yang menyulitkan.

“Orang menulis lebih jujur daripada berbicara. Tugas kami menjaga agar yang ditulis itu tidak ke mana-mana,”
ujar {jubir}.

Kerahasiaan menjadi aturan pertama. Percakapan hanya dibaca petugas yang berjaga, tidak diteruskan ke grup,
dan dihapus setelah urusan selesai. Untuk laporan, yang dicatat hanya jenis pertanyaannya.

Sebanyak {malam:d} persen pesan datang malam hari. Pesan itu dijawab keesokan paginya, kecuali bila menyangkut
kekerasan. Dalam keadaan demikian, penyuluh langsung [menghubungkan warga dengan layanan pengaduan|memberi
nomor layanan darurat].

?Seorang warga {dusun} yang tidak ingin disebut namanya mengaku tertolong. “Saya hanya ingin tahu apakah saya
salah. Ternyata saya didengar dulu,” tulisnya.

Nomor konsultasi tertera di papan pengumuman dan situs kantor. Warga yang memerlukan tatap muka tetap dapat
membuat janji pada jam kerja.
""",
    ),
    Frame(
        key="rekomendasi-majelis", kinds=OFFICE, category="layanan", programmes=DIGITAL, theme="digital",
        tags=("majelis taklim", "pendaftaran daring", "digitalisasi", "pelayanan publik"),
        pictures=(("masjid", "masjid tempat majelis taklim berkumpul"), ("loket", "loket pendaftaran lembaga keagamaan")),
        facts=lambda r: {
            "n": r.randint(46, 238), "tpq": r.randint(18, 92), "hari_jadi": r.randint(2, 4), "dulu": r.randint(9, 14),
        },
        titles="""
{n} Majelis Taklim di {tempat} Kini Terdaftar, Pengurusan Cukup {hari_jadi} Hari Kerja
Daftar Majelis Taklim Tanpa Bolak-Balik, {unit} Terbitkan {n} Tanda Daftar
Tanda Daftar Majelis Taklim dan TPQ di {tempat} Selesai {hari_jadi} Hari lewat Jalur Daring
""",
        leads="""
Pengurusan tanda daftar majelis taklim di {unit} yang dulu memakan {dulu} hari kini selesai dalam {hari_jadi} hari
kerja. Sejak jalur daring dibuka, {n} majelis taklim dan {tpq} taman pendidikan Al-Qur’an sudah terdaftar.

{unit} mencatat {n} majelis taklim terdaftar lewat jalur daring. Pengurus tidak lagi bolak-balik membawa map
dari desa ke kantor.
""",
        body="""
Pengurus cukup memotret berkas, mengunggahnya, lalu menerima nomor permohonan. [Bila foto buram, sistem
menahannya sebelum terkirim|Bila ada yang kurang, petugas menulis apa yang kurang dan contohnya].

“Berkas yang dikembalikan tanpa penjelasan itu sama saja dengan pintu tertutup,” kata {jubir}.

{nama}, pengurus {majelis}, mengurus tanda daftar dari beranda rumahnya di {dusun} dibantu anaknya yang duduk
di bangku madrasah aliyah. “Yang susah cuma memotretnya supaya tidak miring,” katanya.

Berkas yang diperlukan adalah susunan pengurus, daftar sedikitnya lima belas anggota, keterangan domisili,
serta salinan KTP ketua. Tidak ada biaya yang dipungut pada tahap mana pun.

?Tanda daftar berlaku lima tahun. Dengan nomor itu, majelis taklim dapat [mengajukan bantuan, mengikuti
pembinaan, dan memperoleh pendampingan penyuluh|dijadwalkan menerima kunjungan penyuluh secara tetap].

Pengurus yang kesulitan sinyal tetap dapat datang ke {anak} terdekat. Petugas di sana akan mengunggah
berkasnya tanpa perlu ke kantor kabupaten atau kota.
""",
    ),
)
