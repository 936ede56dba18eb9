using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Security;
using Portal.Texts;

namespace Portal.Shell;

/// <summary>A detail that is shown, and changed in place.</summary>
public partial class DetailRow
{
    private ElementReference field;
    private ElementReference change;
    private bool isOpen;
    private bool isSaving;
    private bool isDrawnOpen;
    private bool movesFocus;
    private string draft = "";
    private string? fault;

    /// <summary>The field's name in code, the same in every language and once on a page.</summary>
    [Parameter, EditorRequired]
    public required string Field { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>The value as it is kept.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>The value as it is shown; without it as the choices name it, or as it is kept.</summary>
    [Parameter]
    public string? Display { get; set; }

    /// <summary>What it is for, in a few grey words.</summary>
    [Parameter]
    public string? Use { get; set; }

    /// <summary>How to fill it in, shown while it is open.</summary>
    [Parameter]
    public string? Help { get; set; }

    /// <summary>Whether it is written and never read: the field begins empty and hides what is typed.</summary>
    [Parameter]
    public bool IsSecret { get; set; }

    /// <summary>The values that can be chosen, with their names; without them it is typed.</summary>
    [Parameter]
    public IReadOnlyDictionary<string, string>? Choices { get; set; }

    /// <summary>Longest input, in characters.</summary>
    [Parameter]
    public int Longest { get; set; } = 100;

    /// <summary>What is said of input that does not fit.</summary>
    [Parameter]
    public string? Fault { get; set; }

    [Parameter]
    public bool CanChange { get; set; } = true;

    /// <summary>What else can be done with the value, before <em>Change</em>.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>Saves the new value.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Task<Outcome<Nothing>>> Act { get; set; }

    /// <summary>The value was saved.</summary>
    [Parameter]
    public EventCallback OnSaved { get; set; }

    [Inject]
    private Unsaved Unsaved { get; set; } = null!;

    private string Id => $"detail-{Field}";

    private string Shown => Display ?? (Choices is not null && Choices.TryGetValue(Value, out var name) ? name : Value);

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Unsaved.BroughtBack += BringBack;
        BringBack();
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Unsaved.BroughtBack -= BringBack;
        Unsaved.Drop(this);
        base.Dispose(disposing);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // An earlier drawing may be acknowledged in between, when what is to have the focus is not on the page yet.
        if (movesFocus && isDrawnOpen == isOpen)
        {
            movesFocus = false;
            await (isOpen ? field : change).FocusAsync();
        }
    }

    private void Open() => (isOpen, movesFocus, draft, fault) = (true, true, Value, null);

    private void Close()
    {
        (isOpen, movesFocus, fault) = (false, true, null);
        Unsaved.Drop(this);
    }

    private void BringBack()
    {
        if (CanChange && Unsaved.Take(Field) is { } text && text != Value)
        {
            Open();
            draft = text;
            OnTyped();
            StateHasChanged();
        }
    }

    private void OnTyped()
    {
        fault = null;
        if (draft == Value)
        {
            Unsaved.Drop(this);
        }
        else
        {
            Unsaved.Keep(this, Label);
        }
    }

    private void OnKeyAsync(KeyboardEventArgs args)
    {
        if (args.Key == "Escape")
        {
            Close();
        }
    }

    private async Task SaveAsync()
    {
        if (isSaving)
        {
            return;
        }

        isSaving = true;
        try
        {
            var outcome = await State.ThenRefreshAsync(Act(draft));
            if (outcome.IsDone)
            {
                Close();
                await OnSaved.InvokeAsync();
                return;
            }

            movesFocus = true;
            fault = outcome.Refused switch
            {
                Refusal.Invalid => Fault ?? Words.RefusedInvalid,
                Refusal.ProofNeeded => null,
                { } why => $"{Words.NotSaved} {RefusalWords.Of(why)}",
                null => null,
            };
        }
        finally
        {
            isSaving = false;
        }
    }
}
