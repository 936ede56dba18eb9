using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.SignIn;
using Portal.Tests.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Operations;

/// <summary>Single sign-on turned off from the command line: the way out when the provider is gone and nobody else can sign in.</summary>
public sealed class TurnOffSingleSignOnTests(PublishedPortal portal) : IClassFixture<PublishedPortal>, IAsyncLifetime
{
    private const string Ada = "admin@example.com";
    private const string Name = "example-company";
    private const string Issuer = "https://accounts.example.com/";
    private const string Chosen = "Four words make one";

    private readonly string data = PublishedPortal.NewDataDirectory();
    private PortalApp app = null!;
    private Guid accountId;
    private int entries;

    public async ValueTask InitializeAsync()
    {
        app = new(dataDirectory: data);
        accountId = (await app.FindAsync(Ada)).AccountId;
        await app.Contexts.WriteAsync(accountId, async db =>
        {
            (await db.Accounts.SingleAsync()).DefaultLoginOptions = LoginOptions.Both;
            entries = await db.AuditEntries.CountAsync(row => row.ActorName == AuditLog.CommandLine);
            db.SingleSignOns.Add(new() { AccountId = accountId, Name = Name, Issuer = Issuer, ClientId = "portal", IsOn = true, WorkedAt = app.Now });
            return 0;
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_command_line_turns_it_off_writes_that_down_and_open_pages_see_it()
    {
        using var open = app.Services.GetRequiredService<AccountChanges>().Subscribe(accountId);

        // The name is taken as people type it.
        var (exitCode, output, _) = await RunAsync("--name", "Example-Company");

        Assert.Equal(0, exitCode);
        Assert.Equal("Single sign-on of Example Company is off.", output.Trim());
        await open.UntilAsync(new(accountId, null));
        Assert.False((await SettingsAsync()).IsOn);
        await using var db = app.Contexts.For(accountId);
        Assert.Equal(LoginOptions.Password, await db.Accounts.Select(row => row.DefaultLoginOptions).SingleAsync(Cancellation));
        var entry = await db.AuditEntries.SingleAsync(row => row.Action == nameof(AuditAction.SingleSignOnTurnedOff), Cancellation);
        Assert.Equal((AuditLog.CommandLine, null, Issuer), (entry.ActorName, entry.ActorId, entry.Before));
        Assert.Equal(LoginOptions.SingleSignOn, (await app.FindAsync("eva@example.com")).LoginOptions);
    }

    [Theory]
    [InlineData("another-company", "")]
    [InlineData(Name, "anna@example.com")]
    [InlineData(Name, "elsewhere@example.org")]
    public async Task A_name_that_no_account_has_or_an_address_of_no_administrator_of_it_fails_and_changes_nothing(string name, string email)
    {
        var elsewhere = await app.AddAccountAsync("Elsewhere");
        await app.AddOperatorAsync("Sven", "elsewhere@example.org", OperatorRole.Administrator, accountId: elsewhere.Id);

        var (exitCode, output, error) = await RunAsync(email.Length > 0 ? ["--name", name, "--email", email] : ["--name", name]);

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains(email.Length > 0 ? email : name, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
        Assert.True((await SettingsAsync()).IsOn);
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(entries, await db.AuditEntries.CountAsync(row => row.ActorName == AuditLog.CommandLine, Cancellation));
        Assert.False(await db.Links.AnyAsync(link => link.Purpose == LinkPurpose.PasswordReset, Cancellation));
    }

    [Fact]
    public async Task With_an_address_it_prints_one_link_by_which_the_administrator_signs_in_with_a_password_again()
    {
        await OnlyAdaBySingleSignOnAsync();

        var (exitCode, output, _) = await RunAsync("--name", Name, "--email", "Admin@Example.com");

        Assert.Equal(0, exitCode);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal(("Single sign-on of Example Company is off.", 2), (lines[0], lines.Length));
        Assert.StartsWith("https://portal.example.com/link/", lines[1], StringComparison.Ordinal);
        var ada = await app.FindAsync(Ada);
        Assert.Equal((LoginOptions.Password, null, null), (ada.LoginOptions, ada.SsoSubject, ada.PasswordHash));

        using var browser = app.NewBrowser();
        var page = await browser.VisitAsync(new Uri(lines[1]).PathAndQuery);
        var answer = await browser.SubmitAsync(page, "form[action='/link/new-password']", ("password", Chosen), ("again", Chosen));
        Assert.Equal("/home", answer.Location?.AbsolutePath);
        using var later = await app.SignInAsync(Ada, password: Chosen);
        Assert.True(await later.IsSignedInAsync());

        await using var db = app.Contexts.For(accountId);
        var byCommand = await db.AuditEntries.Where(row => row.ActorName == AuditLog.CommandLine).OrderBy(row => row.Id).Skip(entries).ToListAsync(Cancellation);
        Assert.Equal(
            [
                ("DefaultLoginOptionsChanged", null, "Password"),
                ("SingleSignOnTurnedOff", null, null),
                ("LoginOptionsChanged", "Ada", "Password"),
                ("IdentityReleased", "Ada", null),
                ("LinkHandedOver", "Ada", "PasswordReset"),
            ],
            byCommand.Select(row => (row.Action, row.SubjectName, row.After)));

        // Who administers the account is told, and so is she whose login options changed.
        Assert.Equal(
            [SecurityNotice.KindOf(NoticeKind.LoginOptionsChanged), SecurityNotice.KindOf(NoticeKind.SingleSignOnTurnedOff)],
            await db.Mails.Where(mail => mail.OperatorId == ada.Id).Where(mail => mail.Kind != SecurityNotice.KindOf(NoticeKind.PasswordChanged))
                .Select(mail => mail.Kind).OrderBy(kind => kind).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Where_the_rule_then_asks_for_set_up_the_link_leads_there_without_a_mail()
    {
        await OnlyAdaBySingleSignOnAsync();
        await app.ChangeAsync(Ada, who => who.PolicyOverride = TwoFactorPolicy.Required);
        var (_, output, _) = await RunAsync("--name", Name, "--email", Ada);
        using var browser = app.NewBrowser();
        var page = await browser.VisitAsync(new Uri(output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[1].Trim()).PathAndQuery);

        var answer = await browser.SubmitAsync(page, "form[action='/link/new-password']", ("password", Chosen), ("again", Chosen));

        Assert.Equal("/welcome/set-up", answer.Location?.AbsolutePath);
    }

    [Fact]
    public async Task Without_any_way_in_left_it_says_so_and_once_more_with_an_address_gives_one()
    {
        await OnlyAdaBySingleSignOnAsync();

        var first = await RunAsync("--name", Name);

        Assert.Equal(0, first.ExitCode);
        Assert.Contains("No administrator can sign in now", first.Output, StringComparison.Ordinal);
        Assert.Contains("--email", first.Output, StringComparison.Ordinal);
        Assert.False((await SettingsAsync()).IsOn);

        var second = await RunAsync("--name", Name, "--email", Ada);
        Assert.Contains("https://portal.example.com/link/", second.Output, StringComparison.Ordinal);
        await using var db = app.Contexts.For(accountId);
        Assert.Equal(1, await db.AuditEntries.CountAsync(row => row.Action == nameof(AuditAction.SingleSignOnTurnedOff), Cancellation));
    }

    [Fact]
    public async Task Whoever_has_both_ways_keeps_them_and_the_password_until_another_is_chosen()
    {
        await app.ChangeAsync(Ada, who => who.LoginOptions = LoginOptions.Both);

        await RunAsync("--name", Name, "--email", Ada);

        Assert.Equal(LoginOptions.Both, (await app.FindAsync(Ada)).LoginOptions);
        using var browser = await app.SignInAsync(Ada, password: DemoPeople.Password);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args) => portal.RunAsync(
        new Dictionary<string, string>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Portal__PublicUrl"] = "https://portal.example.com",
            ["Portal__DataDirectory"] = data,
        },
        "",
        ["turn-off-sso", .. args]);

    private async Task OnlyAdaBySingleSignOnAsync()
    {
        await app.ChangeAsync("gijs@example.com", who => who.State = OperatorState.Deactivated);
        await app.ChangeAsync(Ada, who =>
        {
            (who.LoginOptions, who.PasswordHash) = (LoginOptions.SingleSignOn, null);
            who.Bind(Issuer, "portal", "subject-ada", app.Now);
        });
    }

    private async Task<SingleSignOn> SettingsAsync()
    {
        await using var db = app.Contexts.For(accountId);
        return await db.SingleSignOns.AsNoTracking().SingleAsync(Cancellation);
    }
}
