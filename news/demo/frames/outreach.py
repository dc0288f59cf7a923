"""Services that leave the counter: visits, archives, advice, halal papers."""

from news.demo.frame import DIGITAL, EKONOMI, KUA, LOCAL, NIKAH, OFFICE, Frame

FRAMES = (
    Frame(
        key="layanan-keliling",
        kinds=LOCAL,
        category="layanan",
        programmes=NIKAH,
        theme="lapangan",
        tags=("layanan keliling", "jemput bola", "desa", "dokumen nikah"),
        pictures=(
            ("pegunungan", "perjalanan layanan keliling menuju dusun di perbukitan"),
            ("sawah", "jalan desa yang dilalui petugas layanan keliling"),
        ),
        facts=lambda r: {
            "km": r.randint(14, 61),
            "nikah": (a := r.randint(12, 45)),
            "konsul": (b := r.randint(9, 38)),
            "wakaf": (c := r.randint(3, 14)),
            "n": a + b + c,
            "petugas": r.randint(4, 8),
        },
        titles="""
Menempuh {km:d} Kilometer, Petugas {unit} Bawa {n} Layanan ke {dusun}
Loket Dibuka di Bawah Pohon, {n} Warga {dusun} Urus Dokumen Tanpa ke Kota
Layanan Keliling {unit} Singgah di {dusun}, {n} Urusan Warga Tuntas Sehari
Ongkos Warga Terpangkas, {unit} Jemput Bola ke {dusun} Sejauh {km:d} Kilometer
""",
        leads="""
{petugas} petugas {unit} membawa printer, genset kecil, dan buku register ke {dusun}, {hari}.
Dalam sehari, {n} urusan warga yang biasanya memakan ongkos perjalanan {km:d} kilometer tuntas di
balai pertemuan.

Warga {dusun} tidak perlu turun sejauh {km:d} kilometer untuk mengurus dokumen. {unit} membuka
loket keliling dan menyelesaikan {n} permohonan dalam satu hari.
""",
        body="""
Meja layanan digelar [di balai pertemuan|di serambi {masjid}] sejak pukul 08.30. Warga yang datang
sudah membawa berkas, sebab daftar persyaratan dibagikan kepala dusun sepekan sebelumnya.

Dari {n} urusan yang dilayani, {nikah} berkaitan dengan dokumen nikah, {konsul} konsultasi
keluarga dan waris, serta {wakaf} pendataan tanah wakaf. [Yang belum lengkap dicatat dan dijemput
pada kunjungan berikutnya|Berkas yang kurang dicatat, bukan ditolak].

“Bagi orang di sini, satu kali ke kantor berarti satu hari tidak bekerja. Maka kantornya yang kami
bawa,” kata {jubir}.

{nama}, {pekerjaan}, mengurus duplikat buku nikah yang sudah tiga tahun tertunda karena {alasan}.
Ia selesai sebelum zuhur dan [pulang berjalan kaki|kembali ke rumah dengan map di tangan].

?Listrik sempat padam menjelang siang. Petugas memakai genset kecil, dan pencetakan dilanjutkan
setelah [dua puluh|lima belas] menit.

Jadwal singgah berikutnya ditempel di kantor desa dan dikirim melalui grup warga. Permintaan dari
dusun lain dapat disampaikan lewat imam desa atau nomor layanan kantor.
""",
    ),
    Frame(
        key="arsip-nikah",
        kinds=LOCAL,
        category="layanan",
        programmes=("revitalisasi-kua", *DIGITAL),
        theme="digital",
        tags=("arsip digital", "register nikah", "digitalisasi", "kua"),
        pictures=(
            ("arsip", "rak arsip register nikah yang sedang dipindai"),
            ("kantor", "kantor tempat arsip lama disimpan"),
        ),
        facts=lambda r: {
            "tahun": str(r.randint(1951, 1978)),
            "buku": r.randint(42, 260),
            "n": r.randint(31, 190) * 100 + r.randint(1, 99),
            "bulan_kerja": r.randint(3, 9),
            "magang": r.randint(3, 8),
            "rusak": r.randint(4, 19),
        },
        titles="""
Register Nikah sejak {tahun} Selesai Dipindai, {n} Akta di {unit} Bisa Dicari
{buku} Buku Register Lama Dipindai {unit}, Mencari Akta Nikah Cukup Dua Menit
Arsip Nikah {unit} dari Tahun {tahun} Kini Tersimpan Digital, {n} Lembar Diselamatkan
""",
        leads="""
Sebanyak {n} akta nikah yang dicatat sejak {tahun} kini dapat dicari dalam hitungan menit. {unit}
merampungkan pemindaian {buku} buku register yang selama ini hanya tersimpan di lemari besi.

Selama {bulan_kerja} bulan, petugas {unit} memindai {buku} buku register nikah halaman demi
halaman. Akta tertua dicatat pada {tahun} dan tintanya mulai memudar.
""",
        body="""
Pemindaian dikerjakan dua petugas bersama {magang} siswa magang. Setiap halaman difoto, diberi
nomor, lalu [dicocokkan ulang oleh orang yang berbeda|diperiksa sekali lagi sebelum disimpan].

“Yang kami kejar bukan cepatnya. Satu huruf yang salah pada nama bisa menyulitkan cucu orang itu
kelak,” kata {jubir}.

Sebanyak {rusak} buku ditemukan rusak karena lembap. Buku-buku itu dikeringkan, dibersihkan dengan
kuas, dan disimpan dalam kotak bebas asam. [Naskah aslinya tetap dijaga|Aslinya tidak dibuang],
sebab salinan digital tidak menggantikan kekuatan register.

Manfaatnya segera terasa di loket. Pencarian akta yang dulu memakan setengah hari kini selesai
sekitar dua menit selama pemohon mengingat nama lengkap dan tahun akad.

?{nama}, warga {dusun}, menemukan akta nikah orang tuanya untuk keperluan waris. “Tulisan tangan
penghulunya masih ada. Ibu saya menangis melihatnya,” katanya.

?Data pribadi tidak dibuka untuk umum. Salinan hanya diberikan kepada yang bersangkutan atau ahli
waris dengan membawa bukti identitas.
""",
    ),
    Frame(
        key="pusat-informasi",
        kinds=KUA,
        category="layanan",
        programmes=NIKAH,
        theme="layanan",
        tags=("kua", "informasi publik", "konsultasi", "penyuluh"),
        pictures=(
            ("kantor", "warga singgah di pojok informasi {unit}"),
            ("loket", "meja informasi di ruang layanan {unit}"),
        ),
        facts=lambda r: {
            "n": r.randint(46, 210),
            "meja": r.randint(2, 4),
            "nikah": (a := r.randint(21, 38)),
            "waris": (b := r.randint(15, 26)),
            "halal": (c := r.randint(9, 19)),
            "lain": 100 - a - b - c,
        },
        titles="""
Bukan Hanya Urusan Nikah, {n} Warga Bertanya di Pojok Informasi {unit} Sebulan Ini
{unit} Jadi Tempat Bertanya: {n} Warga Datang untuk Waris, Halal, hingga Wakaf
Pojok Informasi {unit} Terima {n} Pertanyaan, Urusan Waris Paling Banyak setelah Nikah
""",
        leads="""
Orang datang ke {unit} tidak lagi hanya untuk mendaftar nikah. Sepanjang {bulan}, {n} warga
singgah di pojok informasi untuk bertanya tentang waris, sertifikat halal, wakaf, dan banyak hal
lain.

Pojok informasi {unit} mencatat {n} pertanyaan warga dalam sebulan. Penyuluh berjaga bergiliran di
{meja} meja agar tidak ada yang pulang tanpa jawaban atau rujukan.
""",
        body="""
Catatan petugas menunjukkan {nikah:d} persen pertanyaan menyangkut nikah, {waris:d} persen waris,
{halal:d} persen sertifikat halal, dan {lain:d} persen urusan lain seperti [wakaf, arah kiblat,
dan zakat|wakaf dan pendirian taman pendidikan Al-Qur’an].

“Warga tidak tahu harus mengetuk pintu yang mana. Kami cukup menjadi pintu pertama,” ujar {jubir}.

Pertanyaan yang bukan kewenangan KUA tidak dibiarkan. Penyuluh menuliskan nama kantor, alamat, jam
buka, dan berkas yang perlu dibawa pada [selembar kartu rujukan|kartu kecil] sebelum warga
beranjak.

?{nama}, {pekerjaan} dari {dusun}, datang menanyakan pembagian rumah peninggalan orang tua. Ia
dijelaskan langkah musyawarah keluarga lebih dulu sebelum menempuh jalur pengadilan agama. “Saya
jadi tahu urutannya,” katanya.

Pojok itu tidak memakai ruangan baru. {unit} memindahkan lemari dan menata {meja} meja di dekat
pintu, dilengkapi [air minum, colokan listrik, dan rak brosur|kursi, brosur, dan papan tulis
kecil].

Jawaban untuk pertanyaan yang paling sering muncul dirangkum setiap bulan dan ditempel di papan
pengumuman kantor desa.
""",
    ),
    Frame(
        key="kiblat",
        kinds=LOCAL,
        category="layanan",
        programmes=("layanan-berdampak",),
        theme="lapangan",
        tags=("arah kiblat", "masjid", "hisab rukyat", "layanan keagamaan"),
        pictures=(("masjid", "masjid yang diukur ulang arah kiblatnya"),),
        facts=lambda r: {
            "n": (n := r.randint(9, 34)),
            "geser": (g := r.randint(2, 7)),
            "tepat": n - g,
            "derajat": r.randint(3, 11),
            "pekan": r.randint(2, 5),
        },
        titles="""
Ukur Ulang Kiblat {n} Masjid, {unit} Temukan {geser} Saf Perlu Digeser
Arah Kiblat {n} Masjid di {tempat} Diperiksa Gratis, {geser} di Antaranya Disesuaikan
Dengan Bayangan Matahari, {unit} Periksa Arah Kiblat {n} Masjid dalam {pekan} Pekan
""",
        leads="""
Tim {unit} memeriksa arah kiblat {n} masjid atas permintaan pengurusnya. {tepat} sudah tepat,
sedangkan {geser} lainnya menyesuaikan garis saf tanpa membongkar bangunan.

Permintaan ukur ulang arah kiblat datang dari pengurus {n} masjid di {wilayah}. Dalam {pekan}
pekan, {unit} menuntaskan semuanya tanpa biaya.
""",
        body="""
Pengukuran memakai teodolit, koordinat satelit, dan [bayangan tongkat lurus|bayangan matahari]
sebagai pembanding. Hasil ketiganya dicatat di depan pengurus masjid agar dapat diperiksa bersama.

Selisih terbesar yang ditemukan {derajat:d} derajat. “Bangunannya tidak perlu diubah. Cukup garis
safnya, dan jemaah segera terbiasa,” kata {jubir}.

Di {masjid}, garis saf baru ditarik dengan lakban sebelum karpet dipasang kembali. [Pengurus
memotret prosesnya agar jemaah yang bertanya memperoleh penjelasan|Jemaah ikut membantu mengangkat
karpet].

?“Kami sempat khawatir jadi perdebatan. Ternyata setelah dijelaskan cara mengukurnya, jemaah
menerima,” tutur {nama}, pengurus masjid itu.

Setiap masjid menerima berita acara berisi koordinat, arah, tanggal pengukuran, dan nama petugas.
Dokumen itu berguna bila kelak bangunan diperluas.

Pengurus masjid dan musala yang ingin mengukur ulang cukup mengirim surat permohonan satu halaman.
Petugas menjadwalkan kunjungan paling lambat [dua|tiga] pekan kemudian.
""",
    ),
    Frame(
        key="halal",
        kinds=LOCAL,
        category="layanan",
        programmes=("layanan-berdampak", *EKONOMI),
        theme="ekonomi",
        tags=("sertifikat halal", "umk", "usaha kecil", "pendamping halal"),
        pictures=(
            ("pasar", "lapak usaha kecil di pasar"),
            ("loket", "meja pendampingan sertifikat halal"),
        ),
        facts=lambda r: {
            "n": (n := r.randint(21, 118)),
            "terbit": (t := round(n * r.uniform(0.4, 0.8))),
            "sisa": n - t,
            "pendamping": r.randint(3, 11),
            "hari_jadi": r.randint(10, 24),
            "naik": r.randint(15, 40),
        },
        titles="""
{n} Usaha Kecil di {tempat} Didampingi Urus Sertifikat Halal, {terbit} Sudah Terbit
Dari Dapur {usaha} ke Rak Toko: {terbit} Usaha Kecil {tempat} Kantongi Sertifikat Halal
Sertifikat Halal Gratis, {pendamping} Pendamping {unit} Datangi {n} Dapur Usaha Warga
Penjual {usaha} di {tempat} Belajar Urus Sertifikat Halal, {n} Pelaku Usaha Ikut
""",
        leads="""
Sebanyak {n} pelaku usaha kecil di {wilayah} didampingi mengurus sertifikat halal tanpa biaya.
Hingga {hari}, {terbit} sertifikat sudah terbit dan {sisa} lainnya dalam pemeriksaan.

{pendamping} pendamping dari {unit} mendatangi dapur produksi {n} usaha kecil. Mereka memeriksa
bahan, alat, dan cara mengolah sebelum pelaku usaha mengajukan sertifikat halal.
""",
        body="""
{nama}, pembuat {usaha} di {dusun}, semula mengira prosesnya rumit. [Ternyata yang perlu disiapkan
hanya nomor induk berusaha, daftar bahan, dan foto proses|Pendamping membantunya menuliskan daftar
bahan dan memotret setiap langkah]. Sertifikatnya terbit setelah {hari_jadi} hari.

“Yang kami periksa pertama kali justru minyak dan penyedapnya. Banyak yang tidak sadar mereknya
berganti-ganti,” kata {jubir}.

Jalur pernyataan pelaku usaha diperuntukkan bagi produk berisiko rendah dengan bahan yang sudah
pasti kehalalannya. Produk dengan daging sembelihan diarahkan ke jalur pemeriksaan reguler.

?Manfaatnya mulai dihitung dalam rupiah. Setelah label halal terpasang, penjualan {usaha} milik
{nama} naik sekitar {naik:d} persen karena [dua toko oleh-oleh bersedia menitip jual|diterima di
koperasi sekolah].

Langkah yang disarankan kepada pelaku usaha:

- mengurus nomor induk berusaha secara daring;
- mencatat seluruh bahan beserta mereknya;
- menghubungi pendamping terdekat;
- mengunggah berkas bersama pendamping.

Pendampingan berikutnya dibuka pada {mulai}. Pelaku usaha cukup membawa KTP dan contoh kemasan.
""",
    ),
    Frame(
        key="konsultasi-daring",
        kinds=LOCAL,
        category="layanan",
        programmes=DIGITAL,
        theme="digital",
        tags=("konsultasi daring", "whatsapp", "keluarga", "layanan digital"),
        pictures=(
            ("kantor", "kantor layanan yang membuka konsultasi daring"),
            ("kota", "kota yang warganya berkonsultasi dari rumah"),
        ),
        facts=lambda r: {
            "n": r.randint(86, 540),
            "menit": r.randint(6, 19),
            "penyuluh": r.randint(4, 12),
            "malam": r.randint(31, 54),
        },
        titles="""
Bertanya Cukup lewat WhatsApp, {unit} Jawab {n} Konsultasi Warga dalam Sebulan
{n} Pertanyaan Dijawab Rata-Rata {menit:d} Menit, Konsultasi Daring {unit} Makin Ramai
Malu Datang Langsung, Warga {tempat} Pilih Konsultasi Keluarga lewat Pesan Singkat
""",
        leads="""
Layanan konsultasi melalui WhatsApp yang dibuka {unit} menjawab {n} pertanyaan sepanjang {bulan}.
Rata-rata warga menunggu {menit:d} menit pada jam layanan.

{penyuluh} penyuluh {unit} bergiliran menjawab pertanyaan warga lewat pesan singkat. Selama
{bulan}, {n} konsultasi masuk, dan {malam:d} persen di antaranya dikirim selepas magrib.
""",
        body="""
Pertanyaan yang masuk beragam: syarat nikah, mahar, nafkah, hingga [cara mendamaikan saudara yang
berselisih soal kebun|hubungan menantu dan mertua]. Penyuluh menjawab dengan bahasa sehari-hari
dan menghindari istilah yang menyulitkan.

“Orang menulis lebih jujur daripada berbicara. Tugas kami menjaga agar yang ditulis itu tidak ke
mana-mana,” ujar {jubir}.

Kerahasiaan menjadi aturan pertama. Percakapan hanya dibaca petugas yang berjaga, tidak diteruskan
ke grup, dan dihapus setelah urusan selesai. Untuk laporan, yang dicatat hanya jenis
pertanyaannya.

Sebanyak {malam:d} persen pesan datang malam hari. Pesan itu dijawab keesokan paginya, kecuali
bila menyangkut kekerasan. Dalam keadaan demikian, penyuluh langsung [menghubungkan warga dengan
layanan pengaduan|memberi nomor layanan darurat].

?Seorang warga {dusun} yang tidak ingin disebut namanya mengaku tertolong. “Saya hanya ingin tahu
apakah saya salah. Ternyata saya didengar dulu,” tulisnya.

Nomor konsultasi tertera di papan pengumuman dan situs kantor. Warga yang memerlukan tatap muka
tetap dapat membuat janji pada jam kerja.
""",
    ),
    Frame(
        key="rekomendasi-majelis",
        kinds=OFFICE,
        category="layanan",
        programmes=DIGITAL,
        theme="digital",
        tags=("majelis taklim", "pendaftaran daring", "digitalisasi", "pelayanan publik"),
        pictures=(
            ("masjid", "masjid tempat majelis taklim berkumpul"),
            ("loket", "loket pendaftaran lembaga keagamaan"),
        ),
        facts=lambda r: {
            "n": r.randint(46, 238),
            "tpq": r.randint(18, 92),
            "hari_jadi": r.randint(2, 4),
            "dulu": r.randint(9, 14),
        },
        titles="""
{n} Majelis Taklim di {tempat} Kini Terdaftar, Pengurusan Cukup {hari_jadi} Hari Kerja
Daftar Majelis Taklim Tanpa Bolak-Balik, {unit} Terbitkan {n} Tanda Daftar
Tanda Daftar Majelis Taklim dan TPQ di {tempat} Selesai {hari_jadi} Hari lewat Jalur Daring
""",
        leads="""
Pengurusan tanda daftar majelis taklim di {unit} yang dulu memakan {dulu} hari kini selesai dalam
{hari_jadi} hari kerja. Sejak jalur daring dibuka, {n} majelis taklim dan {tpq} taman pendidikan
Al-Qur’an sudah terdaftar.

{unit} mencatat {n} majelis taklim terdaftar lewat jalur daring. Pengurus tidak lagi bolak-balik
membawa map dari desa ke kantor.
""",
        body="""
Pengurus cukup memotret berkas, mengunggahnya, lalu menerima nomor permohonan. [Bila foto buram,
sistem menahannya sebelum terkirim|Bila ada yang kurang, petugas menulis apa yang kurang dan
contohnya].

“Berkas yang dikembalikan tanpa penjelasan itu sama saja dengan pintu tertutup,” kata {jubir}.

{nama}, pengurus {majelis}, mengurus tanda daftar dari beranda rumahnya di {dusun} dibantu anaknya
yang duduk di bangku madrasah aliyah. “Yang susah cuma memotretnya supaya tidak miring,” katanya.

Berkas yang diperlukan adalah susunan pengurus, daftar sedikitnya lima belas anggota, keterangan
domisili, serta salinan KTP ketua. Tidak ada biaya yang dipungut pada tahap mana pun.

?Tanda daftar berlaku lima tahun. Dengan nomor itu, majelis taklim dapat [mengajukan bantuan,
mengikuti pembinaan, dan memperoleh pendampingan penyuluh|dijadwalkan menerima kunjungan penyuluh
secara tetap].

Pengurus yang kesulitan sinyal tetap dapat datang ke kantor terdekat, antara lain {anak}. Petugas
di sana akan mengunggah berkasnya tanpa perlu ke kantor kabupaten atau kota.
""",
    ),
)
