using Portal.Data;
using Portal.Domain;

namespace Portal.Audit;

/// <summary>Writes the record. An entry is part of the transaction of what it reports: without the entry the act fails.</summary>
public static class AuditLog
{
    /// <summary>The actor's name of what nobody in the portal did.</summary>
    public const string CommandLine = "command line";

    /// <summary>The actor's name of what the program does by itself, such as giving up a mail.</summary>
    public const string Program = "Portal";

    /// <summary>Adds an entry for something that an operator did.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="actor">Who acts, and from where.</param>
    /// <param name="actorName">The actor's name.</param>
    /// <param name="action">What was done.</param>
    /// <param name="at">When.</param>
    /// <param name="subject">The operator it was done to; <see langword="null"/> for the account as a whole.</param>
    /// <param name="before">The value before, where one changed.</param>
    /// <param name="after">The value after, where one changed.</param>
    /// <param name="reason">The actor's reason, where one was given.</param>
    /// <param name="refused">Why nothing was changed, when it was refused.</param>
    public static void Record(
        PortalDbContext db,
        Actor actor,
        string actorName,
        AuditAction action,
        DateTimeOffset at,
        Operator? subject = null,
        string? before = null,
        string? after = null,
        string? reason = null,
        string? refused = null) =>
        db.AuditEntries.Add(new()
        {
            AccountId = actor.AccountId,
            At = at,
            Action = action.ToString(),
            Refused = refused,
            ActorId = actor.OperatorId,
            ActorName = actorName,
            SessionId = actor.SessionId,
            SubjectId = subject?.Id,
            SubjectName = subject?.Name,
            Before = before,
            After = after,
            Reason = reason,
            Address = actor.Address,
            UserAgent = actor.UserAgent,
        });

    /// <summary>Adds an entry for something that the command line did, or that happened by itself.</summary>
    public static void RecordCommand(
        PortalDbContext db,
        Guid accountId,
        AuditAction action,
        DateTimeOffset at,
        Operator? subject = null,
        string? before = null,
        string? after = null,
        string? reason = null) => RecordNobody(db, CommandLine, accountId, action, at, subject, before, after, reason);

    /// <summary>Adds an entry for something that the program did by itself.</summary>
    public static void RecordProgram(
        PortalDbContext db,
        Guid accountId,
        AuditAction action,
        DateTimeOffset at,
        Operator? subject = null,
        string? before = null,
        string? after = null,
        string? reason = null) => RecordNobody(db, Program, accountId, action, at, subject, before, after, reason);

    /// <summary>Adds an entry for what somebody without a session tried by single sign-on, and was refused.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="email">The address that the provider named.</param>
    /// <param name="address">The network address it comes from.</param>
    /// <param name="userAgent">The browser as it names itself.</param>
    /// <param name="action">What was tried.</param>
    /// <param name="at">When.</param>
    /// <param name="subject">The operator concerned, where there is one.</param>
    /// <param name="refused">Why nothing came of it.</param>
    public static void RecordVisitor(
        PortalDbContext db, Guid accountId, string? email, string address, string userAgent, AuditAction action, DateTimeOffset at, Operator? subject, string refused) =>
        db.AuditEntries.Add(new()
        {
            AccountId = accountId,
            At = at,
            Action = action.ToString(),
            Refused = refused,
            ActorName = email ?? "",
            SubjectId = subject?.Id,
            SubjectName = subject?.Name,
            Address = address,
            UserAgent = userAgent,
        });

    private static void RecordNobody(
        PortalDbContext db, string actorName, Guid accountId, AuditAction action, DateTimeOffset at, Operator? subject, string? before, string? after, string? reason) =>
        db.AuditEntries.Add(new()
        {
            AccountId = accountId,
            At = at,
            Action = action.ToString(),
            ActorName = actorName,
            SubjectId = subject?.Id,
            SubjectName = subject?.Name,
            Before = before,
            After = after,
            Reason = reason,
            Address = "",
            UserAgent = "",
        });
}
