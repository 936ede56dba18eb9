using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Security;
using Portal.Shell;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The details of an operator: read, and changed in place.</summary>
public partial class GeneralTab
{
    // The new address waits to be confirmed; until then the former one holds.
    private string? asked;

    /// <summary>The operator who is looked at.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [Inject]
    private OperatorDetails Details { get; set; } = null!;

    [Inject]
    private EmailAddresses Addresses { get; set; } = null!;

    [Inject]
    private Invitations Invitations { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private Unsaved Unsaved { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private static Dictionary<string, string> Roles => Enum.GetValues<OperatorRole>().ToDictionary(role => role.ToString(), Words.Of);

    // Whoever has not accepted has no page of their own: an administrator looks.
    private bool IsInvited => Who.State == OperatorState.Invited && State.IsAdministrator;

    private bool IsSelf => Who.Id == State.Me.Id;

    // Whoever has chosen none reads the language that the page is in.
    private string Language => Languages.Knows(Who.Language) ? Who.Language! : Languages.Current;

    private string LastSignIn => IsInvited ? InvitationWords.InList(Who, Clock.GetUtcNow()) : Who is { LastSignInAt: { } at, LastSignInWith: { } method }
        ? $"{When.MomentCapital(State.Account.Local(at), State.Account.Local(Clock.GetUtcNow()))}, {Words.Of(method)}"
        : Words.NeverSignedIn;

    private async Task<Outcome<Nothing>> AskForEmailAsync(string email)
    {
        var outcome = await Prompt.AroundAsync(() => Addresses.AskAsync(State.Actor, email));
        if (outcome.Refused is { } why)
        {
            return why;
        }

        asked = outcome.Value;
        return default(Nothing);
    }

    // Of somebody who has not accepted the address is part of the invitation, which nobody's phone or password hangs on yet.
    private Task<Outcome<Nothing>> CorrectEmailAsync(string email) => IsInvited
        ? Invitations.CorrectEmailAsync(State.Actor, Who.Id, email)
        : Prompt.AroundAsync(() => Addresses.CorrectAsync(State.Actor, Who.Id, email));

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => asked = await ReadOnceAsync($"address-asked-{Who.Id}", LookForAskedAsync);

    /// <inheritdoc />
    protected override void OnChanged() => OnCircuit(async () =>
    {
        asked = await LookForAskedAsync();
        StateHasChanged();
    });

    private async Task<string?> LookForAskedAsync() => IsSelf ? await Addresses.AskedAsync(State.Actor) : null;

    private Task<Outcome<Nothing>> SetRoleAsync(string role) =>
        Prompt.AroundAsync(() => Details.SetRoleAsync(State.Actor, Who.Id, Enum.Parse<OperatorRole>(role)));

    // A circuit keeps its language: the page comes anew in the other one.
    private Task ComeAnewAsync() => Unsaved.ReloadAsync();
}
