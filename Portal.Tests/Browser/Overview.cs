using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>States of the Overview that take weeks, or many people, to come about.</summary>
internal static class Overview
{
    /// <summary>Sixteen weeks of coverage with a gap, and something of all that can need attention.</summary>
    public static async Task AddEverythingAsync(PortalApp app)
    {
        foreach (var name in new[] { "Lotte", "Noor", "Sem", "Daan" })
        {
            await app.AddOperatorAsync(name, $"{name.ToLowerInvariant()}@example.com", OperatorRole.Administrator, TwoFactorPolicy.Required, password: null);
            await app.AddOperatorAsync($"{name} Jansen", $"{name.ToLowerInvariant()}.jansen@example.com", own: TwoFactorPolicy.Disabled, password: null);
        }

        await app.Contexts.WriteAcrossAccountsAsync(async db =>
        {
            var account = await db.Accounts.OrderBy(row => row.CreatedAt).FirstAsync();
            var people = await db.Operators.Where(person => person.AccountId == account.Id).ToDictionaryAsync(person => person.Email!);
            var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(app.Now, TimeZoneInfo.FindSystemTimeZoneById(account.TimeZone)).DateTime);
            foreach (var ago in Enumerable.Range(1, 15).Where(ago => ago != 9))
            {
                db.CoverageDays.Add(new()
                {
                    AccountId = account.Id,
                    Day = today.AddDays(-7 * ago),
                    Active = 2 + ((15 - ago) / 5),
                    SetUpDue = ago < 7 ? 5 - (ago / 2) : 0,
                    NotSetUp = 9 - (ago / 4),
                });
            }

            foreach (var person in people.Values.Where(person => person.Name.EndsWith("Jansen", StringComparison.Ordinal)))
            {
                person.SetOverride(TwoFactorPolicy.Disabled, app.Now, null, until: app.Now.AddDays(2));
            }

            // The only one who can: the others need mail that is delivered, or have no password yet.
            people["admin@example.com"].SetOverride(TwoFactorPolicy.Required, app.Now, null);
            db.HelpRequests.Add(new()
            {
                AccountId = account.Id,
                OperatorId = people["carla@example.com"].Id,
                Phrase = "amber canal",
                CreatedAt = app.Now,
                ExpiresAt = app.Now.AddHours(24),
                Address = "192.0.2.77",
                UserAgent = "Tests",
            });
            db.Mails.Add(new()
            {
                AccountId = account.Id,
                OperatorId = people["anna@example.com"].Id,
                Kind = "SetUp",
                Letter = "{}",
                ToAddress = "anna@example.com",
                ToName = "Anna",
                Language = "en",
                MessageId = "overview@example.com",
                QueuedAt = app.Now,
                SetAsideAt = app.Now,
            });
            foreach (var (name, days) in new[] { ("Ending", 2), ("Over", -2) })
            {
                var who = NewOperators.Create(account.Id, $"{name} Visser", $"{name.ToLowerInvariant()}@example.com", OperatorRole.Basic, app.Now);
                (who.State, who.PolicyOverride) = (OperatorState.Invited, TwoFactorPolicy.Disabled);
                db.Operators.Add(who);
                db.Links.Add(new()
                {
                    AccountId = account.Id,
                    OperatorId = who.Id,
                    Purpose = LinkPurpose.Invitation,
                    TokenHash = Guid.NewGuid().ToByteArray(),
                    CreatedAt = app.Now,
                    ExpiresAt = app.Now.AddDays(days),
                });
            }

            db.Announce(account.Id, people["anna@example.com"].Id);
            return default(Nothing);
        });
    }

    /// <summary>Nothing of it is left to do, and nothing recorded.</summary>
    public static Task SettleAsync(PortalApp app) => app.Contexts.WriteAcrossAccountsAsync(async db =>
    {
        await db.CoverageDays.ExecuteDeleteAsync();
        await db.HelpRequests.ExecuteDeleteAsync();
        await db.Mails.ExecuteDeleteAsync();
        await db.MailDelivery.ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.IsDelivered, true));
        foreach (var person in await db.Operators.Where(person => person.Name != "Gijs" && person.Name != "Carla" && person.Name != "Anna").ToListAsync())
        {
            person.State = OperatorState.Deactivated;
            db.Announce(person.AccountId, person.Id);
        }

        // A second administrator who is covered, so that Gijs is not the only one.
        (await db.Operators.SingleAsync(person => person.Name == "Carla")).Role = OperatorRole.Administrator;
        return default(Nothing);
    });
}
