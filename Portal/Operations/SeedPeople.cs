using Portal.Domain;

namespace Portal.Operations;

/// <summary>An operator who is made up, with what has happened since.</summary>
internal sealed class SeedPerson
{
    public Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Email { get; init; }

    public required string? Language { get; init; }

    public OperatorRole Role { get; init; }

    public LoginOptions LoginOptions { get; init; }

    /// <summary>Where the sign-ins come from.</summary>
    public required string Address { get; init; }

    public required string UserAgent { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Made by hand, and never there since; else invited.</summary>
    public bool IsByHand { get; init; }

    /// <summary>When the invitation was accepted; <see langword="null"/> for not yet, or for whoever was made by hand.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? SetUpAt { get; init; }

    /// <summary>Sign-ins, the last one at the end.</summary>
    public DateTimeOffset[] SignIns { get; init; } = [];

    public SignInMethod? LastSignInWith { get; init; }

    public TwoFactorPolicy? Override { get; init; }

    public DateTimeOffset? OverrideAt { get; init; }

    public DateTimeOffset? OverrideUntil { get; init; }

    public string? OverrideReason { get; init; }

    public DateTimeOffset? DeactivatedAt { get; init; }

    public OperatorState State => DeactivatedAt is not null ? OperatorState.Deactivated
        : AcceptedAt is null && !IsByHand ? OperatorState.Invited
        : OperatorState.Active;
}

/// <summary>Makes people up: the same ones from the same numbers.</summary>
internal static class SeedPeople
{
    // However large a company is, a handful administers it.
    private const double MostAdministrators = 30;

    /// <summary>Since when there have been some.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2 * 365);

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    // Of the invitations that nobody has accepted yet, about half still work.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(42);

    private static readonly string[] Reasons =
    [
        "Phone is being repaired", "New phone ordered", "Shared desk at the reception, no phones allowed", "Parental leave", "Asked for by the security officer",
        "Werkt tijdelijk zonder telefoon", "Balie: geen telefoons toegestaan", "Neues Telefon ist bestellt", "Téléphone perdu, remplacement en cours", "Handles payments",
    ];

    private static readonly string[] UserAgents =
    [
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0",
        "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Safari/605.1.15",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1",
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
    ];

    /// <summary>So many people, in the order in which they came.</summary>
    /// <param name="count">How many.</param>
    /// <param name="random">Decides.</param>
    /// <param name="taken">Normalised addresses that somebody has; the new ones are added.</param>
    /// <param name="now">The time.</param>
    /// <param name="zone">Where they are.</param>
    public static SeedPerson[] Make(int count, Random random, HashSet<string> taken, DateTimeOffset now, TimeZoneInfo zone)
    {
        var people = new SeedPerson[count];
        for (var which = 0; which < count; which++)
        {
            people[which] = Next(random, Math.Min(0.01, MostAdministrators / count), taken, now, zone);
        }

        Array.Sort(people, (one, other) => one.CreatedAt.CompareTo(other.CreatedAt) is var order and not 0 ? order : string.CompareOrdinal(one.Email, other.Email));
        return people;
    }

    private static SeedPerson Next(Random random, double administrators, HashSet<string> taken, DateTimeOffset now, TimeZoneInfo zone)
    {
        var (name, email, language) = SeedNames.Next(random, taken);
        var role = random.NextDouble() < administrators ? OperatorRole.Administrator : OperatorRole.Basic;
        var login = random.NextDouble() switch { < 0.10 => LoginOptions.SingleSignOn, < 0.15 => LoginOptions.Both, _ => LoginOptions.Password };
        var (isInvited, isDeactivated, isByHand) = random.NextDouble() switch
        {
            < 0.06 => (true, false, false),
            < 0.09 => (false, true, false),
            < 0.16 => (false, false, true),
            _ => (false, false, false),
        };

        // More come each month than the month before.
        var created = isInvited ? AtWork(Back(random, now, Lately), now) : AtWork(now - (Longest * (1 - Math.Pow(random.NextDouble(), 0.7))), now);
        DateTimeOffset? accepted = isInvited || isByHand ? null : Between(random, created, Earlier(created.AddDays(9), now));
        DateTimeOffset? gone = isDeactivated ? Between(random, accepted!.Value, now) : null;
        var signIns = accepted is { } since ? SignIns(random, since, gone ?? now) : [];
        DateTimeOffset? setUp = login != LoginOptions.SingleSignOn && accepted is { } from && random.NextDouble() < (role == OperatorRole.Administrator ? 0.95 : 0.73)
            ? random.NextDouble() < 0.5 ? from : Between(random, from, signIns[^1])
            : null;
        var (own, ownAt, until, reason) = Override(random, login, accepted ?? created, gone ?? now, now, zone);
        return new()
        {
            Id = Guid.CreateVersion7(created),
            Name = name,
            Email = email,
            Language = language,
            Role = role,
            LoginOptions = login,
            Address = Network(random),
            UserAgent = UserAgents[random.Next(UserAgents.Length)],
            CreatedAt = created,
            IsByHand = isByHand,
            AcceptedAt = accepted,
            SetUpAt = setUp,
            SignIns = signIns,
            LastSignInWith = signIns.Length == 0 ? null
                : login == LoginOptions.SingleSignOn || (login == LoginOptions.Both && random.Next(2) == 0) ? SignInMethod.SingleSignOn
                : setUp is not null && own != TwoFactorPolicy.Disabled ? SignInMethod.PasswordAndCode
                : SignInMethod.Password,
            Override = own,
            OverrideAt = ownAt,
            OverrideUntil = until,
            OverrideReason = reason,
            DeactivatedAt = gone,
        };
    }

    private static (TwoFactorPolicy? Own, DateTimeOffset? At, DateTimeOffset? Until, string? Reason) Override(
        Random random, LoginOptions login, DateTimeOffset since, DateTimeOffset to, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (login == LoginOptions.SingleSignOn || random.NextDouble() >= 0.089)
        {
            return default;
        }

        var own = random.NextDouble() switch { < 0.45 => TwoFactorPolicy.Required, < 0.75 => TwoFactorPolicy.Disabled, _ => TwoFactorPolicy.Optional };
        DateTimeOffset? until = random.NextDouble() < 0.35 ? DayEnd.Of(now.AddDays(Math.Pow(random.NextDouble(), 2) * 200), zone) : null;
        var reason = random.NextDouble() < (until is null ? 0.3 : 0.8) ? Reasons[random.Next(Reasons.Length)] : null;
        return (own, Between(random, since, to), until, reason);
    }

    // The last sign-in within a year of the end, of most within some weeks; before it there were some.
    private static DateTimeOffset[] SignIns(Random random, DateTimeOffset since, DateTimeOffset to)
    {
        var last = Whole(to - (Year * Math.Pow(random.NextDouble(), 4)));
        if (last <= since)
        {
            last = Between(random, since, to);
        }

        return [.. Enumerable.Range(0, random.Next(3)).Select(_ => Between(random, since, last)).Order(), last];
    }

    private static DateTimeOffset Back(Random random, DateTimeOffset now, TimeSpan longest) => now - (longest * random.NextDouble());

    private static DateTimeOffset Between(Random random, DateTimeOffset from, DateTimeOffset to) => Whole(from + ((to - from) * random.NextDouble()));

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    // Administrators add people in office hours, Monday to Friday.
    private static DateTimeOffset AtWork(DateTimeOffset at, DateTimeOffset now)
    {
        var away = at.DayOfWeek switch { DayOfWeek.Saturday => 1, DayOfWeek.Sunday => 2, _ => 0 };
        var day = at.AddDays(-away);
        return Whole(Earlier(day.Hour is >= 8 and < 17 ? day : day - day.TimeOfDay + TimeSpan.FromHours(8) + (day.TimeOfDay / 3), now.AddMinutes(-5)));
    }

    // As instants are kept.
    private static DateTimeOffset Whole(DateTimeOffset at) => DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());

    // Networks that belong to nobody (RFC 5737, RFC 3849).
    private static string Network(Random random) => random.Next(10) switch
    {
        < 4 => $"192.0.2.{random.Next(1, 255)}",
        < 7 => $"198.51.100.{random.Next(1, 255)}",
        < 9 => $"203.0.113.{random.Next(1, 255)}",
        _ => $"2001:db8:{random.Next(1, 0xffff):x}::{random.Next(1, 0xffff):x}",
    };
}
