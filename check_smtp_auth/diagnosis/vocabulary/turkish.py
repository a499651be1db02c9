"""The words of servers in Turkish, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: değil, yok, asla, hiçbir, olmadan, bulunmamaktadir, olmayan, mümkün değil
OR: veya, ya da
REQUIRED: gerekli, zorunlu, gerekiyor, gereklidir, gerekmektedir, lütfen, önce, zorunludur,
    gerekir, gönderin, yapin, yapiniz, gönderiniz, göndermelisiniz, zorundasiniz, gerek, şart,
    yalnizca, sadece, ancak, gereken, öncelikle, kullanin, kullaniniz, etmelisiniz, yapmalisiniz,
    etmeniz
FAILED: başarisiz, hata, başarisiz oldu, hatasi, yapilamadi, sorun, başarisizlik, başarili olmadi,
    başarisizdir, olmadi, gerçekleştirilemedi, tamamlanamadi, yapilamiyor, hatayla, başarisiz
    deneme, edilemedi
ACCOUNT: hesap, hesabi/niz/n/nizin/na, kullanici, kullanici hesabi, kullanici adi, posta kutusu,
    müşteri, e posta hesabi/niz, kullanicinin, posta kutunuz, aboneliğiniz, lisans, lisansiniz,
    deneme süresi, sözleşme, üyeliğiniz, mail hesabi, eposta hesabi, eposta, kullanici ismi,
    abonelik, üyelik, domain, alan adi, hosting, profil, müşterimiz, mail adresi, e posta adresi
PASSWORD: şifre/niz/si/nizi/nizin/nin/yi/ye, parola/niz/si/nizi/nizin/nin, sifre
CREDENTIALS: kullanici adi veya şifre, kullanici adi veya parola, kullanici adi ya da şifre, kimlik
    bilgileri, kullanici adi ve şifre, kullanici adi şifre, kullanici adi parola, giriş bilgileri,
    kimlik bilgisi, kimlik bilginiz, hesap bilgileri, kullanici adi ve parola, kullanici adi ya da
    parola, kullanici veya şifre, kullanici adi yada şifre, e posta veya şifre, e posta adresi veya
    şifre, kullanici bilgileri, giriş bilgileriniz, bilgileriniz, kullanici adiniz veya şifreniz,
    kullanici adinizi ve şifrenizi
AUTH: kimlik doğrulama, kimlik doğrulamasi, oturum açma, giriş, oturum, yetkilendirme, doğrulama,
    kimlik doğrulandi, doğrulandi, giriş yapildi, girişi, giriş işlemi, oturum açin, oturum
    açmaniz, kimlik denetimi, kimliğiniz, kimliğinizi doğrulayin, giriş yapin, giriş yapmaniz,
    girişe, bağlanma, yetkilendirilmedi, oturum açilamadi, giriş yapilamadi, oturum açmak
SERVICE: servis, hizmet, hizmeti, smtp erişimi, servisi, erişim, smtp, hizmetiniz, harici
    uygulamalar, harici programlar, mail programlari, özellik, özelliği, uzaktan erişim, protokol,
    üçüncü parti uygulamalar, smtp servisi, smtp hizmeti, posta istemcileri, erişimi
SENDING: gönderim, gönderme, mail gönderimi, e posta gönderimi, göndermek, gönderimi, mail
    gönderme, gönderemezsiniz, gönderilemez, gönderilen, göndermeye, giden posta, mail gönderim,
    giden e posta, ileti gönderme, toplu gönderim, e posta göndermek, gönderimine
MECHANISM: mekanizma, mekanizmasi, yöntem, yöntemi, kimlik doğrulama yöntemi, kimlik doğrulama
    mekanizmasi, kimlik doğrulama türü, doğrulama yöntemi, kimlik doğrulama biçimi, giriş yöntemi,
    kimlik doğrulama tipi, doğrulama türü
COMMAND: komut
TLS: şifreleme, güvenli bağlanti, şifreli bağlanti, şifreli, güvenli bağlantiyi, güvenli kanal,
    şifrelenmiş bağlanti, ssl bağlantisi, tls bağlantisi, güvenlikli bağlanti, şifrelenmiş
INSECURE: güvensiz bağlanti, şifresiz bağlanti, güvenli olmayan bağlanti, güvensiz, şifresiz,
    şifrelenmemiş, şifrelenmemiş bağlanti, düz metin, güvenli değil, açik metin
IPADDR: ip adresi, ip adresiniz, ip adresinden, ip adresinizden, ip, bu ip, bu ip adresi, kaynak
    ip, ip adresleri, ip numaraniz, ip blok
CLIENT: ağ, ülke, konum, bilgisayar, sunucunuz, ağiniz, istemci, cihaz, cihaziniz, bilgisayariniz,
    servis sağlayici, ağ dişi, sunucu adiniz, bağlantiniz, ağinizdan, ağindan
SENDER: gönderen, gönderici, gönderen adresi, gönderici adresi, gönderenin adresi, gönderen adres,
    gönderen olarak, başkasi adina, adina, başka kullanici, başka bir kullanici, başka bir hesap,
    gönderim adresi, gönderen e posta, gönderici olarak, gönderen alan adi, gönderen e posta
    adresi, farkli gönderen
RECIPIENT: alici, alici adresi, alicinin, aliciya, alici e posta, hedef adres, alicinin posta
    kutusu, alici posta kutusu, alici hesabi, hedef posta kutusu
RELAY: aktarma, röle, iletme, relay, relay izni, aktarim, yönlendirme, iletim
SERVER: sunucu, sistem, sunucusu, sunucumuz, sistemimiz, sunucunun
POLICY: politika, yönetici, politikasi, kural, politikamiz, kurallar, kurali, yöneticisi,
    yöneticiniz, güvenlik politikasi, güvenlik nedeniyle, kuruluş, şirket, yönetim, güvenlik ilkesi
ALLOWED: izin verildi, yetkili, izinli, izin verilen, izin, izin verilir, izin veriliyor, yetki,
    yetkiniz, hak, hakkiniz, izniniz
FORBIDDEN: izin verilmiyor, izni yok, yetkiniz yok, yetkisi yok, yasak, izin verilmedi,
    yasaklanmiş, izniniz yok, izin verilmez, yasaklandi, yetkisiz, izin yok, izin verilmemektedir,
    izin verilmemiş, yetkiniz bulunmamaktadir, izniniz bulunmamaktadir, yasaktir, kisitlama,
    kisitli, kisitlandi, sinirlandirildi, yetki yok, yapamazsiniz, kullanamazsiniz, izinsiz,
    hakkiniz yok, kullanamaz, sinirlidir, kabul edilmiyor
DENIED: reddedildi, red edildi, engellendi erişim, erişim engellendi, kabul edilmedi, red, ret,
    reddedilmiştir, geri çevrildi, reddediliyor, kabul edilmez, kabul edilmemiştir, reddedilmiş,
    geri çevrilmiştir
ENABLED: etkin, aktif, etkinleştirilmiş, açik, açilmiş, etkinleştirme, aktifleştirme, satin
    alinmiş, aktifleştirin, kapsiyor
DISABLED: devre dişi, pasif, kapali, kapatildi, etkin değil, aktif değil, devre dişi birakildi,
    kapatilmiştir, silinmiş, pasif durumda, kapatilmiş, kapali, kapalidir, kapatildi,
    kapatilmiştir, devre dişidir, ödenmemiş, ödenmedi, sona erdi, içermiyor, etkinleştirilmedi,
    henüz etkinleştirilmedi, silindi, açik değil, aktif değildir, kapali durumda, devre dişi
    birakilmiş, devre dişi birakilmiştir, iptal edilmiş, iptal edilmiştir, aktifleştirilmemiş,
    aktifleştirilmedi, bulunmayan hizmet, durdurulmuş hizmet, silinmiştir, sonlandirildi,
    sonlandirilmiş, feshedildi, beklemede, onay bekliyor, kaldirildi, dondurulmuş paket, lisanssiz,
    sona ermiştir, bitmiştir
LOCKED: kilitlendi, kilitli, askiya alindi, engellendi, bloke, bloke edildi, kilitlenmiştir,
    engellenmiştir, donduruldu, askiya alinmiştir, engellenmiş, askida, bloklandi, bloklanmiştir,
    kilitlenmiş, engelli, durduruldu, askiya alinmiş, askida, yasaklandi, yasakli, kilitlenmesi,
    kilit, bloklu, engellidir, askiya aldik, engelledik, engeli, bloke edilmiş, bloke edilmiştir,
    kara alindi, karantinada, karantina, durdurulmuş, durdurulmuştur, ele geçirilmiş, çalinmiş,
    dondurulmuş, bloklanmiş, kötüye kullanim, hacklenmiş, banlandi, banlanmiş, yasaklanmiştir
EXPIRED: süresi doldu, süresi dolmuş, süresi dolmuştur, süresi bitti, süresi geçmiş, süresi dolmus,
    geçerliliğini yitirdi, artik geçerli değil, artik geçersiz, geçerlilik süresi, süresi sona
    erdi, vakti geçti, çok eski, zaman aşimina uğramiş, geçerliliği, süresi, son kullanma
CHANGE: değiştirin, değiştiriniz, değiştirmeniz, sifirlayin, yenileyin, değiştirilmeli, değiştir,
    değiştirmelisiniz, yenisini belirleyin, yenileyiniz, güncelleyin, güncelleyiniz, değişiklik,
    değiştirilmesi, yenilenmeli, değiştirmeniz gerekiyor, yenisini oluşturun, sifirlayiniz,
    değiştirilmelidir
INVALID: hatali, yanliş, geçersiz, geçerli değil, uyuşmuyor, hatalidir, yanliştir, eşleşmiyor,
    yanlis, eşleşmedi, uyumsuz, doğru değil, farkli, uyuşmamaktadir, uyuşmadi, eşleşmemektedir,
    tutmuyor, geçersizdir
VALID: geçerli, doğru, doğrudur, uyuşuyor, eşleşiyor, ayni, uygun, uyumlu
UNKNOWN: bilinmeyen, bulunamadi, mevcut değil, taninmiyor, bulunmuyor, böyle bir, mevcut değildir,
    tanimsiz, kayitli değil, böyle bir kullanici, yoktur, tanimli değil, bilinmiyor, kayitsiz
SUPPORTED: destekleniyor, destekler, destekliyor, desteği, desteklenen, sunulan
UNSUPPORTED: desteklenmiyor, desteklenmeyen, desteklenmemektedir, desteklemiyor, uyumsuz yöntem,
    desteklenmez
UNAVAILABLE: kullanilamiyor, hizmet dişi, kullanim dişi, ulaşilamiyor, yanit vermiyor, cevap
    vermiyor, yanit yok, çalişmiyor, bakimda, bakim, kapali sunucu, erişilemiyor, ulaşilamadi,
    hizmet veremiyor, kullanilamaz, yanit vermedi, erişilemez, bağlanilamiyor, cevap alinamadi,
    yanit alinamadi
LIMIT: limit, sinir, kota, limiti, siniri, kotasi, kotaniz, limitiniz, sinirini, limitini,
    kotanizi, saatlik, günlük, aylik, dakikada, saatte, günde, sayisi, adet, azami, maksimum,
    gönderim limiti, hakki, kredi, hacim, sayi, bugün
EXCEEDED: aşildi, doldu, aştiniz, aşilmiştir, aşmiştir, ulaştiniz, dolmuş, aşilmiş, ulaşildi, aşan,
    aşti, aşmaktadir, üzerinde, doldurdu, dolmuştur, tükendi, tükenmiştir, kullanildi, ulaşti,
    bitti, doldurdunuz, fazla, tükettiniz, aşim
TOOMANY: çok fazla, çok sik, çok sayida, sik sik, art arda, üst üste, defalarca, birçok kez, aşiri,
    birden fazla, tekrarlanan, çok hizli, fazla sayida, fazla deneme, pek çok, sik
COUNTED: bağlanti, mesaj, ileti, deneme, e posta, giriş denemesi, denemesi, mesaji, mail, e
    postalar, istek, oturumlar, bağlantilar, defa, kez, ileti sayisi
TEMPORARY: geçici, geçici olarak, daha sonra, tekrar deneyin, daha sonra tekrar, şu anda, kisa
    süreliğine, biraz sonra, bir süre sonra, sonra, bekleyin, bekleyiniz, biraz, şimdilik, tekrar
    deneyiniz, yeniden deneyin, kisa bir süre, az sonra, bir süre, birkaç dakika, daha sonra
    deneyin, şu an, yeniden deneyiniz, geçicidir
INTERNAL: sunucu hatasi, iç hata, dahili hata, sistem hatasi, sistemsel hata, teknik hata, teknik
    sorun, beklenmeyen hata, beklenmedik hata, arizasi, teknik ariza, iç sunucu hatasi, sunucu
    arizasi, doğrulanamadi sistem, teknik nedenler, yapilandirma hatasi
BUSY: meşgul, yoğun, aşiri yük, aşiri yüklenmiş, yoğunluk, yüklü, aşiri yoğun, aşiri yüklü
APPPASSWORD: uygulama şifresi, uygulama parolasi, uygulamaya özel şifre, ayri bir şifre, ayri
    şifre, ayri parola, özel şifre, özel parola, uygulamalar için şifre, uygulama şifreniz,
    uygulamaya özel parola, harici uygulama şifresi, uygulama için şifre, üçüncü parti şifre,
    program şifresi, yetkilendirme kodu, cihaz parolasi, uygulama parolalari, uygulama şifreleri
SECONDFACTOR: iki adimli, iki faktörlü, iki aşamali, iki adimli doğrulama, iki faktörlü doğrulama,
    iki aşamali doğrulama, çift faktör, ikinci faktör, çok faktörlü, 2 adimli, doğrulama kodu, çift
    aşamali
BROWSER: tarayici, tarayicidan, tarayicinizdan, web üzerinden, tarayici üzerinden, webmail, web
    arayüzü, webmail üzerinden
LISTED: kara listede, kara liste, kara listeye, kara listedesiniz, engelli listede, kara listesinde,
    listelenmiş, kara listeye alindi, engelleme listesinde
FULL: dolu, depolama, disk alani, depolama alani
BUT: çünkü, ama, nedeniyle
CLIENT+PLACE: yurt dişi, yurt dişindan, ülke, ülkeniz, ülkenizden, konum, yurtdişi, yurtdişindan,
    bölge, yabanci ülke, ülkeden, türkiye dişi, türkiye dişindan, ülke dişi, konumunuz
BACKEND: kimlik doğrulama sunucusu, doğrulama sunucusu, veritabani, veri tabani, kullanici
    veritabani, kimlik sunucusu, dizin sunucusu, dizin servisi, kimlik doğrulama servisi, kimlik
    doğrulama hizmeti, ldap sunucusu, dizin
ALREADY: zaten
CANCELLED: iptal edildi, kesildi
SEQUENCE: sirasi, sira
SYNTAX: sözdizimi, biçim, biçimi, sözdizim hatasi, format, bozuk
SWITCHON: etkinleştirin, açin
PTR: ters dns, ptr kaydi, ters kayit, ters dns kaydi, reverse dns, ters çözümleme
DISABLED+UNVERIFIED: onaylanmadi
NEWPASSWORD: yeni bir şifre, yeni şifre, yeni parola, yeni bir parola
OWNED: ait, size ait, sahibi, aitdir, bağli, sahip
ACTIVITY: şüpheli aktivite, şüpheli etkinlik, şüpheli giriş, olağandişi etkinlik, olağandişi
    aktivite, şüpheli işlem, şüpheli hareket, şüpheli davraniş, olağandişi giriş, şüpheli gönderim
SPAM: spam gönderimi, istenmeyen posta, toplu mail, spam mail, önemsiz posta
REVOKED: geri alindi
KNOWN: bulundu, kayitli, mevcut, var, tanimli, biliniyor, bulunan
AVAILABLE: yanit veriyor, ulaşilabilir, erişilebilir, cevap veriyor, hazir, çalişiyor,
    kullanilabilir
DURATION: dakika, saat, saniye, gün, dk, hafta
TIMEOUT: zaman aşimi, zaman aşimina, bağlanti kurulamadi, bağlanilamadi, bağlanti hatasi, bağlanti
    başarisiz, bağlanti kesildi
GREYLIST: gri liste, gri listede
BLACKLIST: itibar, düşük itibar, dinamik ip, engelleme listesi
ALLOWLIST: beyaz liste, beyaz listede, izin verilenler, izinli ip, izin verilen ip, güvenilen,
    güvenilir ağ, izinli ağlar
BASICAUTH: temel kimlik doğrulama, temel doğrulama, şifre ile giriş, parola ile giriş, basit kimlik
    doğrulama
CREATE: oluşturun, oluşturunuz, üretin, oluşturmaniz, yaratin
UNPAID: ödeme, ödemesi, ödenmemiş fatura, borç, borcu, borcunuz, fatura, faturaniz, ücret,
    tahsilat, ödemeniz
CERTIFICATE: sertifika, istemci sertifikasi, sertifikasi
RCPTLIMIT+LIMIT+COUNTED: alici sayisi, alici limiti, alici siniri, maksimum alici
RECEIVE: alma, alim, gelen
TERMS: kullanim şartlari, koşullar, sözleşmesi
SECURITY: tls sürümü, protokol sürümü, tls versiyonu
SENDER+ACTAS: yerine
CLIENT+LAN: iç ağ, yerel ağ, dahili ağ, şirket ağ, kurum ağ, kampüs ağ, kurum içi ağ, şirket içi,
    kurum ağindan, şirket ağindan, iç ağdan, yerel ağdan, kampüs ağindan, kurum içinden, dahili
    ağdan
WRONGSECRET: uygulama şifresi hatali, uygulama şifresi geçersiz, uygulama şifresi yanliş, uygulama
    parolasi hatali, geçersiz uygulama şifresi, hatali uygulama şifresi
ACCOUNT+PLAN: paket, paketiniz, pakette
CHECK: kontrol edin, kontrol ediniz
"""

ENDINGS = (
    "lar ler i u ü si su sü niz nuz nüz iniz unuz ünüz im um üm a e ya ye yi yu yü na ne ni nu"
    " nü da de ta te nda nde dan den tan ten ndan nden in un ün nin nun nün la le yla yle dir"
    " dur dür tir tur tür"
)
