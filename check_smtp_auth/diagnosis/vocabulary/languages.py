"""The languages of replies, and how each is recognised. Pure.

Each language is a file here, which is loaded only for a reply that seems to be in it: most replies
are in English. To add one, write ``NAME.py`` with WORDS (and ENDINGS) like the others, and add how
it is recognised: in ``SIGNS`` for the Latin script, else in ``SCRIPTS``.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import islice

from . import SHORTEST_TELLING, Language, is_english, is_in_english
from .forms import plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

# The beginnings of words in a language's refusals: five letters, or eight if many languages share
# the five, or the whole of a shorter word; without accents, and none that English words outside of
# the vocabulary begin with. A few dozen are enough: for a text with none of them, the files of all
# languages are searched.
SIGNS = {
    "portuguese": (
        " acaba acess antes aplic armaz ating ative autentic autentiq autoriza bloqu caixa cheia"
        " claro conex confe conse conta cota credenci dados desab desat desau desco desti diari"
        " dispo domin encer encon ender entra envia envio errad erro erros esta este exced expir"
        " exter faca falha falho falta gratu impossiv inati incorret indis inexiste insuc"
        " interna interno inval limit lista logar mais malsu mecan mensa muita muito negad negra"
        " nenhu nome novam novo nunca obrig orige pagam palav para permi plano pode polit posta"
        " preci prime proib recep recus rejei remet restrica restrico restrita restrito"
        " segur senha servico servidor sessa superado supor suspeita suspeito suspende"
        " suspensa suspenso tampo tarde tenta tente texto tipo trava troca usar usuar utilizad"
        " utilizar utilize utilizou vence venci "
    ),
    "spanish": (
        " acces agota aplic autentic autentif autentiq bloqu buzon caduc cambi casil cifra clave"
        " clien coinc conex contr credenci cuent cuota datos debe demas deneg desac desau desco"
        " desde desha desti direc dispo domin empre encon envio esta expir exter falla falli"
        " fallo habil imposibl incorrec inexiste inhab inici inten interna interno inval limit"
        " lista lleno masiv mecan negad negra ningu nombr nunca pais para perfi permi perte"
        " posib prime pudo puede recep recha rehus remit renov restricc restring revis segur"
        " servicio servidor sido solo sopor superado suscr suspendi suspensi tampo tarde tiene"
        " usuar utilice utilizar venci "
    ),
    "french": (
        " abonn acces adresse adresses arriv attei aucun authe autorisa autorise avez bloca"
        " bloqu boite chiff clotu compt conne deja denie depas depui desac desti devez domai"
        " donne droit echec echou echu emett envoi erreu errone erronee etran exped expir ferme"
        " ident incorrec indis inexista interrom inval jamai jeton limit mauva mecan merci"
        " methode momen noire nulle obligato ouver passe perim plein pour pris prise ratee recon"
        " reess refusee rejet relai requi resea resil restrein restrict sans suspect suspecte"
        " suspects suspendo suspendu suspensi tard tenta trop utilisat utilisez verro veuil"
        " votre vous "
    ),
    "german": (
        " abgel abges abgew ablau ableh absen adressat adresse adressen ander angem anmel ausge"
        " ausla authe autorisi befeh benut berei besta bitte daten deaktivi diens diese einer"
        " einge einlo empfa erfol erfor erlau erneu errei falsc fehle fehlg fehls fehlv freig"
        " geand geban geblo gefun gehor gekun gelos gesch gespe gesto gleic gulti herun hochs"
        " ihre ihrem inakt inkor kein keine kennu kennw kompr konnt konto korre kunde lehne"
        " lehnt losun mailk mailp mehr missb missg missl muss neues nicht nutze oder ohne passw"
        " postf prufe schlu sende spamv spate sperr steht stimm storu stund suspendi ubere ubers"
        " unauf unbek unber unbez unerl ungul unric unter unzul veral verbi verbo verfa verfi"
        " verfu verge versa versc versu verwe viele voll vorub weder wegen werde wird zahlu"
        " ziela zield zielp zuers zugan zugel zugri zuruc "
    ),
    "italian": (
        " abbon acced acces applicaz attiv autentic autorizz blocc cambi casel chius cifra clien"
        " compreso conse conto contr corre corri credenzi dall dati desti devi disabili disat"
        " dispo domin errat esist ester falli giorn gratu impossib imposta impostar imposti"
        " inatt indir inesi interna interno inval invio limit lista metod mitte neanc negat"
        " nemme nera nessu nome nuova parol passw piano piena proib respi ricev richi ricus"
        " rifiu ripro riusc sbagl scadu scelg scono senza servizio sicur sospe speci superato"
        " tardi tenta trami tropp usare utent utenz utilizza utilizzi vieta vieti "
    ),
    "polish": (
        " adres adresat adresata adresate adresem adresow adresu adresy aplik autentyk autoryza"
        " autoryzo awari blad bledn bloka brak chwil czarn czest dane dezak domen duze dzien"
        " hasel hasla hasle haslo imien istni jest klien konta konto lisci logow metod minal"
        " nadaw nalez nazwa nieak niedo nieis niemo nieob niepo niepr nieud nieup niewa niezn"
        " nigdy obcia obejm obslu odbio odcze odmaw odmow odrzu osobn pelna poczt polac polsk"
        " powio pozni prob przek przet rozsy skrzy spamu spoza sprob strac szyfr takie tego twoj"
        " twoje udalo uplyn uslug utrac uwier uzytk wiado wiele wstrz wygas wygen wylac wymag"
        " wysyl wzgle zablo zabro zaden zadne zagra zakaz zalog zamkn zawie zbyt zmien znale"
        " zosta "
    ),
    "czech": (
        " adres adresa adresar adresaro adresat adresata adresate adrese adresou adresu adresy"
        " aktiv aplik autentif autentik autentiz autoriza bloko chyba chybn deaktivo denni docas"
        " domen expir hesel hesla hesle heslo heslu jmene jmeno kvuli metod mnoho neakt nebo"
        " nebyl nedos nedov neexi nejso nelze nema nemat nenal neni neodp nepat nepla nepod"
        " nepov nereg nespr neusp nezda nezna nikdy odepr odesi odesl odmit omeze overe overo"
        " platn plna podpo pokus posto pouzi povol pozas pozde prekr pres prihl prije prili"
        " prosl schra selha sifro sluzb spamu spoje ucet uctu udaje uzamc uziva vase vypnu vyprs"
        " vytvo vyzad zablo zadna zadne zadny zahra zakaz zamit zkust zment zprav zruse "
    ),
    "dutch": (
        " aange aanme actie adres adressen adresses afgel afges afgew afwij afzen allee ander"
        " authe bedri beein beper berei besch beste bevei bevro blokk buite datum doela doelp"
        " domei evenm faald fout foute fouti foutm geadr geblo gebru gecom gedea geen gefaa"
        " gegev gehac geldi gesch gewei hoort houdb ingel inlog kies klant lijst limie maila"
        " mailw meer meld misbr mislu namen nerge niet nieuw noch nooit onbek onbet onbev onder"
        " ongel ongeo onjui onmog ontoe ontva ontze onvin opgeh opges opgez opnie passw paswo"
        " pogin probeer proef staat stori tijde toega toege uitge vanui veel verbi verbo verei"
        " vergr verke verlo verou versl verst verva verze voor wacht wegen weige wijzi zende"
        " zonde zwart "
    ),
    "turkish": (
        " abone adina adres adresi adresind adresini adresler agind alici alind alinm asild"
        " askid askiy asla ayri bagla basar baska bilin boyle bozuk bulun daha degil degis denem"
        " deney deste devre disi disin dogru doldu dolu dondu edild engel erisi esles etkin"
        " fazla gecer gecic gerce gerek geri giris gonde gunlu hata hatal hatas hesab hesap"
        " hicbi icerm icin izin izni iznin kabul kapal kapat kara kilit kimli kulla kurum kutus"
        " lutfe muste neden olara olmad olmay olust oturu paket parol pasif posta redde sayis"
        " sifre silin sonra sorun sures tamam tanim tanin tekra uygul uyums uyusm vakti veril"
        " veya yalni yanli yapil yasak yetki yoktu yonte yurt zaten "
    ),
    "vietnamese": (
        " chuyể chưa chẳng chặn chối cong dung dịch dụng hiệu hoặc khoa khong khoản khẩu ngưng"
        " người ngừng nhiều nhận nhập phep thanh thay thất thời thực tiếp treo vượt đang đich"
        " đinh đung được "
    ),
    "swedish": (
        " abonn adress adressen adresser aktiv aldri anslu anvan applo autentis avakt avsan"
        " avsla avsta avvis behor bortt brevl byta dagsg ditt doman dygns eller felad felak"
        " finns forbj forso gamma gatt gilti grund igen inakt ingen inget inlog inte konto kravs"
        " krypt kund lasts logga lopt lopte losen malad manga mejl mekan missl misst motta nadd"
        " nagon nekad nekas nekat obeho ogilt okand okant otill sakna senar skick sparr stamm"
        " stang stods suspende svara tilla tillf uppgi uppho uppsa utan utgae utgan utski "
    ),
    "danish": (
        " abonn adgan adresse adressen adresser afsen afsla afvis aktiv aldri autentif autorise"
        " begræ bleve brug bruge dagli deaktive denne eller fejl fejla fejle finde forbu forke"
        " foræl frako gamme godke gyldi igen ikke inakt ingen karan kodeo kompr konto krypt"
        " kræve kunde kvote legit lukke malad mange mangl metod midle misly modta nedla nægte"
        " ophor oplys opsag palog postk prov sener slaet slett spærr suspende tilla uauto uden"
        " udlob ugyld ukend ukorr vegne "
    ),
    "norwegian": (
        " abonn adresse adressen adresser aktiv aldri autentis avsen avsla avslu avvis begre"
        " blokk bruk bruke bytte deaktive denne domen eller feil feila feile finne forbu forel"
        " galt gamme gatt godkj gyldi igjen ikke inakt ingen innlo karan kompr konto kreve krypt"
        " kunde kvote legit logg malad mange mangl mekan midle misly motta nekte oppho opply"
        " palog passo prov sagt sener slatt slett sperr steng stott suspende tilla uauto ugyld"
        " ukjen urikt uten utlop vegne "
    ),
    "finnish": (
        " autentik deaktivo eivat enaa epaon eraan estet estol evatt hakke hylat ilman irtis"
        " jaady kayta kayto kaytt kelpa keske kiell kirja kohde kuulu lahet lakka liian loydy"
        " lukit lukki lukos lupaa luvat monta myohe oikei oikeu ongel onnis osoit paatt poist"
        " posti puutt rajoi roska sahko salas salat salli sisaa sisal sovel sulje tasma tayty"
        " tilap tili tilin tilis toden toise torju tueta tunni tunnu tunte umpeu uudel vaadi"
        " vaara vaari vaiht vanhe vasta virhe voima vuoks yhtey ylite yrita "
    ),
    "hungarian": (
        " alkal atmen autentik azono bejel belep blokk celci cime cimze egyez elavu elert elofi"
        " elter eluta enged erven felad felfu felha fiok fiokj fioko haszn helye helyt hiany"
        " hiba hibar hibas hibat hitel inakt ismer jelsz jogos kapcs kerju kesob kikap kiser"
        " kitil korla kulde kuldo lejar letez letil lezar megfe meghi megsz megta modsz napi"
        " nelku neveb nincs posta proba regi rossz siker stimm szuks tamog tarhe tarto teves"
        " tilos tilto tiltv titko torol ugyfe vagy valto vissz zarol "
    ),
    "romanian": (
        " abona adresa adrese adresei anula apart aplic autentif aveti banat bloca caran casut"
        " conec conex cont contu credenti cutia datel depas desti dezac domen dumne eroar erona"
        " erori esec este esuat exped expir fara folos gresi iesit imposibi incer inchi incorect"
        " inexiste inval invec limit logar logat mecan mesaj multe neaut necun neper nereu neval"
        " nicio niciu nume numel parol permi prea refuz respi restrict reusi rezil schim spart"
        " sters supor suspect suspecta suspenda tarzi trebu trimi utilizat valab zilni "
    ),
    "indonesian": (
        " akun alama anda aplik atau autentif autentik banya belum benar berak berbe bloki bukan"
        " coba dibat dibek diber diblo diduk dihap diizi dikar diken dikun dilar dimat dinon"
        " diper diret ditan ditem ditol ditut gagal gunak haria izin janga kadal karan karen"
        " kata kedal kegag kelir kesal konek kotak krede kunci kuota lagi langg lisen masa masal"
        " masuk memil mengi menol metod nama nanti nonak otent otori paket pelan pembl pener"
        " pengg pengi penol perco salah sandi semen silak sudah tanpa terbl teren terku terla"
        " terto tidak tujua ubah "
    ),
}
# The first and last character of a script, and its languages, with letters that only each has.
SCRIPTS = (
    ("\u0370", "\u03ff", {"greek": ""}),
    ("\u0400", "\u04ff", {"russian": "ыэъё", "ukrainian": "іїєґ"}),
    ("\u0600", "\u06ff", {"arabic": ""}),
    (
        "\u3040",
        "\u9fff",
        {"chinese": "", "japanese": "いかがくしすたてでとなにのはまりるをんアイクスドトメラルン"},
    ),
    ("\uac00", "\ud7a3", {"korean": ""}),
)
NAMES = (*SIGNS, *[name for _, _, names in SCRIPTS for name in names])
# The lengths of a sign; and how many words of another language are enough to recognise it.
SHORT, LONG = 5, 8
TELLING = 6
LATIN_ENDS = "\u0250"
# A language with more than this share of the signs of the likeliest one is read too; half of few.
SHARE, SHARE_OF_FEW, FEW = 2 / 3, 1 / 2, 4
# The most languages that are read. One too many does no harm, but takes half a millisecond.
MOST = 3


def names_for(words: Sequence[str]) -> list[str]:
    """Return the names of the languages, besides English, that words are most likely in."""
    firsts = {word[0] for word in words}
    names: list[str] = []
    for start, end, languages in SCRIPTS:
        if any(start <= first <= end for first in firsts):
            text = "".join(words)
            told = [name for name, own in languages.items() if not set(own).isdisjoint(text)]
            names += told or languages
    telling = [word for word in words if _is_telling(word)]
    signed = _signed(telling if len(telling) <= TELLING else _unknown(telling))
    shares = _by_signs([word for word in signed if not is_english(word)])
    if not any(shares.values()) and not is_in_english(words):
        # Otherwise the text is English, with some words that are not in its vocabulary.
        unknown = _unknown(telling)
        mostly = len(unknown) == TELLING or 2 * len(unknown) > len(telling)
        if mostly or not all(map(str.isascii, unknown)):
            from .search import by_tables

            shares = by_tables(tuple(unknown))
    most = max(shares.values())
    least = most * (SHARE if most > FEW else SHARE_OF_FEW)
    likely = [name for name in reversed(shares) if shares[name] > least]
    if len(likely) > MOST:
        from .search import by_whole_words

        whole = by_whole_words(tuple(telling[:TELLING]))
        likely = sorted(likely, key=whole.__getitem__, reverse=True)[:MOST]
    return names + likely


def _is_telling(word: str) -> bool:
    """Tell whether a word is long enough to indicate a language of the Latin script."""
    return word[0] < LATIN_ENDS and len(word) >= SHORTEST_TELLING and word.isalpha()


def _unknown(words: list[str]) -> list[str]:
    """Return the first words that are not English, at most as many as are examined."""
    return list(islice((word for word in words if not is_english(word)), TELLING))


def _signed(words: list[str]) -> list[str]:
    """Return the words that begin with the sign of a language."""
    every = "".join(SIGNS.values())
    return [word for word in words if f" {plain(word[:SHORT])}" in every]


def _by_signs(words: list[str]) -> dict[str, int]:
    """Return for each language of the Latin script how many of its signs begin these words."""
    begins = [
        f" {word[:length]} " for word in map(plain, words) for length in {SHORT, len(word[:LONG])}
    ]
    return {name: sum(map(signs.__contains__, begins)) for name, signs in SIGNS.items()}


def words_of(name: str) -> str:
    """Return the table of a language's words."""
    return str(_module(name).WORDS)


@lru_cache(None)
def language(name: str, digraphs: bool = True) -> Language:
    """Return a language, with or without digraphs for letters with accents."""
    module = _module(name)
    endings = getattr(module, "ENDINGS", None)
    table = module.WORDS.replace("\n    ", " ")
    return Language(table, endings, " " if endings is not None else "", digraphs)


def _module(name: str) -> Any:
    """Import a language's file."""
    return __import__(f"{__package__}.{name}", fromlist=["WORDS"])
