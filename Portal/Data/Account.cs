using Portal.Domain;

namespace Portal.Data;

/// <summary>A row that belongs to one account and is seen only through a context bound to it.</summary>
public interface IAccountOwned
{
    /// <summary>The account that owns the row.</summary>
    Guid AccountId { get; }
}

/// <summary>A row of which two writers at once are told apart: the later one fails instead of overwriting.</summary>
public interface IVersioned
{
    /// <summary>Counts the changes of the row; moved by the context, never by hand.</summary>
    long Version { get; set; }
}

/// <summary>The customer: nothing crosses from one account to another.</summary>
public sealed class Account : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>Language of mails until an operator has chosen one (ISO 639-1).</summary>
    public required string Language { get; set; }

    /// <summary>Time zone in which people see times (IANA name).</summary>
    public required string TimeZone { get; set; }

    /// <summary>The login options that new operators begin with.</summary>
    public LoginOptions DefaultLoginOptions { get; set; } = LoginOptions.Password;

    /// <summary>The two-factor authentication setting of everyone who has no own.</summary>
    public TwoFactorPolicy DefaultPolicy { get; set; } = TwoFactorPolicy.Optional;

    /// <summary>When <see cref="DefaultPolicy"/> was last changed; <see langword="null"/> as long as it never was.</summary>
    public DateTimeOffset? DefaultPolicyChangedAt { get; set; }

    /// <summary>By whom; <see langword="null"/> for the command line.</summary>
    public Guid? DefaultPolicyChangedById { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }
}
