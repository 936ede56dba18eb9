using QRCoder;

namespace Portal.Tests.Support;

/// <summary>The pretend phone is itself held against RFC 6238 before anything is held against it.</summary>
public class PretendPhoneTests
{
    /// <summary>The RFC's own key, "12345678901234567890", in base32.</summary>
    private const string RfcKey = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public async Task The_phone_shows_the_codes_of_the_RFC(long unixSeconds, string eightDigits)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(unixSeconds);

        Assert.Equal(eightDigits, await PretendPhone.FromUri(new($"otpauth://totp/x?secret={RfcKey}&digits=8")).CodeAsync(at));
        Assert.Equal(eightDigits[2..], await PretendPhone.FromKey("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ").CodeAsync(at));
    }

    [Fact]
    public async Task The_phone_reads_the_account_from_a_picture()
    {
        const string address = $"otpauth://totp/Zo%C3%AB%20%26%20Co:anna%2Btest%40example.com?secret={RfcKey}&issuer=Zo%C3%AB%20%26%20Co&algorithm=SHA1&digits=6&period=30";
        var picture = PngByteQRCodeHelper.GetQRCode(address, QRCodeGenerator.ECCLevel.M, 6);

        var phone = PretendPhone.FromUri(await PretendPhone.ScanAsync(picture));

        Assert.Equal(address, phone.Address?.OriginalString);
        Assert.Equal("totp", phone.Type);
        Assert.Equal("Zoë & Co", phone.Issuer);
        Assert.Equal("Zoë & Co", phone.LabelIssuer);
        Assert.Equal("anna+test@example.com", phone.Account);
        Assert.Equal(RfcKey, phone.Key);
        Assert.Equal(("SHA1", 6, 30), (phone.Algorithm, phone.Digits, phone.Period));
    }

    [Fact]
    public void A_plus_sign_in_an_address_is_no_blank()
    {
        var phone = PretendPhone.FromUri(new($"otpauth://totp/My+Portal:a@example.com?secret={RfcKey}&issuer=My+Portal"));

        Assert.Equal("My+Portal", phone.Issuer);
        Assert.Equal("My+Portal", phone.LabelIssuer);
    }
}
