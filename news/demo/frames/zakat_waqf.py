"""Zakat and waqf, counted and followed up."""

from news.demo.frame import ALAM, DIGITAL, EKONOMI, LOCAL, OFFICE, UPPER, Frame

FRAMES = (
    Frame(
        key="sertifikat-wakaf",
        kinds=LOCAL,
        category="zakat-wakaf",
        programmes=("layanan-berdampak", *EKONOMI),
        theme="ekonomi",
        tags=("wakaf", "sertifikat tanah", "masjid", "nazir"),
        pictures=(("masjid", "masjid di atas tanah wakaf"), ("sawah", "lahan wakaf yang sedang didata")),
        facts=lambda r: {
            "n": (n := r.randint(12, 68)),
            "jadi": (j := round(n * r.uniform(0.3, 0.7))),
            "proses": n - j,
            "luas": n * r.randint(18, 62) * 10,
            "tahun": str(r.randint(1961, 1989)),
        },
        titles="""
{n} Bidang Tanah Wakaf di {tempat} Didaftarkan, {jadi} Sudah Bersertifikat
Diwakafkan sejak {tahun}, Tanah {masjid} Akhirnya Punya Sertifikat
Cegah Sengketa, {unit} Dampingi Nazir Sertifikatkan {n} Bidang Tanah Wakaf
{luas} Meter Persegi Tanah Wakaf di {tempat} Kini Aman di Atas Kertas
""",
        leads="""
Sebanyak {n} bidang tanah wakaf di {wilayah} didaftarkan untuk disertifikatkan. {jadi} sertifikat
sudah diserahkan kepada nazir, sedangkan {proses} lainnya masih dalam proses pengukuran.

Tanah {masjid} diwakafkan pada {tahun} hanya dengan ucapan di depan jemaah. Kini bersama {n}
bidang lain di {wilayah}, tanah itu didampingi {unit} hingga memiliki sertifikat.
""",
        body="""
Luas seluruh bidang yang didaftarkan mencapai {luas} meter persegi. Sebagian besar berupa masjid,
makam, dan [taman pendidikan Al-Qur’an|madrasah]; beberapa berupa kebun yang hasilnya dipakai
merawat masjid.

“Wakif zaman dulu cukup dengan saling percaya. Cucunya yang kemudian bingung karena tidak ada
selembar pun catatan,” kata {jubir}.

Tim mendatangi lokasi bersama perangkat desa dan ahli waris. Batas tanah dipatok, saksi diminta
mengingat kembali ikrar, lalu akta ikrar wakaf atau akta penggantinya dibuat di KUA sebelum berkas
dibawa ke kantor pertanahan.

{nama}, ahli waris salah satu wakif di {dusun}, ikut menunjukkan batas. “Bapak saya pesan, tanah
ini jangan pernah dijual. Sekarang pesannya ada di sertifikat,” katanya.

?Dua bidang sempat tertunda karena [pohon penanda batas sudah tumbang|ahli warisnya merantau].
Kesepakatan dicapai setelah musyawarah di rumah kepala dusun.

Nazir yang ingin mendaftarkan tanah wakaf perlu menyiapkan:

- surat kepemilikan atau keterangan riwayat tanah;
- identitas wakif atau ahli waris, nazir, dan dua saksi;
- sketsa lokasi yang diketahui desa atau kelurahan.
""",
    ),
    Frame(
        key="arsip-wakaf",
        kinds=OFFICE,
        category="zakat-wakaf",
        programmes=DIGITAL,
        theme="digital",
        tags=("wakaf", "arsip digital", "layanan daring", "transparansi"),
        pictures=(("arsip", "rak berkas wakaf di ruang arsip"),),
        facts=lambda r: {
            "n": r.randint(480, 3200),
            "magang": r.randint(4, 9),
            "bulan_kerja": r.randint(3, 7),
            "kurang": r.randint(40, 260),
            "cari": r.randint(120, 900),
        },
        titles="""
Arsip Wakaf {tempat} Selesai Dipindai, Warga Dapat Memeriksa {n} Berkas dari Rumah
{n} Berkas Wakaf {tempat} Bisa Dicari Daring, {kurang} Masih Perlu Dilengkapi
Cukup Nama Wakif, {n} Arsip Wakaf di {tempat} Kini Muncul di Layar Ponsel
""",
        leads="""
Sebanyak {n} berkas wakaf yang selama ini tersimpan di lemari besi kini dapat dicari lewat laman
layanan. {unit} merampungkan pemindaiannya selama {bulan_kerja} bulan.

Warga {wilayah} cukup memasukkan nama wakif untuk memeriksa status tanah wakaf. {unit} membuka {n}
berkas hasil pemindaian dan menandai {kurang} berkas yang masih perlu dilengkapi.
""",
        body="""
Pemindaian dikerjakan dua petugas dan {magang} siswa magang. Setiap berkas diberi nomor yang sama
dengan nomor di map aslinya, sehingga [lembar kertas dan salinan digital mudah dicocokkan|dokumen
asli dapat diambil dalam hitungan menit].

“Yang membuat lama justru membuka klip berkarat tanpa merobek kertasnya,” kata {jubir}.

Laman pencarian menampilkan nama wakif, lokasi, peruntukan, dan tahapan pengurusan. Nomor
identitas dan alamat rumah tidak ditampilkan demi melindungi data pribadi.

Dari seluruh berkas, {kurang} belum lengkap. Laman menampilkan dokumen apa yang kurang dan ke mana
harus dibawa. Sejak dibuka, pencarian sudah dilakukan {cari} kali.

?{nama}, pengurus {masjid}, menemukan bahwa masjidnya belum memiliki akta pengganti. “Kami kira
sudah beres sejak zaman orang tua. Untung ketahuan sekarang,” katanya.

?Ruang arsip tetap dibuka bagi warga yang ingin melihat berkas asli. Kunjungan dilayani petugas
dengan janji temu.

Koreksi atas data yang keliru dapat disampaikan dengan membawa bukti pendukung. Setiap perubahan
dicatat beserta tanggal dan alasannya.
""",
    ),
    Frame(
        key="zakat-produktif",
        kinds=LOCAL,
        category="zakat-wakaf",
        programmes=EKONOMI,
        theme="ekonomi",
        tags=("zakat produktif", "usaha kecil", "mustahik", "pemberdayaan"),
        pictures=(
            ("pasar", "lapak usaha kecil penerima zakat produktif"),
            ("kebun", "kebun warga penerima modal zakat"),
        ),
        facts=lambda r: {
            "n": (n := r.randint(14, 72)),
            "modal": (m := r.choice((15, 20, 25, 30)) * 100_000),
            "total": n * m,
            "mandiri": r.randint(3, max(4, n // 3)),
            "bulan_damping": r.randint(6, 12),
        },
        titles="""
Zakat Menjadi Gerobak dan Mesin Jahit, {n} Keluarga di {tempat} Memulai Usaha
{mandiri} dari {n} Penerima Zakat di {tempat} Kini Tak Lagi Menerima, Giliran Memberi
Modal Rp{modal} per Keluarga, Zakat Produktif {tempat} Didampingi {bulan_damping} Bulan
Penjual {usaha} Naik Kelas berkat Zakat Produktif yang Didampingi {unit}
""",
        leads="""
Zakat senilai Rp{total} disalurkan kepada {n} keluarga di {wilayah} dalam bentuk alat usaha.
Setiap keluarga didampingi selama {bulan_damping} bulan, bukan hanya menerima lalu difoto.

Dari {n} keluarga penerima zakat produktif di {wilayah}, {mandiri} kini tidak lagi memerlukan
bantuan. Mereka justru mulai menyisihkan sebagian penghasilan.
""",
        body="""
Bantuan diberikan berupa barang senilai Rp{modal} untuk setiap keluarga. Pilihannya ditentukan
penerima: [gerobak, mesin jahit, etalase, atau bibit ternak|etalase, mesin jahit, timbangan, atau
alat bengkel]. Petugas hanya menanyakan siapa yang akan membeli.

“Uang tunai habis untuk yang mendesak. Alat membuat orang bangun pagi dengan rencana,” kata
{jubir}.

{nama}, warga {dusun}, memilih etalase untuk menjual {usaha}. Dalam tiga bulan ia menambah dua
titik penjualan dan mempekerjakan [tetangganya|adik iparnya] pada hari pasar.

Pendamping datang setiap dua pekan memeriksa catatan keuangan. Penerima belajar memisahkan uang
dagang dan uang dapur dengan dua kaleng berbeda warna. Cara itu dinilai lebih mudah daripada buku
berlajur.

?Tidak semua berhasil. Beberapa usaha berhenti karena [sakit dan gagal panen|modal terpakai untuk
berobat]. Kasusnya dibahas terbuka agar pola pendampingan diperbaiki.

Zakat dihimpun dari pegawai dan masyarakat melalui lembaga resmi. Laporan penerimaan serta
penyalurannya ditempel di papan pengumuman dan dapat diminta salinannya.
""",
    ),
    Frame(
        key="zakat-fitrah",
        kinds=LOCAL,
        category="zakat-wakaf",
        programmes=("layanan-berdampak",),
        theme="",
        season="ramadan",
        tags=("zakat fitrah", "ramadan", "amil", "beras"),
        pictures=(("masjid", "masjid yang menerima zakat fitrah"), ("pasar", "pedagang beras menjelang Idulfitri")),
        facts=lambda r: {
            "n": (n := r.randint(180, 1400)),
            "beras": f"{n * 25 // 10:,}".replace(",", "."),
            "kk": r.randint(60, 420),
            "masjid_n": r.randint(9, 54),
            "amil": r.randint(24, 120),
        },
        titles="""
{n} Warga {tempat} Titipkan Zakat Fitrah Lebih Awal, Beras Dibagikan sebelum Malam Takbir
{masjid_n} Masjid di {tempat} Satukan Data Penerima Zakat agar Tak Ada yang Terlewat
{amil} Amil di {tempat} Belajar Menimbang dan Mencatat Zakat Fitrah dengan Seragam
""",
        leads="""
Sebanyak {n} warga di {wilayah} sudah menunaikan zakat fitrah sebelum pertengahan Ramadan. {beras}
kilogram beras yang terkumpul akan dibagikan kepada {kk} keluarga sebelum malam takbir.

Pengurus {masjid_n} masjid di {wilayah} menyatukan daftar penerima zakat fitrah. Dengan data
bersama, {kk} keluarga dipastikan menerima tanpa ada yang ganda atau terlewat.
""",
        body="""
Tahun lalu beberapa keluarga menerima dari tiga masjid sekaligus, sementara [janda lanjut usia di
ujung dusun tidak menerima apa-apa|tetangganya luput dari pendataan]. Pengalaman itu mendorong
{unit} mempertemukan para pengurus.

“Zakat fitrah harus sampai sebelum salat Id. Kalau datanya terlambat, ibadahnya ikut terlambat,”
kata {jubir}.

Daftar disusun dari catatan ketua lingkungan, lalu dicocokkan bersama. {kk} keluarga disepakati
sebagai penerima, lengkap dengan jumlah jiwa dan masjid yang bertanggung jawab mengantar.

Sebanyak {amil} amil mengikuti latihan singkat. Mereka belajar menimbang 2,5 kilogram per jiwa
dengan timbangan yang sudah ditera, menulis kuitansi, dan memisahkan beras menurut mutunya.

?{nama}, amil {masjid}, biasa mencatat di belakang amplop. “Sekarang formatnya sama semua.
Menjumlahkannya tidak sampai tengah malam,” ujarnya.

Rumah yang sulit dijangkau diantar lebih dulu. Remaja masjid membawa beras dengan sepeda motor dan
[mencatat jam penyerahan|memotret tanda terimanya, bukan wajah penerimanya], sehingga panitia tahu
siapa yang belum menerima.

?Muzaki yang membayar dengan uang mendapat penjelasan tentang nilai yang berlaku di {wilayah}.
Amil tidak menerima titipan tanpa nama keluarga karena [jumlah jiwanya harus jelas|kuitansinya
harus dapat ditelusuri].

Warga disarankan menunaikan zakat lebih awal agar penyaluran tidak menumpuk di malam terakhir.
Laporan setiap masjid akan ditempel paling lambat sepekan setelah Idulfitri.
""",
    ),
    Frame(
        key="wakaf-kebun",
        kinds=UPPER,
        category="zakat-wakaf",
        programmes=(*EKONOMI, *ALAM),
        theme="ekonomi",
        tags=("wakaf produktif", "kebun", "ekonomi umat", "nazir"),
        pictures=(
            ("kebun", "kebun wakaf yang ditanami buah"),
            ("pohon", "penanaman di lahan wakaf"),
            ("sawah", "sawah wakaf menjelang panen"),
        ),
        facts=lambda r: {
            "ha": r.randint(2, 9),
            "n": r.randint(120, 900),
            "hasil": r.randint(9, 64),
            "anak_asuh": r.randint(14, 70),
            "petani": (p := r.randint(6, 24)),
            "petani_lain": p - 1,
        },
        titles="""
Kebun Wakaf {ha:d} Hektare di {tempat} Biayai Sekolah {anak_asuh} Anak
{n} Pohon {pohon} Tumbuh di Tanah Wakaf {tempat}, Hasilnya Rp{hasil:d} Juta Setahun
Lahan Tidur Jadi Kebun {pohon}, {petani} Petani {tempat} Kelola Wakaf Produktif
""",
        leads="""
Tanah wakaf seluas {ha:d} hektare yang lama tidak digarap kini menjadi kebun {pohon}. Hasilnya
Rp{hasil:d} juta setahun dan dipakai membiayai sekolah {anak_asuh} anak di {wilayah}.

Sebanyak {petani} petani di {wilayah} mengelola kebun wakaf berisi {n} pohon {pohon}. Bagi
hasilnya membiayai sekolah anak-anak dan perawatan masjid.
""",
        body="""
Lahan di {dusun} itu diwakafkan tanpa peruntukan khusus. Setelah bermusyawarah dengan nazir,
{unit} mendampingi penyusunan rencana: [separuh tanaman keras, separuh sayur yang cepat
menghasilkan|tanaman buah diselingi {sayur} agar ada hasil sejak tahun pertama].

“Wakaf bukan hanya bangunan. Pohon yang berbuah juga wakaf, dan bayangannya pun dipakai orang,”
kata {jubir}.

Dari Rp{hasil:d} juta hasil tahun ini, sebagian menjadi bagian petani penggarap, sebagian
dikembalikan sebagai modal, dan selebihnya disalurkan untuk {anak_asuh} anak sekolah. Rinciannya
ditempel di {masjid}.

{nama}, petani penggarap, menggarap lahan itu bersama {petani_lain} petani lain. “Saya tidak punya
tanah. Di sini saya bekerja, dan anak tetangga saya ikut sekolah,” katanya.

?Sistem tetes dari selang bekas dipakai untuk menghemat air. Pupuk dibuat dari kotoran ternak
warga yang ditukar dengan rumput pakan.

Nazir yang memiliki lahan menganggur dapat meminta pendampingan. {unit} akan memeriksa status
tanah lebih dulu sebelum rencana usaha disusun.
""",
    ),
    Frame(
        key="kampung-zakat",
        kinds=OFFICE,
        category="zakat-wakaf",
        programmes=EKONOMI,
        theme="ekonomi",
        tags=("kampung zakat", "pemberdayaan", "desa", "zakat"),
        pictures=(("sawah", "hamparan sawah di kampung zakat"), ("pasar", "pasar kecil di kampung zakat")),
        facts=lambda r: {
            "kk": r.randint(40, 180),
            "ternak": r.randint(18, 90),
            "air": r.randint(20, 96),
            "tahun_ke": r.randint(2, 4),
        },
        titles="""
Air Bersih, Kambing, dan Buku Kas: Perubahan {kk} Keluarga di Kampung Zakat {dusun}
Tahun Ke-{tahun_ke:d} Kampung Zakat {dusun}, {air} Rumah Sudah Dialiri Air Bersih
{ternak} Ekor Kambing Bergulir di Kampung Zakat {dusun}, Anak Pertama untuk Tetangga
""",
        leads="""
Memasuki tahun ke-{tahun_ke:d}, kampung zakat di {dusun} menunjukkan perubahan yang dapat
dihitung: {air} rumah dialiri air bersih dan {ternak} ekor kambing bergulir dari satu keluarga ke
keluarga lain.

Sebanyak {kk} keluarga di {dusun} menjalankan aturan sederhana: anak kambing pertama diberikan
kepada tetangga. Program yang didampingi {unit} itu kini memasuki tahun ke-{tahun_ke:d}.
""",
        body="""
Sebelum program dimulai, warga diminta menggambar dusunnya dan menandai tiga masalah terbesar. Air
menempati urutan pertama, disusul [jalan ke kebun|modal] dan biaya sekolah. Urutan itulah yang
diikuti.

“Kami tidak datang membawa daftar bantuan. Kami datang membawa kertas kosong,” kata {jubir}.

Kini {air} rumah memperoleh air dari bak penampungan yang dibangun bersama. Iuran perawatannya
ditetapkan warga, dan petugas penjaga pipa bergantian setiap bulan.

Kambing yang kini berjumlah {ternak} ekor menjadi tabungan berjalan. Keluarga yang kambingnya
beranak menyerahkan anak pertama kepada keluarga berikutnya. [Berita acaranya ditulis di buku
tulis biasa|Serah terimanya disaksikan kepala dusun].

?{ibu}, ibu tiga anak, sudah dua kali menyerahkan anak kambing. “Dulu saya yang menerima.
Menyerahkan itu rasanya lain,” katanya.

Pendampingan tahun ini diarahkan pada pembukuan dan pemasaran {usaha}. Pada akhir tahun, warga
sendiri yang akan menilai apakah dusunnya masih memerlukan program.
""",
    ),
)
