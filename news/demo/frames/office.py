"""The office at work on itself."""

from news.demo.frame import ANY, DIGITAL, LOCAL, UPPER, Frame

FRAMES = (
    Frame(
        key="humas",
        kinds=UPPER,
        category="organisasi",
        programmes=DIGITAL,
        theme="kantor",
        tags=("humas", "menulis berita", "pelatihan", "konten layanan"),
        pictures=(
            ("rapat", "kelas menulis bagi pengelola humas"),
            ("kota", "kota yang warganya membaca kabar layanan"),
        ),
        facts=lambda r: {
            "n": r.randint(22, 120),
            "satker": r.randint(11, 64),
            "naskah": r.randint(20, 110),
            "persen": r.randint(54, 78),
        },
        titles="""
{n} Pengelola Humas di {tempat} Belajar Menulis Berita yang Dicari Warga
Bukan Lagi Soal Siapa yang Hadir, {unit} Latih {n} Penulis Berita Layanan
{naskah} Naskah Dibedah Bersama, Pengelola Humas {tempat} Buang Kalimat Seremonial
""",
        leads="""
Sebanyak {n} pengelola humas dari {satker} satuan kerja membedah {naskah} naskah mereka sendiri.
Hasilnya, {persen:d} persen paragraf pertama ternyata berisi nama yang hadir, bukan manfaat bagi
warga.

{unit} melatih {n} pengelola humas menulis berita layanan. Pertanyaan pertama sebelum menulis
hanya satu: apa yang dapat dilakukan pembaca setelah selesai membaca?
""",
        body="""
Setiap peserta mencetak satu berita dan menandainya dengan tiga warna: fakta layanan, kutipan, dan
seremoni. [Warna ketiga mendominasi hampir semua meja|Banyak kertas menjadi satu warna]. Sesudah
itu, naskah ditulis ulang dalam tiga ratus kata.

“Warga tidak mencari sambutan. Warga mencari syarat, biaya, jam buka, dan nomor telepon,” kata
{jubir}.

Peserta juga berlatih memotret orang yang sedang dilayani dengan izin, menulis keterangan foto
yang jujur, dan tidak menampilkan identitas anak.

{nama}, pengelola humas dari {anak}, mengubah berita rapat menjadi panduan mengurus tanah wakaf.
“Ternyata bahannya ada di rapat yang sama,” katanya.

?Kuis memeriksa kabar bohong menjadi sesi paling ramai. Dari sepuluh tangkapan layar, hanya
[empat|lima] yang dapat ditelusuri sumbernya.

Naskah terbaik akan dijadikan contoh di ruang redaksi bersama. Setiap satuan kerja diminta
menerbitkan sedikitnya satu panduan layanan sebelum {batas}.
""",
    ),
    Frame(
        key="surat-elektronik",
        kinds=ANY,
        category="organisasi",
        programmes=DIGITAL,
        theme="kantor",
        tags=("surat elektronik", "digitalisasi", "tata kelola", "arsip"),
        pictures=(("arsip", "lemari arsip yang mulai kosong"), ("rapat", "pegawai mempelajari alur surat elektronik")),
        facts=lambda r: {
            "n": r.randint(260, 2400),
            "dulu": r.randint(4, 7),
            "jam": r.randint(3, 9),
            "rim": r.randint(18, 96),
        },
        titles="""
Surat Selesai {jam} Jam, {unit} Tinggalkan Disposisi Kertas
{n} Surat Diproses Digital, {unit} Hemat {rim} Rim Kertas dalam Sebulan
Dari {dulu} Hari Menjadi {jam} Jam: Perjalanan Surat Warga di {unit} Dipangkas
""",
        leads="""
Surat warga yang masuk ke {unit} kini selesai didisposisi dalam {jam} jam. Sebelumnya, selembar
surat dapat berpindah meja selama {dulu} hari.

Sepanjang {bulan}, {n} surat diproses {unit} tanpa lembar disposisi. Kertas yang dihemat mencapai
{rim} rim, dan pengirim dapat melacak suratnya dengan nomor.
""",
        body="""
Surat kertas dipindai di meja depan dan pengirim menerima nomor lacak. [Nomor itu dapat dimasukkan
di laman kantor|Dengan nomor itu, posisi surat terlihat dari ponsel], lengkap dengan nama bagian
yang sedang menanganinya.

“Dulu kalau ada yang menelepon, kami mencari suratnya di tumpukan. Sekarang yang dicari alasannya
kalau terlambat,” kata {jubir}.

Naskah dinas ditandatangani secara elektronik. Pegawai yang bertugas di luar tetap dapat
memprosesnya, sehingga surat tidak lagi menunggu seseorang pulang.

Peralihan ini tidak sepenuhnya mulus. Pada pekan pertama, [beberapa surat terkirim ke bagian yang
keliru|sebagian pegawai masih mencetak surat hanya untuk dibaca]. Petugas pendamping disiagakan di
meja depan.

?{nama}, pegawai yang mendekati masa pensiun, semula enggan. “Saya kira rumit. Yang rumit ternyata
melupakan kebiasaan lama,” ujarnya.

Warga yang tidak memiliki ponsel tetap dilayani dengan tanda terima kertas. Arsip asli disimpan
sesuai jadwal retensi.
""",
    ),
    Frame(
        key="rapat-berdiri",
        kinds=ANY,
        category="organisasi",
        programmes=("layanan-berdampak",),
        theme="kantor",
        tags=("budaya kerja", "rapat", "kinerja", "organisasi"),
        pictures=(("rapat", "rapat singkat membahas layanan warga"),),
        facts=lambda r: {
            "menit": r.choice((12, 15, 20)),
            "dulu": r.choice((75, 90, 120)),
            "tunda": r.randint(5, 19),
            "pekan": r.randint(4, 12),
            "selesai": r.randint(20, 72),
        },
        titles="""
Rapat Cukup {menit:d} Menit, {unit} Tuntaskan {selesai} Tindak Lanjut dalam {pekan} Pekan
Berdiri di Depan Papan, Pegawai {unit} Bahas Keluhan Warga Setiap Pagi
Kursi Rapat Disingkirkan, {unit} Pangkas Rapat dari {dulu:d} Menjadi {menit:d} Menit
""",
        leads="""
Rapat rutin di {unit} dipangkas dari {dulu:d} menjadi {menit:d} menit dan dilakukan sambil
berdiri. Dalam {pekan} pekan, {selesai} tindak lanjut tercatat selesai.

Setiap pagi, pegawai {unit} berdiri di depan papan yang memuat keluhan warga. Rapat {menit:d}
menit itu hanya membahas tiga hal: apa yang macet, siapa yang menangani, dan kapan selesai.
""",
        body="""
Papan itu dibagi tiga lajur: masuk, dikerjakan, dan selesai. Setiap keluhan ditulis pada kertas
tempel tanpa nama pengadu. [Kertas yang tidak bergerak selama tiga hari diberi tanda merah|Yang
terlalu lama di lajur tengah dibahas pertama].

“Ketika orang berdiri, kalimatnya jadi pendek. Itu saja rahasianya,” kata {jubir}.

Selama {pekan} pekan, {selesai} kertas berpindah ke lajur selesai. Sebanyak {tunda} lainnya masih
tertahan karena menunggu [pihak lain|data kependudukan] dan alasannya ditulis terbuka.

Keluhan yang paling sering muncul bukan soal sikap, melainkan telepon yang tidak diangkat pada jam
istirahat. Kini dua pegawai bergiliran menjaganya.

?{nama}, petugas loket, merasa lebih didengar. “Dulu masalah di depan baru dibahas bulan depan.
Sekarang besok pagi,” katanya.

Rapat panjang tetap ada untuk perencanaan, sebulan sekali. Bahannya dibagikan sehari sebelumnya
agar waktu bersama dipakai untuk memutuskan.
""",
    ),
    Frame(
        key="pendampingan-pegawai",
        kinds=UPPER,
        category="organisasi",
        programmes=("layanan-berdampak", *DIGITAL),
        theme="kantor",
        tags=("pegawai baru", "pendampingan", "budaya kerja", "pelayanan"),
        pictures=(
            ("rapat", "pegawai baru berdiskusi dengan pendampingnya"),
            ("loket", "pegawai baru belajar di loket layanan"),
        ),
        facts=lambda r: {
            "n": r.randint(9, 64),
            "pekan": r.randint(4, 10),
            "loket": r.randint(5, 10),
            "surat": r.randint(3, 5),
        },
        titles="""
{n} Pegawai Baru {unit} Wajib Duduk di Kursi Tunggu sebelum Duduk di Meja Kerja
Belajar dari Loket, {n} Pegawai Baru {unit} Dampingi Warga selama {loket} Hari
{pekan} Pekan Didampingi Senior, Pegawai Baru {unit} Menulis Perbaikan Layanan
""",
        leads="""
Sebelum menempati meja kerja, {n} pegawai baru {unit} diminta duduk di kursi tunggu bersama warga.
Setelah itu mereka menjaga loket selama {loket} hari dengan pendamping.

Masa orientasi pegawai baru di {unit} tidak hanya diisi paparan. Selama {pekan} pekan, {n} orang
didampingi senior dan diminta menulis satu usul perbaikan yang dapat dikerjakan.
""",
        body="""
Tugas hari pertama terdengar ganjil: datang dengan pakaian biasa, ambil nomor antrean, dan urus
satu layanan dari awal sampai selesai. [Tidak semua berhasil pada percobaan pertama|Beberapa
tersesat mencari meja pendaftaran].

“Setelah merasakan bingungnya, mereka tidak akan bilang ‘baca saja papan itu’ kepada warga,” kata
{jubir}.

{nama}, salah seorang pegawai baru, menemukan bahwa contoh formulir dipasang terlalu tinggi.
Usulnya menurunkan papan itu dikerjakan pada hari yang sama. “Saya kira usul pertama saya harus
besar,” ujarnya.

Setiap pegawai baru mempunyai satu pendamping. Mereka bertemu sepekan sekali dan membahas [satu
kesalahan yang dibuat pekan itu|hal yang belum dimengerti], tanpa dilaporkan sebagai penilaian.

?Materi integritas dibahas lewat kasus: apa yang dilakukan ketika warga menyelipkan amplop ucapan
terima kasih? Jawabannya dipraktikkan, bukan dihafalkan.

Usul perbaikan akan dipaparkan pada {mulai}. Yang paling mudah dikerjakan dan paling terasa
manfaatnya dilaksanakan lebih dulu.
""",
    ),
    Frame(
        key="antipungli",
        kinds=LOCAL,
        category="organisasi",
        programmes=("layanan-berdampak",),
        theme="kantor",
        tags=("zona integritas", "antipungli", "transparansi", "biaya layanan"),
        pictures=(("loket", "ruang layanan"), ("kantor", "kantor layanan yang memasang papan biaya")),
        facts=lambda r: {
            "n": r.randint(16, 42),
            "gratis": r.randint(14, 40),
            "aduan": r.randint(2, 9),
            "hadiah": r.randint(4, 18),
        },
        titles="""
Papan Biaya Dipasang di Pintu Masuk, {unit} Tegaskan {gratis} Layanan Tanpa Pungutan
{hadiah} Amplop Dikembalikan, {unit} Pajang Cara Warga Berterima Kasih Tanpa Memberi
Rp0 Ditulis Besar-Besar: Cara {unit} Mencegah Pungutan di {gratis} Layanan
""",
        leads="""
Warga yang memasuki {unit} kini langsung melihat papan biaya. Dari seluruh layanan yang tersedia,
{gratis} ditandai Rp0 dengan huruf besar.

Sebanyak {hadiah} pemberian warga dikembalikan {unit} dengan surat terima kasih. Kantor ini
memasang papan biaya agar tidak ada lagi yang merasa perlu menyelipkan amplop.
""",
        body="""
Papan itu ditulis dengan kalimat pendek: nama layanan, biaya, lama pengerjaan, dan nomor
pengaduan. [Tidak ada singkatan yang hanya dipahami pegawai|Versi berhuruf besar ditempel juga di
dekat kursi tunggu].

“Orang memberi karena mengira memang harus. Tugas kami membuat mereka tidak perlu mengira-ngira,”
kata {jubir}.

Pemberian yang dikembalikan kebanyakan berupa makanan dan uang rokok. Petugas menjelaskan
alasannya dengan sopan, lalu mencatatnya di buku yang diperiksa setiap bulan.

Sepanjang {bulan}, masuk {aduan} pengaduan. Semuanya dibalas, dan hasil pemeriksaannya diumumkan
tanpa menyebut nama pelapor.

?{nama}, {pekerjaan} dari {dusun}, sempat menyiapkan uang untuk mempercepat urusan. “Uangnya utuh,
urusannya selesai. Saya malah malu,” katanya.

?Satu-satunya biaya yang sering ditanyakan adalah akad di luar kantor KUA sebesar Rp600.000. Uang
itu disetor langsung ke bank oleh calon pengantin, bukan dititipkan kepada siapa pun.

Pengaduan dapat disampaikan melalui nomor di papan, kotak surat, atau langsung kepada petugas yang
ditunjuk. Identitas pelapor dirahasiakan.
""",
    ),
)
