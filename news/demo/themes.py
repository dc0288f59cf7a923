"""Paragraphs any story of a theme may add, so that two stories of one frame differ in more than numbers."""

THEMES: dict[str, tuple[str, ...]] = {
    "": (),
    "layanan": (
        "{nama8}, {pekerjaan8} yang ditemui di ruang tunggu, datang [bersama adiknya|bersama "
        "anaknya|seorang diri]. “Yang saya perlukan itu kepastian. [Kalau harus kembali, "
        "bilang harus kembali tanggal berapa|Selesai hari ini atau besok, asal jelas],” "
        "katanya.",
        "Bagi warga {dusun8}, perubahan ini berarti [ongkos yang lebih sedikit|satu hari "
        "kerja yang tidak hilang]. Jarak ke kantor dapat ditempuh, tetapi datang dua kali "
        "untuk urusan yang sama terasa berat.",
        "Petugas menyediakan contoh berkas yang sudah diisi. [Warga yang tidak terbiasa "
        "menulis dibantu sampai selesai|Contoh itu boleh difoto dan dibawa pulang], sedangkan "
        "isi jawabannya tetap ditentukan pemohon.",
        "Catatan layanan dievaluasi setiap [Senin pagi|Jumat sore]. Bila ada warga yang harus "
        "datang lebih dari dua kali, petugas menelusuri penyebabnya dan [memperbaiki "
        "petunjuk|menulis ulang petunjuknya].",
        "Pertanyaan dapat diajukan lewat nomor layanan {unit} pada hari kerja. Jawaban paling "
        "cepat diperoleh [antara pukul 08.00 dan 10.00|sebelum pukul 11.00] {zona}.",
        "Pengaduan tetap dibuka. Warga yang dimintai uang di luar ketentuan diminta mencatat "
        "[waktu dan nama petugas|waktu dan loketnya], lalu melapor tanpa harus mencantumkan "
        "identitas.",
    ),
    "lapangan": (
        "Petugas mencatat setiap kunjungan: siapa yang dilayani, apa yang selesai, dan apa "
        "yang tertunda. Catatan itu [dibaca bersama setiap Senin|menjadi dasar menyusun "
        "jadwal berikutnya].",
        "Seluruh layanan ini tidak dipungut biaya. Bila ada yang meminta uang, warga "
        "dipersilakan [menolak dan melapor|melapor] ke nomor pengaduan {unit}.",
        "{nama8}, {pekerjaan8} dari {dusun8}, berharap petugas datang lagi. “[Jangan hanya "
        "sekali, ya|Kami di sini tidak banyak tahu kabar],” katanya.",
        "Permintaan dari tempat lain di {wilayah} sudah masuk. Urutannya ditentukan dari "
        "[yang paling jauh|yang paling lama menunggu], bukan dari yang paling mudah "
        "dijangkau.",
    ),
    "digital": (
        "Bagi yang tidak terbiasa dengan ponsel, meja bantuan tetap tersedia. [Digitalisasi "
        "tidak boleh membuat seseorang kehilangan haknya|Layanan digital ditambahkan, bukan "
        "menggantikan manusia], demikian prinsip yang ditempel di dinding ruang kerja.",
        "{nama8}, {pekerjaan8} dari {dusun8}, menyambut perubahan itu. “[Yang penting ada "
        "orang yang bisa ditanya|Asal tidak menyusahkan yang tua-tua],” katanya.",
        "Cadangan data disimpan di dua tempat dan diuji setiap bulan. Petugas [tercatat "
        "setiap kali membuka berkas|hanya dapat membuka berkas sesuai tugasnya].",
        "Petugas mencatat pertanyaan yang berulang dan mengubahnya menjadi petunjuk "
        "bergambar. Sampai {bulan}, petunjuk itu sudah diperbarui [tiga|empat|lima] kali.",
        "Sinyal yang lemah menjadi tantangan di beberapa tempat. Karena itu, petugas "
        "[menyediakan jaringan di ruang tunggu|tetap menerima berkas kertas untuk dipindai di "
        "kantor].",
    ),
    "keluarga": (
        "Perkembangan peserta dicatat tanpa nama lengkap. Catatan itu dipakai untuk "
        "[menentukan materi berikutnya|menyusun kunjungan berikutnya], bukan untuk laporan "
        "yang disebarluaskan.",
        "Bila ditemukan persoalan yang memerlukan penanganan khusus, penyuluh menghubungkan "
        "peserta dengan [puskesmas, psikolog, atau lembaga bantuan hukum|layanan kesehatan "
        "dan perlindungan anak] yang terdekat.",
        "Perubahan tidak diharapkan terjadi dalam satu kali pertemuan. Pendampingan [diulang "
        "secara berkala|dijadwalkan berkala], dan hasilnya dibandingkan dengan catatan "
        "sebelumnya.",
        "Kegiatan semacam ini menjadi ukuran kerja penyuluh {unit}: bukan berapa kali "
        "berceramah, melainkan [berapa orang yang terbantu|apa yang berubah dalam keseharian "
        "warga].",
        "Warga yang sungkan datang ke kantor dapat mengirim pesan lebih dulu kepada penyuluh. "
        "Identitas dan isi percakapan [dijaga kerahasiaannya|tidak diteruskan kepada siapa "
        "pun].",
        "Waktu kegiatan disesuaikan dengan kesibukan peserta. Yang berhalangan [dapat "
        "menyusul pada pertemuan berikutnya|boleh mengganti hari tanpa mengulang dari awal].",
        "Bahan yang dipakai ditulis dalam bahasa sehari-hari. Istilah yang sulit [dijelaskan "
        "dengan contoh dari dapur dan kebun|diganti dengan padanan yang dikenal warga].",
    ),
    "madrasah": (
        "Orang tua dilibatkan sejak awal. Mereka [menerima ringkasan sebulan sekali|boleh "
        "datang melihat langsung] dan dapat menyampaikan keberatan sebelum kegiatan "
        "diteruskan.",
        "{nama8}, seorang guru, mengaku [awalnya ragu|sempat pesimistis]. “[Anak-anak justru "
        "lebih siap daripada kami|Ternyata yang perlu diyakinkan orang dewasanya],” katanya.",
        "Keberhasilannya tidak diukur dengan piala. Yang dilihat adalah apakah anak [datang "
        "dengan gembira|berani bertanya] dan mau mengajak temannya.",
        "Dokumentasi kegiatan tidak menampilkan wajah anak tanpa izin orang tua. [Nama "
        "lengkap siswa pun tidak dicantumkan|Ketentuan itu dibacakan sebelum kegiatan "
        "dimulai].",
        "Madrasah dan lembaga lain yang ingin meniru cara ini dapat menghubungi {unit}. "
        "[Bahan dan jadwalnya dibagikan secara terbuka|Guru bersedia berbagi catatan, "
        "termasuk kegagalannya].",
        "Anak yang pendiam mendapat perhatian khusus. Guru memberi mereka [tugas kecil yang "
        "pasti dapat diselesaikan|waktu lebih lama untuk menjawab] dan tidak memotong "
        "kalimatnya.",
        "Catatan kegiatan disimpan guru dalam buku yang dapat dibaca penggantinya. Dengan "
        "begitu, kebiasaan baik [tidak berhenti ketika gurunya pindah|tidak bergantung pada "
        "satu orang].",
    ),
    "pesantren": (
        "Jadwal mengaji tidak berkurang. Kegiatan ditempatkan [selepas asar|pada hari libur] "
        "dan santri yang sedang menghafal boleh menukar gilirannya.",
        "{nama8}, wali santri dari {dusun8}, melihat anaknya pulang dengan kebiasaan baru. "
        "“[Di rumah dia yang menyapu duluan|Sekarang barang-barangnya rapi],” katanya.",
        "Pengasuh menekankan bahwa santri tidak dipekerjakan. Semua yang terlibat adalah "
        "[sukarelawan dengan jam terbatas|anggota yang mendaftar sendiri], dan pelajaran "
        "tetap yang utama.",
        "Pesantren lain di {wilayah} sudah menyatakan minat. Kunjungan belajar akan diatur "
        "bergiliran agar [kegiatan santri tidak terganggu|tuan rumah tidak kewalahan].",
    ),
    "ekonomi": (
        "{nama8}, warga {dusun8}, berharap pendampingan tidak berhenti di tengah jalan. "
        "“[Yang kami perlukan teman bertanya|Memulai itu gampang, bertahan yang susah],” "
        "katanya.",
        "Penyuluh mengingatkan agar warga tidak menyerahkan dokumen asli kepada perantara. "
        "Seluruh layanan dapat diurus sendiri atau [didampingi petugas resmi|melalui kantor "
        "terdekat].",
        "Penyuluh di desa menjadi tempat bertanya pertama. Mereka dibekali daftar periksa "
        "agar jawabannya [seragam|tidak berbeda-beda].",
        "{unit} mengingatkan bahwa pendampingan ini tidak dipungut biaya. Bila ada yang "
        "meminta imbalan, warga diminta [menolak dan melapor|melapor].",
        "Keterangan lebih lanjut dapat diperoleh di {unit} pada hari kerja. Petugas "
        "menyediakan [lembar panduan bergambar|contoh berkas] yang boleh dibawa pulang.",
        "Setiap tahap diberi tanggal sehingga warga tahu sampai di mana urusannya. Bila "
        "terlambat, petugas [wajib menjelaskan sebabnya|menyampaikan sebabnya lewat pesan].",
        "Warga yang lebih dulu berhasil diminta menjadi tempat bertanya tetangganya. Cara itu "
        "dinilai lebih [meyakinkan daripada brosur|cepat daripada menunggu petugas].",
    ),
    "rukun": (
        "Tidak ada spanduk besar dalam kegiatan ini. Anggarannya dialihkan untuk [konsumsi "
        "dan alat kebersihan|buku dan perlengkapan bersama].",
        "{nama8}, {pekerjaan8}, sudah lama tinggal di {dusun8}. “Tetangga itu saudara yang "
        "paling cepat datang. [Boleh berbeda, asal pintunya tidak jauh|Kalau ada yang sakit, "
        "dia yang pertama mengetuk pintu],” katanya.",
        "{unit} menilai kegiatan kecil yang berulang lebih berguna daripada acara besar "
        "sekali setahun. Karena itu biayanya dibuat [ringan|seadanya] dan mudah ditiru.",
        "Dokumentasi dibuat secukupnya. [Peserta meminta kegiatan ini tidak dijadikan "
        "panggung|Tidak ada sesi foto yang memotong kegiatan].",
        "Sesudah kegiatan, peserta diminta menulis satu hal yang baru diketahui tentang "
        "tetangganya. Kertas itu [ditempel tanpa nama di papan|dibacakan tanpa menyebut "
        "penulisnya].",
        "Biaya ditanggung bersama dan dicatat terbuka. Setiap orang menyumbang [menurut "
        "kemampuan|tenaga atau bahan], sehingga tidak ada yang merasa menjadi tamu.",
        "Penyuluh dari beberapa agama akan menengok kembali sebulan kemudian. Yang ditanyakan "
        "sederhana: [siapa yang kini saling menyapa|apa yang masih berjalan].",
    ),
    "alam": (
        "Tugas harian dibagi menurut jadwal yang ditempel di papan. Yang berhalangan [mencari "
        "pengganti|bertukar giliran], bukan sekadar meminta izin.",
        "{nama8}, {pekerjaan8} dari {dusun8}, merasakan sendiri perubahan cuaca. “Sekarang "
        "hujan tidak bisa ditebak. [Jadi jangan tunggu|Yang bisa dikerjakan, kerjakan],” "
        "katanya.",
        "Yang diukur bukan jumlah orang yang hadir, melainkan [apa yang tersisa setelah "
        "mereka pulang|apa yang berubah setelahnya]. Angkanya ditempel di papan informasi "
        "{unit}, termasuk ketika turun.",
        "Pesan menjaga alam disampaikan juga dalam pengajian dan [ibadah umat lain|khutbah], "
        "dengan contoh yang dapat langsung dikerjakan di rumah.",
        "Kegiatan ini dirancang agar dapat ditiru tanpa biaya besar. Alatnya [dipinjam "
        "bergiliran|sebagian besar sudah dimiliki warga], dan langkahnya ditulis dalam satu "
        "halaman.",
        "Ada bagian yang belum berhasil, dan itu dicatat juga. “[Kalau gagal, kita tahu "
        "sebabnya|Tahun depan jangan mengulang kesalahan yang sama],” tutur {nama8}, yang "
        "ikut sejak awal.",
    ),
    "haji": (
        "Peserta diingatkan untuk memeriksa setiap kabar melalui saluran resmi. Tangkapan "
        "layar di grup percakapan [tidak dapat dijadikan pegangan|sering sudah kedaluwarsa].",
        "{nama8}, {pekerjaan8} dari {dusun8}, menabung sedikit demi sedikit selama belasan "
        "tahun. “[Saya tidak mau salah langkah di ujungnya|Menunggu itu juga ibadah],” "
        "katanya.",
        "Penyuluh menyediakan waktu tanya jawab perorangan. Banyak peserta [malu bertanya di "
        "depan orang banyak|lebih lega bertanya berdua], terutama soal kesehatan dan biaya.",
        "Ringkasan materi dicetak dengan huruf besar dan [tersedia dalam rekaman bahasa "
        "daerah|dilengkapi gambar], agar dapat dipelajari kembali di rumah.",
        "Biaya kegiatan ditanggung bersama secara terbuka dan tidak ada pungutan tambahan. "
        "Peserta yang kurang mampu [tetap dapat ikut|dibebaskan dari iuran konsumsi].",
        "Peserta dibagi dalam kelompok kecil menurut tempat tinggal. Mereka [saling "
        "mengingatkan jadwal|saling menjemput] dan menjadi teman seperjalanan sejak awal.",
    ),
    "kantor": (
        "Hasilnya dicatat dan dibahas setiap bulan bersama seluruh pegawai. [Yang tidak "
        "berjalan dicari sebabnya|Cara yang tidak berhasil diganti], bukan dicari siapa yang "
        "salah.",
        "{nama8}, salah seorang pegawai, mengaku perlu waktu menyesuaikan diri. “[Minggu "
        "pertama memang canggung|Ternyata tidak sesulit yang dibayangkan],” katanya.",
        "Pendapat warga tetap diminta. Kotak saran dibuka setiap [Senin|Jumat] dan isinya "
        "dibacakan apa adanya, termasuk yang tidak enak didengar.",
        "Unit lain di {wilayah} diundang mencoba. {unit} membagikan catatan langkah, biaya, "
        "dan [kesalahan yang sudah dibuat|hal yang belum berhasil].",
        "Perubahan dimulai dari satu bagian sebelum diperluas. Dengan cara itu, kesalahan "
        "[ketahuan saat masih kecil|tidak merepotkan semua orang] dan cepat diperbaiki.",
        "Warga tidak perlu mengetahui rincian di balik meja. Yang mereka rasakan, menurut "
        "{jubir}, adalah [jawaban yang lebih cepat|urusan yang tidak berputar-putar].",
    ),
    "umum": (
        "{nama8}, warga {dusun8}, menyarankan agar pengumuman seperti ini dibacakan juga di "
        "masjid dan balai warga. “[Tidak semua orang membuka ponsel|Orang tua saya tahunya "
        "dari pengeras suara],” katanya.",
        "Pengumuman ini juga ditempel di [kantor desa dan kelurahan|papan informasi kantor] "
        "serta dibagikan melalui grup warga. Warga dipersilakan meneruskannya tanpa mengubah "
        "isi.",
        "Keterangan resmi hanya dimuat di laman dan papan pengumuman {unit}. Bila ada "
        "perubahan, tanggal perubahannya [dicantumkan di bagian atas|ditulis jelas] agar "
        "tidak tertukar dengan versi lama.",
        "Warga yang memerlukan penjelasan dalam bahasa daerah atau [bahasa isyarat|huruf "
        "besar] dapat memintanya di meja informasi. Petugas akan membantu tanpa memungut "
        "biaya.",
    ),
}

TOGETHER = (
    "Kegiatan ini dikerjakan bersama {mitra}.",
    "{mitra} ikut menyiapkan tempat dan petugas.",
    "Turut terlibat dalam kegiatan ini {mitra}.",
)
