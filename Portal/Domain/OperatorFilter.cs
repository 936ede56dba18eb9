using System.Globalization;
using System.Web;

namespace Portal.Domain;

/// <summary>When operators signed in last, or why they never have.</summary>
public enum LastSignInFilter
{
    /// <summary>Within the last seven days.</summary>
    Last7Days,

    /// <summary>Not for thirty days.</summary>
    Over30Days,

    /// <summary>Not for ninety days.</summary>
    Over90Days,

    /// <summary>Accepted, or made by hand, and never signed in.</summary>
    Never,

    /// <summary>Invited, and the link works.</summary>
    Invited,

    /// <summary>Invited, and the link stops working within three days.</summary>
    InvitationEnding,

    /// <summary>Invited, and no link works any more.</summary>
    InvitationExpired,
}

/// <summary>One of the five numbers beside a value of the account default.</summary>
/// <param name="Under">The value.</param>
/// <param name="Part">Which of the numbers.</param>
public sealed record ImpactFilter(TwoFactorPolicy Under, ImpactPart Part);

/// <summary>What the list of operators is narrowed to. It has a form as the query of an address, so that a list can be shared.</summary>
public sealed record OperatorFilter
{
    /// <summary>How long before its end an override, or an invitation, is about to go.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromDays(3);

    /// <summary>Longest text that is searched for, in characters.</summary>
    public const int LongestSearch = 100;

    /// <summary>Everybody who is not deactivated.</summary>
    public static OperatorFilter Everybody { get; } = new();

    /// <summary>A part of the name or the address; empty for any.</summary>
    public string Search { get; init; } = "";

    /// <summary>The statuses under the account default as it is; none for any.</summary>
    public IReadOnlyList<TwoFactorStatus> Statuses { get; init; } = [];

    /// <summary>The effective setting.</summary>
    public TwoFactorPolicy? Setting { get; init; }

    /// <summary>Where the effective setting comes from.</summary>
    public TwoFactorOrigin? Origin { get; init; }

    public OperatorRole? Role { get; init; }

    public LoginOptions? LoginOptions { get; init; }

    public LastSignInFilter? LastSignIn { get; init; }

    /// <summary>The state; <see langword="null"/> for everybody who is not deactivated.</summary>
    public OperatorState? State { get; init; }

    /// <summary>Whether an authenticator is set up.</summary>
    public bool? IsSetUp { get; init; }

    /// <summary>Only those whose override lapses within <see cref="Soon"/>.</summary>
    public bool LapsesSoon { get; init; }

    /// <summary>Only those whom one of the numbers beside the three values counts.</summary>
    public ImpactFilter? Impact { get; init; }

    /// <summary>Whether it leaves out nobody but who is deactivated.</summary>
    public bool IsEverybody => ToQuery().Length == 0;

    /// <summary>The query of an address, without the question mark; empty for everybody.</summary>
    public string ToQuery()
    {
        var parts = new List<string>();
        Add("q", Search.Length == 0 ? null : Search);
        foreach (var status in Statuses)
        {
            Add("status", status);
        }

        Add("setting", Setting);
        Add("origin", Origin);
        Add("role", Role);
        Add("login", LoginOptions);
        Add("last", LastSignIn);
        Add("state", State);
        Add("authenticator", IsSetUp switch { true => "yes", false => "no", null => null });
        Add("lapsing", LapsesSoon ? "soon" : null);
        Add("impact", Impact is null ? null : $"{Impact.Under}.{Impact.Part}");
        return string.Join('&', parts);

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                parts.Add($"{name}={Uri.EscapeDataString(string.Create(CultureInfo.InvariantCulture, $"{value}"))}");
            }
        }
    }

    /// <summary>Reads the query of an address. What it does not know is left out: an address is typed, shortened and shared by people.</summary>
    public static OperatorFilter Parse(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        return new()
        {
            Search = Entry.TryReason(values["q"], out var search) && search.Length <= LongestSearch ? search : "",
            Statuses = [.. (values.GetValues("status") ?? []).Select(Known<TwoFactorStatus>).OfType<TwoFactorStatus>().Distinct()],
            Setting = Known<TwoFactorPolicy>(values["setting"]),
            Origin = Known<TwoFactorOrigin>(values["origin"]),
            Role = Known<OperatorRole>(values["role"]),
            LoginOptions = Known<LoginOptions>(values["login"]),
            LastSignIn = Known<LastSignInFilter>(values["last"]),
            State = Known<OperatorState>(values["state"]),
            IsSetUp = values["authenticator"] switch { "yes" => true, "no" => false, _ => null },
            LapsesSoon = values["lapsing"] == "soon",
            Impact = values["impact"]?.Split('.') is [var under, var part] && Known<TwoFactorPolicy>(under) is { } policy && Known<ImpactPart>(part) is { } which
                ? new(policy, which)
                : null,
        };
    }

    // By its name alone: a number would be read too, defined or not.
    private static T? Known<T>(string? name)
        where T : struct, Enum =>
        name is not null && Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name) : null;
}
