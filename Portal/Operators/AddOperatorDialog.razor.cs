using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain;
using Portal.Security;
using Portal.Shell;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Invites somebody, by mail or with a link to hand over.</summary>
public partial class AddOperatorDialog
{
    /// <summary>The name of the field, as the browser keeps it while a page is lost.</summary>
    public const string NameField = "invite-name";

    /// <summary>As <see cref="NameField"/>, of the address.</summary>
    public const string EmailField = "invite-email";

    private const string RoleField = "invite-role";
    private const string LoginField = "invite-login";
    private const string LanguageField = "invite-language";
    private const string OverrideField = "invite-override";

    private ElementReference nameField;
    private ElementReference emailField;
    private ElementReference done;
    private string name = "";
    private string email = "";
    private OperatorRole role = OperatorRole.Basic;
    private string language = Languages.Default;
    private LoginOptions login = LoginOptions.Password;
    private TwoFactorPolicy? own;
    private string? nameFault;
    private string? emailFault;
    private Refusal? refused;
    private Invited? made;
    private string shownName = "";
    private bool isDelivered = true;
    private bool busy;
    private Moves focusMoves;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private Invitations Invitations { get; set; } = null!;

    [Inject]
    private Unsaved Unsaved { get; set; } = null!;

    private enum Moves
    {
        Nowhere,
        ToName,
        ToEmail,
        ToDone,
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        (name, email) = (Unsaved.Take(NameField) ?? "", Unsaved.Take(EmailField) ?? "");
        NoteWhatIsTyped();
        language = Unsaved.Take(LanguageField) ?? State.Account.Language;
        role = Enum.TryParse<OperatorRole>(Unsaved.Take(RoleField), out var chosen) ? chosen : role;
        login = Enum.TryParse<LoginOptions>(Unsaved.Take(LoginField), out var ways) ? ways
            : State.Account.HasSingleSignOn ? State.Account.DefaultLoginOptions : login;
        own = Enum.TryParse<TwoFactorPolicy>(Unsaved.Take(OverrideField), out var policy) ? policy : null;
        isDelivered = await Invitations.MailIsDeliveredAsync(State.Actor);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var to = firstRender ? Moves.ToName : focusMoves;
        focusMoves = Moves.Nowhere;
        switch (to)
        {
            case Moves.ToName:
                await nameField.FocusAsync();
                break;
            case Moves.ToEmail:
                await emailField.FocusAsync();
                break;
            case Moves.ToDone:
                await done.FocusAsync();
                break;
            case Moves.Nowhere:
                break;
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Unsaved.Drop(this);
        base.Dispose(disposing);
    }

    private static string? Css(string? fault) => fault is null ? null : "err";

    private static string? Invalid(string? fault) => fault is null ? null : "true";

    private void OnTyped(ref string? fault)
    {
        fault = null;
        NoteWhatIsTyped();
    }

    private void NoteWhatIsTyped()
    {
        if (made is null && (name.Length > 0 || email.Length > 0))
        {
            Unsaved.Keep(this, Words.AddOperator);
        }
        else
        {
            Unsaved.Drop(this);
        }
    }

    // It begins with what holds now, so that ticking by itself changes nothing for whoever is invited.
    private void Tick(ChangeEventArgs args) => own = args.Value is true ? State.Account.Default : null;

    private async Task InviteAsync(bool byMail)
    {
        refused = null;
        nameFault = Entry.TryName(name, out var tidyName) ? null : Words.NameFault(Entry.LongestName);
        emailFault = Entry.TryEmail(email, out _) ? null : string.IsNullOrWhiteSpace(email) ? Words.EnterTheirEmail : Words.EmailMalformed;
        if (nameFault is not null || emailFault is not null)
        {
            focusMoves = nameFault is not null ? Moves.ToName : Moves.ToEmail;
            return;
        }

        busy = true;
        var outcome = await Prompt.AroundAsync(() => State.ThenRefreshAsync(Invitations.InviteAsync(State.Actor, new(name, email, role, language, login == LoginOptions.SingleSignOn ? null : own, login), byMail)));
        (busy, made, shownName) = (false, outcome.Value, tidyName!);
        NoteWhatIsTyped();
        if (outcome.Refused == Refusal.EmailTaken)
        {
            (emailFault, focusMoves) = (RefusalWords.Of(Refusal.EmailTaken), Moves.ToEmail);
            return;
        }

        refused = outcome.Refused == Refusal.ProofNeeded ? null : outcome.Refused;
        focusMoves = made is { Link: null } ? Moves.ToDone : Moves.Nowhere;
    }
}
