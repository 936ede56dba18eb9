using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Look;
using Portal.Tests.Support;

namespace Portal.Tests.Enrollment;

/// <summary>A wizard that is left, reloaded, opened twice, out of time or no longer allowed.</summary>
public sealed class InterruptionTests : AnnasWizard
{
    [Theory]
    [InlineData("Can't scan? Enter the key by hand", false)]
    [InlineData("Can't scan? Enter the key by hand", true)]
    [InlineData(null, true)]
    public async Task A_reload_opens_the_wizard_again_at_its_step(string? link, bool next)
    {
        string key;
        await using (var wizard = await OpenWizard.ClickAsync(Node, Actor))
        {
            key = (await KeyAsync()).ToBase32();
            if (link is not null)
            {
                await wizard.FollowAsync(link);
            }

            if (next)
            {
                await wizard.ChooseAsync("Next");
            }
        }

        await using var again = await OpenWizard.LoadAsync(Node, Actor);

        if (next)
        {
            again.Page.Field("Code");
            await again.ChooseAsync("Back");
        }

        again.Page.Link(link is null ? "Can't scan? Enter the key by hand" : "Show the QR code");
        Assert.Equal(key, (await KeyAsync()).ToBase32());
    }

    [Fact]
    public async Task A_second_device_shows_the_same_key_and_Cancel_in_one_ends_both()
    {
        await using var here = await OpenWizard.ClickAsync(Node, Actor);
        await using var there = await OpenWizard.ClickAsync(Node, await Node.SignInAsync(Anna));
        var picture = here.Page.WaitForElement("svg[role=img]").InnerHtml;
        there.Page.Dialog("Set up two-factor authentication");
        Assert.Equal(picture, there.Page.WaitForElement("svg[role=img]").InnerHtml);

        await there.ChooseAsync("Cancel");

        there.IsClosed();
        here.IsClosed();
        Assert.False(await Node.ReadAsync(Account.Id, db => db.PendingKeys.AnyAsync()));
        await here.LeavesAddressAsync();
    }

    [Fact]
    public async Task Escape_is_Cancel()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        wizard.Page.Dialog("Set up two-factor authentication");

        await wizard.EscapeAsync();

        wizard.IsClosed();
        await wizard.LeavesAddressAsync();
        Assert.False(await Node.ReadAsync(Account.Id, db => db.PendingKeys.AnyAsync()));
        Assert.False(await Node.ReadAsync(Account.Id, db => db.Authenticators.AnyAsync()));
    }

    [Fact]
    public async Task Leaving_by_the_browser_s_Back_loses_nothing()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        await wizard.ChooseAsync("Next");

        await wizard.Page.InvokeAsync(() => wizard.Tab.Navigation.NavigateTo("/"));

        wizard.IsClosed();
        Assert.Equal(EnrollmentStep.Code, (await Node.ReadAsync(Account.Id, db => db.PendingKeys.SingleAsync())).Step);
    }

    [Fact]
    public async Task Time_is_up_thirty_minutes_after_the_key_was_made_however_often_it_was_opened()
    {
        await using (await OpenWizard.ClickAsync(Node, Actor))
        {
        }

        await PassAsync(TimeSpan.FromMinutes(20));
        await using var again = await OpenWizard.LoadAsync(Node, Actor);
        var former = await KeyAsync();
        await again.ChooseAsync("Next");
        await PassAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        again.Page.Dialog("Set up two-factor authentication");

        Node.Clock.Advance(TimeSpan.FromSeconds(1));

        again.Page.Dialog("Time is up");
        again.Page.Shows("Delete the entry from your app and start again.");
        var start = again.ChooseAsync("Start again");
        await again.Page.ProveAsync(PortalServices.Password);
        await start;
        again.Page.Dialog("Set up two-factor authentication");
        Assert.NotNull(again.Page.Find("svg[role=img]"));
        Assert.NotEqual(former.ToBase32(), (await KeyAsync()).ToBase32());
    }

    [Fact]
    public async Task A_reload_after_the_time_says_so_instead_of_making_a_new_key()
    {
        await using (await OpenWizard.ClickAsync(Node, Actor))
        {
        }

        var former = (await KeyAsync()).ToBase32();
        await PassAsync(TimeSpan.FromMinutes(29));
        await PassAsync(TimeSpan.FromMinutes(2));
        await using var again = await OpenWizard.LoadAsync(Node, Actor);

        again.Page.Dialog("Time is up");
        Assert.Equal(former, (await KeyAsync()).ToBase32());
    }

    [Theory]
    [InlineData(TwoFactorPolicy.Disabled, LoginOptions.Password)]
    [InlineData(TwoFactorPolicy.Required, LoginOptions.SingleSignOn)]
    public async Task Where_the_rule_allows_no_set_up_the_address_opens_nothing(TwoFactorPolicy setting, LoginOptions login)
    {
        await Node.ChangeAsync(Anna, who => (who.PolicyOverride, who.LoginOptions) = (setting, login));

        await using var wizard = await OpenWizard.LoadAsync(Node, Actor);

        wizard.IsClosed();
        await wizard.LeavesAddressAsync();
        Assert.False(await Node.ReadAsync(Account.Id, db => db.PendingKeys.AnyAsync()));
    }

    [Fact]
    public async Task A_setting_that_becomes_Disabled_ends_the_open_wizard_in_words()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        wizard.Page.Dialog("Set up two-factor authentication");

        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Disabled);

        wizard.Page.Shows("The setting that holds now does not allow it.");
        Assert.Empty(wizard.Page.FindAll("svg[role=img]"));
        await wizard.ChooseAsync("Close");
        wizard.IsClosed();
    }

    [Fact]
    public async Task A_page_that_closes_under_the_wizard_takes_the_key_with_it()
    {
        await using var tab = await Tab.OpenAsync(Node, Actor);
        var page = tab.RenderDialogs();
        tab.Navigation.NavigateTo(EnrollmentHost.AddressFor(tab.Navigation));
        var layout = tab.Render<DynamicComponent>(layout => layout.Add(part => part.Type, typeof(EnrollmentHost)));
        page.Dialog("Set up two-factor authentication");

        layout.Render(layout => layout.Add(part => part.Type, typeof(Mark)));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=dialog]")));
    }
}
