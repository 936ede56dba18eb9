using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>An invitation in words, as things stand.</summary>
public static class InvitationWords
{
    /// <summary>In the column <em>Last sign-in</em>: whether there still is a link that works.</summary>
    public static string InList(OperatorSnapshot who, DateTimeOffset now) =>
        who.Invitation?.WorksAt(now) == true ? Words.Invited : Words.InvitationExpired;

    /// <summary>Who invited and when, and until when the link works, or since when it does not.</summary>
    public static string SentenceOf(InvitationSnapshot? invitation, AccountSnapshot account, DateTimeOffset now) => invitation is null
        ? LinkOf(invitation, account, now)
        : $"{Words.InvitedBy(invitation.ByName, When.Moment(account.Local(invitation.At), account.Local(now)))} {LinkOf(invitation, account, now)}";

    private static string LinkOf(InvitationSnapshot? invitation, AccountSnapshot account, DateTimeOffset now) => invitation switch
    {
        null => Words.NoInvitation,
        { IsVoid: true } => Words.InvitationIsVoid,
        { EndsAt: null } => Words.InvitationWorksFromSending((int)Security.OneTimeLinks.InvitationLife.TotalDays),
        { EndsAt: { } end } when end > now => Words.InvitationWorksUntil(Day(account, end)),
        { EndsAt: { } end } => Words.InvitationIsOver(Day(account, end)),
    };

    /// <summary>Where its mail stands; <see langword="null"/> when there is nothing more to say of it.</summary>
    public static string? MailOf(InvitationSnapshot invitation, AccountSnapshot account, DateTimeOffset now) => invitation switch
    {
        { IsVoid: true } => null,
        { Mail: null } => Words.InvitationHandedOver,
        { Mail.HasFailed: true } => Words.InvitationMailFailed,
        { Mail.SentAt: { } at } when account.MailGoesToFolder => Words.InvitationMailFiled(When.Moment(account.Local(at), account.Local(now))),
        { Mail.SentAt: { } at } => Words.InvitationMailSent(When.Moment(account.Local(at), account.Local(now))),
        _ => Words.InvitationMailQueued,
    };

    /// <summary>A day and a time, as people of the account see them.</summary>
    public static string Day(AccountSnapshot account, DateTimeOffset instant) => When.Full(account.Local(instant));
}
