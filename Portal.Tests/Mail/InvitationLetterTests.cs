using System.Globalization;
using System.Text.Json;
using Portal.Mail;
using Portal.Texts;

namespace Portal.Tests.Mail;

/// <summary>The letter that carries an invitation.</summary>
public sealed class InvitationLetterTests
{
    private static readonly Envelope Envelope = new(
        "Noor", "Example Company", new("https://portal.example.com"), new("https://portal.example.com/link/token"), new(2026, 12, 15, 10, 15, 0, TimeSpan.FromHours(1)), at => at);

    [Theory]
    [InlineData("en", "Ada invites you to Example Company", "Accept the invitation", "15 December 2026, 10:15", "You did not expect this? Do nothing: without you nothing happens.")]
    [InlineData("nl", "Ada nodigt u uit voor Example Company", "Uitnodiging accepteren", "15 december 2026 om 10:15", "Had u dit niet verwacht? Doe niets: zonder u gebeurt er niets.")]
    public void It_names_who_invites_into_which_account_until_when_and_what_to_do(string language, string subject, string button, string until, string closing)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.CultureOf(language);

        var letter = new InvitationLetter("Ada").Write(Envelope);

        Assert.Equal((subject, button, Envelope.Link, until), (letter.Subject, letter.Action!.Label, letter.Action.Address, letter.Facts.Single().Value));
        Assert.Equal([closing], letter.Closing);
    }

    [Fact]
    public void It_comes_back_from_the_outbox_as_it_went_in()
    {
        Letter letter = new InvitationLetter("Ada");

        Assert.Equal(letter, JsonSerializer.Deserialize<Letter>(JsonSerializer.Serialize(letter)));
    }
}
