using System.Text;
using Portal.Domain;

namespace Portal.Operations;

/// <summary>Names as people of many languages have them, for operators who are made up.</summary>
internal static class SeedNames
{
    private static readonly string[] Places =
        ["noord", "zuid", "berlin", "lyon", "support", "sales", "field", "finance", "people", "logistics", "lab", "studio"];

    private static readonly string[] Domains = ["example.com", "example.org", "example.net"];

    // What decomposing leaves as it is. Above the names, which are read by it.
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['ß'] = "ss",
        ['ø'] = "o",
        ['ł'] = "l",
        ['đ'] = "d",
        ['ı'] = "i",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ð'] = "d",
    };

    private static readonly People[] All =
    [
        new(26, "nl",
            "Anna|Bram|Carla|Daan|Emma|Fleur|Gijs|Hanneke|Iris|Jeroen|Karin|Lotte|Maarten|Noor|Olaf|Pim|Quirine|Ruben|Saskia|Thijs|Ursula|Vera|Wouter|Yvonne|Zoë|Jan-Willem|Anne-Fleur|Sjoerd|Femke|Koen|Marijke|Tjitske|Björn|Renée|André",
            "de Jong|Jansen|de Vries|van den Berg|van der Meer|Bakker|Janssen|Visser|Smit|Meijer|Mulder|Bos|Vos|Peters|Hendriks|van Leeuwen|Dekker|Brouwer|de Wit|Dijkstra|Smits|de Graaf|van der Linden|Kok|Jacobs|van Vliet|van 't Hoff|in 't Veld|ter Horst|op den Akker|Schouten-de Boer|Hoekstra|Kuiper|Postma|Veenstra|van de Ven|Willems|Ruijs|Knibbe|Coenen"),
        new(16, "de",
            "Anke|Bernd|Claudia|Dieter|Elke|Florian|Gisela|Hans-Jürgen|Ingrid|Jörg|Katrin|Lukas|Marlene|Niklas|Olga|Petra|Rüdiger|Sabine|Tobias|Ute|Volker|Wiebke|Heike|Jürgen|Käthe|Sören|Annette|Matthias|Greta|Moritz",
            "Müller|Schmidt|Schneider|Fischer|Weber|Wagner|Becker|Hoffmann|Schäfer|Koch|Bauer|Richter|Klein|Wolf|Schröder|Neumann|Schwarz|Zimmermann|Braun|Krüger|Hofmann|Hartmann|Lange|Schmitt|Krause|Meier|Lehmann|Schmid|Schulze|Maier|von Thun|zu Stolberg|Groß|Weiß|Böhm|Jäger|Vogt|Günther|Möller|Strauß"),
        new(12, "fr",
            "Amélie|Benoît|Chloé|Damien|Élodie|François|Gaëlle|Hervé|Inès|Jérôme|Karine|Loïc|Maëlle|Nicolas|Océane|Pierre|Quentin|Rémi|Sébastien|Théo|Ugo|Valérie|Yves|Zélie|Jean-Luc|Marie-Claire|Aurélien|Clémence|Hélène|Étienne",
            "Martin|Bernard|Dubois|Thomas|Robert|Richard|Petit|Durand|Leroy|Moreau|Simon|Laurent|Lefèvre|Michel|Garcia|David|Bertrand|Roux|Vincent|Fournier|Morel|Girard|André|Mercier|Dupont|Lambert|Bonnet|François|Martinez|de La Tour|d'Aubigné|Le Goff|Lévêque|Hervé|Faure|Rousseau|Blanc|Guérin|Müller|Noël"),
        new(10, "en",
            "Alice|Ben|Charlotte|Daniel|Eleanor|Finn|Grace|Harry|Isla|Jack|Katie|Liam|Molly|Noah|Olivia|Patrick|Rose|Samuel|Thomas|Violet|Will|Siân|Niamh|Aoife|Rhys|Mary-Jane",
            "Smith|Jones|Taylor|Brown|Williams|Wilson|Johnson|Davies|Robinson|Wright|Thompson|Evans|Walker|White|Roberts|Green|Hall|Wood|O'Neil|O'Connor|McKenzie|MacDonald|Hughes-Price|Llewellyn|Fitzgerald|Clarke|Bailey|Cooper|Ward|Shaw"),
        new(8, "nl",
            "Ayşe|Burak|Ceren|Deniz|Elif|Fatma|Gökhan|Hülya|İbrahim|Kemal|Leyla|Mehmet|Nurcan|Osman|Özlem|Pınar|Rıza|Selin|Şükrü|Tuğba|Umut|Yasemin|Zeynep|Çağla|Emre|Gül",
            "Yılmaz|Kaya|Demir|Şahin|Çelik|Yıldız|Yıldırım|Öztürk|Aydın|Özdemir|Arslan|Doğan|Kılıç|Aslan|Çetin|Kara|Koç|Kurt|Özkan|Şimşek|Polat|Erdoğan|Güneş|Taş|Aksoy|Ünal"),
        new(6, null,
            "Agnieszka|Bartosz|Czesław|Dorota|Elżbieta|Grzegorz|Halina|Iwona|Jakub|Katarzyna|Łukasz|Małgorzata|Michał|Paweł|Rafał|Stanisław|Świętosława|Tomasz|Wojciech|Zbigniew|Żaneta|Zofia",
            "Nowak|Kowalski|Wiśniewska|Wójcik|Kowalczyk|Kamiński|Lewandowska|Zieliński|Szymańska|Woźniak|Dąbrowski|Kozłowska|Jankowski|Mazur|Wojciechowska|Kwiatkowski|Krawczyk|Kaczmarek|Piotrowski|Grabowska|Zając|Pawłowski|Błaszczyk|Żak"),
        new(6, "fr",
            "Ahmed|Amina|Bilal|Fatima|Hassan|Ibtissam|Jamila|Karim|Khadija|Latifa|Mohammed|Nadia|Omar|Rachid|Salma|Soufiane|Tarik|Yasmina|Youssef|Zineb|Abdelkader|Hafsa",
            "El Amrani|Benali|Bouzid|Cherkaoui|El Idrissi|Haddad|Khelifi|Mansouri|Ouali|Rahmani|Saïdi|Tazi|Ziani|Ait Ouahi|Ben Salah|Bennani|El Mansour|Al-Sayed|Abdul Rahman|Hamdi"),
        new(2, null,
            "محمد/mohammed|أحمد/ahmed|فاطمة/fatima|عمر/omar|ليلى/layla|خالد/khaled|مريم/maryam|يوسف/youssef|نور/nour|سارة/sara|حسن/hassan|زينب/zainab",
            "العلي/alali|حداد/haddad|الخطيب/alkhatib|منصور/mansour|السيد/alsayed|خوري/khoury|نجار/najjar|عبد الرحمن/abdulrahman|المصري/almasri|درويش/darwish"),
        new(2, null,
            "Γιώργος/giorgos|Μαρία/maria|Ελένη/eleni|Δημήτρης/dimitris|Κατερίνα/katerina|Νίκος/nikos|Σοφία/sofia|Θανάσης/thanasis|Αγγελική/angeliki|Κώστας/kostas|Ιωάννα/ioanna|Παναγιώτης/panagiotis",
            "Παπαδόπουλος/papadopoulos|Γεωργίου/georgiou|Νικολάου/nikolaou|Καραγιάννης/karagiannis|Οικονόμου/oikonomou|Μακρής/makris|Αλεξίου/alexiou|Χατζής/chatzis|Βασιλείου/vasileiou|Ζαχαρίου/zachariou"),
        new(3, null,
            "Minh Anh|Thị Hương|Văn Dũng|Quốc Bảo|Ngọc Lan|Đức Thịnh|Thùy Linh|Hoàng Nam|Bích Phượng|Tuấn Kiệt|Mỹ Duyên|Hữu Nghĩa|Thanh Tâm|Xuân Đạt",
            "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý",
            SurnameFirst: true),
        new(4, null,
            "Ana|Begoña|Carmen|Diego|Esperança|Fátima|Gonçalo|Íñigo|João|Lucía|Martín|Núria|Óscar|Paula|Raquel|Sebastião|Tomás|Ximena|Iñaki|Inês",
            "García|Fernández|González|Rodríguez|López|Martínez|Sánchez Peña|Pérez|Gómez|Núñez|da Silva|dos Santos|Ferreira|Gonçalves|Araújo|Simões|Ibáñez|Muñoz de la Torre|Vázquez|Ortega y Luna"),
        new(3, "en",
            "Åsa|Bjørn|Cecilie|Dagný|Erik|Freja|Gunnar|Håkon|Ingeborg|Jón|Kåre|Lærke|Mikkel|Nils|Øyvind|Pål|Ragnhild|Søren|Þóra|Väinö|Sini|Örjan",
            "Andersen|Björklund|Christensen|Dahl|Eriksson|Friðriksdóttir|Haugen|Jónsson|Kjær|Lindström|Mäkinen|Nyström|Øvergård|Sørensen|Virtanen|Åkesson|Bøgh|Hämäläinen|Ængström|Dalgård"),
        new(1, null,
            "Олена/olena|Тарас/taras|Ірина/iryna|Володимир/volodymyr|Юлія/yuliia|Андрій/andrii|Наталія/nataliia|Богдан/bohdan|Оксана/oksana|Сергій/serhii",
            "Шевченко/shevchenko|Коваленко/kovalenko|Бондар/bondar|Ткачук/tkachuk|Мельник/melnyk|Гончар/honchar|Кравець/kravets|Лисенко/lysenko"),
        new(1, null,
            "小明/xiaoming|美玲/meiling|伟/wei|秀英/xiuying|健/takeshi|さくら/sakura|陽子/yoko|大輔/daisuke|芳/fang|志明/zhiming",
            "王/wang|李/li|张/zhang|陈/chen|佐藤/sato|鈴木/suzuki|高橋/takahashi|林/lin",
            SurnameFirst: true),
    ];

    private static readonly int Weights = All.Sum(people => people.Weight);

    /// <summary>A person of a language, with the language that the portal would be read in, where it is one of its own.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="taken">Normalised addresses that somebody has; the new one is added.</param>
    public static (string Name, string Email, string? Language) Next(Random random, HashSet<string> taken)
    {
        var ticket = random.Next(Weights);
        var people = All.First(each => (ticket -= each.Weight) < 0);
        var first = people.FirstNames[random.Next(people.FirstNames.Length)];
        var last = people.Surnames[random.Next(people.Surnames.Length)];
        var name = people.SurnameFirst ? $"{last.Written} {first.Written}" : $"{first.Written} {last.Written}";
        return (name, AddressOf(first.Latin, last.Latin, random, taken), people.Language);
    }

    private static string AddressOf(string first, string last, Random random, HashSet<string> taken)
    {
        var local = random.Next(20) switch
        {
            < 12 => $"{first}.{last}",
            < 16 => $"{first[0]}.{last}",
            < 18 => $"{first}{last}",
            18 => $"{first}_{last}",
            _ => $"{last}.{first}",
        };
        var place = $"{Places[random.Next(Places.Length)]}.{Domains[random.Next(Domains.Length)]}";
        var address = $"{local}@{place}";

        // As people do it: a small number first, and where the name is common a longer one.
        for (var tries = 1; !taken.Add(address.ToUpperInvariant()); tries++)
        {
            address = $"{local}{(tries < 4 ? tries + 1 : random.Next(10, tries < 20 ? 1_000 : 1_000_000))}@{place}";
        }

        return address;
    }

    private static string Latin(string written)
    {
        var latin = new StringBuilder(written.Length);
        foreach (var letter in SearchKey.Fold(written).ToLowerInvariant())
        {
            if (Plain.TryGetValue(letter, out var plain))
            {
                latin.Append(plain);
            }
            else if (char.IsAsciiLetterOrDigit(letter) || letter == '-')
            {
                latin.Append(letter);
            }
        }

        return latin.ToString();
    }

    /// <summary>Names that go together.</summary>
    private sealed record People(int Weight, string? Language, string First, string Last, bool SurnameFirst = false)
    {
        public (string Written, string Latin)[] FirstNames { get; } = Split(First);

        public (string Written, string Latin)[] Surnames { get; } = Split(Last);

        // Of other scripts the way it is written in an address comes along.
        private static (string Written, string Latin)[] Split(string names) =>
            [.. names.Split('|').Select(name => name.Split('/') is [var written, var latin] ? (written, latin) : (name.Normalize(NormalizationForm.FormC), SeedNames.Latin(name)))];
    }
}
