using Portal.Domain;

namespace Portal.Data;

/// <summary>The confirmed key of an operator. The row exists, or two-factor authentication is not set up.</summary>
public sealed class Authenticator : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid OperatorId { get; init; }

    /// <summary>The key, encrypted for this row alone.</summary>
    public required byte[] ProtectedKey { get; init; }

    /// <summary>Which of the operator's keys this is, counted from 1.</summary>
    public int Generation { get; init; }

    /// <summary>The latest time step (30 seconds) whose code was accepted, for whatever purpose. Moves forward only.</summary>
    public long LastAcceptedTimeStep { get; init; }

    public DateTimeOffset ConfirmedAt { get; init; }

    /// <summary>The salt of the recovery codes that go with it; <see langword="null"/> when there are none.</summary>
    public byte[]? RecoverySalt { get; set; }

    /// <summary>When the operator said that the recovery codes are kept; <see langword="null"/> when they were never saved.</summary>
    public DateTimeOffset? RecoveryCodesSavedAt { get; set; }
}

/// <summary>A key that the wizard shows and that no code has proven yet. At most one for an operator; it opens nothing.</summary>
public sealed class PendingKey : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid OperatorId { get; init; }

    /// <summary>The key, encrypted for this row alone.</summary>
    public required byte[] ProtectedKey { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Where the wizard stands, so that a reload opens it there.</summary>
    public EnrollmentStep Step { get; set; } = EnrollmentStep.Scan;

    /// <summary>The face of the first step to which <em>Back</em> returns.</summary>
    public EnrollmentStep Face { get; set; } = EnrollmentStep.Scan;

    /// <summary>The link by which the wizard was opened; <see langword="null"/> when it was from a session. Neither shows the other's key.</summary>
    public Guid? LinkId { get; init; }
}
