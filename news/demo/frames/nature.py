"""Care for trees, water, coast and waste."""

from news.demo.frame import ALAM, ANY, KUA, LOCAL, NIKAH, OFFICE, RUKUN, Frame

FRAMES = (
    Frame(
        key="pohon-pengantin",
        kinds=KUA,
        category="bimas",
        programmes=(*ALAM, *NIKAH),
        theme="alam",
        tags=("ekoteologi", "tanam pohon", "calon pengantin", "kua"),
        pictures=(("pohon", "warga menanam bibit pohon bersama"), ("kebun", "kebun bibit di halaman {unit}")),
        facts=lambda r: {
            "n": (n := r.randint(22, 130)),
            "hidup": (h := round(n * r.uniform(0.7, 0.93))),
            "mati": n - h,
            "bulan_jalan": r.randint(4, 14),
        },
        titles="""
Satu Pasangan Satu Pohon, {hidup} dari {n} Bibit {pohon} di {tempat} Tumbuh Baik
{n} Pohon {pohon} Ditanam Pengantin Baru di {tempat}, yang Mati Diganti
Mahar Boleh Apa Saja, Bibit {pohon} Menyusul: Cerita {n} Pasangan di {unit}
""",
        leads="""
Setiap pasangan yang menikah di {unit} diajak menanam satu pohon. Setelah {bulan_jalan} bulan,
{hidup} dari {n} bibit {pohon} tumbuh baik dan {mati} yang mati sedang diganti.

Sebanyak {n} pasangan di {wilayah} menanam pohon {pohon} sebagai bagian dari persiapan nikah.
{unit} tidak berhenti pada penanaman, tetapi kembali memeriksanya setelah {bulan_jalan} bulan.
""",
        body="""
Pohon ditanam di halaman rumah, tepi jalan desa, dan [sekitar mata air|lahan masjid]. Pada
batangnya digantungkan papan kecil berisi inisial pasangan dan tanggal akad, bukan nama lengkap.

“Menanam itu sehari, merawatnya bertahun-tahun. Persis seperti pernikahan,” kata {jubir}.

Pemeriksaan dilakukan penyuluh sambil berkunjung. Dari {n} bibit, {hidup} hidup dan {mati} mati
karena [dimakan kambing atau kekeringan|kemarau]. Bibit pengganti diambil dari kebun kecil di
halaman kantor.

{ibu}, yang menikah tahun lalu dan tinggal di {dusun}, menyiram pohonnya dengan air cucian beras.
“Suami saya merantau. Kalau dia menelepon, yang ditanya duluan pohonnya,” katanya.

?Bibit tidak dibeli. Penyuluh mengumpulkan biji dan anakan dari pekarangan warga dan menyemainya
bersama anak-anak TPQ.

Menanam pohon bukan syarat nikah dan tidak memengaruhi pelayanan. Pasangan yang tidak memiliki
lahan dapat menitipkan bibitnya di {masjid}.
""",
    ),
    Frame(
        key="mangrove",
        kinds=OFFICE,
        category="kerukunan",
        programmes=(*ALAM, *RUKUN),
        theme="alam",
        coastal=True,
        tags=("mangrove", "ekoteologi", "pesisir", "lintas agama"),
        pictures=(
            ("pesisir", "pesisir tempat bibit mangrove ditanam"),
            ("perahu", "perahu nelayan di dekat kawasan mangrove"),
        ),
        facts=lambda r: {
            "n": r.randint(6, 48) * 100,
            "orang": r.randint(70, 380),
            "lalu": (a := r.randint(600, 2400)),
            "hidup": round(a * r.uniform(0.55, 0.8)),
        },
        titles="""
Pelajar Lintas Agama Menanam {n} Mangrove di Pesisir {tempat}
{hidup} dari {lalu} Mangrove Tahun Lalu Bertahan, {tempat} Tanam {n} Bibit Lagi
Menjaga Ombak dari Rumah Warga: {orang} Orang Tanam {n} Mangrove di {tempat}
""",
        leads="""
Sebanyak {orang} pelajar, nelayan, dan penyuluh lintas agama menanam {n} bibit mangrove di pesisir
{wilayah}. Sebelum menanam, mereka menghitung dulu bibit tahun lalu: {hidup} dari {lalu} masih
hidup.

Penanaman {n} mangrove di {wilayah} dimulai dengan kejujuran: dari {lalu} bibit tahun lalu,
{hidup} yang bertahan. Jumlah itu menentukan cara menanam tahun ini.
""",
        body="""
Rombongan turun saat air surut, {hari}. [Sepatu ditinggal di tanggul, celana digulung|Sebagian
bertelanjang kaki, sebagian memakai sepatu bot pinjaman]. Setiap bibit diikat pada ajir bambu agar
tidak hanyut.

“Menanam saja mudah difoto. Menghitung yang mati itu yang jarang dilakukan,” kata {jubir}.

Nelayan menunjukkan titik yang paling sering dihantam ombak. Mereka pula yang akan memeriksa ajir
setiap pekan dengan imbalan dari kas kelompok.

{bapak}, nelayan setempat, mengenang jarak rumahnya dengan laut. “Dulu dua puluh langkah lebih
jauh. Anak saya harus tahu kenapa airnya maju,” katanya.

?Doa dibacakan bergantian menurut agama masing-masing sebelum bibit pertama ditancapkan. Setelah
itu, tidak ada lagi yang menanyakan siapa dari mana; semuanya berlumpur.

?Guru memakai kegiatan ini sebagai pelajaran lapangan. Siswa menghitung jarak tanam dan mencatat
jenis kepiting yang ditemui.

Perhitungan berikutnya dijadwalkan enam bulan lagi. Hasilnya akan diumumkan, berapa pun yang
hidup.
""",
    ),
    Frame(
        key="bank-sampah",
        kinds=ANY,
        category="organisasi",
        programmes=ALAM,
        theme="alam",
        tags=("bank sampah", "ekoteologi", "daur ulang", "lingkungan"),
        pictures=(
            ("kantor", "kantor yang memilah sampahnya"),
            ("pasar", "pasar kecil di dekat kantor"),
            ("kebun", "kebun yang dipupuk kompos sisa makanan"),
        ),
        facts=lambda r: {
            "kg": r.randint(86, 740),
            "orang": r.randint(24, 210),
            "rupiah": r.randint(180, 1400) * 1000,
            "persen": r.randint(28, 61),
        },
        titles="""
{kg} Kilogram Sampah Terpilah Sebulan, {unit} Ubah Botol Bekas Menjadi Tabungan
Sampah Turun {persen:d} Persen, {unit} Ganti Air Kemasan dengan Galon dan Gelas Sendiri
{orang} Nasabah Bank Sampah {unit} Kumpulkan Rp{rupiah}, Sebagian untuk Beasiswa
""",
        leads="""
Bank sampah yang dikelola {unit} mengumpulkan {kg} kilogram sampah terpilah dalam sebulan.
Sebanyak {orang} nasabahnya terdiri atas pegawai dan warga sekitar.

Sejak air kemasan diganti galon dan gelas pribadi, sampah {unit} turun {persen:d} persen. Sisanya
dipilah, ditimbang, dan menjadi tabungan senilai Rp{rupiah}.
""",
        body="""
Timbangan diletakkan di samping pos jaga setiap Rabu. Botol, kardus, dan kertas ditimbang
terpisah, lalu [dicatat di buku tabungan kecil|dicatat atas nama penyetornya]. Kertas yang memuat
data pribadi dihancurkan lebih dulu.

“Kami mulai dari tempat sampah sendiri. Isinya ternyata sebagian besar botol rapat,” kata {jubir}.

Rapat kini tidak menyediakan minuman kemasan. Peserta membawa gelas, dan kue disajikan di piring.
Dalam satu bulan, berat sampah turun {persen:d} persen dibandingkan bulan sebelumnya.

{nama}, warga {dusun}, menyetor kardus setiap pekan. Tabungannya dipakai membeli seragam anak.
“Tidak besar, tetapi dari barang yang dulu saya bakar,” katanya.

?Sisa makanan diolah menjadi kompos untuk tanaman {sayur} di halaman. Pegawai yang bertugas
memanen bergiliran menurut jadwal kebersihan.

Warga dapat menyetor pada jam yang sama setiap Rabu. Sampah diterima dalam keadaan bersih dan
kering; bahan berbahaya seperti baterai disimpan terpisah.
""",
    ),
    Frame(
        key="mata-air",
        kinds=LOCAL,
        category="bimas",
        programmes=ALAM,
        theme="alam",
        tags=("mata air", "ekoteologi", "penyuluh", "tanam pohon"),
        pictures=(("pegunungan", "hutan di sekitar mata air desa"), ("pohon", "penanaman pohon di hulu mata air")),
        facts=lambda r: {
            "n": r.randint(12, 90) * 10,
            "kk": r.randint(40, 320),
            "debit": r.randint(12, 36),
            "orang": r.randint(40, 180),
        },
        titles="""
Menjaga Mata Air {dusun}, {orang} Warga Tanam {n} Pohon {pohon} di Hulu
Debit Turun {debit:d} Persen, Warga {dusun} dan Penyuluh {unit} Tanam {n} Pohon
Ceramah di Tepi Sungai: Penyuluh {unit} Ajak {kk} Keluarga Menjaga Mata Air
""",
        leads="""
Debit mata air yang menghidupi {kk} keluarga di {dusun} turun {debit:d} persen. Bersama penyuluh
{unit}, {orang} warga menanam {n} pohon {pohon} di hulunya.

Penyuluh {unit} memindahkan pengajian ke tepi mata air {dusun}. Selesai mengaji, {orang} warga
menanam {n} pohon untuk menjaga air bagi {kk} keluarga.
""",
        body="""
Rombongan berjalan kaki [empat puluh menit|hampir satu jam] ke hulu sambil memanggul bibit. Di
sana, penyuluh membacakan ayat tentang air dan menunjuk tebing yang mulai gundul.

“Kita menjaga kesucian air untuk wudu. Menjaga sumbernya tentu bagian dari itu,” kata {jubir}.

Warga mencatat debit dengan ember dan jam tangan setiap bulan. Catatan setahun menunjukkan
penurunan {debit:d} persen, terutama setelah [beberapa pohon tua tumbang|lereng di atasnya
dibuka].

Disepakati aturan kampung: tidak menebang dalam jarak dua ratus langkah dari mata air, tidak
mencuci dengan deterjen di hulu, dan setiap keluarga merawat tiga pohon.

?{bapak}, penjaga bak air, hafal pipa mana yang paling sering bocor. “Selama ini yang kami
perbaiki pipanya. Hutannya tidak,” katanya.

Penyuluh akan kembali tiga bulan lagi untuk menghitung bibit yang hidup. Hasilnya dibacakan
setelah salat Jumat di {masjid}.
""",
    ),
    Frame(
        key="hemat-listrik",
        kinds=ANY,
        category="organisasi",
        programmes=ALAM,
        theme="alam",
        tags=("hemat energi", "ekoteologi", "kantor hijau", "efisiensi"),
        pictures=(
            ("kantor", "kantor dengan jendela terbuka dan pohon peneduh"),
            ("pohon", "pohon peneduh ditanam di halaman kantor"),
        ),
        facts=lambda r: {
            "persen": r.randint(14, 37),
            "rupiah": r.randint(6, 48) * 100_000,
            "lampu": r.randint(24, 160),
            "pohon_n": r.randint(12, 60),
            "bulan_ukur": r.randint(3, 6),
        },
        titles="""
Tagihan Listrik {unit} Turun {persen:d} Persen, Jendela Dibuka dan {lampu} Lampu Diganti
{unit} Hemat Rp{rupiah} Sebulan, Caranya Dimulai dari Sakelar
{pohon_n} Pohon {pohon} dan {lampu} Lampu Hemat Energi, Cara {unit} Menurunkan Tagihan
""",
        leads="""
Tagihan listrik {unit} turun {persen:d} persen dalam {bulan_ukur} bulan. Tidak ada alat mahal,
hanya jendela yang dibuka, {lampu} lampu yang diganti, dan kebiasaan mematikan sakelar.

{unit} menghemat Rp{rupiah} sebulan setelah mencatat pemakaian listrik setiap ruangan. Penghematan
itu dialihkan untuk perbaikan ruang tunggu.
""",
        body="""
Pencatatan dimulai dari ruang yang paling boros. Ternyata bukan ruang layanan, melainkan [gudang
yang lampunya menyala sepanjang malam|ruang rapat yang pendinginnya tetap hidup saat kosong].

“Mubazir itu bukan hanya soal makanan. Listrik yang menyala untuk kursi kosong juga,” kata
{jubir}.

Sebanyak {lampu} lampu diganti dengan jenis hemat energi. Jendela yang selama ini tertutup lemari
dibuka kembali, sehingga beberapa ruangan [tidak memerlukan lampu sampai sore|cukup terang tanpa
lampu].

Di sisi barat, {pohon_n} pohon {pohon} ditanam agar dinding tidak langsung terkena matahari.
Hasilnya belum terasa sekarang, tetapi pegawai bergiliran menyiramnya.

?{nama}, petugas kebersihan, mendapat tugas baru: mencatat angka meteran setiap pukul tujuh pagi.
Catatannya dipajang di dekat mesin absensi dan menjadi bahan [candaan sekaligus pengingat|obrolan
setiap Senin].

Panduan sepuluh langkah yang dipakai {unit} dapat diminta masjid, madrasah, dan kantor lain yang
ingin menghitung pemakaian listriknya.
""",
    ),
)
