"""Pilgrims learning, and the days of sacrifice."""

from news.demo.frame import DIGITAL, EKONOMI, HAJI, LOCAL, Frame

FRAMES = (
    Frame(
        key="juru-sembelih",
        kinds=LOCAL,
        category="layanan",
        programmes=("layanan-berdampak", *EKONOMI),
        theme="",
        season="kurban",
        tags=("kurban", "juru sembelih", "halal", "iduladha"),
        pictures=(("sawah", "kampung di tepi sawah menjelang Iduladha"), ("masjid", "masjid yang menyiapkan kurban")),
        facts=lambda r: {"n": r.randint(24, 96), "masjid_n": r.randint(18, 64), "besek": r.randint(300, 2400)},
        titles="""
{n} Juru Sembelih di {tempat} Berlatih Sebelum Iduladha, Pisau Tumpul Tak Boleh Dipakai
Kurban Tanpa Kantong Plastik, Panitia {masjid_n} Masjid di {tempat} Siapkan {besek} Wadah Daun
Halal, Bersih, dan Tidak Menyakiti: {n} Juru Sembelih {tempat} Ikuti Pelatihan
""",
        leads="""
Menjelang Iduladha, {n} juru sembelih di {wilayah} berlatih menajamkan pisau, merobohkan hewan
dengan tenang, dan memisahkan daging dari jeroan. Pelatihan digelar {unit}, {hari}.

Panitia kurban dari {masjid_n} masjid di {wilayah} sepakat meninggalkan kantong plastik. {unit}
juga melatih {n} juru sembelih agar penyembelihan memenuhi syarat syariat dan kesehatan.
""",
        body="""
Latihan pertama adalah mengasah. Pisau yang tidak mampu mengiris kertas [dikembalikan ke batu
asah|tidak boleh masuk lapangan]. “Menyembelih dengan pisau tumpul itu menyiksa. Ihsan dimulai
dari batu asah,” kata {jubir}.

Dokter hewan memperlihatkan tanda hewan yang tidak layak: mata keruh, hidung berlendir, dan
berjalan pincang. Panitia diminta memeriksa surat kesehatan sebelum membayar.

Daging ditimbang dan dibungkus dengan wadah yang dapat membusuk. Sebanyak {besek} wadah dari
anyaman dan daun disiapkan pengrajin setempat. Harganya [sedikit lebih mahal daripada plastik,
tetapi tidak menyumbat selokan|ditanggung bersama melalui iuran panitia].

?{bapak}, juru sembelih {masjid} selama belasan tahun, baru kali ini memegang sertifikat
pelatihan. “Ternyata ada cara merebahkan sapi tanpa lima orang,” ujarnya.

Limbah darah dan isi perut ditimbun di lubang sedalam satu meter yang digali sehari sebelumnya.
Air cucian tidak boleh dialirkan ke sungai.

Peserta bergiliran memperagakan urutan kerja, mulai dari memeriksa hewan hingga membagi tugas.
[Panitia perempuan melatih regu penimbangan dan pencatatan|Regu pencatat berlatih menulis nama
penerima per dusun] agar tidak ada antrean panjang.

Masjid yang belum memiliki juru sembelih terlatih dapat mengajukan permintaan ke {unit} paling
lambat sepekan sebelum hari raya.
""",
    ),
    Frame(
        key="manasik-lansia",
        kinds=LOCAL,
        category="haji-umrah",
        programmes=HAJI,
        theme="haji",
        tags=("manasik", "lansia", "jemaah haji", "kesehatan"),
        pictures=(("masjid", "masjid tempat bimbingan manasik"), ("rapat", "kelas manasik di aula")),
        facts=lambda r: {
            "n": (n := r.randint(32, 140)),
            "lansia": r.randint(8, n // 2),
            "temu": r.randint(6, 10),
            "langkah": r.randint(3, 6) * 1000,
            "pendamping": r.randint(4, 14),
            "usia": r.randint(66, 79),
        },
        titles="""
{lansia} Lansia Ikut Manasik di {tempat}, Materi Dibuat Pendek dengan Huruf Besar
Berlatih {langkah} Langkah Sehari, {n} Calon Jemaah {tempat} Siapkan Fisik sejak Dini
Manasik di {unit}: {n} Calon Jemaah Berlatih Naik Bus, Antre, dan Membaca Peta
Satu Pendamping untuk Setiap Kelompok Kecil, {n} Calon Jemaah {tempat} Ikuti Manasik
""",
        leads="""
Dari {n} calon jemaah yang mengikuti bimbingan manasik di {wilayah}, {lansia} berusia lanjut.
Materi disusun pendek, hurufnya besar, dan setiap kelompok kecil ditemani pendamping.

Bimbingan manasik di {unit} tidak hanya berisi doa. Sebanyak {n} calon jemaah berlatih berjalan
kaki, naik turun bus, dan mengenali tanda bahaya kepanasan.
""",
        body="""
Bimbingan berlangsung {temu} kali pertemuan. Rukun dan wajib haji diperagakan dengan [tiang dari
paralon dan karpet yang dibentangkan di halaman|miniatur sederhana di halaman], sehingga peserta
dapat mengulanginya sebanyak yang diperlukan.

“Yang membuat cemas biasanya bukan ibadahnya, melainkan takut tersesat dan takut merepotkan. Itu
yang kami latih,” kata {jubir}.

Setiap peserta diajak berjalan hingga {langkah} langkah sehari sesuai kemampuan. Petugas kesehatan
memeriksa tekanan darah, mencatat obat rutin, dan menuliskannya pada kartu yang selalu dibawa.

{nama}, {usia} tahun, berlatih mendorong kopernya sendiri sepanjang halaman. “Cucu saya yang
menghitung langkahnya,” katanya.

?Sebanyak {pendamping} pendamping dibekali cara berkomunikasi dengan jemaah yang pelupa: berbicara
pelan, satu petunjuk setiap kali, dan tidak membantah di depan orang lain.

?Materi rekaman suara dibagikan agar dapat diputar ulang di rumah. Keluarga yang akan ditinggalkan
ikut mendengar, terutama bagian tentang [surat kuasa dan utang|menyiapkan nafkah].

Ketentuan keberangkatan, pelunasan, dan dokumen mengikuti pengumuman resmi penyelenggara haji.
Peserta diminta tidak memercayai tawaran percepatan dari siapa pun.
""",
    ),
    Frame(
        key="manasik-cilik",
        kinds=LOCAL,
        category="haji-umrah",
        programmes=(*HAJI, "pendidikan-unggul"),
        theme="madrasah",
        tags=("manasik cilik", "raudhatul athfal", "anak", "pendidikan"),
        pictures=(
            ("masjid", "masjid tempat manasik cilik digelar"),
            ("kelas", "anak-anak belajar sebelum manasik cilik"),
        ),
        facts=lambda r: {
            "n": r.randint(85, 640),
            "ra": r.randint(5, 28),
        },
        titles="""
{n} Anak dari {ra} RA di {tempat} Berlatih Antre lewat Manasik Cilik
Manasik Cilik {tempat}: {n} Anak Belajar Sabar, Antre, dan Membawa Pulang Sampahnya
Ka’bah dari Kardus Bekas, {n} Anak {tempat} Jalani Manasik Cilik dengan Gembira
""",
        leads="""
Sebanyak {n} anak dari {ra} raudhatul athfal di {wilayah} mengelilingi replika Ka’bah dari kardus
bekas. Yang dinilai bukan hafalannya, melainkan kesediaan mengantre dan menunggu teman.

Manasik cilik di {wilayah} diikuti {n} anak dari {ra} raudhatul athfal. Guru memakainya untuk
melatih sabar, antre, dan menjaga kebersihan.
""",
        body="""
Sejak pukul 07.30 {zona}, halaman {masjid} dipenuhi anak berpakaian putih. [Ada yang menangis
mencari ibunya, ada pula yang sudah dua kali bertanya kapan makan|Beberapa masih menggenggam ujung
baju ibunya]. Guru membagi mereka dalam regu kecil dengan pita berwarna.

“Anak usia ini belajar lewat badannya. Mereka mengerti giliran setelah berdiri di belakang
temannya,” kata {jubir}.

Replika Ka’bah dibuat guru dari kardus bekas susu dan kain hitam. Bukit dibuat dari matras,
sedangkan kerikil diganti bola kertas agar tidak melukai.

Setiap anak membawa botol minum dan kotak bekal sendiri. Seusai kegiatan, regu yang tempat
duduknya paling bersih menerima [tepuk tangan paling panjang|kesempatan memukul beduk].

?{nama}, orang tua salah seorang peserta, memperhatikan dari tepi lapangan. “Di rumah dia tidak
mau menunggu. Tadi dia mengingatkan temannya supaya tidak menyerobot,” katanya.

?Guru meminta orang tua tidak mengunggah foto anak lain tanpa izin. Dokumentasi bersama dibagikan
lewat grup tertutup.

Perlengkapan disimpan untuk dipakai bergiliran oleh {ra} lembaga. Lembaga lain dapat meminjamnya
dengan menghubungi {unit}.
""",
    ),
    Frame(
        key="umrah-aman",
        kinds=LOCAL,
        category="haji-umrah",
        programmes=(*HAJI, *DIGITAL),
        theme="haji",
        tags=("umrah", "literasi umrah", "perlindungan jemaah", "penipuan"),
        pictures=(
            ("kota", "warga merencanakan perjalanan umrah"),
            ("rapat", "kelas literasi umrah di aula"),
            ("kantor", "kantor tempat warga memeriksa izin biro perjalanan"),
        ),
        facts=lambda r: {
            "n": r.randint(38, 190),
            "aduan": r.randint(3, 14),
            "rupiah": r.randint(14, 24),
            "majelis_n": r.randint(4, 18),
        },
        titles="""
Jangan Tergiur Umrah Murah, {n} Warga {tempat} Belajar Memeriksa Izin Biro Perjalanan
Lima Hal yang Harus Pasti sebelum Membayar Umrah, {unit} Ajari {n} Warga Memeriksanya
{aduan} Warga Nyaris Tertipu Paket Umrah, {unit} Buka Meja Periksa Izin
""",
        leads="""
Sebanyak {n} anggota dari {majelis_n} majelis taklim di {wilayah} berlatih memeriksa izin biro
perjalanan lewat ponsel masing-masing. {unit} menggelarnya setelah {aduan} warga melaporkan
tawaran umrah yang mencurigakan.

{unit} membuka meja periksa izin biro umrah. Dalam sebulan, {aduan} warga urung membayar setelah
mengetahui biro yang menawarinya tidak berizin.
""",
        body="""
Tawaran yang dilaporkan mirip satu sama lain: harga di bawah Rp{rupiah:d} juta, keberangkatan
[sepuluh bulan lagi|setahun lagi], dan potongan bila mengajak teman. Pembayaran diminta ke
rekening pribadi.

“Harga yang terlalu murah selalu dibayar orang lain, biasanya jemaah yang berangkat belakangan,”
kata {jubir}.

Peserta diajak menghafal lima hal yang harus pasti sebelum membayar:

- biro perjalanannya berizin;
- jadwal berangkat dan pulangnya jelas;
- tiket dan maskapainya ada;
- hotelnya disebutkan;
- visanya diurus.

{nama}, pengurus {majelis}, semula hendak mendaftarkan dua belas anggotanya. Setelah diperiksa
bersama, nama biro itu tidak ditemukan. “Untung belum setor. Uangnya hasil menabung
bertahun-tahun,” katanya.

?Bagi yang telanjur membayar, petugas membantu menyusun kronologi dan bukti transfer sebelum
melapor kepada pihak berwenang.

Warga dapat membawa brosur atau tangkapan layar ke {unit} pada jam kerja. Pemeriksaan tidak
dipungut biaya dan biasanya selesai dalam sepuluh menit.
""",
    ),
    Frame(
        key="senam-jemaah",
        kinds=LOCAL,
        category="haji-umrah",
        programmes=HAJI,
        theme="haji",
        tags=("calon jemaah", "kebugaran", "kesehatan", "manasik"),
        pictures=(
            ("pesisir", "tepi pantai yang menjadi rute latihan jalan kaki"),
            ("sawah", "jalan desa yang dilalui rombongan jalan pagi"),
            ("pegunungan", "rute latihan jalan kaki di perbukitan"),
        ),
        facts=lambda r: {
            "n": r.randint(22, 130),
            "km": r.randint(3, 6),
            "pekan": r.randint(6, 16),
            "turun": r.randint(5, 18),
        },
        titles="""
Jalan Pagi {km:d} Kilometer Tiap Sabtu, {n} Calon Jemaah {tempat} Berlatih Bersama
{pekan} Pekan Berjalan Kaki, Tekanan Darah {turun} Calon Jemaah {tempat} Mulai Terkendali
Kaki Kuat Hati Tenang: {n} Calon Jemaah di {tempat} Punya Jadwal Latihan Mingguan
""",
        leads="""
Setiap Sabtu pagi, {n} calon jemaah di {wilayah} berjalan kaki {km:d} kilometer bersama petugas
kesehatan. Setelah {pekan} pekan, tekanan darah {turun} di antara mereka mulai terkendali.

Persiapan fisik calon jemaah di {wilayah} dimulai jauh hari. Sebanyak {n} orang berlatih jalan
pagi sejauh {km:d} kilometer dalam kelompok yang dibentuk bersama {unit}.
""",
        body="""
Latihan dimulai selepas subuh dengan pemanasan sepuluh menit. Rombongan dibagi tiga menurut
kemampuan. [Kelompok paling pelan berangkat lebih dulu supaya semua tiba bersamaan|Tidak ada yang
ditinggal; yang paling depan menunggu di setiap tikungan].

“Ibadah haji banyak berjalannya. Badan tidak bisa disiapkan dalam sebulan,” kata {jubir}.

Petugas puskesmas memeriksa tekanan darah sebelum dan sesudah latihan. Peserta dengan penyakit
jantung atau gula mengikuti senam duduk dengan gerakan yang disesuaikan.

{nama}, calon jemaah dari {dusun}, semula hanya kuat satu kilometer. “Sekarang saya selesai, meski
paling belakang,” katanya sambil menyeka keringat.

?Di tengah jalan rombongan berhenti di {masjid} untuk minum dan bertanya jawab. Materi manasik
disampaikan sambil beristirahat sehingga tidak terasa sebagai pelajaran.

Latihan terbuka bagi calon jemaah dan keluarganya. Peserta diminta membawa air minum, memakai
sepatu yang nyaman, dan berkonsultasi dengan dokter sebelum bergabung.
""",
    ),
)
