using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Makes operators outside the portal: from the command line, at the first set-up, and of the demo account.</summary>
public static class NewOperators
{
    /// <summary>An active operator without a password.</summary>
    public static Operator Create(Guid accountId, string name, string email, OperatorRole role, DateTimeOffset now) => new()
    {
        AccountId = accountId,
        Name = name,
        UserName = email,
        NormalizedUserName = email.ToUpperInvariant(),
        Email = email,
        NormalizedEmail = email.ToUpperInvariant(),
        EmailConfirmed = true,
        Role = role,
        CreatedAt = now,
    };
}
