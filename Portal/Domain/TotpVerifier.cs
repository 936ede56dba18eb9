using OtpNet;

namespace Portal.Domain;

/// <summary>Time-based one-time passwords (RFC 6238): SHA-1, six digits, steps of 30 seconds.</summary>
public static class TotpVerifier
{
    /// <summary>Length of a time step in seconds (RFC 6238 §5.2).</summary>
    public const int StepSeconds = 30;

    /// <summary>Steps to either side of now at which a code is accepted (RFC 6238 §5.2, §6).</summary>
    public const int Window = 1;

    // How far a clock may be off for the wizard to name it: ten minutes.
    private const int HintSteps = 20;

    /// <summary>The time step to which a code belongs, or <see langword="null"/> when it is none of those accepted now.</summary>
    /// <remarks>
    /// A step is accepted only once. That is decided where the last accepted step is stored, in one conditional update
    /// (RFC 6238 §5.2), never here.
    /// </remarks>
    public static long? Match(AuthenticatorKey key, OneTimeCode code, DateTimeOffset now) =>
        TotpOf(key).VerifyTotp(now.UtcDateTime, code.Value, out var step, new VerificationWindow(Window, Window)) ? step : null;

    /// <summary>
    /// How far the clock that made the code is ahead (positive) or behind (negative), to whole steps, when the code belongs
    /// to another time within ten minutes; else <see langword="null"/>. For a hint only: such a code is never accepted.
    /// </summary>
    public static TimeSpan? ClockDrift(AuthenticatorKey key, OneTimeCode code, DateTimeOffset now) =>
        TotpOf(key).VerifyTotp(now.UtcDateTime, code.Value, out var step, new VerificationWindow(HintSteps, HintSteps))
            && Math.Abs(step - StepAt(now)) > Window
                ? TimeSpan.FromSeconds((step - StepAt(now)) * StepSeconds)
                : null;

    /// <summary>The number of the time step at an instant: whole steps since the Unix epoch.</summary>
    public static long StepAt(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    private static Totp TotpOf(AuthenticatorKey key) => new(key.ToBytes(), StepSeconds, OtpHashMode.Sha1, OneTimeCode.Digits);
}
