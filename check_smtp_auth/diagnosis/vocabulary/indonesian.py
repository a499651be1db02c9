"""The words of servers in Indonesian, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: tidak, bukan, belum, tanpa, jangan
IF: jika, apabila
WILL: akan
OR: atau
YOUR: anda, kamu
REQUIRED: diperlukan, harus, wajib, silakan, memerlukan, membutuhkan, gunakan, terlebih dahulu,
    mohon, hanya, perlu, dibutuhkan, dahulu, mesti, pakai, gunakanlah, diharuskan, memakai
FAILED: gagal, kesalahan, kegagalan, masalah, tidak berhasil, tidak dapat
ACCOUNT: akun, pengguna, kotak surat, nama pengguna, pelanggan, langganan, paket, akun email,
    alamat email, hosting, profil, lisensi, surel, email anda, kotak masuk
PASSWORD: kata sandi, sandi, kata kunci
CREDENTIALS: nama pengguna atau kata sandi, pengguna atau kata sandi, kredensial, username atau
    password, nama pengguna dan kata sandi, email atau kata sandi, data login, username dan
    password, user atau password, kata sandi atau nama pengguna, username password, email dan kata
    sandi, nama pengguna atau sandi, username atau sandi, data masuk
AUTH: otentikasi, autentikasi, masuk, otorisasi, percobaan masuk, login anda, login, masuk log,
    verifikasi login, autentifikasi, log masuk
SERVICE: layanan, akses smtp, akses, layanan smtp, smtp, fitur, program email, aplikasi eksternal,
    protokol, klien email
SENDING: mengirim, pengiriman, mengirim email, pengiriman email, kirim, dikirim, terkirim, email
    keluar, surat keluar, kirimkan
MECHANISM: mekanisme, metode, metode otentikasi, metode autentikasi, mekanisme otentikasi, jenis
    otentikasi
COMMAND: perintah
TLS: enkripsi, koneksi aman, koneksi terenkripsi, terenkripsi, sambungan aman, sambungan
    terenkripsi, aman
INSECURE: koneksi tidak aman, tidak terenkripsi, koneksi tidak terenkripsi, tidak aman, tanpa
    enkripsi, sambungan tidak aman
IPADDR: alamat ip, ip anda, alamat ip anda, ip ini, ip
CLIENT: jaringan, jaringan anda, server anda, komputer, perangkat, host, jaringan internal,
    penyedia
SENDER: pengirim, alamat pengirim, domain pengirim, atas nama, pengguna lain, alamat asal, sebagai
    pengirim
RECIPIENT: penerima, alamat penerima, alamat tujuan, tujuan, kotak surat penerima, email penerima,
    tujuan email
RELAY: penerusan, relay, meneruskan
SERVER: peladen, sistem
POLICY: kebijakan, administrator, aturan, alasan keamanan, organisasi, perusahaan, kebijakan
    keamanan, admin
ALLOWED: diizinkan, diperbolehkan, izin, hak, boleh, diijinkan, dapat
FORBIDDEN: dilarang, terlarang, tidak berhak, tidak boleh, tidak diizinkan, tidak diperbolehkan,
    dibatasi, tidak memiliki izin, tidak memiliki hak, tidak punya hak
DENIED: ditolak, akses ditolak, menolak, tertolak, penolakan
ACCEPTED: diterima
ENABLED: aktif, diaktifkan, dihidupkan, aktifkan, aktivasi, termasuk
DISABLED: dinonaktifkan, nonaktif, ditutup, dihapus, tidak aktif, dimatikan, belum aktif, belum
    diaktifkan, tidak diaktifkan, berakhir masa, diberhentikan, tidak termasuk, belum dibayar,
    mati, menunggu
LOCKED: diblokir, terkunci, dikunci, ditangguhkan, dibekukan, terblokir, pemblokiran, kunci,
    blokir, karantina, dikarantina, diretas, disusupi, ditutup sementara, penangguhan,
    disalahgunakan
EXPIRED: kedaluwarsa, kadaluarsa, kadaluwarsa, berakhir, kedaluarsa, tidak berlaku lagi, sudah
    tidak berlaku, masa berlaku, terlalu lama, habis masa
CHANGE: ubah, ganti, mengganti, mengubah, perbarui, atur ulang, diganti, diubah, gantilah, ubahlah,
    segera ganti, perbaharui
VALID: benar, sesuai, sah, cocok
INVALID: salah, keliru, tidak cocok, tidak sesuai, tidak benar, tidak sah, tidak tepat, berbeda
KNOWN: ditemukan, ada, dikenal, terdaftar
UNKNOWN: tak dikenal
SUPPORTED: didukung, mendukung
AVAILABLE: tersedia, merespons, merespon, menjawab, respon
UNAVAILABLE: pemeliharaan, dalam pemeliharaan, tidak merespons, tidak merespon, tidak menjawab,
    tidak ada respon, perbaikan, gangguan
LIMIT: batas, kuota, jumlah maksimum, maksimum, limit, batasan, batas harian, per jam, per hari,
    per menit, harian, jumlah, jatah
EXCEEDED: terlampaui, melebihi, habis, tercapai, melampaui, mencapai, lebih dari, kelebihan,
    melewati, terlewati
TOOMANY: terlalu banyak, terlalu sering, terlalu cepat, berulang, berulang kali, berkali kali,
    beberapa kali, terlampau banyak
COUNTED: koneksi, pesan, percobaan, upaya, surat, percobaan login
TEMPORARY: sementara, nanti, coba lagi, beberapa saat, coba lagi nanti, saat ini, sebentar, tunggu,
    sebentar lagi, lagi nanti, kembali
INTERNAL: kesalahan internal, kesalahan server, kesalahan sistem, kesalahan tak terduga, masalah
    teknis, gangguan teknis, kesalahan teknis
BUSY: sibuk, kelebihan beban
APPPASSWORD: kata sandi aplikasi, sandi aplikasi, password aplikasi, kata sandi khusus, sandi
    khusus, password khusus, kata sandi terpisah
SECONDFACTOR: dua langkah, dua faktor, verifikasi dua langkah, otentikasi dua faktor, autentikasi
    dua faktor, kode verifikasi, multifaktor
BROWSER: peramban
LISTED: daftar hitam, dalam daftar hitam
FULL: penuh
BUT: karena, tetapi, namun, akibat
CLIENT+PLACE: negara, luar negeri, negara anda, wilayah, lokasi, luar indonesia, negara lain,
    lokasi anda
BACKEND: basis data, server otentikasi
OWNED: milik, pemilik, dimiliki
ACTIVITY: aktivitas mencurigakan, aktivitas tidak biasa, login mencurigakan, mencurigakan
SPAM: pengiriman spam, surat massal, email massal
DURATION: menit, jam, detik, hari
CREATE: buat, buatlah, hasilkan
UNPAID: pembayaran, tagihan, tunggakan, bayar, dibayar, menunggak, iuran
ALLOWLIST: daftar putih, ip yang diizinkan, daftar izin
BLACKLIST: reputasi, daftar blokir
CERTIFICATE: sertifikat
GREYLIST: daftar abu abu
NEWPASSWORD: kata sandi baru
"""

ENDINGS = "nya"
