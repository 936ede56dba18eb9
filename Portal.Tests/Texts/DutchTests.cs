using System.Globalization;
using System.Reflection;
using Portal.Texts;

namespace Portal.Tests.Texts;

/// <summary>Dutch speaks to people as <em>u</em>, everywhere.</summary>
public sealed class DutchTests
{
    [Fact]
    public void Nobody_is_addressed_informally()
    {
        var former = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl");
        try
        {
            var texts = typeof(Words).GetProperties(BindingFlags.Public | BindingFlags.Static)
                .Where(property => property.PropertyType == typeof(string))
                .Select(property => (string)property.GetValue(null)!)
                .ToList();

            Assert.NotEmpty(texts);
            Assert.All(texts, text => Assert.DoesNotMatch(@"(?i)\b(je|jij|jou|jouw|jullie)\b", text));
        }
        finally
        {
            CultureInfo.CurrentUICulture = former;
        }
    }
}
