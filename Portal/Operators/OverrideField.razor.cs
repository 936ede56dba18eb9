using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The override of one operator, as a field that saves at a click.</summary>
public partial class OverrideField
{
    private const string BoxId = "override-box";

    private SettingSave save = null!;
    private DateTimeOffset? opened;
    private bool isChoosing;

    /// <summary>The operator who is looked at.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    // What is on its way is marked already; what was refused is put back by no longer being on its way.
    private TwoFactorPolicy? Own => save.IsSaving ? save.Clicked : Who.Override;

    private bool IsTicked => Own is not null || isChoosing;

    private TwoFactorPolicy Marked => Own ?? State.Account.Default;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        save = new(Clock, () => InvokeAsync(StateHasChanged));
        opened = Who.OverrideChanged?.At;
    }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        isChoosing &= Who.Override is null;
        if (!save.IsSaving && save.Saved is { } saved && saved.At != Who.OverrideChanged?.At)
        {
            save.Forget();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        save.Dispose();
        base.Dispose(disposing);
    }

    private async Task TickAsync(ChangeEventArgs args)
    {
        var ticked = args.Value is true;
        if (!ticked && Own is not null)
        {
            await SaveAsync(null);
        }
        else
        {
            isChoosing = ticked;
        }
    }

    private async Task ChooseAsync(TwoFactorPolicy policy)
    {
        if (policy != Own)
        {
            await SaveAsync(policy);
        }
    }

    private Task SaveAsync(TwoFactorPolicy? policy) =>
        save.RunAsync(policy, () => Prompt.AroundAsync(() => State.SetOverrideAsync(policy)));

    private async Task<bool> SaveTermsAsync(DateOnly? lastDay, string reason, DateTimeOffset? seen)
    {
        await save.RunAsync(Who.Override, () => Prompt.AroundAsync(() => State.SetOverrideTermsAsync(lastDay, reason, seen)));

        // It was the form's event, not one of this field, which says what came of it.
        StateHasChanged();
        return save.Saved is not null;
    }

    // Undo goes with what it undid; the focus stays with the field.
    private async Task UndoAsync()
    {
        await save.UndoAsync(State.UndoOverrideAsync);
        await Focus.MoveAsync(BoxId);
    }
}
