"""The words of servers in Polish, by their meanings (see ``vocabulary``). Pure."""

from __future__ import annotations

WORDS = """\
NOT: nie, bez, brak, nigdy, żaden, żadnego, nie jest, nie są, niemożliwe
IF: jeśli, jeżeli
WILL: zostanie, będzie, aby uniknąć
OR: lub, albo
YOUR: twoje, twój, twoja, twojego, państwa
REQUIRED: wymagan/e/a/y, wymaga, konieczn/e/a, należy, proszę, musi, musisz, trzeba, potrzebn/e,
    najpierw, wymagają, tylko, wyłącznie, jedynie, musi być, konieczność, niezbędne, potrzeba,
    obowiązkowe, podaj, użyj, używaj, koniecznie
FAILED: niepowodzenie, błąd, nieudan/e/a/y, nie powiodło się, nie powiodła się, niepowodzeniem,
    awaria, problem, nie udało się, nie udała się, niepomyślne, błędem, nie można, nieskuteczne
ACCOUNT: konto, konta, użytkownik, użytkownika, skrzynka, skrzynki, klient, domena, nazwa
    użytkownika, skrzynka pocztowa, usługi, licencja, okres próbny, umowa, skrzynce, skrzynkę,
    skrzynek, kontu, kontem, konto pocztowe, konto e mail, poczta, pocztowe, hosting, profil,
    abonent, identyfikator, login, adres e mail, adres email, skrzynka mailowa
PASSWORD: hasło, hasła, hasłem, haseł, haśle
CREDENTIALS: dane logowania, login lub hasło, nazwa użytkownika lub hasło, użytkownik lub hasło,
    nazwy użytkownika lub hasła, login i hasło, loginu lub hasła, danych logowania, dane
    uwierzytelniające, login bądź hasło, użytkownik i hasło, nazwa użytkownika i hasło, nazwa lub
    hasło, loginu i hasła, dane dostępowe, dane uwierzytelniania, poświadczenia, hasło lub login,
    adres lub hasło, login hasło, e mail lub hasło, danych dostępowych
AUTH: uwierzytelnianie, uwierzytelnienie, uwierzytelniania, uwierzytelnienia, autoryzacja,
    autoryzacji, logowanie, logowania, zalogować, zaloguj, autentykacja, zalogowany, zalogowana,
    uwierzytelniony, logowaniu, zaloguj się, zalogować się, uwierzytelnić, uwierzytelnij,
    uwierzytelniono, próba logowania, logowaniem, autoryzować, loguj
SERVICE: usługa, dostęp, dostęp smtp, usługa smtp, dostępu, usłudze, smtp, programy pocztowe,
    programów pocztowych, klienty pocztowe, zewnętrzne programy, zewnętrznych programów,
    zewnętrznych klientów, funkcja, dostęp zewnętrzny, protokół, wysyłka smtp, smtp auth
SENDING: wysyłanie, wysyłka, wysyłania, wysyłać, wysyłki, wysłać, nadawania, wysyłania wiadomości,
    wysyłanie wiadomości, wysyłanie poczty, wysyłaj, wysłania, wysyłką, wysyłce, wychodząca,
    wychodzące, wychodzących, nadawać, wysyłka poczty, wysyła
MECHANISM: mechanizm, metoda, mechanizm uwierzytelniania, metoda uwierzytelniania, sposób
    uwierzytelniania, metody, metodę, mechanizmu, sposób logowania, metoda logowania, typ
    uwierzytelniania, rodzaj uwierzytelniania, tryb
COMMAND: polecenie, komenda
TLS: szyfrowanie, szyfrowania, bezpieczne połączenie, szyfrowane połączenie, połączenie szyfrowane,
    szyfrowanego połączenia, szyfruj, szyfrowane, szyfrowaną, bezpiecznego połączenia,
    zabezpieczone połączenie, kanał szyfrowany, szyfrowanym połączeniem, zabezpieczonego
    połączenia, bezpieczny kanał
INSECURE: nieszyfrowane, nieszyfrowane połączenie, niezabezpieczone połączenie, otwartym tekstem,
    nieszyfrowana, nieszyfrowanym, nieszyfrowanego, niezabezpieczone, bez szyfrowania,
    niezaszyfrowane, nie szyfrowane, jawnym tekstem, niebezpieczne połączenie
IPADDR: adres ip, adresu ip, twój adres ip, twoje ip, adresem ip, twój adres, ip, adresów ip,
    adresy ip, tego adresu, adres klienta, źródłowy adres, twojego ip
CLIENT: sieć, sieci, kraj, lokalizacja, hosta, komputer, serwera klienta, dostawca, host,
    urządzenie, sieć zewnętrzna, spoza sieci
SENDER: nadawca, nadawcy, adres nadawcy, adresu nadawcy, domena nadawcy, nadawcę, adres nadawczy, w
    imieniu, inny użytkownik, innego użytkownika, innego konta, nadawcą, cudzego adresu, jako
    nadawca, domeny nadawcy, adresu nadawczego
RECIPIENT: odbiorca, odbiorcy, adres odbiorcy, adresat, adresata, odbiorcę, odbiorcą, adres
    docelowy, skrzynka odbiorcy, adresu odbiorcy, adresatem, adres odbiorczy
RELAY: przekazywanie, przekazywania, relay niedozwolony, relaying niedozwolony, przesyłanie dalej,
    przekazywać, relay, relaying, przekazanie
SERVER: serwer, serwera, system, serwer pocztowy, systemu, serwerem, serwery
POLICY: polityka, polityką, administrator, administratora, zasady, organizacja, reguły, regulamin,
    regulaminu, reguła, administratorem, polityki, polityka bezpieczeństwa, względów
    bezpieczeństwa, firmy, organizacji, zasadami
ALLOWED: dozwolon/e/a/y, uprawnień, uprawnienia, uprawnion/y, zezwala, upoważnion/y, autoryzowan/y,
    wolno, zezwolono, zgody, zezwolenie, prawo, prawa, dopuszczalny, dopuszczone, pozwala,
    zezwolenia, można, dopuszczony, upoważniona
ACCEPTED: akceptowan/y/a/e, zaakceptowan/y/a/e, przyjęt/y/a/e
FORBIDDEN: zabronion/e/a/y, niedozwolon/y/a/e, nieuprawnion/y, zakazan/e, ograniczon/y,
    niedozwolon/e/a/y, zakazan/e/y, nie może, nie możesz, nie masz uprawnień, niedopuszczalny, brak
    uprawnień, zakaz, ograniczenie, ograniczenia, zabrania, bez uprawnień, nie ma uprawnień,
    nieautoryzowany
DENIED: odrzucon/y/a/e, odmowa, odmówiono, odmowa dostępu, brak dostępu, odrzucono, odrzucamy,
    odrzucenie, odmawia, odmawiamy, zabroniony dostęp, odrzucane
ENABLED: włączon/e/a/y, aktywn/e/a/y, aktywowan/e, uruchomion/a, włączyć, aktywować, wykupiony,
    wykupione, aktywacja, aktywacji, uruchomiony, włączenie
DISABLED: wyłączon/e/a/y, nieaktywn/e/a/y, dezaktywowan/e, zamknięt/e, usunięt/e, nieopłacon/e/a,
    niezapłacon/a/e/y, zakończ/ony/yła/ył, rozwiązan/a, skasowan/e, wyłączenie, nie włączono, nie
    włączon/a/e, wygasła usługa, nie obejmuje, brak licencji, odłączon/a/e/y, rozwiązano,
    zlikwidowan/e/a/y, skończył się, likwidacja, nie aktywowano, oczekuje, czeka, nieużywane,
    wypowiedzian/a, nie wykupiono, unieruchomion/a/e, skończył/a, dobiegła końca, dobiegł końca
LOCKED: zablokowan/e/a/y, zawieszon/e/a/y, blokada, zablokowano, zawieszenie, wstrzyman/e/a,
    kwarantanna, kwarantannie, blokady, blokadą, zablokowaliśmy, zawiesiliśmy, zbanowan/y/e,
    przejęte, wstrzymano, zamrożon/e/a, zawieszono, skompromitowane, włamanie, odcięt/y/e/a,
    zhakowan/e
SPAM: podejrzenie spamu, robotem, spamu, rozsyłanie spamu, wysyłanie spamu, spamem, masowa wysyłka,
    niechciana poczta
ACTIVITY: podejrzana aktywność, nietypowa aktywność, podejrzane logowanie, podejrzane zachowanie,
    nietypowe logowanie, podejrzanej aktywności, nietypowej aktywności, nadużycie, nadużycia,
    podejrzana wysyłka, nietypowe zachowanie, podejrzane działania
EXPIRED: wygasł/o/a, wygasłe, przeterminowane, straciło ważność, utraciło ważność, nie jest już
    ważne, już nieważne, wygaśnięcie, minął termin, upłynął termin, upłynęła ważność, ważność, zbyt
    stare, przedawnione, przeterminowano, upłynęło
CHANGE: zmienić, zmień, zmiana, zmiany, zresetować, zresetuj, zmienione, ustaw nowe, odnów,
    zmienia, zmieniaj, zmieniono, ustaw inne, ustawić nowe, odnowić, zaktualizuj, nadaj nowe,
    utwórz nowe, wybierz nowe, aktualizacja, wymień, ustal nowe
VALID: prawidłow/y/a/e, poprawn/y/a/e, zgadza się, zgodny, ważne, właściwe, właściwy, zgadza,
    zgadzają się, zgadzają, pasuje, pasują, zgodne, identyczne
INVALID: nieprawidłow/y/a/e/ych, niepoprawn/y/a/e, błędn/y/a/e/ych, złe, zły, nieważn/e, niezgodny,
    niewłaściw/y/e/a, niezgodne, zła, pomyłka, różni się, inny niż, inne niż, fałszywe, omyłkowy,
    odmienny
KNOWN: znan/y, istnieje, znaleziono, istnieją, znaleziony, znaleziona, zarejestrowany, zna,
    rozpoznany, znana, ma takiej, ma takiego, obsługiwana domena
UNKNOWN: nieznan/y/a/e, nie istnieje, nie znaleziono, brak takiego użytkownika, nie ma takiego, nie
    ma takiej, brak takiej skrzynki, nieistniejąc/y/a/e, brak użytkownika, brak skrzynki
SUPPORTED: obsługiwan/y/a/e, wspieran/y/a/e, obsługuje, wspiera, oferuje, oferowany
UNSUPPORTED: nieobsługiwan/y/a/e, niewspierany, nie obsługuje, niekompatybilny
AVAILABLE: dostępn/y/a/e, odpowiada, odpowiedzi, odpowiedział, osiągalny, działa, gotowy
UNAVAILABLE: niedostępn/y/a/e, brak odpowiedzi, prace konserwacyjne, konserwacja, przerwa
    techniczna, awarii, nieosiągalny, nie działa, przerwa w działaniu, konserwacji
VERIFIED: zweryfikowan/y/a
LIMIT: limit, limitu, maksymalna liczba, maksymalną liczbę, liczba, limity, limitów, przydział, na
    godzinę, na dzień, na dobę, na minutę, dziennie, dzienny limit, ilość, pula, puli, maksimum,
    maksymalna, liczbę, wolumen, kredyty, dzisiaj, dziś, częstotliwość
EXCEEDED: przekroczon/y/a/o/e, przekroczono, przekroczył, przekroczyłeś, osiągnięto, wyczerpan/y,
    przekroczenie, osiągnięt/y, przekracza, ponad, powyżej, wykorzystan/y/o/e, wyczerpano,
    wyczerpana, osiągnąłeś, zużyt/y, zużyto, osiągnął, wykorzystałeś, skończyły
TOOMANY: zbyt wiele, za dużo, zbyt dużo, zbyt wielu, zbyt często, za wiele, wielokrotne,
    wielokrotnych, wielokrotnie, zbyt szybko, zbyt częste, zbyt duża, nadmierna, kilku nieudanych,
    wielu nieudanych, wielu próbach, kolejnych, nadmiar, zbyt duża liczba, zbyt liczne,
    kilkukrotnym, kilkukrotnie
COUNTED: połączeń, wiadomości, prób, logowań, odbiorców, sesji, maili, wiadomość, wysyłek, żądań,
    połączenia, zapytań, razy, prób logowania, e maili, połączenie, maile
TEMPORARY: tymczasow/o/y/a/e, chwilow/o/y/a, później, spróbuj ponownie, spróbuj później,
    przejściow/y, za chwilę, odczekaj, poczekaj, proszę czekać, chwilę, obecnie, ponownie, na
    razie, za kilka minut, w tej chwili, na chwilę, chwili, czasowo, przejściowa, spróbować
INTERNAL: błąd wewnętrzny, wewnętrzny błąd, błąd serwera, błąd systemu, awaria serwera, błąd
    techniczny, problem techniczny, wewnętrzny problem, nieoczekiwany błąd, problemy techniczne,
    nie można sprawdzić, błąd konfiguracji, awaria systemu, nie można zweryfikować
BUSY: zajęty, przeciążony, przeciążenie, obciążenie, obciążenie systemu, duże obciążenie,
    przeciążona, przeciążenia, obciążony, zbyt duże obciążenie, zajęta
TIMEOUT: przekroczono czas, upłynął limit czasu, przekroczenie czasu, limit czasu, nie można
    połączyć, brak połączenia, błąd połączenia, nie udało się połączyć, czas oczekiwania
APPPASSWORD: hasło aplikacji, hasła aplikacji, hasło do aplikacji, hasło dla aplikacji, hasła do
    aplikacji, osobne hasło, oddzielne hasło, dedykowane hasło, specjalne hasło, hasło zewnętrzne,
    hasło do programu, hasło do programów, hasło dla programu, hasło dla programów, hasło programu,
    hasłem aplikacji, hasło do klienta, kod dostępu, kod autoryzacyjny
SECONDFACTOR: dwuetapowa, dwuskładnikowe, dwuetapowej, dwuskładnikowego, weryfikacja dwuetapowa,
    dwuetapowe, weryfikację dwuetapową, uwierzytelnianie dwuskładnikowe, drugi składnik,
    dwustopniowa, dwustopniowe, kod weryfikacyjny, wieloskładnikowe, weryfikacji dwuetapowej
BROWSER: przeglądarce, przeglądarki, przeglądarkę, przez przeglądarkę, webmail, przez stronę, w
    przeglądarce, na stronie
LISTED: czarnej liście, na czarnej liście, czarne listy, na czarnych listach, czarną listę, na
    liście blokad, figuruje na, na blackliście, na czarnej
BLACKLIST: czarna lista, czarnej listy, lista blokad, reputacja, niska reputacja, zła reputacja,
    dynamiczne ip
FULL: pełna, przepełniona, jest pełna, miejsce na dysku, pojemność, pojemności, brak miejsca,
    przestrzeń dyskowa
BUT: ponieważ, ale, gdyż, z powodu
CLIENT+PLACE: zagranicy, z zagranicy, kraju, z kraju, lokalizacji, kraj, zagranica, zagraniczny,
    zagranicznych, krajów, region, regionu, spoza polski, spoza kraju, spoza unii, za granicą
BACKEND: serwer uwierzytelniania, serwera uwierzytelniania, serwerem uwierzytelniania, baza danych,
    bazy danych, bazą danych, bazą użytkowników, baza użytkowników, bazy użytkowników, baza,
    katalog, usługa uwierzytelniania, serwer logowania, serwer ldap
ALREADY: już
CANCELLED: anulowano, przerwano, anulowane, przerwane
SEQUENCE: kolejność
SYNTAX: składnia, składni, nieprawidłowa składnia, zniekształcone
ALLOWLIST: liście dozwolonych, lista dozwolonych, białej liście, biała lista, listy dozwolonych,
    whitelista, białą listę, zaufanych, zaufane, dozwolonych adresów, liście zaufanych
PTR: odwrotny dns, rekord ptr, revdns, rekordu ptr, reverse dns, wpis odwrotny, rekord odwrotny
DISABLED+UNVERIFIED: niepotwierdzon/e/a, nie potwierdzono
NEWPASSWORD: nowe hasło
SWITCHON: włącz, aktywuj
OWNED: należą, właściciel, właścicielem, należący, twój własny, przypisany
REVOKED: cofnięt/y/e/a, unieważnion/y/e/a, odwołan/y/e
DURATION: minut, godzin, sekund, minuty, godziny, minutę, godzinę, dni, tydzień, doby
GREYLIST: szara lista, szarej liście
BASICAUTH: uwierzytelnianie podstawowe, podstawowe uwierzytelnianie, uwierzytelnianie hasłem,
    logowanie hasłem, proste uwierzytelnianie
CREATE: wygeneruj, utwórz, stwórz, wygenerować, utworzyć
UNPAID: płatność, płatności, brak płatności, braku płatności, brak opłaty, zaległość, zaległości,
    nieopłacenie, opłata, opłać, należności, rozliczenie, nieuregulowane, zadłużenie, faktura,
    faktury
CERTIFICATE: certyfikat, certyfikatu, certyfikat klienta
RCPTLIMIT+LIMIT+COUNTED: liczba odbiorców, odbiorców w wiadomości, limit odbiorców
RECEIVE: odbieranie, odbioru, odbierać
TERMS: warunki, warunków, regulamin usługi
SECURITY: wersja tls, wersję tls, wersja protokołu
INVALID+UNAVAILABLE: nie odpowiada
CLIENT+LAN: sieci firmowej, sieci wewnętrznej, sieci lokalnej, sieć wewnętrzna, sieć firmowa, sieci
    uczelni, sieci uczelnianej, intranet
WRONGSECRET: błędne hasło aplikacji, nieprawidłowe hasło aplikacji, hasło aplikacji jest
    nieprawidłowe, niepoprawne hasło aplikacji, hasło aplikacji nieprawidłowe
STOPPED: zatrzyman/a/e/y, przerwan/a/e
ACCOUNT+PLAN: pakiet, pakiecie, abonament, planie, plan
SESSION: sesja
CHECK: sprawdź, sprawdzić, zweryfikuj
"""

ENDINGS = (
    "a e y i o u ę ą ów om em ie ami ach ego emu ej ym ich ych im imi ymi iem owi ła ło ły li"
    " owe owa owy owych owego owej"
)
