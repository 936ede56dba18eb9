namespace Portal.Data;

/// <summary>A recovery code of an authenticator, which it goes with when that is reset or replaced.</summary>
public sealed class RecoveryCodeRow : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid OperatorId { get; init; }

    public Guid AuthenticatorId { get; init; }

    /// <summary>The code under the salt of its authenticator.</summary>
    public required byte[] Hash { get; init; }

    public DateTimeOffset? SpentAt { get; set; }
}
