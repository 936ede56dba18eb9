using Microsoft.AspNetCore.Components;
using Portal.Texts;

namespace Portal.Enrollment;

/// <summary>Takes the code.</summary>
public partial class CodeStep : ComponentBase
{
    private ElementReference input;

    /// <summary>The name that apps show above the code.</summary>
    [Parameter, EditorRequired]
    public required string Issuer { get; set; }

    /// <summary>Whose code it is.</summary>
    [Parameter, EditorRequired]
    public required string Email { get; set; }

    /// <summary>What stands in the input.</summary>
    [Parameter, EditorRequired]
    public required string Value { get; set; }

    /// <summary>Something was typed.</summary>
    [Parameter]
    public EventCallback<string> ValueChanged { get; set; }

    /// <summary>What to say about the last try; <see langword="null"/> before the first.</summary>
    [Parameter]
    public CodeTry? Last { get; set; }

    /// <summary>Puts the cursor where the code goes.</summary>
    public ValueTask FocusAsync() => input.FocusAsync();

    private static string ClockIs(TimeSpan drift)
    {
        // The hint begins two steps away, so at a minute; halves are rounded up.
        var minutes = (int)Math.Round(Math.Abs(drift.TotalMinutes), MidpointRounding.AwayFromZero);
        return drift < TimeSpan.Zero ? Words.ClockBehind(minutes) : Words.ClockAhead(minutes);
    }

    // Bound, not set by hand: over a slow connection an answer to one digit must not wipe out the next, typed meanwhile.
    private Task ChangeAsync(string? typed) => ValueChanged.InvokeAsync(typed ?? "");
}
