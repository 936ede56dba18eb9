using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Security;

namespace Portal.Operators;

/// <summary>What came of saving a detail: saved, wrong in itself, refused, or given up.</summary>
public abstract record DetailAnswer
{
    private DetailAnswer() { }

    /// <summary>Saved.</summary>
    public sealed record Saved : DetailAnswer;

    /// <summary>The input does not fit, and what to do about it.</summary>
    public sealed record Faulty(string Words) : DetailAnswer;

    /// <summary>The input fits and was refused.</summary>
    public sealed record Refused(Refusal Why) : DetailAnswer;

    /// <summary>The answer for an act. Whoever closes the request for proof is left with the open row, and nothing to explain.</summary>
    public static DetailAnswer? Of<T>(Outcome<T> outcome) => outcome.Refused switch
    {
        null => new Saved(),
        Refusal.ProofNeeded => null,
        { } why => new Refused(why),
    };
}

/// <summary>One detail that can be changed in place.</summary>
public partial class DetailRow
{
    private readonly string fieldId = $"detail-{Guid.CreateVersion7():N}";
    private ElementReference field;
    private ElementReference change;
    private string draft = "";
    private string? fault;
    private Refusal? refused;
    private bool isOpen;
    private bool busy;
    private bool focusField;
    private bool focusChange;

    /// <summary>What the detail is called.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>What stands in the field when it opens.</summary>
    [Parameter]
    public string Value { get; set; } = "";

    /// <summary>The values to choose from; without them it is a field for typing.</summary>
    [Parameter]
    public IReadOnlyList<(string Value, string Text)>? Options { get; set; }

    /// <summary>Saves; <see langword="null"/> as an answer leaves the row open. Without it the detail is read only.</summary>
    [Parameter]
    public Func<string, Task<DetailAnswer?>>? OnSave { get; set; }

    /// <summary>The value as it is shown.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    private string FaultId => $"{fieldId}-fault";

    /// <inheritdoc />
    protected override void OnParametersSet() => isOpen &= OnSave is not null;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        var (toField, toChange) = (focusField, focusChange);
        (focusField, focusChange) = (false, false);
        if (toField)
        {
            await field.FocusAsync();
        }
        else if (toChange && OnSave is not null)
        {
            await change.FocusAsync();
        }
    }

    private void Open() => (isOpen, focusField, draft, fault, refused) = (true, true, Value, null, null);

    private void Close() => (isOpen, focusChange) = (false, true);

    private void OnKey(KeyboardEventArgs args)
    {
        if (args.Key == "Escape")
        {
            Close();
        }
    }

    private async Task SaveAsync()
    {
        (busy, fault, refused) = (true, null, null);
        try
        {
            switch (await OnSave!(draft))
            {
                case DetailAnswer.Saved:
                    Close();
                    break;
                case DetailAnswer.Faulty faulty:
                    (fault, focusField) = (faulty.Words, true);
                    break;
                case DetailAnswer.Refused(var why):
                    refused = why;
                    break;
            }
        }
        finally
        {
            busy = false;
        }
    }
}
