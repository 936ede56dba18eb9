using Portal.Data;
using Portal.Texts;

namespace Portal.Shell;

/// <summary>Why a page was closed: a word for the address of the sign-in page, and a sentence there.</summary>
public static class ClosedWords
{
    private const string Idle = "idle";

    /// <summary>The word that travels in the address.</summary>
    public static string CodeOf(SessionEnd? why) => why?.ToString() ?? Idle;

    /// <summary>The sentence for a word from an address; <see langword="null"/> when it is none of ours.</summary>
    public static string? OfCode(string? code) => code switch
    {
        null => null,
        Idle => Of(null),
        _ => Enum.TryParse<SessionEnd>(code, out var why) && Enum.IsDefined(why) ? Of(why) : null,
    };

    /// <summary>Why the session is over, in a sentence.</summary>
    public static string Of(SessionEnd? why) => why is { } known ? Of(known) : Words.ClosedIdle;

    private static string Of(SessionEnd why) => why switch
    {
        SessionEnd.SignedOut => Words.ClosedSignedOut,
        SessionEnd.Reset => Words.ClosedReset,
        SessionEnd.SetUpElsewhere => Words.ClosedSetUpElsewhere,
        SessionEnd.Deactivated => Words.ClosedDeactivated,
        SessionEnd.Replaced => Words.ClosedReplaced,
        SessionEnd.WrongProof => Words.ClosedWrongProof,
        SessionEnd.PasswordChanged => Words.ClosedPasswordChanged,
        SessionEnd.EmailChanged => Words.ClosedEmailChanged,
        SessionEnd.EndedElsewhere => Words.ClosedElsewhere,
        SessionEnd.EndedByAdministrator => Words.ClosedByAdministrator,
    };
}
