using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Tests.Support;

/// <summary>The whole program and a real provider beside it, which know each other.</summary>
public sealed class ProviderStage : IAsyncDisposable
{
    /// <summary>The name by which the demo account's single sign-on is found.</summary>
    public const string Name = "example-company";

    private ProviderStage(PortalApp app, IdentityProvider provider) => (App, Provider) = (app, provider);

    /// <summary>The program, with the demo account.</summary>
    public PortalApp App { get; }

    /// <summary>The provider, which knows Eva, Ada and Anna.</summary>
    public IdentityProvider Provider { get; }

    /// <summary>Somebody at the provider with the address of the demo account's Eva, who signs in by single sign-on only.</summary>
    public required PersonAtProvider Eva { get; init; }

    /// <summary>Starts both.</summary>
    /// <param name="clock">The time of both, instead of the real one.</param>
    /// <param name="isOn">Whether single sign-on is set up and on; else nothing is.</param>
    /// <param name="settings">Settings of the program.</param>
    public static async Task<ProviderStage> StartAsync(TimeProvider? clock = null, bool isOn = true, IReadOnlyDictionary<string, string>? settings = null)
    {
        var provider = await IdentityProvider.StartAsync(clock);
        var port = PortalApp.KnownPort();
        var all = new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["Portal:PublicUrl"] = $"http://127.0.0.1:{port}" };
        var app = new PortalApp(clock, settings: all, port: port);
        provider.AllowAfterSignOut(new(app.BaseAddress, "/sign-in"));
        var stage = new ProviderStage(app, provider) { Eva = provider.Add("subject-eva", "eva@example.com") };
        provider.Add("subject-ada", "admin@example.com");
        provider.Add("subject-anna", "anna@example.com");
        await using var db = app.Contexts.AcrossAccounts();
        var account = await db.Accounts.SingleAsync();
        await stage.ConnectAsync(account.Id, isOn ? Name : null);
        return stage;
    }

    /// <summary>Makes an account and the provider know each other.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="name">The sign-in name of its single sign-on, which is then on; <see langword="null"/> sets nothing up.</param>
    /// <param name="at">Another provider than the first.</param>
    public async Task ConnectAsync(Guid accountId, string? name, IdentityProvider? at = null)
    {
        var provider = at ?? Provider;
        provider.Allow(App.Services.GetRequiredService<Providers>().BackAddress(accountId));
        if (name is null)
        {
            return;
        }

        await App.Contexts.WriteAcrossAccountsAsync(async db =>
        {
            db.SingleSignOns.Add(new()
            {
                AccountId = accountId,
                Name = name,
                Issuer = provider.IssuerText,
                ClientId = IdentityProvider.ClientId,
                ProtectedSecret = App.Services.GetRequiredService<ProviderSecrets>().Protect(accountId, provider.ClientSecret),
                IsOn = true,
                WorkedAt = App.Now,
            });
            db.Announce(accountId, null);
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>Changes the settings behind everybody's back.</summary>
    public Task ChangeAsync(Action<SingleSignOn> change) => App.Contexts.WriteAcrossAccountsAsync(async db =>
    {
        var settings = await db.SingleSignOns.SingleAsync(row => row.Name == Name);
        change(settings);
        db.Announce(settings.AccountId, null);
        return await db.SaveChangesAsync();
    });

    /// <summary>The settings as they are kept.</summary>
    public async Task<SingleSignOn> SettingsAsync()
    {
        await using var db = App.Contexts.AcrossAccounts();
        return await db.SingleSignOns.AsNoTracking().SingleAsync(row => row.Name == Name);
    }

    /// <summary>Lets somebody of the demo account sign in by single sign-on.</summary>
    public Task LetInAsync(string email, LoginOptions options = LoginOptions.Both) => App.ChangeAsync(email, person => person.LoginOptions = options);

    /// <summary>Goes to the provider, signs in there as somebody, and follows until it is over.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="subject">As whom.</param>
    /// <param name="from">Where it begins.</param>
    public async Task<HttpAnswer> SignInAsync(HttpBrowser browser, string subject = "subject-eva", string from = $"/sign-in/sso/{Name}") =>
        await browser.GetAsync((await AnswerAtProviderAsync(browser, subject, from)).ToString());

    /// <summary>As <see cref="SignInAsync"/>, as far as the address at which one comes back, which is not visited.</summary>
    public async Task<Uri> AnswerAtProviderAsync(HttpBrowser browser, string subject = "subject-eva", string from = $"/sign-in/sso/{Name}")
    {
        var there = await browser.GetAsync(from);
        Assert.True(there.Location?.Authority == Provider.Issuer.Authority, $"Not sent to the provider: {there.Status} {there.Location} {there.Text}");
        var page = await browser.GetAsync(there.Location!.ToString());
        var back = page.Location is null ? await browser.SubmitAsync(page, "form", new Dictionary<string, string>(), $"[value={subject}]") : page;
        Assert.True(back.Location?.Authority == App.BaseAddress.Authority, $"Not sent back: {back.Status} {back.Location} {back.Text}");
        return back.Location!;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
