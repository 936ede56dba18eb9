using Bunit;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Tests.Support;

namespace Portal.Tests.Enrollment;

/// <summary>The first step and its other face: how the key gets onto the phone.</summary>
public sealed class ScanStepTests : AnnasWizard
{
    [Fact]
    public async Task The_first_step_shows_the_key_as_a_QR_code_dark_on_white()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);

        wizard.Page.Dialog("Set up two-factor authentication");
        var picture = wizard.Page.WaitForElement("svg[role=img]");
        Assert.Contains("anna@example.com", picture.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["#fff", "#0b1216"], picture.QuerySelectorAll("path").Select(path => path.GetAttribute("fill")));
        var drawn = QrCode.Of(KeyUri.For("Portal", "anna@example.com", await KeyAsync()));
        Assert.Equal(drawn.Path, picture.QuerySelectorAll("path")[1].GetAttribute("d"));
        Assert.Equal($"0 0 {drawn.Size} {drawn.Size}", picture.GetAttribute("viewBox"));
        wizard.Page.Shows("More than one device? Scan with each before Next.");
        wizard.Page.Shows("No authenticator app yet?");
        wizard.Page.Shows("Aegis, 2FAS, Google Authenticator");
        wizard.Page.Shows("Many password managers do it too.");
    }

    [Fact]
    public async Task On_a_phone_the_key_goes_straight_to_an_app()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);

        var address = wizard.Page.Link("Open in authenticator app").GetAttribute("href");
        Assert.Equal(KeyUri.For("Portal", "anna@example.com", await KeyAsync()), address);
        wizard.Page.Shows("Nothing opened? Copy the key and choose \"enter a key\" in the app.");
    }

    [Fact]
    public async Task The_key_is_copied_at_the_click_and_not_before()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var copying = wizard.Tab.Script.Setup<bool>("copy", _ => true).SetResult(true);
        wizard.Page.Dialog("Set up two-factor authentication");
        Assert.Empty(copying.Invocations);

        await wizard.ChooseAsync("Copy key");

        Assert.Equal((await KeyAsync()).ToBase32(), Assert.Single(copying.Invocations).Arguments[0]);
        Assert.Contains("Copied", wizard.Page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_does_not_let_us_copy_is_answered_with_what_to_do()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        wizard.Tab.Script.Setup<bool>("copy", _ => true).SetResult(false);
        await wizard.FollowAsync("Can't scan? Enter the key by hand");

        await wizard.ChooseAsync("Copy key");

        Assert.Contains("Select the key and copy it yourself", wizard.Page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manual_entry_shows_account_name_key_in_groups_of_four_and_details()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);

        await wizard.FollowAsync("Can't scan? Enter the key by hand");

        wizard.Page.Shows("Portal (anna@example.com)");
        var groups = wizard.Page.Find("[role=group][aria-label='Key in groups of four']").Children.Select(group => group.TextContent);
        Assert.Equal((await KeyAsync()).ToGroups(), groups);
        wizard.Page.Shows("Type Time-based one-time password (TOTP) Digits 6 Period 30 seconds Algorithm SHA-1");
        Assert.Empty(wizard.Page.FindAll("svg[role=img]"));
    }

    [Fact]
    public async Task A_link_leads_back_from_manual_entry_to_the_QR_code_with_the_same_key()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var before = wizard.Page.WaitForElement("svg[role=img]").InnerHtml;

        await wizard.FollowAsync("Can't scan? Enter the key by hand");
        await wizard.FollowAsync("Show the QR code");

        Assert.Equal(before, wizard.Page.WaitForElement("svg[role=img]").InnerHtml);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Back_returns_to_the_face_it_came_from(bool byHand)
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        if (byHand)
        {
            await wizard.FollowAsync("Can't scan? Enter the key by hand");
        }

        await wizard.ChooseAsync("Next");
        await wizard.ChooseAsync("Back");

        wizard.Page.Link(byHand ? "Show the QR code" : "Can't scan? Enter the key by hand");
    }
}
