using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Bulk jobs in each of their states.</summary>
public sealed class GalleryBulkTests(BrowserFixture browsers)
{
    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task Jobs(string language, bool dark, bool phone)
    {
        await using var app = new PortalApp(Person.NewClock());
        var accountId = (await app.FindAsync("admin@example.com")).AccountId;
        var jobs = app.Services.GetRequiredService<BulkJobs>();
        await app.Contexts.WriteAsync(accountId, db =>
        {
            db.Operators.AddRange(Enumerable.Range(1, 60).Select(number => NewOperators.Create(
                accountId, string.Create(CultureInfo.InvariantCulture, $"Zoë van der Meer {number}"), $"{number}@example.com", OperatorRole.Basic, app.Now)));
            return Task.FromResult(0);
        });
        await using var ada = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators/jobs");
        await Expect(ada.Text(() => Words.BulkNoJobs)).ToBeVisibleAsync();
        await ada.SeeAsync("bulk-jobs-none");

        // Finished, with some refused.
        var actor = await ActorAsync(app);
        var finished = (await jobs.StartAsync(actor, new(BulkKind.SetOverride) { Setting = TwoFactorPolicy.Disabled, LastDay = DateOnly.FromDateTime(app.Now.Date).AddDays(30), Reason = "Phones are replaced this month", Filter = new() { Search = "zoe" } })).Value;
        await OverAsync(app, finished);
        await RefuseAsync(app, finished, 3);
        await ada.VisitAsync($"/operators/jobs/{finished}");
        await ada.SeeAsync("bulk-finished");
        var refused = ada.Page.GetByRole(AriaRole.Link, new() { Name = $"{ada.Say(() => Words.BulkRefused)} (3)" });
        await refused.ClickAsync();
        await Expect(refused).ToHaveAttributeAsync("aria-current", "page");
        await Expect(ada.Text(() => Words.RefusedNotUnderThisSetting)).ToHaveCountAsync(3);
        await Expect(ada.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await ada.SeeAsync("bulk-finished-refused");

        // In the middle, then cancelled, then one that stopped by itself.
        var running = await HalfAsync(app, BulkKind.SendSetUpLink);
        await ada.VisitAsync($"/operators/jobs/{running}");
        await ada.SeeAsync("bulk-running");
        await ada.Button(() => Words.BulkCancel).ClickAsync();
        await Expect(ada.Button(() => Words.BulkCancel)).ToBeHiddenAsync();
        await ada.SeeAsync("bulk-cancelled");
        var stopped = await HalfAsync(app, BulkKind.Deactivate, "SignedOut");
        await ada.VisitAsync($"/operators/jobs/{stopped}");
        await ada.SeeAsync("bulk-stopped");
        await app.Contexts.WriteAsync(accountId, db =>
        {
            db.SingleSignOns.Add(new() { AccountId = accountId, Name = "example-company", Issuer = "https://accounts.example.com/", ClientId = "portal", IsOn = true, WorkedAt = app.Now });
            db.Announce(accountId, null);
            return Task.FromResult(0);
        });
        foreach (var kind in Enum.GetValues<BulkKind>())
        {
            var again = await HalfAsync(app, kind, nameof(Refusal.NotAllowed));
            await ada.VisitAsync($"/operators/jobs/{again}");
            await ada.Button(() => Words.BulkAgain).ClickAsync();
            await Expect(ada.Page.Locator(".plan [role=status]")).ToBeVisibleAsync();
            foreach (var fold in await ada.Page.Locator(".plan summary").AllAsync())
            {
                await fold.ClickAsync();
            }

            await ada.SeeAsync($"bulk-dialog-{kind}");
            if (kind == BulkKind.SendSetUpLink)
            {
                // Bram has nothing set up, and an own setting that asks for it.
                await ada.Page.GetByRole(AriaRole.Button, new() { Name = $"{ada.Say(() => Words.SendSetUpLink)} (1)", Exact = true }).ClickAsync();
                await Expect(ada.Page).Not.ToHaveURLAsync(new Regex(again.ToString()));
                await Expect(ada.Page.GetByRole(AriaRole.Progressbar)).ToHaveAttributeAsync("aria-valuetext", ada.Say(() => Words.BulkProgress(1, 1)));
                await Expect(ada.Heading(() => Words.SendSetUpLink)).ToBeFocusedAsync();
            }
        }

        await HalfAsync(app, BulkKind.SetLoginOptions);
        await ada.VisitAsync("/operators/jobs");
        await ada.SeeAsync("bulk-jobs");
        ada.AssertQuiet();
    }

    private static async Task<Actor> ActorAsync(PortalApp app)
    {
        await using var db = app.Contexts.AcrossAccounts();
        var session = await db.Sessions.OrderByDescending(row => row.CreatedAt).FirstAsync();
        return new(session.OperatorId, session.AccountId, session.Id, session.Address, session.UserAgent);
    }

    private static async Task OverAsync(PortalApp app, Guid id) => Assert.NotNull(await Patience.UntilAsync(async () =>
    {
        await using var db = app.Contexts.AcrossAccounts();
        return await db.BulkJobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id && job.FinishedAt != null);
    }));

    private static Task<int> RefuseAsync(PortalApp app, Guid id, int many) => app.Contexts.WriteAcrossAccountsAsync(db => db.BulkItems
        .Where(item => item.JobId == id && item.Position <= many)
        .ExecuteUpdateAsync(set => set.SetProperty(item => item.State, BulkItemState.Refused).SetProperty(item => item.Refused, nameof(Refusal.NotUnderThisSetting))));

    // As a job stands that another node is carrying out: half of it done. Nobody of this one touches it, for whoever confirmed it is not found.
    private static async Task<Guid> HalfAsync(PortalApp app, BulkKind kind, string? stopped = null)
    {
        var actor = await ActorAsync(app);
        return await app.Contexts.WriteAsync(actor.AccountId, async db =>
        {
            var people = await db.Operators.OrderBy(person => person.SearchKey).ToListAsync();
            var job = new BulkJob
            {
                AccountId = actor.AccountId,
                Kind = kind,
                ById = actor.OperatorId,
                ByName = "Ada",
                ByStamp = "",
                SessionId = actor.SessionId,
                Address = "",
                UserAgent = "",
                Setting = kind == BulkKind.SetOverride ? TwoFactorPolicy.Required : null,
                LoginOptions = kind == BulkKind.SetLoginOptions ? LoginOptions.SingleSignOn : null,
                Total = people.Count,
                CreatedAt = app.Now,
                ReadyAt = app.Now,
                FinishedAt = stopped is null ? null : app.Now,
                StoppedBecause = stopped,
            };
            db.BulkJobs.Add(job);
            db.BulkItems.AddRange(people.Select((person, index) => new BulkItem
            {
                JobId = job.Id,
                Position = index + 1,
                AccountId = actor.AccountId,
                OperatorId = person.Id,
                Name = person.Name,
                State = index % 2 == 1 ? BulkItemState.Done : stopped is null ? BulkItemState.Waiting : BulkItemState.Untouched,
                At = app.Now,
            }));
            return job.Id;
        });
    }
}
