using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Accounts;

/// <summary>Keeps what is known of the providers of single sign-on: whether they still answer. A way in counts only while they do.</summary>
public sealed class ProviderHealth(PortalContexts contexts, Providers providers, TimeProvider clock)
{
    // What a look at the provider's own description can tell; of anything else only a sign-in can say that it is over.
    private static readonly SingleSignOnFault[] Visible = [SingleSignOnFault.Unreachable, SingleSignOnFault.NotAProvider, SingleSignOnFault.IssuerDiffers];

    // What concerns everybody who signs in there; the others are one person's.
    private static readonly SingleSignOnFault[] Everybodys = [.. Visible, SingleSignOnFault.WrongClient, SingleSignOnFault.ClocksApart];

    /// <summary>Looks at one account's provider now, if single sign-on is on.</summary>
    public async Task LookAsync(Guid accountId, CancellationToken cancellationToken = default)
    {
        await using var db = contexts.For(accountId);
        if (await db.SingleSignOns.AsNoTracking().SingleOrDefaultAsync(row => row.IsOn, cancellationToken) is { Issuer: { } issuer } settings)
        {
            await NoteAsync(settings, await providers.LookAsync(issuer, cancellationToken));
        }
    }

    /// <summary>As above, before an act of an administrator that depends on it. Nobody else makes Portal ask anybody.</summary>
    public async Task LookAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        if (await db.Operators.AnyAsync(person => person.Id == actor.OperatorId && person.Role == OperatorRole.Administrator && person.State == OperatorState.Active))
        {
            await LookAsync(actor.AccountId);
        }
    }

    /// <summary>
    /// Writes down what a look, or somebody's sign-in, has shown of the provider. What is one person's alone is not, and what no look
    /// can tell stays until somebody comes back from there.
    /// </summary>
    /// <param name="settings">The settings under which it was.</param>
    /// <param name="fault">What is wrong; <see langword="null"/> for nothing that a look could tell.</param>
    public Task NoteAsync(SingleSignOn settings, ProviderFault? fault)
    {
        return IsNews(settings) ? contexts.WriteAsync(settings.AccountId, WriteAsync) : Task.CompletedTask;

        bool IsNews(SingleSignOn row) => row.IsOn && row.Generation == settings.Generation && row.Fault != fault?.What
            && (row.Fault is not { } known || Visible.Contains(known))
            && (fault is null || Everybodys.Contains(fault.What));

        async Task<Nothing> WriteAsync(PortalDbContext db)
        {
            var row = await db.SingleSignOns.SingleAsync();
            if (IsNews(row))
            {
                row.NoteFault(fault?.What, fault?.Detail, fault is null ? null : clock.GetUtcNow());
                db.Announce(row.AccountId, null);
            }

            return default;
        }
    }
}
