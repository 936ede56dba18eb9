using Portal.Data;
using Portal.Texts;

namespace Portal.Operations;

/// <summary>Codes are made of the time (RFC 6238): a clock that is wrong refuses right ones. Asks the system whether its clock is kept right, and the database for its own.</summary>
public sealed class ClockProbe(PortalContexts contexts, TimeProvider clock) : Probe
{
    /// <summary>How far clocks may be apart.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(5);

    /// <summary>From here on codes of phones that are right are refused: one step and what a phone may be off itself.</summary>
    public static readonly TimeSpan Wrong = TimeSpan.FromSeconds(30);

    /// <summary>Whether the system's clock is kept right; <see langword="null"/> where the system does not say.</summary>
    public Func<CancellationToken, Task<bool?>> IsKeptAsync { get; init; } = new SystemClock(clock).IsSynchronizedAsync;

    /// <inheritdoc />
    public override string Id => "clock";

    /// <inheritdoc />
    public override string Name => Words.HealthClock;

    /// <inheritdoc />
    public override async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.AcrossAccounts();
        var before = clock.GetUtcNow();
        if (await contexts.Engine.TimeAsync(db, cancellationToken) is { } there)
        {
            // Whatever the question took, the answer was given in between.
            var after = clock.GetUtcNow();
            var apart = there < before ? before - there : there > after ? there - after : TimeSpan.Zero;
            if (apart > Tolerance)
            {
                string Says() => Words.HealthClockApart((int)apart.TotalSeconds);
                string Remedy() => Words.HealthClockRemedy;
                return apart > Wrong ? Finding.Broken(Says, Remedy) : Finding.Attention(Says, Remedy);
            }
        }

        return await IsKeptAsync(cancellationToken) switch
        {
            true => Finding.Well(() => Words.HealthClockIsKept),
            false => Finding.Attention(() => Words.HealthClockIsNotKept, () => Words.HealthClockRemedy),
            null => Finding.Well(() => Words.HealthClockUnknown),
        };
    }
}
