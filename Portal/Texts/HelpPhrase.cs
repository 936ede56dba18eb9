using System.Globalization;
using System.Security.Cryptography;

namespace Portal.Texts;

/// <summary>Two words that both sides of a request for help read to each other by telephone.</summary>
/// <remarks>
/// Short, everyday words that are not taken for one another when spoken. They are no secret and open nothing: they tell one
/// request from another, so that whoever calls about theirs is not taken for somebody else who asked at the same time.
/// </remarks>
public static class HelpPhrase
{
    private static readonly string[] English = Split(
        """
        acorn actor alarm album alley amber anchor angle apple apron arch arena arrow atlas attic autumn avenue
        bacon badge bagel baker ballet bamboo banjo barley basin basket beach beacon bench berry bishop blanket blossom
        bonfire bonnet bottle bracket branch brass bread bridge broom bucket buffet bugle butter button cabin cactus camel
        camera canal candle canoe canvas captain carbon cargo carpet carrot castle cedar cellar cement chalk chapel cherry
        chimney circle circus citrus clover coffee comet compass copper coral cousin cradle crater cricket
        crown crystal curtain cushion daisy dancer desert diamond dinner dolphin domino dragon drummer eagle easel echo
        elbow elephant engine falcon farmer feather fiddle finger flamingo flower flute forest fossil fountain fox
        galaxy garden garlic gallery ginger giraffe glacier glove goblet grape gravel guitar hammer harbor harvest hazel hedge
        helmet heron hockey honey horizon hotel iceberg igloo insect island ivory jacket jasmine jelly jigsaw juggler jungle
        kettle kitten kiwi ladder lagoon lantern laundry lawn lemon lettuce library lily lizard lobster locket magnet
        mango maple marble market meadow melon mirror mitten mountain museum mustard napkin needle nutmeg oasis oboe
        ocean olive onion orange orchard otter oyster paddle panda paper parade parrot pasta peanut pearl pebble pelican pencil
        penguin pepper piano picnic pigeon pillow pilot planet plum pocket polka poppy potato prairie pumpkin puppet pyramid
        quartz quilt rabbit radio raisin ranch raven ribbon river robin rocket rope rosebud saddle salad salmon sandal satin
        saucer scarf school sculptor seagull shadow shelter shovel silver singer skater slipper snowman sofa spinach spiral
        sponge spoon squirrel stable stadium starfish statue summer sunset swan table tailor teapot temple tennis thimble
        thunder ticket tiger timber toast tomato torch tower tractor trumpet tulip tunnel turtle umbrella valley vanilla
        velvet violin volcano waffle wagon walnut walrus water whistle willow window winter wizard yogurt zebra zipper
        """);

    private static readonly string[] Dutch = Split(
        """
        aardbei accu adelaar akker album amandel ananas anker appel april arend artiest asperge atlas atoom augurk avond
        baker balkon ballet bamboe bakker bever beker berk beton beurs biljart bliksem bloem boerderij bokaal
        boomgaard boter bouwer brommer broodje brug bureau cactus camera cavia cello chocola cirkel citroen cyclus
        dadel dakpan danser deken dennenboom diamant dirigent dokter dolfijn domino donder douche draak duif
        eekhoorn egel eiland eland emmer engel fabriek fakkel fanfare fazant feest fiets film fluit fontein forel fruit
        galerij gember gitaar glijbaan gordijn goud graniet grasveld griffel groente haan haard hagel hamer haring haven
        hazelnoot helm herfst hert heuvel hommel honing horloge hotel iglo imker insect ivoor jasje jasmijn jongleur juni juweel
        kaars kabel kameel kanaal kaneel kapper karaf kasteel kastanje kelder kermis ketting kievit kikker kiosk klarinet
        klaver kleed klok knoop koffer koffie komeet kompas konijn koper koraal korenveld kraan kreeft krokus kruiwagen
         kwartel ladder lagune lamp lantaarn lavendel leeuw lelie lente lepel libel liniaal linde magneet marmer
        markt mast meloen merel mosterd motor muis museum muts naald narcis nevel nootmuskaat oase oester oktober olifant
        olijf oven paard paddenstoel paleis palm pannenkoek papegaai papier paprika parade parel park peer pelikaan penseel peper
        perzik piano picknick pinda piramide planeet plein poolster postzegel potlood prairie puzzel radijs radio
        raket raam regenboog reiger ridder ringweg rivier robijn rozijn rugzak salade satijn schaap schaduw schelp scherm schilder
        schip schommel school sjaal slak sleutelbos smaragd sneeuwpop specht spiegel spin spinazie sporthal spons stal ster stoel
        strand tafel tapijt tennis theepot tijger toren tomaat tractor trein trommel trompet tuin tulp tunnel uil vaas vallei
        vanille veer veld ventiel viool vlag vlieger vlinder vogel vulkaan vuurtoren waaier wafel wagen walnoot water wezel
        wijzer winter wolk wortel zadel zalm zandbak zebra zeilboot zilver zomer zonnebloem zwaan zwaluw
        """);

    private static readonly string[] German = Split(
        """
        abend ahorn akazie album ananas anker antilope apfel aprikose aquarium armband artischocke aster atlas aubergine auge
        autobahn avocado backblech badewanne bagger bahnhof ballon bambus banane basilikum bauernhof baum becher berg
        bernstein beutel biber biene birke blatt blaumeise bleistift blockhaus blume brezel brief brille brot brunnen
        buchstabe buntstift butter dachboden dackel dampfer daumen diamant dirigent distel dorf dreieck dromedar drossel
        edelstein efeu eiche eidechse eimer eisbecher eisvogel elch elefant ente erbse erdbeere eule fabrik fahrstuhl familie
        fasan feder feldweg fenster fernrohr fernseher fichte finger flamingo flieder flugzeug forelle forscher fuchs gabel
        galerie garten gazelle gebirge geige geschenk giraffe glas gletscher glocke gold gondel granit hafen hamster
        handschuh handtuch harfe hase haus herbst hering hibiskus himbeere himmel hirsch holunder honig horizont hotel
        hufeisen hund igel ingwer insel instrument jacke jahrmarkt jasmin juwel kakao kaktus kalender kamin kanal kaninchen
        kanu kapelle karotte karpfen kartoffel kastanie katze kette kino kirsche kissen klarinette klavier klee kleid klingel
        knopf koala komet kommode konzert korb kornblume kranich kreide krokus krone kuchen kupfer lachs lama lampe landkarte
        laterne laub lavendel leinwand leiter leuchtturm libelle licht lilie limonade lineal lokomotive lorbeer magnet maler
        malkasten mandarine markt marmelade marmor maske matrose maulwurf meise melodie milch minze mittag mond motor
        murmeltier museum musik muskat nachbar nadel narzisse nashorn nektar nest nilpferd oboe obst olive onkel orange
        orchester orchidee oregano osterei ozean palast palme panda papagei papier paprika park pastete perle petersilie
        pfanne pfau pfeffer pferd pfirsich pflanze pflaster picknick pilot pilz pinguin pinzette pistazie pizza planet
        posaune postbote prinzessin pudding pullover quadrat radieschen radio rathaus regal regenbogen regenschirm rezept
        ritter robbe roggen rosine rosmarin rotkehlchen rubin rucksack ruder saft salat salbei sandale sandburg sattel sauna
        schaukel schere scheune schiff schlitten schneemann schokolade schrank schreiner schublade schule schulter schwalbe
        schwan schwester seerose segelboot senf sessel silber sofa sommer sonnenblume spargel spatz specht spielplatz
        spielzeug spinat spirale stachelbeere stempel stern stiefel strand stroh strumpf stuhl suppe tandem tango tapete
        tasche taucher taxi tennis teppich theater tiger tisch tomate torte traktor traube treppe trichter trommel trompete
        tropfen truhe tulpe tunnel turm ufer umschlag vanille vogel vollmond vorhang wacholder waffel wald wanderer
        wasserfall weizen werkstatt wiese windrad winter wolke wurzel zauberer zaun zebra zeitung zelt zimmer zirkus zitrone
        zucker zweig zwiebel
        """);

    private static readonly string[] French = Split(
        """
        abeille abricot acrobate affiche agneau agrume aigle aiguille album alouette alphabet ampoule antilope arbre argile
        armoire artichaut artisan asperge assiette atelier auberge automne autruche avenue avion avocat avril baguette
        baignoire balcon baleine banane banjo banquise barque betterave biberon billet biscuit blouson bocal bonbon bonnet
        bougie bouquet boussole bouteille bracelet branche brebis brioche brosse bulle bureau cacao cactus cadeau caillou
        calendrier camarade campagne canard capitaine capuche caramel carnaval carnet carotte cartable casquette casserole
        castor ceinture cercle cerise chaise chalet chambre chamois champignon chanson chanteur chapeau charrue chaussure
        cheval chocolat chouette ciboulette cigogne cirque citron clarinette clavier cloche clown coccinelle cocotier coffre
        coiffeur colibri colline colombe commode concert concombre confiture coquelicot coquillage corail corbeille corde
        costume couleur couronne coussin couverture crabe crayon crevette crocus croissant cuisine dauphin dentelle diamant
        domino dossier douche dragon dromadaire enclume enfant entonnoir enveloppe escalier escargot espace espadrille
        estragon facteur fanfare farine fauteuil fenouil ferme festival feuille figurine fleur flocon fontaine football
        foulard fourchette fourmi fraise framboise fromage fruit garage gaufre gazelle genou girafe gobelet gomme grelot
        grenier grenouille groseille guirlande guitare hamac hamster herbe hermine hibou hirondelle hiver homard horizon
        horloge insecte instrument iris jardin jasmin jongleur jonquille jouet journal jungle jupe kangourou kayak kimono
        kiosque kiwi koala laitue lama lampe langouste lanterne lapin lavabo lavande librairie licorne lilas limonade lion
        livre loutre lune magasin magicien maison maman mandarine mangue manteau marguerite marionnette marmite masque
        matelas menuisier meringue meuble miel mimosa minute mirabelle miroir moineau montagne montre monument moufle
        moustache mouton muguet musique nageur nappe narcisse navire neige noisette nougat nuage objet oiseau olive ombrelle
        omelette oncle orchestre ordinateur orgue ortie otarie paille pamplemousse panda pantalon pantoufle papa papier
        papillon paquet parapluie parasol parfum paysage peigne pelouse perroquet piano pichet pilote piment pinceau pingouin
        pirogue piscine pivoine pizza plafond plage plongeur plume poire poivron poney portrait potager potiron prairie
        prince pupitre quille raisin refuge renard restaurant rideau robe robinet romarin rosier rossignol rouleau ruban
        ruisseau sable salade sandale sandwich savon sentier serviette ski sofa soleil sorbet soupe sourire spirale stade
        studio sucre tableau tabouret tailleur tambour tandem tarte taxi tennis terrasse tigre timbre tissu toboggan tomate
        tonneau tortue toucan toupie tournesol train trampoline triangle trompette trottinette tulipe tunnel tuyau univers
        ustensile vague vaisselle valise vanille velours veste viaduc vigne village vinaigre violon vitrail voilier voisin
        voiture voyage zoo
        """);

    /// <summary>A new phrase in the language at hand: two different words.</summary>
    public static string New()
    {
        var words = ListOf(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);
        var first = RandomNumberGenerator.GetInt32(words.Length);
        var second = (first + 1 + RandomNumberGenerator.GetInt32(words.Length - 1)) % words.Length;
        return $"{words[first]} {words[second]}";
    }

    /// <summary>The words of a language, for whoever checks them.</summary>
    public static IReadOnlyList<string> WordsOf(string language) => ListOf(language);

    private static string[] ListOf(string language) => language switch
    {
        "nl" => Dutch,
        "de" => German,
        "fr" => French,
        _ => English,
    };

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
