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
            var fault = await providers.LookAsync(issuer, cancellationToken);
            if (fault is not null || (settings.Fault is { } known && Visible.Contains(known)))
            {
                await NoteAsync(settings, fault);
            }
        }
    }

    /// <summary>Writes down what somebody's sign-in has shown of the provider. What is one person's alone is not.</summary>
    /// <param name="settings">The settings under which it was.</param>
    /// <param name="fault">What is wrong; <see langword="null"/> for nothing.</param>
    public Task NoteAsync(SingleSignOn settings, ProviderFault? fault)
    {
        if (!settings.IsOn || settings.Fault == fault?.What || (fault is { What: var what } && !Everybodys.Contains(what)))
        {
            return Task.CompletedTask;
        }

        return contexts.WriteAsync(settings.AccountId, async db =>
        {
            var row = await db.SingleSignOns.SingleAsync();
            if (row.Generation == settings.Generation && row.IsOn && row.Fault != fault?.What)
            {
                (row.Fault, row.FaultSince) = (fault?.What, fault is null ? null : clock.GetUtcNow());
                db.Announce(row.AccountId, null);
            }

            return default(Nothing);
        });
    }
}
