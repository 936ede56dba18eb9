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
        dadel dakpan danser deken dennenboom diamant dirigent dokter dolfijn domino donder douche draak druif duif
        eekhoorn egel eiland eland emmer engel fabriek fakkel fanfare fazant feest fiets film fluit fontein forel fruit
        galerij gember gitaar glijbaan gordijn goud graniet grasveld griffel groente haan haard hagel hamer haring haven
        hazelnoot helm herfst hert heuvel hommel honing horloge hotel iglo imker insect ivoor jasje jasmijn jongleur juni juweel
        kaars kabel kameel kanaal kaneel kapper karaf kasteel kastanje kelder kermis kers ketting kievit kikker kiosk klarinet
        klaver kleed klok klomp knoop koffer koffie komeet kompas konijn koper koraal korenveld kraan kreeft krokus kruiwagen
         kwartel ladder lagune lamp lantaarn lavendel leeuw lelie lente lepel libel liniaal linde magneet marmer
        markt mast meloen merel mosterd motor muis museum muts naald narcis nevel nootmuskaat oase oester oktober olifant
        olijf oven paard paddenstoel paleis palm pannenkoek papegaai papier paprika parade parel park peer pelikaan penseel peper
        perzik piano picknick pinguin piramide planeet plein poolster postzegel potlood prairie puzzel radijs radio
        raket raam regenboog reiger ridder ringweg rivier robijn rozijn rugzak salade satijn schaap schaduw schelp scherm schilder
        schip schommel school sjaal slak sleutelbos smaragd sneeuwpop specht spiegel spin spinazie sporthal spons stal ster stoel
        strand tafel tapijt tennis theepot tijger toren tomaat tractor trein trommel trompet tuin tulp tunnel uil vaas vallei
        vanille veer veld ventiel viool vlag vlieger vlinder vogel vulkaan vuurtoren waaier wafel wagen walnoot water wezel
        wijzer wilg winter wolk wortel zadel zalm zandbak zebra zeilboot zilver zomer zonnebloem zwaan zwaluw
        """);

    /// <summary>A new phrase in the language at hand: two different words.</summary>
    public static string New()
    {
        var words = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl" ? Dutch : English;
        var first = RandomNumberGenerator.GetInt32(words.Length);
        var second = (first + 1 + RandomNumberGenerator.GetInt32(words.Length - 1)) % words.Length;
        return $"{words[first]} {words[second]}";
    }

    /// <summary>The words of a language, for whoever checks them.</summary>
    public static IReadOnlyList<string> WordsOf(string language) => language == "nl" ? Dutch : English;

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
