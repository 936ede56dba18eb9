using System.Globalization;

namespace Portal.Tests.Support;

/// <summary>
/// An authenticator app that shares no code with Portal: it reads QR codes with zbarimg and counts with oathtool, so that
/// both sides cannot be wrong in the same way.
/// </summary>
public sealed class PretendPhone
{
    private PretendPhone(string key) => Key = key;

    /// <summary>The secret as the phone got it, base32.</summary>
    public string Key { get; }

    /// <summary>The address that was scanned or opened; <see langword="null"/> when the key was typed in.</summary>
    public Uri? Address { get; private init; }

    /// <summary><c>totp</c> for codes that go by the time.</summary>
    public string Type { get; private init; } = "totp";

    /// <summary>The whole label, decoded: <c>Issuer:account</c>.</summary>
    public string Label { get; private init; } = "";

    /// <summary>The part of the label before the first colon; <see langword="null"/> when it has none.</summary>
    public string? LabelIssuer => Label.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? Label[..colon] : null;

    /// <summary>The part of the label that names the account, here the e-mail address.</summary>
    public string Account => Label[(Label.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The parameters as the address has them, decoded. A plus sign stays one: apps do not take it for a blank.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; private init; } = new Dictionary<string, string>();

    /// <summary>The parameter <c>issuer</c>, or <see langword="null"/>.</summary>
    public string? Issuer => Parameters.GetValueOrDefault("issuer");

    /// <summary>The parameter <c>algorithm</c>, or what apps assume.</summary>
    public string Algorithm => Parameters.GetValueOrDefault("algorithm", "SHA1");

    /// <summary>The parameter <c>digits</c>, or what apps assume.</summary>
    public int Digits => int.Parse(Parameters.GetValueOrDefault("digits", "6"), CultureInfo.InvariantCulture);

    /// <summary>The parameter <c>period</c> in seconds, or what apps assume.</summary>
    public int Period => int.Parse(Parameters.GetValueOrDefault("period", "30"), CultureInfo.InvariantCulture);

    /// <summary>Reads the one QR code in a picture, for instance a screenshot.</summary>
    public static async Task<Uri> ScanAsync(byte[] png)
    {
        await DebianPackages.EnsureAsync("zbarimg", "zbar-tools");

        var picture = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.png");
        try
        {
            await File.WriteAllBytesAsync(picture, png);
            var found = await Command.RunAsync("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", picture);
            return new Uri(Assert.Single(found.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }
        finally
        {
            File.Delete(picture);
        }
    }

    /// <summary>Adds the account that an <c>otpauth://</c> address describes.</summary>
    public static PretendPhone FromUri(Uri address)
    {
        Assert.Equal("otpauth", address.Scheme);

        var parameters = address.Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => Uri.UnescapeDataString(pair[0]), pair => Uri.UnescapeDataString(pair.ElementAtOrDefault(1) ?? ""));

        return new PretendPhone(parameters["secret"])
        {
            Address = address,
            Type = address.Host,
            Label = Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')),
            Parameters = parameters,
        };
    }

    /// <summary>Adds an account by hand. Blanks in the key are allowed, as in every app.</summary>
    public static PretendPhone FromKey(string base32) => new(base32.Replace(" ", "", StringComparison.Ordinal).Trim());

    /// <summary>The code that the phone shows at a moment.</summary>
    public async Task<string> CodeAsync(DateTimeOffset at)
    {
        await DebianPackages.EnsureAsync("oathtool", "oathtool");

        var now = at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        var code = await Command.RunAsync(
            "oathtool",
            $"--totp={Algorithm.ToLowerInvariant()}",
            "-b",
            $"--digits={Digits}",
            $"--time-step-size={Period}s",
            "--now", now,
            Key);
        return code.Trim();
    }
}
