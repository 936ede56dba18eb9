using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Shell;
using Portal.Tests.Support;

namespace Portal.Tests.Shell;

/// <summary>A session that ends by itself: the warning, the click that keeps it, and the page that closes.</summary>
public sealed class SessionWatchTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Operator anna = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        anna = await node.AddOperatorAsync(await node.AddAccountAsync(), "Anna");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task Two_minutes_before_an_idle_session_ends_one_click_keeps_it()
    {
        await using var tab = await Tab.OpenAsync(node, await node.SignInAsync(anna));
        var watch = tab.Render<SessionWatch>();

        node.Clock.Advance(TimeSpan.FromMinutes(28));
        watch.WaitForAssertion(() => Assert.Contains("You will be signed out at 10:45", watch.Markup, StringComparison.Ordinal));
        await watch.Find("button").ClickAsync(new());

        watch.WaitForAssertion(() => Assert.Empty(watch.FindAll("[role=alertdialog]")));
        node.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.NotNull(await node.Get<Sessions>().TimesAsync(tab.State.Actor));
    }

    [Fact]
    public async Task Without_a_click_the_page_closes_when_the_session_does()
    {
        await using var tab = await Tab.OpenAsync(node, await node.SignInAsync(anna));
        var watch = tab.Render<SessionWatch>();

        node.Clock.Advance(TimeSpan.FromMinutes(28));
        watch.WaitForAssertion(() => Assert.NotEmpty(watch.FindAll("[role=alertdialog]")));
        node.Clock.Advance(TimeSpan.FromMinutes(2));

        await tab.WaitAsync(state => state.IsClosed);
        Assert.Null(tab.State.ClosedBecause);
    }

    [Fact]
    public async Task What_a_person_does_counts_and_being_connected_does_not()
    {
        var actor = await node.SignInAsync(anna);
        await using var tab = await Tab.OpenAsync(node, actor);
        var watch = tab.Render<SessionWatch>();

        node.Clock.Advance(TimeSpan.FromMinutes(20));
        await watch.InvokeAsync(watch.Instance.SeenAsync);
        node.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.NotNull(await node.Get<Sessions>().TimesAsync(actor));

        // Rendering, and being told of changes, is nobody's doing.
        await node.ChangeAsync(anna, person => person.Name = "Anne");
        node.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null(await node.Get<Sessions>().TimesAsync(actor));
    }

    [Fact]
    public async Task Twelve_hours_end_a_session_however_busy_and_the_warning_offers_no_click_that_could_not_keep_it()
    {
        var actor = await node.SignInAsync(anna);
        await using var tab = await Tab.OpenAsync(node, actor);
        for (var minutes = 0; minutes < (12 * 60) - 20; minutes += 20)
        {
            node.Clock.Advance(TimeSpan.FromMinutes(20));
            await node.Get<Sessions>().TouchAsync(actor.AccountId, actor.SessionId);
        }

        var watch = tab.Render<SessionWatch>();
        node.Clock.Advance(TimeSpan.FromMinutes(18));

        watch.WaitForAssertion(() => Assert.Contains("This session ends at 22:15", watch.Markup, StringComparison.Ordinal));
        Assert.Empty(watch.FindAll("button"));
        node.Clock.Advance(TimeSpan.FromMinutes(2));
        await tab.WaitAsync(state => state.IsClosed);
    }

    [Fact]
    public async Task A_page_that_opens_while_the_database_is_away_lives_and_looks_again()
    {
        var actor = await node.SignInAsync(anna);
        await using var tab = await Tab.OpenAsync(node, actor);
        await ExecuteAsync("""ALTER TABLE "Sessions" RENAME TO "Elsewhere" """);
        tab.Render<SessionWatch>();
        Assert.False(tab.Renderer.UnhandledException.IsCompleted);

        await ExecuteAsync("""ALTER TABLE "Elsewhere" RENAME TO "Sessions" """);
        await node.Contexts.WriteAsync(anna.AccountId, db => node.Get<Sessions>().EndAsync(db, actor.SessionId, SessionEnd.Reset));

        await Patience.PassAsync(node.Clock, TimeSpan.FromSeconds(5), tab.WaitAsync(state => state.IsClosed));
    }

    [Fact]
    public async Task A_closed_page_shows_nothing_of_what_was_there_says_why_and_leads_back()
    {
        var gijs = await node.AddOperatorAsync(new() { Id = anna.AccountId, Name = "", Language = "en", TimeZone = "UTC" }, "Gijs", OperatorRole.Administrator);
        await node.AddAuthenticatorAsync(anna);
        await using var tab = await Tab.OpenAsync(node, await node.SignInAsync(anna, SignInMethod.PasswordAndCode));

        await node.Get<Portal.TwoFactor.TwoFactorEnrollments>().ResetAsync(await node.SignInAsync(gijs), anna.Id, "");
        var page = tab.Render<ClosedPage>(parameters => parameters.Add(page => page.Because, SessionEnd.Reset));

        await tab.WaitAsync(state => state.IsClosed);
        Assert.Equal(SessionEnd.Reset, tab.State.ClosedBecause);
        Assert.Contains("An administrator has reset your two-factor authentication", page.Markup, StringComparison.Ordinal);
        Assert.Contains("/sign-in?closed=Reset", tab.Navigation.Uri, StringComparison.Ordinal);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = node.Contexts.AcrossAccounts();
        await db.Database.ExecuteSqlRawAsync(sql, Xunit.TestContext.Current.CancellationToken);
    }
}
