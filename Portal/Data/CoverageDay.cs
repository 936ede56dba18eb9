namespace Portal.Data;

/// <summary>How many operators had each status on one day, as it was recorded then. A day that nobody recorded has no row.</summary>
public sealed class CoverageDay : IAccountOwned
{
    public Guid AccountId { get; init; }

    /// <summary>The day in the account's time zone.</summary>
    public DateOnly Day { get; init; }

    /// <summary>Asked for a code.</summary>
    public int Active { get; set; }

    /// <summary>Set-up due, whether single sign-on stays open besides or not.</summary>
    public int SetUpDue { get; set; }

    public int NotSetUp { get; set; }

    public int Paused { get; set; }

    public int Disabled { get; set; }

    /// <summary>Handled by single sign-on.</summary>
    public int SingleSignOn { get; set; }
}
