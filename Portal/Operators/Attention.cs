using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Mails that were given up.</summary>
/// <param name="Count">How many.</param>
/// <param name="LastAddress">Where the last one was to go.</param>
/// <param name="LastAt">When it was given up.</param>
public sealed record GivenUpMail(int Count, string LastAddress, DateTimeOffset LastAt);

/// <summary>An invitation that nobody accepted in time.</summary>
/// <param name="OperatorId">Who was invited.</param>
/// <param name="Name">Their name.</param>
/// <param name="At">When it expired.</param>
public sealed record ExpiredInvitation(Guid OperatorId, string Name, DateTimeOffset At);

/// <summary>What needs an administrator, by urgency.</summary>
/// <param name="Help">Who asks for help.</param>
/// <param name="GivenUp">Mails that were given up lately; <see langword="null"/> for none.</param>
/// <param name="Invitations">Invitations that have expired.</param>
public sealed record AttentionReport(
    IReadOnlyList<WaitingHelp> Help, GivenUpMail? GivenUp, IReadOnlyList<ExpiredInvitation> Invitations)
{
    /// <summary>What whoever may not see it sees.</summary>
    public static AttentionReport None { get; } = new([], null, []);
}

/// <summary>Reads what needs an administrator. For pages of administrators, who alone may see it.</summary>
public sealed class Attention(PortalContexts contexts, HelpRequests help, TimeProvider clock)
{
    // What was given up longer ago is for the operator's own page.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>Reads it as it is now.</summary>
    public async Task<AttentionReport> ReadAsync(Guid accountId)
    {
        await using var db = contexts.For(accountId);
        return new(
            await help.WaitingAsync(accountId),
            await GivenUpAsync(db),
            await ExpiredAsync(db));
    }

    private async Task<GivenUpMail?> GivenUpAsync(PortalDbContext db)
    {
        var since = clock.GetUtcNow() - Lately;
        var mails = db.Mails.AsNoTracking().Where(mail => mail.SetAsideAt > since);
        var last = await mails.OrderByDescending(mail => mail.SetAsideAt).Select(mail => new { mail.ToAddress, mail.SetAsideAt }).FirstOrDefaultAsync();
        return last is null ? null : new(await mails.CountAsync(), last.ToAddress, last.SetAsideAt!.Value);
    }

    // The newest link of each counts: a new one takes the place of those before it.
    private async Task<List<ExpiredInvitation>> ExpiredAsync(PortalDbContext db)
    {
        var now = clock.GetUtcNow();
        var invited = await db.Operators.AsNoTracking()
            .Where(person => person.State == OperatorState.Invited)
            .OrderBy(person => person.Name)
            .Select(person => new
            {
                person.Id,
                person.Name,
                EndsAt = db.Links.Where(link => link.OperatorId == person.Id && link.Purpose == LinkPurpose.Invitation)
                    .OrderByDescending(link => link.CreatedAt).Select(link => link.VoidedAt == null ? link.ExpiresAt : null).FirstOrDefault(),
            })
            .Where(person => person.EndsAt <= now)
            .ToListAsync();
        return [.. invited.Select(person => new ExpiredInvitation(person.Id, person.Name, person.EndsAt!.Value))];
    }
}
