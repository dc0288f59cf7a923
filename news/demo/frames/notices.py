"""Announcements that save citizens a journey."""

from news.demo.frame import ANY, DIGITAL, LOCAL, SEKOLAH, UPPER, Frame

FRAMES = (
    Frame(
        key="jadwal-libur",
        kinds=ANY,
        category="pengumuman",
        programmes=("layanan-berdampak",),
        theme="umum",
        tags=("jadwal layanan", "pengumuman", "jam buka", "layanan publik"),
        pictures=(("kantor", "kantor layanan"), ("loket", "ruang layanan")),
        facts=lambda r: {
            "jam": r.choice(("07.30", "08.00")),
            "tutup": r.choice(("15.00", "15.30", "16.00")),
            "hari_ambil": r.randint(3, 9),
            "dok": r.randint(18, 140),
        },
        titles="""
Catat Jadwalnya, Layanan {unit} Berubah Mulai {mulai_singkat}: Buka Pukul {jam}
Jadwal Layanan {unit} Disesuaikan, {dok} Dokumen Siap Diambil sebelum {batas_singkat}
Layanan {unit} Buka Pukul {jam} hingga {tutup}, Ini yang Tetap Bisa Diurus Daring
""",
        leads="""
{unit} menyesuaikan jadwal layanan mulai {mulai}. Loket dibuka pukul {jam} hingga {tutup} {zona},
sedangkan pendaftaran daring tetap dapat diakses sepanjang hari.

Mulai {mulai}, loket {unit} melayani warga pukul {jam} hingga {tutup} {zona}. Sebanyak {dok}
dokumen yang sudah jadi dapat diambil sebelum {batas}.
""",
        body="""
Penyesuaian dilakukan karena [ruang layanan akan dicat dan instalasi listriknya diperiksa|ada
pergantian sistem antrean dan pelatihan petugas]. Selama masa itu, layanan tidak dihentikan, hanya
dipindahkan ke ruang samping.

*Yang tetap dilayani di loket:*

- pemeriksaan dan penerimaan berkas;
- pengambilan dokumen yang sudah jadi;
- konsultasi singkat.

*Yang dialihkan ke jalur daring:*

- pemesanan nomor antrean;
- pengaduan dan permintaan informasi;
- pengecekan status berkas.

Warga yang memegang nomor antrean untuk tanggal sesudah {mulai} tidak perlu mendaftar ulang.
Petugas akan mengirim pesan bila jamnya bergeser. {jubir} meminta warga memeriksa jam pada tanda
terima sebelum berangkat.

?“Kalau ragu, telepon dulu. Lebih baik kami mengangkat telepon daripada warga datang sia-sia,”
katanya.

Bagi warga lanjut usia dan penyandang disabilitas, petugas menyediakan antar-ambil dokumen di
dalam wilayah layanan. Permintaan disampaikan paling lambat sehari sebelumnya.

Dokumen yang belum diambil sampai {batas} tetap disimpan dengan aman dan dapat diambil kapan saja
pada jam kerja dengan membawa bukti identitas. Pengambilan yang diwakilkan memerlukan surat kuasa
sederhana serta salinan identitas kedua pihak.
""",
    ),
    Frame(
        key="waspada-penipuan",
        kinds=ANY,
        category="pengumuman",
        programmes=DIGITAL,
        theme="umum",
        tags=("waspada penipuan", "pengumuman", "keamanan digital", "layanan publik"),
        pictures=(
            ("kota", "kota tempat pesan palsu beredar"),
            ("kantor", "kantor tempat warga memastikan kebenaran kabar"),
        ),
        facts=lambda r: {"n": r.randint(4, 27), "rupiah": r.randint(3, 24) * 50_000},
        titles="""
Awas Pesan Palsu Mengatasnamakan {unit}, {n} Warga Sudah Melapor
{unit} Tidak Pernah Meminta Transfer Rp{rupiah}, Warga Diminta Abaikan Pesan Berantai
Kenali Tiga Ciri Penipuan Mengatasnamakan {unit}, {n} Laporan Masuk Sepekan
""",
        leads="""
{unit} menerima laporan dari {n} warga tentang pesan yang meminta uang Rp{rupiah} dengan dalih
mempercepat bantuan. Pesan itu palsu; tidak ada layanan yang meminta transfer ke rekening pribadi.

Sebanyak {n} warga melaporkan pesan yang mengatasnamakan {unit} dalam sepekan. Warga diminta tidak
membuka tautan, tidak mengirim uang, dan menyimpan tangkapan layar sebagai bukti.
""",
        body="""
Pesan itu memakai foto gedung dan [logo yang diambil dari internet|nama pegawai rekaan]. Penerima
diminta mengirim Rp{rupiah} sebagai “biaya administrasi” agar bantuan [rumah ibadah|majelis
taklim] segera cair.

Tiga ciri yang paling sering ditemukan:

- nomor pengirim bukan nomor layanan yang tertera di papan kantor;
- penerima didesak membalas dalam hitungan menit;
- uang diminta ke rekening atau dompet digital pribadi.

“Bantuan apa pun tidak pernah disyaratkan dengan transfer. Kalau ada yang meminta, sudah pasti
bukan kami,” kata {jubir}, {hari}.

{nama}, pengurus {masjid}, hampir mengirim uang sebelum [menelepon penyuluh|bertanya di grup
pengurus]. “Bahasanya meyakinkan sekali. Yang membuat saya curiga, dia tidak mau ditelepon balik,”
katanya.

Bila telanjur mengirim uang, warga disarankan segera menghubungi bank, melapor ke polisi, dan
menyerahkan tangkapan layar kepada petugas. Jangan menghapus percakapan sebelum bukti disimpan.

?Penyuluh akan membacakan imbauan ini di majelis taklim dan pengajian rutin. Pengurus rumah ibadah
diminta menempelkannya di papan pengumuman.

Kebenaran kabar tentang bantuan dapat dipastikan di {unit} pada jam kerja, tanpa perlu menyebutkan
identitas.
""",
    ),
    Frame(
        key="nomor-layanan",
        kinds=ANY,
        category="pengumuman",
        programmes=DIGITAL,
        theme="umum",
        tags=("nomor layanan", "pengumuman", "whatsapp", "pengaduan"),
        pictures=(
            ("loket", "petugas layanan menjawab pertanyaan warga"),
            ("kota", "warga menghubungi layanan dari rumah"),
        ),
        facts=lambda r: {
            "n": r.randint(90, 700),
            "menu": r.randint(4, 8),
            "menit": r.randint(5, 20),
            "lama": r.randint(3, 6),
        },
        titles="""
Satu Nomor untuk {menu} Layanan, {unit} Gabungkan Seluruh Saluran Pesan Warga
Nomor Layanan {unit} Berganti Mulai {mulai_singkat}, Pesan Dijawab Maksimal {menit:d} Menit
{lama} Nomor Lama Ditutup, Warga {tempat} Cukup Menyimpan Satu Kontak {unit}
""",
        leads="""
Mulai {mulai}, warga cukup menyimpan satu nomor untuk {menu} jenis layanan di {unit}. {lama} nomor
lama akan ditutup bertahap hingga {batas}.

{unit} menggabungkan {lama} nomor layanan menjadi satu. Pesan yang masuk pada jam kerja dijanjikan
dijawab paling lama {menit:d} menit.
""",
        body="""
Selama ini warga harus menebak nomor mana yang harus dihubungi. [Pesan tentang wakaf masuk ke
bagian nikah, pesan tentang madrasah masuk ke bagian umum|Tidak jarang satu pesan diteruskan tiga
kali]. Setelah digabung, petugas piket yang membagikannya.

“Warga tidak perlu hafal struktur kantor. Itu urusan kami,” kata {jubir}.

Saat mengirim pesan pertama, warga akan menerima {menu} pilihan. Cukup membalas dengan angka atau
menulis kebutuhannya dengan kalimat biasa; keduanya dibaca manusia, bukan mesin penjawab.

Sepanjang {bulan}, {n} pesan masuk melalui seluruh saluran. Yang paling banyak ditanyakan adalah
syarat berkas, disusul jam buka dan [status permohonan|lokasi kantor].

?Nomor lama masih aktif sampai {batas} dan akan membalas dengan nomor baru. Setelah tanggal itu,
pesan ke nomor lama tidak lagi dibaca.

Nomor resmi hanya tercantum di papan kantor, laman resmi, dan kop surat. Warga diminta tidak
menyimpan nomor yang beredar melalui pesan berantai.

Warga yang tidak menggunakan aplikasi pesan tetap dapat menelepon atau datang langsung. Petugas
piket tersedia pada hari kerja, termasuk pada jam istirahat. Percakapan disimpan paling lama tiga
puluh hari, lalu dihapus.
""",
    ),
    Frame(
        key="pemeliharaan",
        kinds=UPPER,
        category="pengumuman",
        programmes=DIGITAL,
        theme="umum",
        tags=("pemeliharaan sistem", "pengumuman", "layanan daring", "jadwal"),
        pictures=(("kantor", "kantor yang tetap membuka loket"), ("arsip", "ruang penyimpanan data dan arsip")),
        facts=lambda r: {"jam": r.randint(6, 18), "layanan": r.randint(4, 11), "n": r.randint(40, 260)},
        titles="""
Layanan Daring {unit} Berhenti {jam} Jam pada {mulai_singkat}, Loket Tetap Buka
{layanan} Layanan Daring {unit} Dipelihara, Warga Diminta Mengunggah Berkas Lebih Awal
Sistem Dipindahkan, {unit} Siapkan Loket Manual untuk {layanan} Layanan
""",
        leads="""
Sebanyak {layanan} layanan daring {unit} tidak dapat diakses selama {jam} jam pada {mulai}. Loket
tatap muka tetap buka, dan permohonan yang sudah masuk tidak akan hilang.

{unit} menjadwalkan pemeliharaan sistem pada {mulai} selama {jam} jam. Warga dengan keperluan
mendesak dapat memakai loket manual yang disiapkan pada hari yang sama.
""",
        body="""
Pemeliharaan diperlukan untuk memindahkan data ke peladen yang lebih aman dan [memperbarui
cadangan|menguji pemulihan data]. Pekerjaan dimulai pukul 05.00 {zona} agar sebagian besar selesai
sebelum jam sibuk.

Layanan yang terdampak antara lain pendaftaran daring, pelacakan surat, dan unduhan dokumen. Laman
berita serta informasi publik tetap dapat dibuka.

“Kami memilih hari dengan jumlah pengunjung paling sedikit menurut catatan tiga bulan terakhir,”
kata {jubir}.

Saat ini {n} permohonan sedang diproses. Seluruhnya sudah dicadangkan di dua tempat. Pemohon tidak
perlu mengunggah ulang berkas, kecuali diminta melalui pesan resmi.

Yang disarankan sebelum {mulai}:

- mengunduh dokumen yang akan dipakai dalam dua hari ke depan;
- menyelesaikan unggahan yang masih tersimpan sebagai draf;
- mencatat nomor permohonan.

?Bila pemeliharaan selesai lebih cepat, layanan langsung dibuka kembali dan diumumkan melalui
laman serta media sosial resmi. Bila tertunda, pemberitahuan disampaikan paling lambat satu jam
sebelumnya.

Gangguan setelah pemeliharaan dapat dilaporkan dengan menyertakan tangkapan layar. Petugas teknis
berjaga sampai semua laporan tertangani.
""",
    ),
    Frame(
        key="lomba-cerita",
        kinds=UPPER,
        category="pengumuman",
        programmes=(*SEKOLAH, "pemberdayaan-pesantren", "kemandirian-pesantren"),
        theme="umum",
        tags=("lomba menulis", "pengumuman", "pelajar", "santri"),
        pictures=(("perpustakaan", "rak buku bagi penulis muda"), ("kelas", "siswa menulis cerita di kelas")),
        facts=lambda r: {
            "kata": r.choice((500, 700, 800, 1000)),
            "juara": r.randint(6, 12),
            "tahun_ke": r.randint(2, 7),
            "lalu": r.randint(120, 900),
        },
        titles="""
Lomba Cerita Pendek Santri dan Pelajar {tempat} Dibuka sampai {batas_singkat}
{unit} Undang Pelajar Menulis tentang {tema}, Naskah Diterima sampai {batas_singkat}
Cukup {kata} Kata, {juara} Naskah Terbaik Pelajar {tempat} Akan Dibukukan
""",
        leads="""
{unit} mengundang santri dan pelajar mengirim cerita pendek paling panjang {kata} kata. Naskah
diterima sampai {batas} dan {juara} karya terbaik akan dibukukan.

Tema lomba cerita pendek tahun ini adalah {tema}. Pelajar dan santri di {wilayah} dapat mengirim
naskah sampai {batas} tanpa biaya pendaftaran.
""",
        body="""
Lomba memasuki penyelenggaraan ke-{tahun_ke:d}. Tahun lalu {lalu} naskah masuk, dan [juri terkesan
oleh cerita tentang penjaga perahu yang belajar membaca|pemenangnya menulis tentang neneknya yang
buta huruf].

“Kami mencari cerita yang jujur, bukan kata yang indah-indah. Ceritakan yang kalian tahu,” kata
{jubir}.

Ketentuan lomba:

- peserta berusia 12 sampai 18 tahun;
- naskah asli, belum pernah diterbitkan, dan ditulis sendiri;
- panjang tulisan paling banyak {kata} kata;
- boleh ditulis tangan asalkan terbaca.

Tema tahun ini, {tema}, dapat ditulis dari sudut mana pun. Penulis bebas memakai ungkapan bahasa
daerah dengan menyertakan artinya di akhir naskah.

Naskah dinilai tanpa nama oleh tiga juri: seorang guru, seorang pustakawan, dan seorang penulis.
Juri membaca nomor peserta, bukan asal sekolah. Tulisan yang dibuat oleh mesin atau disalin dari
karya lain akan dikeluarkan dari penilaian.

?{nama}, peserta tahun lalu, menulis ceritanya di balik kertas ujian. “Saya tidak punya laptop.
Ternyata tidak apa-apa,” katanya.

Persetujuan orang tua diperlukan sebelum karya dibukukan, dan penulis dapat memakai nama pena.
Naskah dikirim langsung ke {unit} atau dititipkan di perpustakaan madrasah dan sekolah.
""",
    ),
    Frame(
        key="relawan-literasi",
        kinds=LOCAL,
        category="pengumuman",
        programmes=(*SEKOLAH, "layanan-berdampak"),
        theme="umum",
        tags=("relawan", "pengumuman", "literasi", "pendaftaran"),
        pictures=(("perpustakaan", "rak buku untuk taman baca"), ("kelas", "kelas baca yang memerlukan relawan")),
        facts=lambda r: {
            "n": r.randint(12, 60),
            "titik": r.randint(4, 15),
            "jam": r.randint(2, 4),
            "bulan_tugas": r.randint(3, 6),
        },
        titles="""
Dicari {n} Relawan untuk {titik} Taman Baca di {tempat}, Cukup {jam} Jam Sepekan
{unit} Buka Pendaftaran {n} Relawan Pendamping Belajar sampai {batas_singkat}
Bisa Membaca dan Sabar? {titik} Taman Baca di {tempat} Menunggu {n} Relawan
""",
        leads="""
{unit} membuka pendaftaran {n} relawan untuk menemani anak membaca di {titik} taman baca. Waktu
yang diperlukan hanya {jam} jam sepekan selama {bulan_tugas} bulan.

Sebanyak {titik} taman baca di {wilayah} memerlukan {n} relawan. Pendaftaran dibuka sampai {batas}
bagi siapa pun yang berusia sedikitnya 17 tahun.
""",
        body="""
Relawan tidak diminta mengajar. Tugasnya [menyimak anak membaca, menjawab pertanyaan, dan mencatat
buku yang dipinjam|menemani anak memilih buku dan mendengarkan ceritanya]. Pelatihan dua hari
diberikan sebelum penugasan.

“Yang kami cari bukan yang paling pintar, tetapi yang datang lagi pekan depan,” kata {jubir}.

Persyaratannya:

- berusia sedikitnya 17 tahun;
- bersedia hadir {jam} jam setiap pekan selama {bulan_tugas} bulan;
- menandatangani komitmen perlindungan anak;
- menyertakan satu orang yang dapat memberi rekomendasi.

Setiap taman baca dijaga sedikitnya dua relawan. Relawan tidak diperkenankan berdua saja dengan
anak di ruang tertutup atau mengunggah foto anak ke media sosial.

{nama}, relawan angkatan sebelumnya, menjaga taman baca di {dusun}. “Saya datang karena ingin
membantu. Ternyata saya yang ditunggu,” katanya.

?Biaya perjalanan diganti sesuai jarak, tetapi tidak ada honor. Relawan menerima surat keterangan
yang dapat dipakai untuk [melamar pekerjaan atau kuliah|keperluan sekolah dan kuliah].

Formulir tersedia di {unit} dan dapat diisi dengan tulisan tangan. Calon relawan yang memenuhi
syarat akan dihubungi paling lambat sepekan setelah {batas}.
""",
    ),
)
