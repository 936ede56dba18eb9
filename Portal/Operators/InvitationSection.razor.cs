using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;
using Icons = Portal.Look.Icons;

namespace Portal.Operators;

/// <summary>State and acts of an invitation.</summary>
public partial class InvitationSection
{
    private Refusal? refused;
    private bool isResent;
    private bool busy;

    /// <summary>Who is invited.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [Inject]
    private Invitations Invitations { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private DateTimeOffset Now => Clock.GetUtcNow();

    private bool HasFailed => Who.Invitation?.Mail?.HasFailed == true;

    private Look.IconShape MailIcon(InvitationSnapshot invitation) => invitation.Mail switch
    {
        null => Icons.User,
        { HasFailed: true } => Icons.MailX,
        { SentAt: not null } => State.Account.MailGoesToFolder ? Icons.MailWarning : Icons.MailCheck,
        _ => Icons.Mail,
    };

    private async Task ResendAsync()
    {
        (busy, isResent, refused) = (true, false, null);
        var outcome = await State.ThenRefreshAsync(Invitations.ResendAsync(State.Actor, Who.Id));
        (busy, isResent, refused) = (false, outcome.IsDone, outcome.Refused);
    }

    private Task HandOverAsync()
    {
        (isResent, refused) = (false, null);
        return Focus.OpenAsync(() => Dialogs.ShowAsync<HandOverDialog>(
            Words.HandOverQuestion(Who.Name), new DialogParameters<HandOverDialog> { { dialog => dialog.Who, Who } }, DialogStyle.Small));
    }

    private Task RevokeAsync()
    {
        (isResent, refused) = (false, null);
        return Focus.OpenAsync(() => Dialogs.ShowAsync<RevokeDialog>(
            Words.RevokeQuestion(Who.Name), new DialogParameters<RevokeDialog> { { dialog => dialog.Who, Who } }, DialogStyle.Small));
    }
}
