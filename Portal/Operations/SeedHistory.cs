using Portal.Audit;
using Portal.Data;
using Portal.Domain;

namespace Portal.Operations;

/// <summary>What the record says of people who are made up, in the order in which it happened.</summary>
internal sealed class SeedHistory
{
    private readonly SeedPerson[] people;
    private readonly SeedPerson[] administrators;
    private readonly DateTimeOffset[] since;
    private readonly int salt;
    private readonly List<Happening> happenings;

    private SeedHistory(SeedPerson[] people, Random random)
    {
        this.people = people;
        administrators = [.. people.Where(person => person is { Role: OperatorRole.Administrator, State: OperatorState.Active, AcceptedAt: not null }).OrderBy(person => person.AcceptedAt)];
        since = [.. administrators.Select(person => person.AcceptedAt!.Value)];
        salt = random.Next();
        happenings = new(people.Length * 4);
        for (var which = 0; which < people.Length; which++)
        {
            Note(which);
        }

        happenings.Sort();
    }

    /// <summary>How many entries there are.</summary>
    public int Count => happenings.Count;

    /// <summary>The history of some people.</summary>
    public static SeedHistory Of(SeedPerson[] people, Random random) => new(people, random);

    /// <summary>The administrator who did something to somebody; <see langword="null"/> where it was the command line, since there was nobody yet.</summary>
    public SeedPerson? AdministratorAt(DateTimeOffset at, SeedPerson subject)
    {
        var there = Array.BinarySearch(since, at) is var found && found < 0 ? ~found : found;

        // Always the same one for the same act, in whatever order it is asked.
        return there == 0 ? null : administrators[(int)((uint)(salt ^ (int)at.ToUnixTimeMilliseconds()) % (uint)there)] is var who && who != subject ? who : null;
    }

    /// <summary>An entry of the record.</summary>
    /// <param name="which">Its place.</param>
    /// <param name="number">Its number in the record.</param>
    /// <param name="accountId">The account.</param>
    public AuditEntry EntryOf(int which, long number, Guid accountId)
    {
        var (at, index, action) = happenings[which];
        var person = people[index];
        var isOwn = action is AuditAction.InvitationAccepted or AuditAction.TwoFactorSetUp or AuditAction.SignedIn;
        var actor = isOwn ? person : AdministratorAt(at, person);
        var (before, after, reason) = Values(person, action, at);
        return new()
        {
            Id = number,
            AccountId = accountId,
            At = at,
            Action = action.ToString(),
            ActorId = actor?.Id,
            ActorName = actor?.Name ?? AuditLog.CommandLine,
            SubjectId = person.Id,
            SubjectName = person.Name,
            Before = before,
            After = after,
            Reason = reason,
            Address = actor?.Address ?? "",
            UserAgent = actor?.UserAgent ?? "",
        };
    }

    private static (string? Before, string? After, string? Reason) Values(SeedPerson person, AuditAction action, DateTimeOffset at) => action switch
    {
        AuditAction.OperatorCreated or AuditAction.OperatorInvited => (null, person.Role.ToString(), null),
        AuditAction.SignedIn => (null, MethodAt(person, at).ToString(), null),
        AuditAction.OverrideChanged => (null, person.OverrideUntil is { } until ? $"{person.Override} until {until:O}" : person.Override.ToString(), person.OverrideReason),
        AuditAction.OperatorDeactivated => (nameof(OperatorState.Active), nameof(OperatorState.Deactivated), null),
        _ => default,
    };

    private static SignInMethod? MethodAt(SeedPerson person, DateTimeOffset at) =>
        person.LastSignInWith == SignInMethod.PasswordAndCode && at < person.SetUpAt ? SignInMethod.Password : person.LastSignInWith;

    private void Note(int which)
    {
        var person = people[which];
        Add(person.CreatedAt, person.IsByHand ? AuditAction.OperatorCreated : AuditAction.OperatorInvited);
        Add(person.AcceptedAt, AuditAction.InvitationAccepted);
        Add(person.SetUpAt, AuditAction.TwoFactorSetUp);
        foreach (var at in person.SignIns)
        {
            Add(at, AuditAction.SignedIn);
        }

        Add(person.OverrideAt, AuditAction.OverrideChanged);
        Add(person.DeactivatedAt, AuditAction.OperatorDeactivated);

        void Add(DateTimeOffset? at, AuditAction action)
        {
            if (at is { } when)
            {
                happenings.Add(new(when, which, action));
            }
        }
    }

    /// <summary>That something happened to somebody. Of what happened at once, the order of the fields decides.</summary>
    private readonly record struct Happening(DateTimeOffset At, int Who, AuditAction Action) : IComparable<Happening>
    {
        public int CompareTo(Happening other) =>
            At.CompareTo(other.At) is var byTime and not 0 ? byTime
            : Who.CompareTo(other.Who) is var byPerson and not 0 ? byPerson
            : Order(Action).CompareTo(Order(other.Action));

        // Nobody signs in before having accepted.
        private static int Order(AuditAction action) => action switch
        {
            AuditAction.OperatorCreated or AuditAction.OperatorInvited => 0,
            AuditAction.InvitationAccepted => 1,
            AuditAction.TwoFactorSetUp => 2,
            _ => 3,
        };
    }
}
