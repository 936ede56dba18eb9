using System.Collections.Concurrent;

namespace Portal.Tests.Support;

/// <summary>A sign-in that somebody was told of.</summary>
/// <param name="Operator">Whose.</param>
/// <param name="Step">The time step of its code; <see langword="null"/> when a recovery code opened it.</param>
/// <param name="RecoveryCode">The recovery code.</param>
public sealed record ToldSignIn(Guid Operator, long? Step, string? RecoveryCode);

/// <summary>What clients were told while servers were being killed, which has to be there afterwards, and what they tried, beyond which nothing may be.</summary>
public sealed class KillLedger
{
    /// <summary>How often a code was sent, of an app or a recovery code, by operator.</summary>
    public ConcurrentDictionary<Guid, int> CodesSent { get; } = new();

    /// <summary>How many recovery codes were sent, by operator.</summary>
    public ConcurrentDictionary<Guid, int> RecoveryCodesSent { get; } = new();

    /// <summary>Sign-ins whose answer came.</summary>
    public ConcurrentQueue<ToldSignIn> SignIns { get; } = new();

    /// <summary>Operators who asked for another password, once each, and were told that a mail is on its way.</summary>
    public ConcurrentQueue<Guid> Asked { get; } = new();

    /// <summary>How many processes were killed. Each may have had one mail in hand, which then comes again as the very same.</summary>
    public int Killed { get; set; }

    /// <summary>How much was told.</summary>
    public int Count => SignIns.Count + Asked.Count;
}

/// <summary>A mail that a mail server has taken.</summary>
/// <param name="MessageId">Its Message-ID (RFC 5322 §3.6.4).</param>
/// <param name="Content">What its reader sees, link included.</param>
public sealed record TakenCopy(string MessageId, string Content);

/// <summary>What is in the database, and at the mail server, once all is quiet.</summary>
/// <param name="SignIns">Sign-ins in the record, by operator.</param>
/// <param name="Sessions">Sessions, by operator.</param>
/// <param name="Steps">The last time step that was accepted, by operator.</param>
/// <param name="RecoveryCodesSpent">Recovery codes that are spent, by operator.</param>
/// <param name="Mails">Message-IDs of the mails to those who asked, by operator.</param>
/// <param name="Taken">What the mail server has taken.</param>
/// <param name="RecordFault">What is wrong with the seals of the record; <see langword="null"/> for nothing.</param>
public sealed record KillFound(
    IReadOnlyDictionary<Guid, int> SignIns,
    IReadOnlyDictionary<Guid, int> Sessions,
    IReadOnlyDictionary<Guid, long> Steps,
    IReadOnlyDictionary<Guid, int> RecoveryCodesSpent,
    ILookup<Guid, string> Mails,
    IReadOnlyList<TakenCopy> Taken,
    string? RecordFault)
{
    /// <summary>Holds what was told against what is there: a sentence for each thing that was lost, or done twice.</summary>
    public IEnumerable<string> Faults(KillLedger told)
    {
        foreach (var (who, signIns) in told.SignIns.GroupBy(each => each.Operator).Select(group => (group.Key, group.ToList())))
        {
            if (SignIns.GetValueOrDefault(who) < signIns.Count || Sessions.GetValueOrDefault(who) < signIns.Count)
            {
                yield return $"{who} was told of {signIns.Count} sign-ins; there are {SignIns.GetValueOrDefault(who)} in the record and {Sessions.GetValueOrDefault(who)} sessions.";
            }

            if (signIns.Max(each => each.Step) > Steps.GetValueOrDefault(who))
            {
                yield return $"{who} used the code of step {signIns.Max(each => each.Step)}; the last one that is remembered is {Steps.GetValueOrDefault(who)}.";
            }

            if (RecoveryCodesSpent.GetValueOrDefault(who) < signIns.Count(each => each.RecoveryCode is not null))
            {
                yield return $"{who} used {signIns.Count(each => each.RecoveryCode is not null)} recovery codes; spent are {RecoveryCodesSpent.GetValueOrDefault(who)}.";
            }

            foreach (var twice in signIns.GroupBy(each => (each.Step, each.RecoveryCode)).Where(group => group.Count() > 1))
            {
                yield return $"{who} got in {twice.Count()} times with one code ({(twice.Key.Step is { } step ? $"step {step}" : "a recovery code")}).";
            }
        }

        foreach (var (who, found) in SignIns.Where(each => each.Value > told.CodesSent.GetValueOrDefault(each.Key)))
        {
            yield return $"{who} sent {told.CodesSent.GetValueOrDefault(who)} codes; there are {found} sign-ins in the record.";
        }

        foreach (var (who, found) in Sessions.Where(each => each.Value > told.CodesSent.GetValueOrDefault(each.Key)))
        {
            yield return $"{who} sent {told.CodesSent.GetValueOrDefault(who)} codes; there are {found} sessions.";
        }

        foreach (var (who, spent) in RecoveryCodesSpent.Where(each => each.Value > told.RecoveryCodesSent.GetValueOrDefault(each.Key)))
        {
            yield return $"{who} sent {told.RecoveryCodesSent.GetValueOrDefault(who)} recovery codes; spent are {spent}.";
        }

        foreach (var mails in Mails.Where(mails => mails.Count() > 1))
        {
            yield return $"{mails.Key} asked once at most; there are {mails.Count()} mails.";
        }

        foreach (var who in told.Asked.Where(who => !Mails[who].Any()))
        {
            yield return $"{who} was told that a mail is on its way; there is none.";
        }

        var taken = Taken.ToLookup(copy => copy.MessageId);
        foreach (var mail in Mails.SelectMany(group => group).Where(id => !taken[id].Any()))
        {
            yield return $"The mail {mail} never reached the mail server.";
        }

        foreach (var copies in taken.Where(copies => copies.DistinctBy(copy => copy.Content).Count() > 1))
        {
            yield return $"The mail {copies.Key} came more than once, and not as the very same.";
        }

        if (Taken.Count - taken.Count > told.Killed)
        {
            yield return $"{Taken.Count - taken.Count} mails came once more; of {told.Killed} processes that were killed each can have had one in hand.";
        }

        if (RecordFault is not null)
        {
            yield return RecordFault;
        }
    }
}
