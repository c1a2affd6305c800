"""What can be wrong, or worth knowing, in this room."""

from __future__ import annotations

from functools import partial

from sifund_ledger.citations import LKBR
from sifund_ledger.findings import declared, error

RECORD_NOT_NEXT = error(
    "Post {seq} kan inte lagras efter post {head}: {fault}.",
    "Record {seq} cannot be kept after record {head}: {fault}.",
    "Låt journalen försegla den efter det slut som writing() ger.",
    "Let the journal seal it behind the head that writing() gives.",
    cites=LKBR("3:3"),
)
NOTE_NOT_BLOTTED = error(
    "Ingen gallring av fritexten vid post {seq} är registrerad.",
    "No decision to blot out the note beside record {seq} is recorded.",
    "Registrera först beslutet att gallra den.",
    "Record the decision to blot it out first.",
    cites=LKBR("3:12"),
)
_damage = partial(
    error,
    remedy_sv="Ta fram den senaste kopian av boken som går att verifiera. Låt filen vara som den är: den är bevis.",
    remedy_en="Take out the latest copy of the book that verifies. Leave this file as it is: it is evidence.",
    cites=LKBR("3:12"),
)
BOOK_NOT_FOUND = error(
    "Filen finns inte.",
    "There is no such file.",
    "Kontrollera sökvägen, eller skapa en ny bok genom att ange vems den är: {do.open_entity}.",
    "Check the path, or make a new book by naming whose it is: {do.open_entity}.",
)
BOOK_NOT_IN_DATABASE = error(
    "Databasen har ingen bok {book}, eller ingen som rollen {role} får se.",
    "The database has no book {book}, or none that the role {role} may see.",
    "Kontrollera bokens namn och rollen, eller skapa en ny bok genom att ange vems den är: {do.open_entity}.",
    "Check the book's name and the role, or make a new book by naming whose it is: {do.open_entity}.",
)
BOOK_AMBIGUOUS = error(
    "Rollen {role} får se flera böcker som heter {book}: {owners}.",
    "The role {role} may see several books called {book}: {owners}.",
    "Logga in som ägaren, eller ange rollen i adressen: &options=-c%20role%3DROLL.",
    "Log in as the owner, or give the role in the address: &options=-c%20role%3DROLE.",
)
CHECKPOINTS_UNREADABLE = error(
    "Filen med kontrollpunkter kan inte läsas: {why}.",
    "The file of checkpoints cannot be read: {why}.",
    "Ange en fil som sifund checkpoint har skrivit, oförändrad.",
    "Give a file that sifund checkpoint has written, as it was written.",
)
CHECKPOINTS_OF_OTHERS = error(
    "Filen har ingen kontrollpunkt för den här boken, bara för: {others}.",
    "The file has no checkpoint of this book, only of: {others}.",
    "Ange bokens egen fil. Är det den, har boken gjorts om från sin första post: ta fram den senaste kopian av den.",
    "Give the book's own file. If this is it, the book was made anew from its first record: take out its latest copy.",
    cites=LKBR("3:12"),
)
CHECKPOINT_NOT_SIGNED = error(
    "Kontrollpunkten {checkpoint} gäller inte: {why}.",
    "The checkpoint {checkpoint} does not hold: {why}.",
    "Ange rätt nyckel. Är den rätt, har någon annan skrivit eller ändrat raden.",
    "Give the right key. If it is right, somebody else has written or changed the line.",
    cites=LKBR("3:12"),
)
KEY_UNREADABLE = error(
    "Filen kan inte användas som nyckel: {why}.",
    "The file cannot be used as a key: {why}.",
    "Ange en PEM-fil. Så görs ett nyckelpar: openssl genpkey -algorithm ed25519 -out hemlig.pem; openssl pkey "
    "-in hemlig.pem -pubout -out öppen.pem.",
    "Give a PEM file. A pair of keys is made so: openssl genpkey -algorithm ed25519 -out private.pem; openssl pkey "
    "-in private.pem -pubout -out public.pem.",
)
SIGNING_NOT_INSTALLED = error(
    "Signaturer behöver {package}, som inte är installerat.",
    "Signatures need {package}, which is not installed.",
    "Installera det: pip install 'sifund-ledger[sign]'",
    "Install it: pip install 'sifund-ledger[sign]'",
)
DATABASE_NOT_INSTALLED = error(
    "Böcker i en databas behöver {package}, som inte är installerat.",
    "Books in a database need {package}, which is not installed.",
    "Installera det: pip install 'sifund-ledger[postgres]'",
    "Install it: pip install 'sifund-ledger[postgres]'",
)
DATABASE_WITHOUT_BOOKS = error(
    "Databasen kan inte ha böcker: {reason}.",
    "The database cannot have books: {reason}.",
    "Kör som databasens administratör: sifund database ADRESS --role ROLL.",
    "Run as the administrator of the database: sifund database ADDRESS --role ROLE.",
)
DATABASE_OUTDATED = error(
    "Databasens tabeller har schema {found}; den här versionen av sifund_ledger behöver schema {known}.",
    "The database's tables have schema {found}; this version of sifund_ledger needs schema {known}.",
    "Kör som databasens administratör: sifund database ADRESS.",
    "Run as the administrator of the database: sifund database ADDRESS.",
)
BOOK_EXISTS = error(
    "Där finns redan något; en bok skrivs aldrig över.",
    "There is already something there; a book is never written over.",
    "Använd boken som den är, eller välj ett annat namn.",
    "Use the book as it is, or choose another name.",
    cites=LKBR("3:12"),
)
BOOK_WITHOUT_OWNER = error(
    "Boken saknar sin första post, den som anger vems den är: den blev aldrig färdig.",
    "The book lacks its first record, which names its owner: it was never finished.",
    "Den är tom. Ta bort filen, och skapa boken på nytt.",
    "It is empty. Remove the file, and make the book anew.",
    cites=LKBR("3:3"),
)
BOOK_FOREIGN = error(
    "Detta är inte en bok från sifund_ledger: {reason}.",
    "This is not a book of sifund_ledger: {reason}.",
    "Kontrollera sökvägen. Filen har inte rörts.",
    "Check the path. The file has not been touched.",
)
BOOK_NEWER = error(
    "Boken har schema {found}; den här versionen av sifund_ledger känner högst schema {known}.",
    "The book has schema {found}; this version of sifund_ledger knows schema {known} at most.",
    "Installera en nyare version av sifund_ledger.",
    "Install a newer version of sifund_ledger.",
    cites=LKBR("3:12"),
)
BOOK_DAMAGED = _damage(
    "Boken är skadad: {reason}.",
    "The book is damaged: {reason}.",
)
BOOK_GUARD_MISSING = _damage(
    "Bokens spärrar mot ändring har själva ändrats: {objects}.",
    "The book's guards against change have been changed themselves: {objects}.",
)
BOOK_JOURNAL_STRAY = error(
    "Bredvid boken ligger en journal från ett annat skede av den; att ångra det som står i den skulle förstöra boken, "
    "som är hel som den är.",
    "Beside the book lies a journal of another stage of it; undoing what stands in it would destroy the book, which is "
    "whole as it is.",
    "Stäng alla program som använder boken, och kör: sifund recover BOK. Journalen får då ett annat namn.",
    "Close every program that uses the book, and run: sifund recover BOOK. The journal is then given another name.",
    cites=LKBR("3:12"),
)
BOOK_NOT_ONE_FILE = error(
    "Ett annat program har satt boken i läget write-ahead, där en del av den ligger i en fil bredvid.",
    "Another program has put the book in write-ahead mode, in which a part of it lies in a file beside it.",
    "Stäng det programmet och kör: sqlite3 BOK 'PRAGMA journal_mode=DELETE'.",
    "Close that program, and run: sqlite3 BOOK 'PRAGMA journal_mode=DELETE'.",
)
GUARD_REFUSED = error(
    "Bokens egen spärr avvisar det.",
    "The book's own guard refuses it: {reason}.",
    "Verifiera boken: ett annat program kan ha skrivit i den.",
    "Verify the book: another program may have written to it.",
    cites=LKBR("3:3"),
)
STORE_UNAVAILABLE = error(
    "{why}.",
    "{why}.",
    "{do}",
    "{do}",
)

CODES = declared(globals())
