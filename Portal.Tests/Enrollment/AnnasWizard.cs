using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Enrollment;

/// <summary>Anna, who has nothing set up and opens the wizard, over the real services and a real SQLite.</summary>
public abstract class AnnasWizard : IAsyncLifetime
{
    private protected PortalServices Node { get; private set; } = null!;

    private protected Account Account { get; private set; } = null!;

    private protected Operator Anna { get; private set; } = null!;

    /// <summary>Anna in the browser in which the wizard opens.</summary>
    private protected Actor Actor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Node = await PortalServices.CreateAsync();
        Account = await Node.AddAccountAsync();
        Anna = await Node.AddOperatorAsync(Account, "Anna");
        Actor = await Node.SignInAsync(Anna);
    }

    public async ValueTask DisposeAsync()
    {
        await Node.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>The key that waits for its code.</summary>
    private protected async Task<AuthenticatorKey> KeyAsync()
    {
        var row = await Node.ReadAsync(Account.Id, db => db.PendingKeys.AsNoTracking().SingleAsync());
        Assert.True(Node.Get<KeyProtection>().TryUnprotect(row, out var key));
        return key;
    }

    private protected Task<bool> SpendAsync(string code) =>
        Node.Contexts.WriteAsync(Account.Id, db => Node.Get<AuthenticatorCodes>().SpendAsync(db, Anna.Id, code));

    // A person who is there keeps the session alive.
    private protected async Task PassAsync(TimeSpan time)
    {
        Node.Clock.Advance(time);
        await Node.Get<Sessions>().TouchAsync(Account.Id, Actor.SessionId);
    }
}
