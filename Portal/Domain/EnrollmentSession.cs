namespace Portal.Domain;

/// <summary>Where the wizard stands. The numbers are stored: never renumber.</summary>
public enum EnrollmentStep
{
    /// <summary>The QR code.</summary>
    Scan = 1,

    /// <summary>The key to copy by hand: the other face of <see cref="Scan"/>.</summary>
    Manual = 2,

    /// <summary>The six digits that prove the key.</summary>
    Code = 3,

    /// <summary>Active: there is no way back.</summary>
    Finished = 4,
}

/// <summary>The wizard as a state machine: a move that a step does not offer leaves it where it is.</summary>
/// <param name="Step">The step that is shown.</param>
/// <param name="Face">The face of the first step to which <em>Back</em> returns: <see cref="EnrollmentStep.Scan"/> or <see cref="EnrollmentStep.Manual"/>.</param>
public sealed record EnrollmentSession(EnrollmentStep Step, EnrollmentStep Face)
{
    /// <summary>How long a pending key can be proven, from its creation: 30 minutes.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>The wizard as it opens.</summary>
    public static EnrollmentSession Start { get; } = new(EnrollmentStep.Scan, EnrollmentStep.Scan);

    /// <summary>From the QR code to the key by hand.</summary>
    public EnrollmentSession EnterByHand() => Step == EnrollmentStep.Scan ? new(EnrollmentStep.Manual, EnrollmentStep.Manual) : this;

    /// <summary>From the key by hand to the QR code.</summary>
    public EnrollmentSession ShowQrCode() => Step == EnrollmentStep.Manual ? Start : this;

    /// <summary>On to the code.</summary>
    public EnrollmentSession Next() => Step is EnrollmentStep.Scan or EnrollmentStep.Manual ? new(EnrollmentStep.Code, Face) : this;

    /// <summary>From the code back to the face it was reached from.</summary>
    public EnrollmentSession Back() => Step == EnrollmentStep.Code ? this with { Step = Face } : this;

    /// <summary>After the right code.</summary>
    public EnrollmentSession Finish() => Step == EnrollmentStep.Code ? this with { Step = EnrollmentStep.Finished } : this;
}
