using Portal.Texts;

namespace Portal.Mail;

/// <summary>The link with which somebody who was invited joins an account.</summary>
/// <param name="InvitedBy">The administrator who invites, by name.</param>
/// <param name="IsBySso">Whether it is accepted at the account's provider, without a password.</param>
public sealed record InvitationLetter(string InvitedBy, bool IsBySso = false) : Letter
{
    /// <summary>The stored name.</summary>
    public const string Name = "invitation";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope) => new(
        Words.InvitationTitle(InvitedBy, envelope.AccountName),
        IsBySso ? Words.InvitationMailSsoLead(envelope.ToName) : Words.InvitationMailLead(envelope.ToName),
        envelope.LinkEndsAt is { } end ? [new(Words.WorksUntil, When.Full(end))] : [],
        new(Words.AcceptInvitation, envelope.Link!),
        [Words.InvitationUnexpected]);
}
