"""Story frames about the office itself, and announcements that save citizens a journey."""

from news.demo.frame import ALAM, ANY, DIGITAL, KUA, LOCAL, SEKOLAH, UPPER, Frame

FRAMES = (
    Frame(
        key="humas", kinds=UPPER, category="organisasi", programmes=DIGITAL, theme="kantor",
        tags=("humas", "menulis berita", "pelatihan", "konten layanan"),
        pictures=(("rapat", "kelas menulis bagi pengelola humas"), ("kota", "kota yang warganya membaca kabar layanan")),
        facts=lambda r: {"n": r.randint(22, 120), "satker": r.randint(11, 64), "naskah": r.randint(20, 110), "persen": r.randint(54, 78)},
        titles="""
{n} Pengelola Humas di {tempat} Belajar Menulis Berita yang Dicari Warga
Bukan Lagi Soal Siapa yang Hadir, {unit} Latih {n} Penulis Berita Layanan
{naskah} Naskah Dibedah Bersama, Pengelola Humas {tempat} Buang Kalimat Seremonial
""",
        leads="""
Sebanyak {n} pengelola humas dari {satker} satuan kerja membedah {naskah} naskah mereka sendiri. Hasilnya, {persen:d}
persen paragraf pertama ternyata berisi nama yang hadir, bukan manfaat bagi warga.

{unit} melatih {n} pengelola humas menulis berita layanan. Pertanyaan pertama sebelum menulis hanya satu: apa yang dapat
dilakukan pembaca setelah selesai membaca?
""",
        body="""
Setiap peserta mencetak satu berita dan menandainya dengan tiga warna: fakta layanan, kutipan, dan seremoni. [Warna
ketiga mendominasi hampir semua meja|Banyak kertas menjadi satu warna]. Sesudah itu, naskah ditulis ulang dalam tiga
ratus kata.

“Warga tidak mencari sambutan. Warga mencari syarat, biaya, jam buka, dan nomor telepon,” kata {jubir}.

Peserta juga berlatih memotret orang yang sedang dilayani dengan izin, menulis keterangan foto yang jujur, dan tidak
menampilkan identitas anak.

{nama}, pengelola humas dari {anak}, mengubah berita rapat menjadi panduan mengurus tanah wakaf. “Ternyata bahannya ada
di rapat yang sama,” katanya.

?Kuis memeriksa kabar bohong menjadi sesi paling ramai. Dari sepuluh tangkapan layar, hanya [empat|lima] yang dapat
ditelusuri sumbernya.

Naskah terbaik akan dijadikan contoh di ruang redaksi bersama. Setiap satuan kerja diminta menerbitkan sedikitnya satu
panduan layanan sebelum {batas}.
""",
    ),
    Frame(
        key="surat-elektronik", kinds=ANY, category="organisasi", programmes=DIGITAL, theme="kantor",
        tags=("surat elektronik", "digitalisasi", "tata kelola", "arsip"),
        pictures=(("arsip", "lemari arsip yang mulai kosong"), ("rapat", "pegawai mempelajari alur surat elektronik")),
        facts=lambda r: {"n": r.randint(260, 2400), "dulu": r.randint(4, 7), "jam": r.randint(3, 9), "rim": r.randint(18, 96)},
        titles="""
Surat Selesai {jam} Jam, {unit} Tinggalkan Disposisi Kertas
{n} Surat Diproses Digital, {unit} Hemat {rim} Rim Kertas dalam Sebulan
Dari {dulu} Hari Menjadi {jam} Jam: Perjalanan Surat Warga di {unit} Dipangkas
""",
        leads="""
Surat warga yang masuk ke {unit} kini selesai didisposisi dalam {jam} jam. Sebelumnya, selembar surat dapat berpindah
meja selama {dulu} hari.

Sepanjang {bulan}, {n} surat diproses {unit} tanpa lembar disposisi. Kertas yang dihemat mencapai {rim} rim, dan
pengirim dapat melacak suratnya dengan nomor.
""",
        body="""
Surat kertas dipindai di meja depan dan pengirim menerima nomor lacak. [Nomor itu dapat dimasukkan di laman kantor|Dengan
nomor itu, posisi surat terlihat dari ponsel], lengkap dengan nama bagian yang sedang menanganinya.

“Dulu kalau ada yang menelepon, kami mencari suratnya di tumpukan. Sekarang yang dicari alasannya kalau terlambat,” kata
{jubir}.

Naskah dinas ditandatangani secara elektronik. Pegawai yang bertugas di luar tetap dapat memprosesnya, sehingga surat
tidak lagi menunggu seseorang pulang.

Peralihan ini tidak sepenuhnya mulus. Pada pekan pertama, [beberapa surat terkirim ke bagian yang keliru|sebagian
pegawai masih mencetak surat hanya untuk dibaca]. Petugas pendamping disiagakan di setiap lantai.

?{nama}, pegawai yang mendekati masa pensiun, semula enggan. “Saya kira rumit. Yang rumit ternyata melupakan kebiasaan
lama,” ujarnya.

Warga yang tidak memiliki ponsel tetap dilayani dengan tanda terima kertas. Arsip asli disimpan sesuai jadwal retensi.
""",
    ),
    Frame(
        key="rapat-berdiri", kinds=ANY, category="organisasi", programmes=("layanan-berdampak",), theme="kantor",
        tags=("budaya kerja", "rapat", "kinerja", "organisasi"),
        pictures=(("rapat", "rapat singkat membahas layanan warga"),),
        facts=lambda r: {"menit": r.choice((12, 15, 20)), "dulu": r.choice((75, 90, 120)), "tunda": r.randint(5, 19), "pekan": r.randint(4, 12), "selesai": r.randint(20, 72)},
        titles="""
Rapat Cukup {menit:d} Menit, {unit} Tuntaskan {selesai} Tindak Lanjut dalam {pekan} Pekan
Berdiri di Depan Papan, Pegawai {unit} Bahas Keluhan Warga Setiap Pagi
Kursi Rapat Disingkirkan, {unit} Pangkas Rapat dari {dulu:d} Menjadi {menit:d} Menit
""",
        leads="""
Rapat mingguan di {unit} dipangkas dari {dulu:d} menjadi {menit:d} menit dan dilakukan sambil berdiri. Dalam {pekan}
pekan, {selesai} tindak lanjut tercatat selesai.

Setiap pagi, pegawai {unit} berdiri di depan papan yang memuat keluhan warga. Rapat {menit:d} menit itu hanya membahas
tiga hal: apa yang macet, siapa yang menangani, dan kapan selesai.
""",
        body="""
Papan itu dibagi tiga lajur: masuk, dikerjakan, dan selesai. Setiap keluhan ditulis pada kertas tempel tanpa nama
pengadu. [Kertas yang tidak bergerak selama tiga hari diberi tanda merah|Yang terlalu lama di lajur tengah dibahas
pertama].

“Ketika orang berdiri, kalimatnya jadi pendek. Itu saja rahasianya,” kata {jubir}.

Selama {pekan} pekan, {selesai} kertas berpindah ke lajur selesai. Sebanyak {tunda} lainnya masih tertahan karena
menunggu [pihak lain|data kependudukan] dan alasannya ditulis terbuka.

Keluhan yang paling sering muncul bukan soal sikap, melainkan telepon yang tidak diangkat pada jam istirahat. Kini dua
pegawai bergiliran menjaganya.

?{nama}, petugas loket, merasa lebih didengar. “Dulu masalah di depan baru dibahas bulan depan. Sekarang besok pagi,”
katanya.

Rapat panjang tetap ada untuk perencanaan, sebulan sekali. Bahannya dibagikan sehari sebelumnya agar waktu bersama dipakai
untuk memutuskan.
""",
    ),
    Frame(
        key="hemat-listrik", kinds=ANY, category="organisasi", programmes=ALAM, theme="alam",
        tags=("hemat energi", "ekoteologi", "kantor hijau", "efisiensi"),
        pictures=(("kantor", "kantor dengan jendela terbuka dan pohon peneduh"), ("pohon", "pohon peneduh ditanam di halaman kantor")),
        facts=lambda r: {"persen": r.randint(14, 37), "rupiah": r.randint(6, 48) * 100_000, "lampu": r.randint(24, 160), "pohon_n": r.randint(12, 60), "bulan_ukur": r.randint(3, 6)},
        titles="""
Tagihan Listrik {unit} Turun {persen:d} Persen, Jendela Dibuka dan {lampu} Lampu Diganti
{unit} Hemat Rp{rupiah} Sebulan, Caranya Dimulai dari Sakelar
{pohon_n} Pohon {pohon} dan {lampu} Lampu Hemat Energi, Cara {unit} Menurunkan Tagihan
""",
        leads="""
Tagihan listrik {unit} turun {persen:d} persen dalam {bulan_ukur} bulan. Tidak ada alat mahal, hanya jendela yang
dibuka, {lampu} lampu yang diganti, dan kebiasaan mematikan sakelar.

{unit} menghemat Rp{rupiah} sebulan setelah mencatat pemakaian listrik setiap ruangan. Penghematan itu dialihkan untuk
perbaikan ruang tunggu.
""",
        body="""
Pencatatan dimulai dari ruang yang paling boros. Ternyata bukan ruang layanan, melainkan [gudang yang lampunya menyala
sepanjang malam|ruang rapat yang pendinginnya tetap hidup saat kosong].

“Mubazir itu bukan hanya soal makanan. Listrik yang menyala untuk kursi kosong juga,” kata {jubir}.

Sebanyak {lampu} lampu diganti dengan jenis hemat energi. Jendela yang selama ini tertutup lemari dibuka kembali,
sehingga beberapa ruangan [tidak memerlukan lampu sampai sore|cukup terang tanpa lampu].

Di sisi barat, {pohon_n} pohon {pohon} ditanam agar dinding tidak langsung terkena matahari. Hasilnya belum terasa
sekarang, tetapi pegawai bergiliran menyiramnya.

?{nama}, petugas kebersihan, mendapat tugas baru: mencatat angka meteran setiap pukul tujuh pagi. Catatannya dipajang di
dekat mesin absensi dan menjadi bahan [candaan sekaligus pengingat|obrolan setiap Senin].

Panduan sepuluh langkah yang dipakai {unit} dapat diminta masjid, madrasah, dan kantor lain yang ingin menghitung
pemakaian listriknya.
""",
    ),
    Frame(
        key="pendampingan-pegawai", kinds=UPPER, category="organisasi", programmes=("layanan-berdampak", *DIGITAL), theme="kantor",
        tags=("pegawai baru", "pendampingan", "budaya kerja", "pelayanan"),
        pictures=(("rapat", "pegawai baru berdiskusi dengan pendampingnya"), ("loket", "pegawai baru belajar di loket layanan")),
        facts=lambda r: {"n": r.randint(9, 64), "pekan": r.randint(4, 10), "loket": r.randint(5, 10), "surat": r.randint(3, 5)},
        titles="""
{n} Pegawai Baru {unit} Wajib Duduk di Kursi Tunggu sebelum Duduk di Meja Kerja
Belajar dari Loket, {n} Pegawai Baru {unit} Dampingi Warga selama {loket} Hari
{pekan} Pekan Didampingi Senior, Pegawai Baru {unit} Menulis Perbaikan Layanan
""",
        leads="""
Sebelum menempati meja kerja, {n} pegawai baru {unit} diminta duduk di kursi tunggu bersama warga. Setelah itu mereka
menjaga loket selama {loket} hari dengan pendamping.

Masa orientasi pegawai baru di {unit} tidak hanya diisi paparan. Selama {pekan} pekan, {n} orang didampingi senior dan
diminta menulis satu usul perbaikan yang dapat dikerjakan.
""",
        body="""
Tugas hari pertama terdengar ganjil: datang dengan pakaian biasa, ambil nomor antrean, dan urus satu layanan dari awal
sampai selesai. [Tidak semua berhasil pada percobaan pertama|Beberapa tersesat mencari meja pendaftaran].

“Setelah merasakan bingungnya, mereka tidak akan bilang ‘baca saja papan itu’ kepada warga,” kata {jubir}.

{nama}, salah seorang pegawai baru, menemukan bahwa contoh formulir dipasang terlalu tinggi. Usulnya menurunkan papan
itu dikerjakan pada hari yang sama. “Saya kira usul pertama saya harus besar,” ujarnya.

Setiap pegawai baru mempunyai satu pendamping. Mereka bertemu sepekan sekali dan membahas [satu kesalahan yang dibuat
pekan itu|hal yang belum dimengerti], tanpa dilaporkan sebagai penilaian.

?Materi integritas dibahas lewat kasus: apa yang dilakukan ketika warga menyelipkan amplop ucapan terima kasih? Jawabannya
dipraktikkan, bukan dihafalkan.

Usul perbaikan akan dipaparkan pada {mulai}. Yang paling mudah dikerjakan dan paling terasa manfaatnya dilaksanakan lebih
dulu.
""",
    ),
    Frame(
        key="antipungli", kinds=LOCAL, category="organisasi", programmes=("layanan-berdampak",), theme="kantor",
        tags=("zona integritas", "antipungli", "transparansi", "biaya layanan"),
        pictures=(("loket", "papan biaya di ruang layanan"), ("kantor", "kantor layanan yang memasang papan biaya")),
        facts=lambda r: {"n": r.randint(16, 42), "gratis": r.randint(14, 40), "aduan": r.randint(2, 9), "hadiah": r.randint(4, 18)},
        titles="""
Papan Biaya Dipasang di Pintu Masuk, {unit} Tegaskan {gratis} Layanan Tanpa Pungutan
{hadiah} Amplop Dikembalikan, {unit} Pajang Cara Warga Berterima Kasih Tanpa Memberi
Rp0 Ditulis Besar-Besar: Cara {unit} Mencegah Pungutan di {gratis} Layanan
""",
        leads="""
Warga yang memasuki {unit} kini langsung melihat papan biaya. Dari seluruh layanan yang tersedia, {gratis} ditandai Rp0
dengan huruf besar.

Sebanyak {hadiah} pemberian warga dikembalikan {unit} dengan surat terima kasih. Kantor ini memasang papan biaya agar
tidak ada lagi yang merasa perlu menyelipkan amplop.
""",
        body="""
Papan itu ditulis dengan kalimat pendek: nama layanan, biaya, lama pengerjaan, dan nomor pengaduan. [Tidak ada singkatan
yang hanya dipahami pegawai|Versi berhuruf besar ditempel juga di dekat kursi tunggu].

“Orang memberi karena mengira memang harus. Tugas kami membuat mereka tidak perlu mengira-ngira,” kata {jubir}.

Pemberian yang dikembalikan kebanyakan berupa makanan dan uang rokok. Petugas menjelaskan alasannya dengan sopan, lalu
mencatatnya di buku yang diperiksa setiap bulan.

Sepanjang {bulan}, masuk {aduan} pengaduan. Semuanya dibalas, dan hasil pemeriksaannya diumumkan tanpa menyebut nama
pelapor.

?{nama}, {pekerjaan} dari {dusun}, sempat menyiapkan uang untuk mempercepat urusan. “Uangnya utuh, urusannya selesai.
Saya malah malu,” katanya.

?Satu-satunya biaya yang sering ditanyakan adalah akad di luar kantor KUA sebesar Rp600.000. Uang itu disetor langsung ke
bank oleh calon pengantin, bukan dititipkan kepada siapa pun.

Pengaduan dapat disampaikan melalui nomor di papan, kotak surat, atau langsung kepada petugas yang ditunjuk. Identitas
pelapor dirahasiakan.
""",
    ),
    Frame(
        key="jadwal-libur", kinds=ANY, category="pengumuman", programmes=("layanan-berdampak",), theme="umum",
        tags=("jadwal layanan", "pengumuman", "jam buka", "layanan publik"),
        pictures=(("kantor", "kantor layanan pada pagi hari"), ("loket", "ruang layanan sebelum dibuka")),
        facts=lambda r: {"jam": r.choice(("07.30", "08.00")), "tutup": r.choice(("15.00", "15.30", "16.00")), "hari_ambil": r.randint(3, 9), "dok": r.randint(18, 140)},
        titles="""
Catat Jadwalnya, Layanan {unit} Berubah Mulai {mulai_singkat}: Buka Pukul {jam}
Jadwal Layanan {unit} Disesuaikan, {dok} Dokumen Siap Diambil sebelum {batas_singkat}
Layanan {unit} Buka Pukul {jam} hingga {tutup}, Ini yang Tetap Bisa Diurus Daring
""",
        leads="""
{unit} menyesuaikan jadwal layanan mulai {mulai}. Loket dibuka pukul {jam} hingga {tutup} {zona}, sedangkan pendaftaran
daring tetap dapat diakses sepanjang hari.

Mulai {mulai}, loket {unit} melayani warga pukul {jam} hingga {tutup} {zona}. Sebanyak {dok} dokumen yang sudah jadi dapat
diambil sebelum {batas}.
""",
        body="""
Penyesuaian dilakukan karena [ruang layanan akan dicat dan instalasi listriknya diperiksa|ada pergantian sistem antrean
dan pelatihan petugas]. Selama masa itu, layanan tidak dihentikan, hanya dipindahkan ke ruang samping.

*Yang tetap dilayani di loket:*

- pemeriksaan dan penerimaan berkas;
- pengambilan dokumen yang sudah jadi;
- konsultasi singkat.

*Yang dialihkan ke jalur daring:*

- pemesanan nomor antrean;
- pengaduan dan permintaan informasi;
- pengecekan status berkas.

Warga yang memegang nomor antrean untuk tanggal sesudah {mulai} tidak perlu mendaftar ulang. Petugas akan mengirim pesan
bila jamnya bergeser. {jubir} meminta warga memeriksa jam pada tanda terima sebelum berangkat.

?“Kalau ragu, telepon dulu. Lebih baik kami mengangkat telepon daripada warga datang sia-sia,” katanya.

Bagi warga lanjut usia dan penyandang disabilitas, petugas menyediakan antar-ambil dokumen di dalam wilayah layanan.
Permintaan disampaikan paling lambat sehari sebelumnya.

Dokumen yang belum diambil sampai {batas} tetap disimpan dengan aman dan dapat diambil kapan saja pada jam kerja dengan
membawa bukti identitas. Pengambilan yang diwakilkan memerlukan surat kuasa sederhana serta salinan identitas kedua
pihak.
""",
    ),
    Frame(
        key="waspada-penipuan", kinds=ANY, category="pengumuman", programmes=DIGITAL, theme="umum",
        tags=("waspada penipuan", "pengumuman", "keamanan digital", "layanan publik"),
        pictures=(("kota", "warga menerima pesan mencurigakan pada malam hari"), ("kantor", "kantor tempat warga memastikan kebenaran kabar")),
        facts=lambda r: {"n": r.randint(4, 27), "rupiah": r.randint(3, 24) * 50_000},
        titles="""
Awas Pesan Palsu Mengatasnamakan {unit}, {n} Warga Sudah Melapor
{unit} Tidak Pernah Meminta Transfer Rp{rupiah}, Warga Diminta Abaikan Pesan Berantai
Kenali Tiga Ciri Penipuan Mengatasnamakan {unit}, {n} Laporan Masuk Sepekan
""",
        leads="""
{unit} menerima laporan dari {n} warga tentang pesan yang meminta uang Rp{rupiah} dengan dalih mempercepat bantuan. Pesan
itu palsu; tidak ada layanan yang meminta transfer ke rekening pribadi.

Sebanyak {n} warga melaporkan pesan yang mengatasnamakan {unit} dalam sepekan. Warga diminta tidak membuka tautan, tidak
mengirim uang, dan menyimpan tangkapan layar sebagai bukti.
""",
        body="""
Pesan itu memakai foto gedung dan [logo yang diambil dari internet|nama pegawai rekaan]. Penerima diminta mengirim
Rp{rupiah} sebagai “biaya administrasi” agar bantuan [rumah ibadah|majelis taklim] segera cair.

Tiga ciri yang paling sering ditemukan:

- nomor pengirim bukan nomor layanan yang tertera di papan kantor;
- penerima didesak membalas dalam hitungan menit;
- uang diminta ke rekening atau dompet digital pribadi.

“Bantuan apa pun tidak pernah disyaratkan dengan transfer. Kalau ada yang meminta, sudah pasti bukan kami,” kata {jubir},
{hari}.

{nama}, pengurus {masjid}, hampir mengirim uang sebelum [menelepon penyuluh|bertanya di grup pengurus]. “Bahasanya
meyakinkan sekali. Yang membuat saya curiga, dia tidak mau ditelepon balik,” katanya.

Bila telanjur mengirim uang, warga disarankan segera menghubungi bank, melapor ke polisi, dan menyerahkan tangkapan layar
kepada petugas. Jangan menghapus percakapan sebelum bukti disimpan.

?Penyuluh akan membacakan imbauan ini di majelis taklim dan pengajian rutin. Pengurus rumah ibadah diminta menempelkannya
di papan pengumuman.

Kebenaran kabar tentang bantuan dapat dipastikan di {unit} pada jam kerja, tanpa perlu menyebutkan identitas.
""",
    ),
    Frame(
        key="nomor-layanan", kinds=ANY, category="pengumuman", programmes=DIGITAL, theme="umum",
        tags=("nomor layanan", "pengumuman", "whatsapp", "pengaduan"),
        pictures=(("loket", "petugas layanan menjawab pertanyaan warga"), ("kota", "warga menghubungi layanan dari rumah")),
        facts=lambda r: {"n": r.randint(90, 700), "menu": r.randint(4, 8), "menit": r.randint(5, 20), "lama": r.randint(3, 6)},
        titles="""
Satu Nomor untuk {menu} Layanan, {unit} Gabungkan Seluruh Saluran Pesan Warga
Nomor Layanan {unit} Berganti Mulai {mulai_singkat}, Pesan Dijawab Maksimal {menit:d} Menit
{lama} Nomor Lama Ditutup, Warga {tempat} Cukup Menyimpan Satu Kontak {unit}
""",
        leads="""
Mulai {mulai}, warga cukup menyimpan satu nomor untuk {menu} jenis layanan di {unit}. {lama} nomor lama akan ditutup
bertahap hingga {batas}.

{unit} menggabungkan {lama} nomor layanan menjadi satu. Pesan yang masuk pada jam kerja dijanjikan dijawab paling lama
{menit:d} menit.
""",
        body="""
Selama ini warga harus menebak nomor mana yang harus dihubungi. [Pesan tentang wakaf masuk ke bagian nikah, pesan tentang
madrasah masuk ke bagian umum|Tidak jarang satu pesan diteruskan tiga kali]. Setelah digabung, petugas piket yang
membagikannya.

“Warga tidak perlu hafal struktur kantor. Itu urusan kami,” kata {jubir}.

Saat mengirim pesan pertama, warga akan menerima {menu} pilihan. Cukup membalas dengan angka atau menulis kebutuhannya
dengan kalimat biasa; keduanya dibaca manusia, bukan mesin penjawab.

Sepanjang {bulan}, {n} pesan masuk melalui seluruh saluran. Yang paling banyak ditanyakan adalah syarat berkas, disusul
jam buka dan [status permohonan|lokasi kantor].

?Nomor lama masih aktif sampai {batas} dan akan membalas dengan nomor baru. Setelah tanggal itu, pesan ke nomor lama tidak
lagi dibaca.

Nomor resmi hanya tercantum di papan kantor, laman resmi, dan kop surat. Warga diminta tidak menyimpan nomor yang beredar
melalui pesan berantai.

Warga yang tidak menggunakan aplikasi pesan tetap dapat menelepon atau datang langsung. Petugas piket tersedia pada hari
kerja, termasuk pada jam istirahat. Percakapan disimpan paling lama tiga puluh hari, lalu dihapus.
""",
    ),
    Frame(
        key="pemeliharaan", kinds=UPPER, category="pengumuman", programmes=DIGITAL, theme="umum",
        tags=("pemeliharaan sistem", "pengumuman", "layanan daring", "jadwal"),
        pictures=(("kantor", "kantor yang tetap melayani secara manual"), ("arsip", "ruang penyimpanan data dan arsip")),
        facts=lambda r: {"jam": r.randint(6, 18), "layanan": r.randint(4, 11), "n": r.randint(40, 260)},
        titles="""
Layanan Daring {unit} Berhenti {jam} Jam pada {mulai_singkat}, Loket Tetap Buka
{layanan} Layanan Daring {unit} Dipelihara, Warga Diminta Mengunggah Berkas Lebih Awal
Sistem Dipindahkan, {unit} Siapkan Loket Manual untuk {layanan} Layanan
""",
        leads="""
Sebanyak {layanan} layanan daring {unit} tidak dapat diakses selama {jam} jam pada {mulai}. Loket tatap muka tetap buka, dan
permohonan yang sudah masuk tidak akan hilang.

{unit} menjadwalkan pemeliharaan sistem pada {mulai} selama {jam} jam. Warga dengan keperluan mendesak dapat memakai loket
manual yang disiapkan pada hari yang sama.
""",
        body="""
Pemeliharaan diperlukan untuk memindahkan data ke peladen yang lebih aman dan [memperbarui cadangan|menguji pemulihan
data]. Pekerjaan dimulai pukul 18.00 {zona} agar tidak mengganggu jam sibuk.

Layanan yang terdampak antara lain pendaftaran daring, pelacakan surat, dan unduhan dokumen. Laman berita serta informasi
publik tetap dapat dibuka.

“Kami memilih malam dengan jumlah pengunjung paling sedikit menurut catatan tiga bulan terakhir,” kata {jubir}.

Saat ini {n} permohonan sedang diproses. Seluruhnya sudah dicadangkan di dua tempat. Pemohon tidak perlu mengunggah ulang
berkas, kecuali diminta melalui pesan resmi.

Yang disarankan sebelum {mulai}:

- mengunduh dokumen yang akan dipakai dalam dua hari ke depan;
- menyelesaikan unggahan yang masih tersimpan sebagai draf;
- mencatat nomor permohonan.

?Bila pemeliharaan selesai lebih cepat, layanan langsung dibuka kembali dan diumumkan melalui laman serta media sosial
resmi. Bila tertunda, pemberitahuan disampaikan paling lambat satu jam sebelumnya.

Gangguan setelah pemeliharaan dapat dilaporkan dengan menyertakan tangkapan layar. Petugas teknis berjaga sampai semua
laporan tertangani.
""",
    ),
    Frame(
        key="lomba-cerita", kinds=UPPER, category="pengumuman", programmes=(*SEKOLAH, "pemberdayaan-pesantren", "kemandirian-pesantren"), theme="umum",
        tags=("lomba menulis", "pengumuman", "pelajar", "santri"),
        pictures=(("perpustakaan", "rak buku bagi penulis muda"), ("kelas", "siswa menulis cerita di kelas")),
        facts=lambda r: {"kata": r.choice((500, 700, 800, 1000)), "juara": r.randint(6, 12), "tahun_ke": r.randint(2, 7), "lalu": r.randint(120, 900)},
        titles="""
Lomba Cerita Pendek Santri dan Pelajar {tempat} Dibuka sampai {batas_singkat}
{unit} Undang Pelajar Menulis tentang {topik}, Naskah Diterima sampai {batas_singkat}
Cukup {kata} Kata, {juara} Naskah Terbaik Pelajar {tempat} Akan Dibukukan
""",
        leads="""
{unit} mengundang santri dan pelajar mengirim cerita pendek paling panjang {kata} kata. Naskah diterima sampai {batas} dan
{juara} karya terbaik akan dibukukan.

Tema lomba cerita pendek tahun ini adalah {topik}. Pelajar dan santri di {wilayah} dapat mengirim naskah sampai {batas}
tanpa biaya pendaftaran.
""",
        body="""
Lomba memasuki penyelenggaraan ke-{tahun_ke:d}. Tahun lalu {lalu} naskah masuk, dan [juri terkesan oleh cerita tentang
penjaga perahu yang belajar membaca|pemenangnya menulis tentang neneknya yang buta huruf].

“Kami mencari cerita yang jujur, bukan kata yang indah-indah. Ceritakan yang kalian tahu,” kata {jubir}.

Ketentuan lomba:

- peserta berusia 12 sampai 18 tahun;
- naskah asli, belum pernah diterbitkan, dan ditulis sendiri;
- panjang tulisan paling banyak {kata} kata;
- boleh ditulis tangan asalkan terbaca.

Tema tahun ini, {topik}, dapat ditulis dari sudut mana pun. Penulis bebas memakai ungkapan bahasa daerah dengan
menyertakan artinya di akhir naskah.

Naskah dinilai tanpa nama oleh tiga juri: seorang guru, seorang pustakawan, dan seorang penulis. Juri membaca nomor
peserta, bukan asal sekolah. Tulisan yang dibuat oleh mesin atau disalin dari karya lain akan dikeluarkan dari penilaian.

?{nama}, peserta tahun lalu, menulis ceritanya di balik kertas ujian. “Saya tidak punya laptop. Ternyata tidak apa-apa,”
katanya.

Persetujuan orang tua diperlukan sebelum karya dibukukan, dan penulis dapat memakai nama pena. Naskah dikirim langsung ke
{unit} atau dititipkan di perpustakaan madrasah dan sekolah.
""",
    ),
    Frame(
        key="relawan-literasi", kinds=LOCAL, category="pengumuman", programmes=(*SEKOLAH, "layanan-berdampak"), theme="umum",
        tags=("relawan", "pengumuman", "literasi", "pendaftaran"),
        pictures=(("perpustakaan", "rak buku untuk taman baca"), ("kelas", "kelas baca yang memerlukan relawan")),
        facts=lambda r: {"n": r.randint(12, 60), "titik": r.randint(4, 15), "jam": r.randint(2, 4), "bulan_tugas": r.randint(3, 6)},
        titles="""
Dicari {n} Relawan untuk {titik} Taman Baca di {tempat}, Cukup {jam} Jam Sepekan
{unit} Buka Pendaftaran {n} Relawan Pendamping Belajar sampai {batas_singkat}
Bisa Membaca dan Sabar? {titik} Taman Baca di {tempat} Menunggu {n} Relawan
""",
        leads="""
{unit} membuka pendaftaran {n} relawan untuk menemani anak membaca di {titik} taman baca. Waktu yang diperlukan hanya {jam}
jam sepekan selama {bulan_tugas} bulan.

Sebanyak {titik} taman baca di {wilayah} memerlukan {n} relawan. Pendaftaran dibuka sampai {batas} bagi siapa pun yang
berusia sedikitnya 17 tahun.
""",
        body="""
Relawan tidak diminta mengajar. Tugasnya [menyimak anak membaca, menjawab pertanyaan, dan mencatat buku yang
dipinjam|menemani anak memilih buku dan mendengarkan ceritanya]. Pelatihan dua hari diberikan sebelum penugasan.

“Yang kami cari bukan yang paling pintar, tetapi yang datang lagi pekan depan,” kata {jubir}.

Persyaratannya:

- berusia sedikitnya 17 tahun;
- bersedia hadir {jam} jam setiap pekan selama {bulan_tugas} bulan;
- menandatangani komitmen perlindungan anak;
- menyertakan satu orang yang dapat memberi rekomendasi.

Setiap taman baca dijaga sedikitnya dua relawan. Relawan tidak diperkenankan berdua saja dengan anak di ruang tertutup
atau mengunggah foto anak ke media sosial.

{nama}, relawan angkatan sebelumnya, menjaga taman baca di {dusun}. “Saya datang karena ingin membantu. Ternyata saya yang
ditunggu,” katanya.

?Biaya perjalanan diganti sesuai jarak, tetapi tidak ada honor. Relawan menerima surat keterangan yang dapat dipakai untuk
[melamar pekerjaan atau kuliah|keperluan sekolah dan kuliah].

Formulir tersedia di {unit} dan dapat diisi dengan tulisan tangan. Calon relawan yang memenuhi syarat akan dihubungi paling
lambat sepekan setelah {batas}.
""",
    ),
)
