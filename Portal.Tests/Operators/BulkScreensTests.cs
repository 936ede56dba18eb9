using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>The dialog that shows beforehand what a bulk job would do, and the pages of jobs.</summary>
public sealed class BulkScreensTests : ExampleCompany
{
    private const string Reset = "Reset two-factor authentication";

    private BulkJobs Jobs => Node.Get<BulkJobs>();

    [Fact]
    public async Task It_names_who_is_affected_and_who_is_not_and_why_and_starts_with_the_number_on_the_button()
    {
        await Node.AddOperatorAsync(Account, "Bram");
        await Node.AddOperatorAsync(Account, "Dirk", own: TwoFactorPolicy.Disabled);
        await Node.AddOperatorAsync(Account, "Eva", login: LoginOptions.SingleSignOn);
        await using var tab = await OpenAsync(Ada);
        var dialogs = await OpenDialogAsync(tab, BulkKind.SendSetUpLink);

        Says(dialogs, "2 operators get the link Anna, Bram");
        Says(
            dialogs,
            "Nothing changes for 5 operators That is you (1): Ada Signs in by single sign-on only (1): Eva Has set up two-factor authentication (2): Carla, Gijs "
            + "The setting in effect is Disabled (1): Dirk");
        Assert.Equal(["Cancel", "Send set-up link (2)"], dialogs.FindAll("button").Select(button => button.TextContent.Trim()));
        await dialogs.PressAsync("Send set-up link (2)");

        await tab.WaitForAddressAsync(address => address.Contains("/operators/jobs/", StringComparison.Ordinal));
        var job = Assert.Single(await Jobs.ListAsync(tab.State.Actor));
        Assert.EndsWith($"/operators/jobs/{job.Id}", tab.Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal((BulkKind.SendSetUpLink, 2), (job.Kind, job.Tally.Total));
    }

    [Fact]
    public async Task More_than_a_few_names_are_behind_a_fold()
    {
        await using var tab = await OpenAsync(Ada);
        await Node.AddOperatorAsync(Account, "Bram");
        var dialogs = await OpenDialogAsync(tab, BulkKind.Reset, chosen: [Anna.Id, Ada.Id, Carla.Id]);
        Says(dialogs, "1 operator loses key and recovery codes Carla");
        Assert.Empty(dialogs.FindAll("summary"));

        dialogs = await OpenDialogAsync(tab, BulkKind.SetOverride, dialogs);
        await ChooseAsync(dialogs, "Required");

        dialogs.WaitForAssertion(() => Assert.Equal("Ada, Anna, Bram and 2 more", dialogs.Find("summary").TextContent.Trim()));
        Assert.Equal("Carla, Gijs", dialogs.Find("details p").TextContent.Normal());
    }

    [Fact]
    public async Task What_to_do_can_be_chosen_in_the_dialog_and_an_override_has_a_last_day_and_a_reason()
    {
        await using var tab = await OpenAsync(Ada);
        var dialogs = await OpenDialogAsync(tab, null, chosen: [Anna.Id]);
        Assert.Equal(["Cancel"], dialogs.FindAll("button").Select(button => button.TextContent.Trim()));

        await dialogs.OnAsync(() => dialogs.Find("select"), select => select.ChangeAsync(nameof(BulkKind.SetOverride)));
        Assert.True(Button(dialogs, "Override two-factor authentication settings").HasAttribute("disabled"));
        await ChooseAsync(dialogs, "Disabled");
        await dialogs.OnAsync(() => dialogs.Find("input[type=date]"), field => field.ChangeAsync("2026-11-23"));
        Says(dialogs, "Choose a day from today on, at most 5 years ahead");
        Assert.True(Button(dialogs, "Override two-factor authentication settings").HasAttribute("disabled"));
        await dialogs.OnAsync(() => dialogs.Find("input[type=date]"), field => field.ChangeAsync("2026-11-24"));
        await dialogs.OnAsync(() => dialogs.Find("#bulk-reason"), field => field.InputAsync("broken phone"));
        Says(dialogs, "1 operator gets the own setting Disabled Anna");
        Node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));
        var click = dialogs.PressAsync("Override two-factor authentication settings (1)");
        await dialogs.ProveAsync(PortalServices.Password);
        await click;

        await tab.WaitForAddressAsync(address => address.Contains("/operators/jobs/", StringComparison.Ordinal));
        var job = Assert.Single(await Jobs.ListAsync(tab.State.Actor));
        Assert.Equal(
            (TwoFactorPolicy.Disabled, new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero), "broken phone"), (job.Setting, job.Until, job.Reason));
    }

    [Fact]
    public async Task What_holds_no_longer_when_it_is_confirmed_is_refused_and_shown_anew()
    {
        await using var tab = await OpenAsync(Ada);
        var dialogs = await OpenDialogAsync(tab, BulkKind.Reset, chosen: [Carla.Id]);
        Says(dialogs, "1 operator loses key");
        await Node.Get<TwoFactorEnrollments>().ResetAsync(await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode), Carla.Id, "");

        await dialogs.PressAsync($"{Reset} (1)");

        Says(dialogs, "Not saved. It holds already.");
        Says(dialogs, "Nothing changes for 1 operator Nothing to erase (1): Carla");
        Assert.True(Button(dialogs, Reset).HasAttribute("disabled"));
    }

    [Fact]
    public async Task What_cannot_be_looked_at_is_said_and_can_be_tried_again()
    {
        await using var tab = await OpenAsync(Ada);
        var dialogs = await OpenDialogAsync(tab, null);
        await Node.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Links" RENAME TO "Elsewhere" """));

        await dialogs.OnAsync(() => dialogs.Find("select"), select => select.ChangeAsync(nameof(BulkKind.SendSetUpLink)));

        Says(dialogs, "Something went wrong here and nothing was changed.");
        Assert.True(Button(dialogs, "Send set-up link").HasAttribute("disabled"));
        await Node.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Elsewhere" RENAME TO "Links" """));
        await dialogs.OnAsync(() => dialogs.Find("select"), select => select.ChangeAsync(nameof(BulkKind.SendSetUpLink)));
        Says(dialogs, "1 operator gets the link Anna");
    }

    [Fact]
    public async Task The_page_of_a_job_follows_it_and_says_what_became_of_each()
    {
        await Node.AddOperatorAsync(Account, "Bram");
        await using var tab = await OpenAsync(Ada);
        var job = (await Jobs.StartAsync(await Node.SignInAsync(Gijs), new(BulkKind.SendSetUpLink))).Value;
        var page = tab.Render<BulkPage>(parameters => parameters.Add(page => page.Id, job));
        Says(page, "Running 0 of 3 done");
        Says(page, "Started by Gijs, today, 10:15");
        await Node.AddAuthenticatorAsync(Anna);

        await Node.Get<BulkWorker>().RunAsync(CancellationToken.None);

        Says(page, "Finished today, 10:15 2 of 3 done, 1 refused");
        var bar = page.Find("[role=progressbar]");
        Assert.Equal(("3", "3", "2 of 3 done, 1 refused"), (bar.GetAttribute("aria-valuenow"), bar.GetAttribute("aria-valuemax"), bar.GetAttribute("aria-valuetext")));
        Assert.Equal(
            ["Ada Done", "Anna The setting that holds now does not allow it. Refused", "Bram Done"], page.FindAll("main li").Select(TextOf));
        Assert.Equal($"/operators/{Anna.Id}", page.FindAll("main li a")[1].GetAttribute("href"));
        Assert.Equal(["All (3)", "Done (2)", "Refused (1)", "Untouched (0)"], page.FindAll("nav.tabs a").Select(link => link.TextContent));
        tab.Navigation.NavigateTo($"/operators/jobs/{job}?only=Refused");
        page.WaitForAssertion(() => Assert.Single(page.FindAll("main li")));
        Assert.False(HasButton(page, "Cancel the rest"));
    }

    [Fact]
    public async Task The_rest_of_a_job_can_be_tried_again_with_the_same_values()
    {
        await using var tab = await OpenAsync(Ada);
        var request = new BulkRequest(BulkKind.SetOverride) { Setting = TwoFactorPolicy.Required, LastDay = new(2026, 12, 24), Reason = "audit", Chosen = [Anna.Id, Carla.Id] };
        var job = (await Jobs.StartAsync(tab.State.Actor, request)).Value;
        await Jobs.CancelAsync(tab.State.Actor, job);
        var dialogs = tab.RenderDialogs();
        var page = tab.Render<BulkPage>(parameters => parameters.Add(page => page.Id, job));

        await page.PressAsync("Try the rest again");

        Says(dialogs, "2 operators get the own setting Required Anna, Carla");
        Assert.Equal(("2026-12-24", "audit"), (dialogs.Find("input[type=date]").GetAttribute("value"), dialogs.Find("#bulk-reason").GetAttribute("value")));
    }

    [Fact]
    public async Task Another_administrator_cancels_it_from_its_page_and_it_says_so_everywhere()
    {
        await using var adas = await OpenAsync(Ada);
        await using var gijss = await OpenAsync(Gijs);
        var job = (await Jobs.StartAsync(adas.State.Actor, new(BulkKind.Deactivate) { Filter = new() { Role = OperatorRole.Basic } })).Value;
        var shown = adas.Render<BulkPage>(parameters => parameters.Add(page => page.Id, job));
        var list = adas.Render<BulkListPage>();
        Says(list, "0 of 2 done");
        var page = gijss.Render<BulkPage>(parameters => parameters.Add(page => page.Id, job));

        await page.PressAsync("Cancel the rest");

        Says(page, "Cancelled today, 10:15");
        Says(shown, "2 operators were left untouched.");
        Says(list, "Cancelled today, 10:15");
        Assert.Equal($"/operators/jobs/{job}", list.Find("main li a").GetAttribute("href"));
    }

    [Fact]
    public async Task Unknown_jobs_are_not_found_and_the_pages_are_for_administrators()
    {
        await using var adas = await OpenAsync(Ada);
        adas.Render<BulkPage>(parameters => parameters.Add(page => page.Id, Guid.NewGuid())).Shows("There is no such page");
        adas.Render<BulkListPage>().Shows("No bulk job yet");
        var job = (await Jobs.StartAsync(adas.State.Actor, new(BulkKind.SendSetUpLink))).Value;

        await using var annas = await OpenAsync(Anna);
        var page = annas.Render<BulkPage>(parameters => parameters.Add(page => page.Id, job));
        Says(page, "This page is for account administrators");
        page.ShowsNo("Send set-up link");
        annas.Render<BulkListPage>().ShowsNo("Send set-up link");
    }

    private static void Says<T>(IRenderedComponent<T> page, string text)
        where T : IComponent => page.WaitForAssertion(() => Assert.Contains(text, TextOf(page), StringComparison.Ordinal));

    private static string TextOf(IElement row) => string.Join(' ', row.GetDescendants().OfType<IText>().Select(text => text.Data)).Normal();

    private static async Task<IRenderedComponent<MudDialogProvider>> OpenDialogAsync(
        Tab tab, BulkKind? kind, IRenderedComponent<MudDialogProvider>? former = null, IReadOnlyList<Guid>? chosen = null)
    {
        if (former is not null)
        {
            await former.PressAsync("Cancel");
            former.WaitForAssertion(() => Assert.Empty(former.FindAll("h2")));
        }

        var dialogs = former ?? tab.RenderDialogs();
        await tab.Renderer.Dispatcher.InvokeAsync(() => tab.Services.GetRequiredService<PageFocus>().OpenAsync(() => tab.Services.GetRequiredService<IDialogService>().ShowAsync<BulkDialog>(
            "", new DialogParameters<BulkDialog> { { dialog => dialog.Kind, kind }, { dialog => dialog.Chosen, chosen } }, DialogStyle.Small)));
        dialogs.WaitForElement("h2");
        return dialogs;
    }
}
