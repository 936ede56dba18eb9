using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.SignIn;

/// <summary>The providers of single sign-on, for whoever has no account yet: found by name, never by an address that was typed.</summary>
public sealed class SignInProviders(PortalContexts contexts)
{
    /// <summary>Where the sign-in page's button leads: straight there when only one account has single sign-on, else to the question for the name.</summary>
    /// <returns><see langword="null"/> when no account has it.</returns>
    public async Task<string?> AddressAsync()
    {
        await using var db = contexts.AcrossAccounts();
        return await db.SingleSignOns.Where(settings => settings.IsOn).Select(settings => settings.Name).Take(2).ToListAsync() switch
        {
            [] => null,
            [var only] => SingleSignOnStep.AddressOf(only!),
            _ => SingleSignOnStep.Path,
        };
    }

    /// <summary>The settings with a sign-in name; <see langword="null"/> when none has it, or it is off.</summary>
    public async Task<SingleSignOn?> FindAsync(string name)
    {
        await using var db = contexts.AcrossAccounts();
        return await db.SingleSignOns.AsNoTracking().SingleOrDefaultAsync(settings => settings.Name == name && settings.IsOn);
    }

    /// <summary>The settings of an account, on or off.</summary>
    public async Task<SingleSignOn?> FindAsync(Guid accountId)
    {
        await using var db = contexts.AcrossAccounts();
        return await db.SingleSignOns.AsNoTracking().SingleOrDefaultAsync(settings => settings.AccountId == accountId);
    }
}
