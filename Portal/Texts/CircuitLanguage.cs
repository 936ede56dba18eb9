using System.Globalization;

namespace Portal.Texts;

/// <summary>The language of a circuit, for what comes to it from outside and brings another or none: a timer, the feed of changes.</summary>
public readonly record struct CircuitLanguage(CultureInfo Culture, CultureInfo UICulture)
{
    /// <summary>The language at hand, to be spoken again later.</summary>
    public static CircuitLanguage AtHand => new(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    /// <summary>Speaks it from here on.</summary>
    public void Speak() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (Culture, UICulture);
}
