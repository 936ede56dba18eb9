using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Domain;
using Portal.Shell;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>End and reason of the override of one operator: shown, and changed in place.</summary>
public partial class OverrideTerms
{
    private const string DayId = "override-day";
    private const string ReasonId = "override-reason";

    private ElementReference dayField;
    private ElementReference reasonField;
    private ElementReference change;
    private bool isOpen;
    private bool isSaving;
    private bool isDrawnOpen;
    private bool movesFocus;
    private string lastDay = "";
    private string reason = "";
    private string? dayFault;
    private string? reasonFault;
    private DateTimeOffset? opened;

    /// <summary>The operator who is looked at, who has an override.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    /// <summary>
    /// Saves the last day (<see langword="null"/> for no end) and the reason, over what stood there when the form was opened; answers
    /// whether it was done.
    /// </summary>
    [Parameter, EditorRequired]
    public required Func<DateOnly?, string, DateTimeOffset?, Task<bool>> Save { get; set; }

    [Inject]
    private Unsaved Unsaved { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(State.Account.TimeZone);

    private DateOnly Today => DateOnly.FromDateTime(State.Account.Local(Clock.GetUtcNow()).DateTime);

    private DateOnly Latest => Today.AddYears(TwoFactorSettings.LongestOverrideYears);

    private string Kept => Who.OverrideUntil is { } until ? Iso(DayEnd.LastDay(until, Zone)) : "";

    private string Ends => Who.OverrideUntil is { } until
        ? Words.OverrideEndsThen(When.MomentCapital(State.Account.Local(until.AddMinutes(-1)), State.Account.Local(Clock.GetUtcNow())), Who.OverrideAfter)
        : Words.OverrideEndsNever;

    private bool IsAsKept => lastDay == Kept && reason.Trim() == (Who.OverrideReason ?? "");

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Unsaved.BroughtBack += BringBack;
        BringBack();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // An earlier drawing may be acknowledged in between, when what is to have the focus is not on the page yet.
        if (movesFocus && isDrawnOpen == isOpen)
        {
            movesFocus = false;
            await (!isOpen ? change : reasonFault is not null && dayFault is null ? reasonField : dayField).FocusAsync();
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Unsaved.BroughtBack -= BringBack;
        Unsaved.Drop(this);
        base.Dispose(disposing);
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Css(string? fault) => fault is null ? null : "err";

    private static string? Invalid(string? fault) => fault is null ? null : "true";

    private void Open()
    {
        opened = Who.OverrideChanged?.At;
        (isOpen, movesFocus, lastDay, reason, dayFault, reasonFault) = (true, true, Kept, Who.OverrideReason ?? "", null, null);
    }

    private void Close()
    {
        (isOpen, movesFocus) = (false, true);
        Unsaved.Drop(this);
    }

    private void BringBack()
    {
        var (day, words) = (Unsaved.Take(DayId), Unsaved.Take(ReasonId));
        if (day is not null || words is not null)
        {
            Open();
            (lastDay, reason) = (day ?? lastDay, words ?? reason);
            NoteWhatIsTyped();
            StateHasChanged();
        }
    }

    private void OnTyped(out string text, ChangeEventArgs args)
    {
        text = args.Value as string ?? "";
        (dayFault, reasonFault) = (null, null);
        NoteWhatIsTyped();
    }

    private void NoteWhatIsTyped()
    {
        if (IsAsKept)
        {
            Unsaved.Drop(this);
        }
        else
        {
            Unsaved.Keep(this, Words.OverrideTerms);
        }
    }

    private void OnKey(KeyboardEventArgs args)
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

        if (IsAsKept)
        {
            Close();
            return;
        }

        var isDay = DateOnly.TryParseExact(lastDay, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        dayFault = lastDay.Length == 0 || lastDay == Kept || (isDay && day >= Today && day <= Latest) ? null : Words.OverrideDayFault(TwoFactorSettings.LongestOverrideYears);
        reasonFault = Entry.TryReason(reason, out _) ? null : Words.ReasonUnfit(Entry.LongestReason);
        if (dayFault is not null || reasonFault is not null)
        {
            movesFocus = true;
            return;
        }

        isSaving = true;
        try
        {
            if (await Save(lastDay.Length == 0 ? null : day, reason, opened))
            {
                Close();
            }
        }
        finally
        {
            isSaving = false;
        }
    }
}
