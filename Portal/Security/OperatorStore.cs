using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>Operators for ASP.NET Core Identity, across accounts: who signs in has no account yet.</summary>
public sealed class OperatorStore(PortalContexts contexts, IdentityErrorDescriber? describer = null)
    : UserOnlyStore<Operator, PortalDbContext, Guid>(contexts.AcrossAccounts(), describer), IAsyncDisposable
{
    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        Dispose();
        return Context.DisposeAsync();
    }
}
