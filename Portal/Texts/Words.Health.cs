namespace Portal.Texts;

/// <summary>The health of the installation, for those who run it.</summary>
public static partial class Words
{
    public static string Installation => Say("Installation", "Installatie", "Installation", "Installation");

    public static string HealthOfInstallation => Say("Health of the installation", "Toestand van de installatie", "Zustand der Installation", "État de l'installation");

    public static string HealthAllWell => Say("Everything works.", "Alles werkt.", "Alles funktioniert.", "Tout fonctionne.");

    /// <summary>Above the list: how many of all need somebody.</summary>
    public static string HealthNeedsAttention(int count, int all) => Say(
        count == 1 ? $"One of {Number(all)} needs attention." : $"{Number(count)} of {Number(all)} need attention.",
        count == 1 ? $"Eén van de {Number(all)} vraagt aandacht." : $"{Number(count)} van de {Number(all)} vragen aandacht.",
        count == 1 ? $"Einer von {Number(all)} Punkten braucht Aufmerksamkeit." : $"{Number(count)} von {Number(all)} Punkten brauchen Aufmerksamkeit.",
        count == 1 ? $"Un point sur {Number(all)} demande votre attention." : $"{Number(count)} points sur {Number(all)} demandent votre attention.");

    public static string HealthChecking => Say("Checking", "Bezig met controleren", "Wird geprüft", "Vérification en cours");

    public static string HealthCheckedAt(string time) => Say($"Checked {time}, on this node", $"Gecontroleerd {time}, op deze node", $"Geprüft {time}, auf diesem Knoten", $"Vérifié {time}, sur ce nœud");

    public static string HealthCheckAgain => Say("Check again", "Opnieuw controleren", "Erneut prüfen", "Vérifier à nouveau");

    public static string HealthWorks => Say("Works", "Werkt", "Funktioniert", "Fonctionne");

    public static string HealthAttention => Say("Needs attention", "Vraagt aandacht", "Braucht Aufmerksamkeit", "À surveiller");

    public static string HealthBroken => Say("Broken", "Werkt niet", "Gestört", "En panne");

    public static string HealthNoAnswer(int seconds) => Say(
        $"No answer within {Number(seconds)} seconds.",
        $"Geen antwoord binnen {Number(seconds)} seconden.",
        $"Keine Antwort innerhalb von {Number(seconds)} Sekunden.",
        $"Aucune réponse en {Number(seconds)} secondes.");

    public static string HealthSeeLog => Say(
        "The server's log has the details.",
        "De details staan in het logboek van de server.",
        "Einzelheiten stehen im Protokoll des Servers.",
        "Le journal du serveur donne les détails.");

    // Database.

    public static string HealthDatabase => Say("Database", "Database", "Datenbank", "Base de données");

    public static string HealthDatabaseAnswers(string engine, int milliseconds) => Say(
        $"{engine} read and wrote in {Number(milliseconds)} ms.",
        $"{engine} las en schreef in {Number(milliseconds)} ms.",
        $"{engine} hat in {Number(milliseconds)} ms gelesen und geschrieben.",
        $"{engine} a lu et écrit en {Number(milliseconds)} ms.");

    public static string HealthDatabaseIsSlowRemedy => Say(
        "That is slow. See what else keeps the database or its disk busy.",
        "Dat is traag. Kijk wat de database of de schijf nog meer bezighoudt.",
        "Das ist langsam. Sehen Sie nach, was die Datenbank oder ihren Datenträger sonst noch beschäftigt.",
        "C'est lent. Regardez ce qui occupe par ailleurs la base ou son disque.");

    public static string HealthDatabaseIsBusy(string engine, int seconds) => Say(
        $"{engine} answers, but for {Number(seconds)} seconds something else was writing.",
        $"{engine} antwoordt, maar {Number(seconds)} seconden lang was iets anders aan het schrijven.",
        $"{engine} antwortet, aber {Number(seconds)} Sekunden lang hat etwas anderes geschrieben.",
        $"{engine} répond, mais autre chose écrivait pendant {Number(seconds)} secondes.");

    public static string HealthDatabaseIsBusyRemedy => Say(
        "Wait, and check again. If it stays so, a process hangs in the middle of writing: restart it.",
        "Wacht even en controleer opnieuw. Blijft het zo, dan hangt een proces midden in het schrijven: start het opnieuw.",
        "Warten Sie und prüfen Sie erneut. Bleibt es so, hängt ein Prozess mitten im Schreiben: Starten Sie ihn neu.",
        "Patientez, puis vérifiez à nouveau. Si cela persiste, un processus est bloqué en pleine écriture : redémarrez-le.");

    public static string HealthDatabaseIsOfAnother(string engine) => Say(
        $"{engine} reads and writes, but another version of Portal has changed its tables.",
        $"{engine} leest en schrijft, maar een andere versie van Portal heeft de tabellen gewijzigd.",
        $"{engine} liest und schreibt, aber eine andere Version von Portal hat die Tabellen geändert.",
        $"{engine} lit et écrit, mais une autre version de Portal a modifié ses tables.");

    public static string HealthDatabaseIsOfAnotherRemedy => Say(
        "Run the same version of Portal on every node, then restart this one.",
        "Draai op elke node dezelfde versie van Portal en start deze daarna opnieuw.",
        "Betreiben Sie auf jedem Knoten dieselbe Version von Portal und starten Sie diesen danach neu.",
        "Exécutez la même version de Portal sur chaque nœud, puis redémarrez celui-ci.");

    public static string HealthDatabaseFails(string engine, string said) => Say(
        $"{engine} refuses: {said}",
        $"{engine} weigert: {said}",
        $"{engine} lehnt ab: {said}",
        $"{engine} refuse : {said}");

    public static string HealthDatabaseFailsRemedy => Say(
        "Start the database, or make its file writable again. Nobody can sign in until then; Portal need not be restarted.",
        "Start de database, of maak het bestand weer schrijfbaar. Tot dan kan niemand inloggen; Portal hoeft niet opnieuw te starten.",
        "Starten Sie die Datenbank oder machen Sie ihre Datei wieder beschreibbar. Bis dahin kann sich niemand anmelden; Portal muss nicht neu gestartet werden.",
        "Démarrez la base ou rendez son fichier à nouveau accessible en écriture. D'ici là, personne ne peut se connecter ; inutile de redémarrer Portal.");

    // Keys.

    public static string HealthKeyRing => Say("Key ring", "Sleutelbos", "Schlüsselbund", "Trousseau de clés");

    public static string HealthKeyRingOpens(int count) => Say(
        count == 1 ? "Its key opens under the master key." : $"All {Number(count)} keys open under the master key.",
        count == 1 ? "De sleutel gaat open met de hoofdsleutel." : $"Alle {Number(count)} sleutels gaan open met de hoofdsleutel.",
        count == 1 ? "Sein Schlüssel lässt sich mit dem Hauptschlüssel öffnen." : $"Alle {Number(count)} Schlüssel lassen sich mit dem Hauptschlüssel öffnen.",
        count == 1 ? "Sa clé s'ouvre avec la clé principale." : $"Ses {Number(count)} clés s'ouvrent avec la clé principale.");

    public static string HealthKeyRingFails => Say(
        "Nothing can be encrypted or decrypted.",
        "Er kan niets worden versleuteld of ontsleuteld.",
        "Es kann nichts ver- oder entschlüsselt werden.",
        "Rien ne peut être chiffré ni déchiffré.");

    public static string HealthKeyRingFailsRemedy => Say(
        "Put master key and key ring back from the backup, and restart.",
        "Zet hoofdsleutel en sleutelbos terug uit de back-up en start opnieuw.",
        "Spielen Sie Hauptschlüssel und Schlüsselbund aus der Sicherung zurück und starten Sie neu.",
        "Remettez la clé principale et le trousseau depuis la sauvegarde, puis redémarrez.");

    public static string HealthKeyRingIsLost(string place) => Say(
        $"The key ring in {place} is gone, or no longer opens; this node still has it in memory.",
        $"De sleutelbos in {place} is weg of gaat niet meer open; deze node heeft hem nog in het geheugen.",
        $"Der Schlüsselbund in {place} fehlt oder lässt sich nicht mehr öffnen; dieser Knoten hat ihn noch im Speicher.",
        $"Le trousseau dans {place} a disparu ou ne s'ouvre plus ; ce nœud l'a encore en mémoire.");

    public static string HealthKeyRingIsLostRemedy => Say(
        "Put it back from the backup before this node is restarted: after that nobody's key can be read.",
        "Zet hem terug uit de back-up voordat deze node opnieuw start: daarna kan niemands sleutel meer worden gelezen.",
        "Spielen Sie ihn aus der Sicherung zurück, bevor dieser Knoten neu startet: Danach kann niemandes Schlüssel mehr gelesen werden.",
        "Remettez-le depuis la sauvegarde avant de redémarrer ce nœud : ensuite, plus aucune clé ne pourra être lue.");

    public static string HealthKeysAreMissing(string place) => Say(
        $"The key ring in {place} lacks a key under which keys of operators are encrypted.",
        $"In de sleutelbos in {place} ontbreekt een sleutel waarmee sleutels van operators zijn versleuteld.",
        $"Dem Schlüsselbund in {place} fehlt ein Schlüssel, mit dem Schlüssel von Operatoren verschlüsselt sind.",
        $"Il manque au trousseau dans {place} une clé sous laquelle des clés d'opérateurs sont chiffrées.");

    public static string HealthKeysAreMissingRemedy => Say(
        "Put the missing files or rows back from the backup, and restart. Whoever needs them is refused until then; check names them.",
        "Zet de ontbrekende bestanden of rijen terug uit de back-up en start opnieuw. Wie ze nodig heeft wordt tot dan geweigerd; check noemt hen.",
        "Spielen Sie die fehlenden Dateien oder Zeilen aus der Sicherung zurück und starten Sie neu. Wer sie braucht, wird bis dahin abgewiesen; check nennt sie.",
        "Remettez les fichiers ou lignes manquants depuis la sauvegarde, puis redémarrez. D'ici là, les opérateurs concernés sont refusés ; check les nomme.");

    public static string HealthMasterKeyIsUnfit(string path) => Say(
        $"The master key {path} is gone, another one, or open to others; this node still has the right one in memory.",
        $"De hoofdsleutel {path} is weg, een andere, of leesbaar voor anderen; deze node heeft de juiste nog in het geheugen.",
        $"Der Hauptschlüssel {path} fehlt, ist ein anderer oder für andere lesbar; dieser Knoten hat den richtigen noch im Speicher.",
        $"La clé principale {path} a disparu, est une autre ou peut être lue par d'autres ; ce nœud a encore la bonne en mémoire.");

    public static string HealthMasterKeyIsUnfitRemedy => Say(
        "Put the file back, with mode 0600, before this node is restarted: it does not start without it. The log says what is wrong with it.",
        "Zet het bestand terug, met modus 0600, voordat deze node opnieuw start: zonder start hij niet. Het logboek zegt wat eraan mankeert.",
        "Legen Sie die Datei mit Modus 0600 zurück, bevor dieser Knoten neu startet: Ohne sie startet er nicht. Das Protokoll sagt, was an der Datei nicht stimmt.",
        "Remettez le fichier, en mode 0600, avant de redémarrer ce nœud : il ne démarre pas sans lui. Le journal dit ce qui ne va pas.");

    // Disk.

    public static string HealthDisk => Say("Disk", "Schijf", "Datenträger", "Disque");

    public static string HealthDiskFree(int megabytes, string path) => Say(
        $"{Number(megabytes)} MB are free where {path} is.",
        $"{Number(megabytes)} MB is vrij waar {path} staat.",
        $"{Number(megabytes)} MB sind frei, wo {path} liegt.",
        $"{Number(megabytes)} Mo sont libres là où se trouve {path}.");

    public static string HealthDiskRemedy => Say(
        "Make room, such as by moving old backups elsewhere: when it is full, nothing can be saved.",
        "Maak ruimte, bijvoorbeeld door oude back-ups te verplaatsen: als hij vol is, kan niets worden opgeslagen.",
        "Schaffen Sie Platz, etwa indem Sie alte Sicherungen verschieben: Ist er voll, kann nichts gespeichert werden.",
        "Faites de la place, par exemple en déplaçant d'anciennes sauvegardes : plein, il n'enregistre plus rien.");

    // Clock.

    public static string HealthClock => Say("Clock", "Klok", "Uhr", "Horloge");

    public static string HealthClockIsKept => Say(
        "The system keeps it right.",
        "Het systeem houdt hem gelijk.",
        "Das System hält sie richtig.",
        "Le système la maintient à l'heure.");

    public static string HealthClockUnknown => Say(
        "This system does not say whether its clock is kept right.",
        "Dit systeem zegt niet of zijn klok gelijk wordt gehouden.",
        "Dieses System sagt nicht, ob seine Uhr richtig gehalten wird.",
        "Ce système ne dit pas si son horloge est maintenue à l'heure.");

    public static string HealthClockIsNotKept => Say(
        "Nothing keeps this machine's clock right. Once it is half a minute off, right codes are refused.",
        "Niets houdt de klok van deze machine gelijk. Zodra hij een halve minuut afwijkt, worden juiste codes geweigerd.",
        "Nichts hält die Uhr dieses Rechners richtig. Geht sie eine halbe Minute falsch, werden richtige Codes abgelehnt.",
        "Rien ne maintient l'horloge de cette machine à l'heure. Décalée d'une demi-minute, elle fait refuser des codes justes.");

    public static string HealthClockApart(int seconds) => Say(
        $"This machine's clock and that of the database are {Number(seconds)} seconds apart.",
        $"De klok van deze machine en die van de database lopen {Number(seconds)} seconden uiteen.",
        $"Die Uhren dieses Rechners und der Datenbank liegen {Number(seconds)} Sekunden auseinander.",
        $"Les horloges de cette machine et de la base ont {Number(seconds)} secondes d'écart.");

    public static string HealthClockRemedy => Say(
        "Let a time service run on every machine, such as systemd-timesyncd or chrony.",
        "Laat op elke machine een tijddienst draaien, zoals systemd-timesyncd of chrony.",
        "Lassen Sie auf jedem Rechner einen Zeitdienst laufen, etwa systemd-timesyncd oder chrony.",
        "Faites tourner sur chaque machine un service de temps, comme systemd-timesyncd ou chrony.");

    // Public address.

    public static string HealthPublicAddress => Say("Public address", "Openbaar adres", "Öffentliche Adresse", "Adresse publique");

    public static string HealthAddressIsOurs(string address) => Say(
        $"{address} leads here.",
        $"{address} leidt hierheen.",
        $"{address} führt hierher.",
        $"{address} mène ici.");

    public static string HealthAddressIsAnother(string address, int status) => Say(
        $"At {address} something else answers, with {status}.",
        $"Op {address} antwoordt iets anders, met {status}.",
        $"Unter {address} antwortet etwas anderes, mit {status}.",
        $"À {address}, autre chose répond, avec {status}.");

    public static string HealthAddressFails(string address, string said) => Say(
        $"{address} cannot be reached from here: {said}",
        $"{address} is van hieruit niet bereikbaar: {said}",
        $"{address} ist von hier aus nicht erreichbar: {said}",
        $"{address} est injoignable d'ici : {said}");

    public static string HealthAddressIsSilent(string address, int seconds) => Say(
        $"{address} did not answer within {Number(seconds)} seconds.",
        $"{address} antwoordde niet binnen {Number(seconds)} seconden.",
        $"{address} hat innerhalb von {Number(seconds)} Sekunden nicht geantwortet.",
        $"{address} n'a pas répondu en {Number(seconds)} secondes.");

    public static string HealthAddressRemedy => Say(
        "Links in mails begin with it: set Portal:PublicUrl to the address that people type, and let it lead here.",
        "Links in e-mails beginnen ermee: zet Portal:PublicUrl op het adres dat mensen typen en laat het hierheen leiden.",
        "Links in E-Mails beginnen damit: Setzen Sie Portal:PublicUrl auf die Adresse, die man eingibt, und lassen Sie sie hierher führen.",
        "Les liens des e-mails commencent par elle : réglez Portal:PublicUrl sur l'adresse que l'on saisit et faites-la mener ici.");

    public static string HealthCertificateEnds(string address, int days) => Say(
        days == 1 ? $"The certificate of {address} ends in one day." : $"The certificate of {address} ends in {Number(days)} days.",
        days == 1 ? $"Het certificaat van {address} verloopt over één dag." : $"Het certificaat van {address} verloopt over {Number(days)} dagen.",
        days == 1 ? $"Das Zertifikat von {address} läuft in einem Tag ab." : $"Das Zertifikat von {address} läuft in {Number(days)} Tagen ab.",
        days == 1 ? $"Le certificat de {address} expire dans un jour." : $"Le certificat de {address} expire dans {Number(days)} jours.");

    public static string HealthCertificateRemedy => Say(
        "Renew it at the proxy, and see why it does not renew itself.",
        "Vernieuw het bij de proxy en kijk waarom het niet vanzelf wordt vernieuwd.",
        "Erneuern Sie es am Proxy und sehen Sie nach, warum es sich nicht selbst erneuert.",
        "Renouvelez-le sur le proxy et cherchez pourquoi il ne se renouvelle pas seul.");

    // Proxy headers.

    public static string HealthProxy => Say("Proxy headers", "Proxyheaders", "Proxy-Header", "En-têtes du proxy");

    public static string HealthProxyIsNotNamed(string address) => Say(
        $"{address} passes requests on and is not named: everybody behind it counts as one address.",
        $"{address} geeft verzoeken door en is niet genoemd: iedereen erachter telt als één adres.",
        $"{address} reicht Anfragen weiter und ist nicht benannt: Alle dahinter zählen als eine Adresse.",
        $"{address} transmet des requêtes sans être nommé : tous ceux qui passent par lui comptent pour une seule adresse.");

    public static string HealthProxyIsNotNamedRemedy => Say(
        "If it is your reverse proxy, name it in Portal:TrustedProxies, and restart.",
        "Is het uw reverse proxy, noem hem dan in Portal:TrustedProxies en start opnieuw.",
        "Ist es Ihr Reverse-Proxy, benennen Sie ihn in Portal:TrustedProxies und starten Sie neu.",
        "Si c'est votre proxy inverse, nommez-le dans Portal:TrustedProxies, puis redémarrez.");

    public static string HealthProxyIsNamed => Say(
        "The proxy is named, and says whom requests come from.",
        "De proxy is genoemd en zegt van wie verzoeken komen.",
        "Der Proxy ist benannt und sagt, von wem Anfragen kommen.",
        "Le proxy est nommé et indique d'où viennent les requêtes.");

    public static string HealthProxyIsSilent => Say(
        "Requests come without X-Forwarded-For: everybody counts as one address.",
        "Verzoeken komen zonder X-Forwarded-For: iedereen telt als één adres.",
        "Anfragen kommen ohne X-Forwarded-For: Alle zählen als eine Adresse.",
        "Les requêtes arrivent sans X-Forwarded-For : tout le monde compte pour une seule adresse.");

    public static string HealthProxyIsSilentRemedy => Say(
        "Let the proxy that ends TLS set X-Forwarded-For and X-Forwarded-Proto, and name it in Portal:TrustedProxies.",
        "Laat de proxy die TLS afhandelt X-Forwarded-For en X-Forwarded-Proto zetten en noem hem in Portal:TrustedProxies.",
        "Lassen Sie den Proxy, der TLS beendet, X-Forwarded-For und X-Forwarded-Proto setzen, und benennen Sie ihn in Portal:TrustedProxies.",
        "Faites poser X-Forwarded-For et X-Forwarded-Proto par le proxy qui termine TLS, et nommez-le dans Portal:TrustedProxies.");

    public static string HealthNoProxy => Say(
        "There is no proxy in front: browsers connect directly.",
        "Er staat geen proxy voor: browsers verbinden rechtstreeks.",
        "Davor steht kein Proxy: Browser verbinden sich direkt.",
        "Aucun proxy devant : les navigateurs se connectent directement.");

    public static string HealthNobodyCame => Say(
        "Nobody has come by since this node started.",
        "Sinds deze node startte is er niemand langsgekomen.",
        "Seit dem Start dieses Knotens ist niemand vorbeigekommen.",
        "Personne n'est passé depuis le démarrage de ce nœud.");

    // Mail.

    public static string HealthMail => Say("Mail", "E-mail", "E-Mail", "E-mail");

    public static string HealthMailWorks(string server) => Say(
        $"{server} takes mail, and none waits.",
        $"{server} neemt e-mail aan en er wacht niets.",
        $"{server} nimmt E-Mails an, und keine wartet.",
        $"{server} accepte les e-mails et aucun n'attend.");

    public static string HealthMailStaysHere => Say(
        "Mails go to a folder on this machine; nobody receives them.",
        "E-mails gaan naar een map op deze machine; niemand ontvangt ze.",
        "E-Mails landen in einem Ordner auf diesem Rechner; niemand erhält sie.",
        "Les e-mails vont dans un dossier de cette machine ; personne ne les reçoit.");

    public static string HealthMailStaysHereRemedy => Say(
        "Set Mail:Transport to Smtp, and Mail:Smtp to your mail server.",
        "Zet Mail:Transport op Smtp en Mail:Smtp op uw mailserver.",
        "Setzen Sie Mail:Transport auf Smtp und Mail:Smtp auf Ihren Mailserver.",
        "Réglez Mail:Transport sur Smtp et Mail:Smtp sur votre serveur d'e-mail.");

    public static string HealthMailFails(string server, string said) => Say(
        $"{server} takes no mail: {said}",
        $"{server} neemt geen e-mail aan: {said}",
        $"{server} nimmt keine E-Mails an: {said}",
        $"{server} n'accepte pas d'e-mails : {said}");

    public static string HealthMailFailsRemedy => Say(
        "Look at the mail server, and at Mail:Smtp. What waits is sent once it works again.",
        "Kijk naar de mailserver en naar Mail:Smtp. Wat wacht, wordt verstuurd zodra het weer werkt.",
        "Sehen Sie nach dem Mailserver und nach Mail:Smtp. Was wartet, wird gesendet, sobald es wieder geht.",
        "Vérifiez le serveur d'e-mail et Mail:Smtp. Ce qui attend partira dès que cela remarchera.");

    public static string HealthMailWaits(string server, int minutes) => Say(
        $"{server} takes mail, but one has waited for {Number(minutes)} minutes.",
        $"{server} neemt e-mail aan, maar één bericht wacht al {Number(minutes)} minuten.",
        $"{server} nimmt E-Mails an, aber eine wartet seit {Number(minutes)} Minuten.",
        $"{server} accepte les e-mails, mais l'un d'eux attend depuis {Number(minutes)} minutes.");

    public static string HealthMailIsRefused(string server, string said) => Say(
        $"{server} answers, but in the last hour it took none and refused some for good: {said}",
        $"{server} antwoordt, maar nam het afgelopen uur niets aan en weigerde berichten definitief: {said}",
        $"{server} antwortet, nahm in der letzten Stunde aber nichts an und wies E-Mails endgültig ab: {said}",
        $"{server} répond, mais depuis une heure il n'a rien accepté et a refusé des e-mails pour de bon : {said}");

    public static string HealthMailWaitsRemedy => Say(
        "See in the log whether the server refuses some, or whether this node has stopped sending.",
        "Kijk in het logboek of de server er weigert of dat deze node niet meer verstuurt.",
        "Sehen Sie im Protokoll nach, ob der Server welche ablehnt oder dieser Knoten nicht mehr sendet.",
        "Cherchez dans le journal si le serveur en refuse ou si ce nœud n'envoie plus.");
}
