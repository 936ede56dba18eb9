using Portal.Data;

namespace Portal.Security;

/// <summary>The section <c>Session</c> of the settings.</summary>
public sealed class SessionOptions
{
    public const string Section = "Session";

    /// <summary>How long a session lasts without a person doing anything.</summary>
    public TimeSpan Idle { get; init; }

    /// <summary>How long a session lasts whatever happens.</summary>
    public TimeSpan Absolute { get; init; }
}

/// <summary>Names every fault of the section at once.</summary>
public sealed class SessionOptionsValidator : FaultFinder<SessionOptions>
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    /// <inheritdoc />
    protected override IEnumerable<string> Faults(SessionOptions options)
    {
        if (options.Idle < Shortest || options.Idle > Longest)
        {
            yield return $"Session:Idle is {options.Idle}; it must be from {Shortest} (hours:minutes:seconds) to {Longest} (days.hours:minutes:seconds).";
        }

        if (options.Absolute < options.Idle || options.Absolute > Longest)
        {
            yield return $"Session:Absolute is {options.Absolute}; it must be from Session:Idle to {Longest}.";
        }
    }
}
