namespace Portal.Domain;

/// <summary>The <c>otpauth</c> address that a QR code carries into an authenticator app.</summary>
/// <remarks>Key URI format, https://github.com/google/google-authenticator/wiki/Key-Uri-Format.</remarks>
public static class KeyUri
{
    /// <summary>The address of a key for one person at one issuer, percent-encoded (a space is %20, never +).</summary>
    public static string For(string issuer, string emailAddress, AuthenticatorKey key)
    {
        var from = Uri.EscapeDataString(WithoutColon(issuer));
        var whom = Uri.EscapeDataString(WithoutColon(emailAddress));
        return $"otpauth://totp/{from}:{whom}?secret={key.ToBase32()}&issuer={from}"
            + $"&algorithm=SHA1&digits={OneTimeCode.Digits}&period={TotpVerifier.StepSeconds}";
    }

    // The colon separates issuer and name in the label; one inside either would move the border.
    private static string WithoutColon(string part) => part.Replace(":", "", StringComparison.Ordinal);
}
