using Portal.Texts;

namespace Portal.Tests.Browser;

/// <summary>One way to look at Portal: a language, a theme, and a phone or a desk.</summary>
public sealed record Look(string Language, bool Dark, bool Phone)
{
    /// <summary>Asks for <c>all</c> looks there are, or some by name (<c>nl-dark-phone,en-light-desk</c>), where one is enough for an ordinary run.</summary>
    public const string Switch = "PORTAL_LOOKS";

    // The longest words, so that what fits in it fits in the others.
    private static readonly Look One = new("de", Dark: false, Phone: false);

    /// <summary>Whether somebody wants to look: then every screen's picture is taken.</summary>
    public static bool TakesPictures => Environment.GetEnvironmentVariable(Switch) is { Length: > 0 };

    /// <summary>The looks of this run, for a theory.</summary>
    public static TheoryData<string, bool, bool> OfThisRun
    {
        get
        {
            bool[] either = [false, true];
            var all =
                from language in Languages.All.Keys
                from dark in either
                from phone in either
                select new Look(language, dark, phone);
            var data = new TheoryData<string, bool, bool>();
            foreach (var look in Environment.GetEnvironmentVariable(Switch) switch
            {
                null or "" => [One],
                "all" => all,
                var names => all.Where(look => names.Split(',').Contains(look.ToString())),
            })
            {
                data.Add(look.Language, look.Dark, look.Phone);
            }

            return data;
        }
    }

    /// <inheritdoc />
    public override string ToString() => $"{Language}-{(Dark ? "dark" : "light")}-{(Phone ? "phone" : "desk")}";
}
