using Microsoft.AspNetCore.Identity;
using Portal.Data;

namespace Portal.Security;

/// <summary>A password hash that belongs to nobody: checking it takes as long as checking a real one, so that time tells nothing.</summary>
public sealed class DecoyPassword
{
    private static readonly Operator Nobody = new() { Name = "" };

    private readonly IPasswordHasher<Operator> hasher;
    private readonly string hash;

    public DecoyPassword(IPasswordHasher<Operator> hasher)
    {
        this.hasher = hasher;
        hash = hasher.HashPassword(Nobody, SecretToken.Create().Value);
    }

    /// <summary>Spends the time of a check; the answer is always no.</summary>
    public void Check(string password) => hasher.VerifyHashedPassword(Nobody, hash, password);
}
