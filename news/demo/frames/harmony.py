"""People of several faiths doing something together."""

from news.demo.frame import ALAM, ANY, LOCAL, RUKUN, UPPER, Frame

FRAMES = (
    Frame(
        key="forum-pemuda",
        kinds=ANY,
        category="kerukunan",
        programmes=RUKUN,
        theme="rukun",
        tags=("kerukunan", "pemuda lintas agama", "dialog", "toleransi"),
        pictures=(("kerukunan", "rumah-rumah ibadah dalam satu kota"), ("rapat", "forum pemuda lintas agama")),
        facts=lambda r: {
            "n": r.randint(28, 120),
            "agama": 5,
            "meja": r.randint(5, 12),
            "gagasan": r.randint(6, 18),
            "pilih": r.randint(3, 4),
        },
        titles="""
{n} Pemuda Lintas Agama {tempat} Bertukar Cerita, Lahir {gagasan} Gagasan Kegiatan Bersama
Tanpa Panggung dan Spanduk, {n} Anak Muda Lintas Agama {tempat} Duduk di {meja} Meja Kecil
Bertanya Boleh, Mengejek Jangan: Aturan Forum Pemuda Lintas Agama {tempat}
{pilih} Kegiatan Dipilih Pemuda Lintas Agama {tempat}, Dimulai dari Donor Darah
""",
        leads="""
Sebanyak {n} pemuda lintas agama di {wilayah} duduk di {meja} meja kecil tanpa panggung dan
sambutan panjang. Dalam tiga jam mereka merumuskan {gagasan} gagasan dan memilih {pilih} untuk
dikerjakan.

Forum pemuda lintas agama yang difasilitasi {unit} mempertemukan {n} peserta, {hari}. Aturannya
hanya satu: boleh bertanya apa saja asalkan mau mendengar jawabannya.
""",
        body="""
Setiap meja diisi peserta dari agama yang berbeda. Kartu pertanyaan dibuka bergantian: makanan apa
yang tidak boleh dimakan, hari apa yang paling dinanti, dan [kapan pernah merasa disalahpahami|apa
yang ingin orang lain mengerti].

“Pertanyaan yang dipendam itu yang jadi prasangka. Di sini pertanyaannya dikeluarkan dulu,” kata
{jubir}.

{nama}, peserta asal {dusun}, baru tahu tetangganya berpuasa pada waktu yang berbeda. “Kami
bertetangga sepuluh tahun. Baru sekarang saya bertanya,” katanya.

Dari {gagasan} gagasan, peserta memilih {pilih} yang dapat dimulai tanpa menunggu dana, di
antaranya donor darah bersama, kelas bahasa isyarat, dan [membersihkan halaman rumah ibadah secara
bergiliran|menjaga parkir saat hari raya masing-masing].

?Panitia sengaja tidak mengundang pejabat untuk berpidato. Waktu yang tersedia dipakai untuk
permainan memetakan teman: berapa banyak nomor di ponsel yang berbeda keyakinan.

?Kesepakatan lain menyangkut media sosial. Bila muncul kabar yang menyinggung, peserta bertanya
kepada teman satu meja sebelum membagikannya.

Pertemuan berikutnya berlangsung {mulai}. Pemuda yang ingin bergabung dapat mendaftar melalui
{unit} tanpa syarat usia organisasi.
""",
    ),
    Frame(
        key="kebun-lintas-iman",
        kinds=LOCAL,
        category="kerukunan",
        programmes=(*RUKUN, *ALAM),
        theme="rukun",
        tags=("kerukunan", "kebun bersama", "gotong royong", "lintas iman"),
        pictures=(
            ("kebun", "kebun yang digarap warga lintas agama"),
            ("kerukunan", "rumah ibadah yang bertetangga"),
            ("sawah", "lahan garapan bersama"),
        ),
        facts=lambda r: {
            "kk": r.randint(16, 74),
            "petak": r.randint(8, 36),
            "panen": r.randint(60, 480),
            "bulan_jalan": r.randint(4, 18),
        },
        titles="""
{kk} Keluarga Lintas Agama di {dusun} Garap Kebun Bersama, Panen {panen} Kilogram
Pagar Diganti Kebun {sayur}: Cerita Warga Lintas Agama di {dusun}
Panen {sayur} di {dusun} Dibagi ke Masjid dan Gereja, Sisanya untuk Dapur Lansia
""",
        leads="""
Lahan kosong di antara masjid dan gereja di {dusun} kini ditanami {sayur}. Sebanyak {kk} keluarga
lintas agama menggarapnya, dan panen terakhir menghasilkan {panen} kilogram.

Kebun bersama di {dusun} sudah berjalan {bulan_jalan} bulan. Sebanyak {kk} keluarga dari agama
yang berbeda bergiliran menyiram, memanen, dan membagi hasilnya.
""",
        body="""
Gagasan itu muncul ketika pagar pembatas roboh diterpa angin. Daripada membangunnya lagi, warga
[memilih menanam|sepakat meratakan tanah dan menanam]. Terbentuk {petak} petak yang dijaga
bergiliran tanpa memandang agama.

“Saat menyiram, tidak ada yang bertanya kamu ibadah di mana. Yang ditanya airnya sudah sampai
ujung atau belum,” kata {nama}, {pekerjaan} yang memegang kunci gudang alat.

Pembagian hasilnya disepakati: sepertiga untuk penggarap, sepertiga dijual untuk bibit, dan
sepertiga untuk [dapur warga lanjut usia|keluarga yang sedang sakit]. Panen terakhir mencapai
{panen} kilogram.

{jubir} menilai kerukunan di dusun itu tidak lahir dari seminar. “Mereka punya pekerjaan yang sama
dan kepentingan yang sama. Rukun itu akibatnya,” katanya.

?Jadwal siram diatur dengan melihat ibadah. Jumat dijaga warga Kristen, Minggu dijaga warga
Muslim. Jadwal itu ditulis di papan dengan kapur.

?Anak-anak mendapat petak sendiri. Mereka menamainya dengan nama masing-masing dan [berlomba siapa
yang lebih dulu panen|saling menjaga bila ada yang sakit].

Tahun ini warga akan menambah kolam ikan kecil. {unit} membantu menghubungkan mereka dengan
penyuluh pertanian.
""",
    ),
    Frame(
        key="guru-minggu",
        kinds=UPPER,
        category="kerukunan",
        programmes=RUKUN,
        theme="rukun",
        tags=("bimas kristen", "sekolah minggu", "guru", "pembinaan"),
        pictures=(
            ("kerukunan", "gereja dan rumah ibadah lain di satu kota"),
            ("kelas", "kelas pembinaan guru sekolah minggu"),
        ),
        facts=lambda r: {"n": r.randint(26, 118), "jemaat": r.randint(9, 46), "modul": r.randint(6, 14)},
        titles="""
{n} Guru Sekolah Minggu di {tempat} Berlatih Bercerita dengan Alat Peraga Bekas
Guru dari {jemaat} Jemaat di {tempat} Susun {modul} Modul Sekolah Minggu yang Ramah Anak
Kasih Dimulai dari Mendengar: {n} Guru Sekolah Minggu {tempat} Ikuti Pembinaan
""",
        leads="""
Sebanyak {n} guru sekolah minggu dari {jemaat} jemaat di {wilayah} berlatih bercerita dengan alat
peraga dari barang bekas. {unit} mendampingi penyusunan {modul} modul yang aman dan ramah anak.

{unit} mengumpulkan guru sekolah minggu dari {jemaat} jemaat untuk menyusun modul bersama. Anak
diajak memahami kasih melalui permainan, bukan hafalan semata.
""",
        body="""
Pelatihan dibuka dengan kotak sepatu. Setiap peserta diminta mengubahnya menjadi panggung cerita
dalam satu jam. [Ada yang membuat perahu, ada yang membuat ladang gandum|Hasilnya puluhan panggung
kecil dengan cerita yang berbeda].

“Anak lupa nasihat kita, tetapi ingat boneka kaus kaki yang berbicara,” kata {kristen}, salah
seorang pelatih.

Modul disusun menurut usia dan dilengkapi panduan keselamatan: pintu kelas terbuka, dua orang
dewasa hadir, serta cara menanggapi bila anak bercerita tentang kekerasan.

Satu modul mengajak anak mengenal tetangga yang berbeda agama melalui [cerita berbagi air pada
musim kemarau|kisah gotong royong membangun jembatan]. Guru membahasnya lebih dulu agar tidak ada
yang merendahkan keyakinan lain.

?{jubir} mengatakan pembinaan ini bagian dari layanan kepada semua umat. “Guru mengaji dan guru
sekolah minggu menghadapi anak yang sama zamannya. Mereka perlu dibekali sama baiknya,” ujarnya.

Modul dapat diperbanyak tanpa biaya. Pendampingan lanjutan dijadwalkan dua bulan lagi dengan
kunjungan ke jemaat yang jauh dari pusat kota.
""",
    ),
    Frame(
        key="dapur-umum",
        kinds=LOCAL,
        category="kerukunan",
        programmes=RUKUN,
        theme="",
        season="hujan",
        tags=("kemanusiaan", "banjir", "dapur umum", "lintas agama"),
        pictures=(("sawah", "hamparan sawah pada musim hujan"), ("kerukunan", "rumah-rumah ibadah yang bertetangga")),
        facts=lambda r: {
            "n": r.randint(240, 1900),
            "relawan": r.randint(24, 110),
            "hari_masak": r.randint(2, 6),
            "kk": r.randint(40, 310),
        },
        titles="""
Satu Dapur untuk Semua, Relawan Lintas Agama {tempat} Masak {n} Bungkus Nasi Sehari
{relawan} Relawan Lintas Agama Buka Dapur Umum bagi {kk} Keluarga Terdampak Genangan
Masjid Jadi Gudang, Gereja Jadi Dapur: Gotong Royong Saat Air Naik di {dusun}
""",
        leads="""
Ketika air menggenangi {dusun}, {relawan} relawan lintas agama membuka dapur umum. Selama
{hari_masak} hari mereka memasak {n} bungkus nasi sehari bagi {kk} keluarga.

Serambi masjid menjadi gudang, ruang serbaguna gereja menjadi dapur. Begitulah warga {dusun}
menghadapi genangan yang berdampak pada {kk} keluarga, didampingi penyuluh {unit}.
""",
        body="""
Hujan turun [sejak petang|tanpa henti sejak malam]. Pukul lima pagi, kunci gudang masjid sudah
berpindah tangan. Beras diangkut, kompor dikumpulkan, dan daftar penerima ditulis di belakang
kalender.

“Tidak ada rapat. Semua tahu siapa yang punya panci besar,” kata {nama}, {pekerjaan} yang memimpin
dapur.

Menu dibuat aman bagi semua: tanpa bahan yang dilarang agama mana pun, tidak pedas untuk anak, dan
lunak untuk lansia. Relawan memisahkan [porsi bayi dan penderita gula|makanan bagi bayi] di meja
tersendiri.

Penyuluh {unit} bertugas mendata keluarga yang terputus dari jalan utama. Nasi dan air diantar
dengan rakit dari batang pisang sampai air surut.

?“Penyuluh kami tidak membawa ceramah. Mereka membawa daftar nama, obat, dan telinga,” ujar
{jubir}.

Catatan keluarga terdampak diperbarui setiap malam. Nama ibu hamil, bayi, dan lansia [diletakkan
di baris teratas|ditandai dengan tinta merah] agar mereka dikunjungi lebih dulu keesokan paginya.

?Setelah genangan surut, relawan membersihkan rumah ibadah bersama-sama. Karpet masjid dijemur di
halaman gereja yang lebih tinggi letaknya.

Posko tetap menerima selimut, susu, dan perlengkapan bayi. Warga diminta tidak mengirim pakaian
bekas agar gudang tidak penuh oleh barang yang tidak terpakai.
""",
    ),
    Frame(
        key="kemah",
        kinds=UPPER,
        category="kerukunan",
        programmes=RUKUN,
        theme="madrasah",
        tags=("moderasi beragama", "kemah pelajar", "kerukunan", "pelajar"),
        pictures=(
            ("pegunungan", "bumi perkemahan pelajar lintas sekolah"),
            ("pohon", "penanaman pohon di akhir perkemahan"),
        ),
        facts=lambda r: {
            "n": r.randint(80, 360),
            "sekolah": r.randint(12, 48),
            "tenda": r.randint(16, 60),
            "malam": r.randint(2, 3),
        },
        titles="""
Satu Tenda Empat Keyakinan, {n} Pelajar {tempat} Berkemah {malam} Malam
{n} Pelajar dari {sekolah} Sekolah di {tempat} Belajar Rukun dari Memasak Bersama
Tanpa Ponsel {malam} Malam, Pelajar Lintas Agama {tempat} Dirikan {tenda} Tenda Bersama
""",
        leads="""
Sebanyak {n} pelajar dari {sekolah} sekolah di {wilayah} berkemah {malam} malam tanpa ponsel.
Setiap tenda dihuni pelajar dari keyakinan yang berbeda.

Di {tenda} tenda, {n} pelajar lintas agama di {wilayah} belajar memasak, menjaga api, dan saling
membangunkan untuk beribadah. Kemah itu digelar {unit}.
""",
        body="""
Tugas pertama tampak sepele: menyusun jadwal tidur dan ibadah satu tenda. [Ada yang bangun sebelum
subuh, ada yang ingin berdoa pagi dengan tenang|Setiap anak menyebut kebutuhannya dan yang lain
mencatat]. Jadwal ditempel di pintu tenda.

“Toleransi bukan menyamakan jam. Toleransi itu tahu kapan temannya perlu sunyi,” kata {jubir}.

{kristen}, pelajar kelas sebelas, bertugas membangunkan teman satu tendanya. “Saya pasang telinga
mendengar azan supaya dia tidak terlambat. Besoknya dia yang menjaga makanan saya,” katanya.

Pada siang hari, peserta memetakan masalah di lingkungan sekolah masing-masing. Perundungan dan
sampah menempati urutan teratas. Setiap kelompok menyusun rencana tiga bulan yang akan ditagih
[pada pertemuan daring|oleh kelompok lain].

?Ponsel dititipkan dalam kotak. Malam pertama banyak yang gelisah. Malam kedua, api unggun justru
sulit dipadamkan karena cerita belum habis.

Kemah ditutup dengan menanam pohon {pohon}. Setiap pohon diberi nama tenda dan dirawat bergiliran
oleh sekolah terdekat.
""",
    ),
    Frame(
        key="jaga-hari-raya",
        kinds=LOCAL,
        category="kerukunan",
        programmes=RUKUN,
        theme="rukun",
        tags=("kerukunan", "hari raya", "gotong royong", "fkub"),
        pictures=(("kerukunan", "rumah ibadah yang berdampingan"), ("kota", "suasana kota menjelang hari raya")),
        facts=lambda r: {"n": r.randint(24, 140), "rumah": r.randint(5, 22), "shift": r.randint(3, 4)},
        titles="""
{n} Pemuda {tempat} Bergiliran Menjaga Parkir Saat Hari Raya Tetangga
Jadwal Pengeras Suara Disepakati, {rumah} Rumah Ibadah di {tempat} Saling Menyesuaikan
{rumah} Pengurus Rumah Ibadah di {tempat} Bertukar Nomor, Masalah Selesai lewat Telepon
""",
        leads="""
Pengurus {rumah} rumah ibadah di {wilayah} bertukar nomor telepon dan jadwal kegiatan setahun.
Kesepakatan sederhana itu difasilitasi {unit} agar persoalan kecil selesai sebelum membesar.

Sebanyak {n} pemuda lintas agama di {wilayah} menyusun jadwal menjaga parkir pada hari raya
masing-masing. {rumah} rumah ibadah sudah masuk dalam daftar.
""",
        body="""
Pertemuan berlangsung di teras, bukan di aula. Pengurus membawa kalender masing-masing, lalu
menandai hari yang berdekatan. [Ditemukan empat tanggal yang memerlukan pengaturan parkir|Tanggal
yang berimpit diberi warna merah].

“Selama ini kami saling menghormati, tetapi tidak saling menelepon. Padahal yang diperlukan kadang
cuma menggeser sepeda motor,” kata {nama}, pengurus salah satu rumah ibadah.

Mereka juga membahas pengeras suara, letak tenda pesta, dan tempat sampah. Kesepakatan ditulis
satu halaman dan ditandatangani di atas meja yang sama.

{jubir} menyebut cara ini lebih tahan lama daripada deklarasi. “Orang yang menyimpan nomor
tetangganya akan bertanya dulu sebelum marah,” ujarnya.

?Penjagaan dibagi dalam {shift} giliran. Pemuda yang bertugas memakai rompi yang sama tanpa
lambang agama dan dibekali daftar nomor darurat.

Bila timbul keluhan warga, pengurus bertemu paling lambat sehari kemudian. Catatan pertemuan
disimpan bersama dan ditinjau setiap tiga bulan.
""",
    ),
)
