using System.Text;
using OtpNet;
using Portal.Domain;

namespace Portal.Tests.Domain;

public class AuthenticatorKeyTests
{
    [Fact]
    public void A_key_is_160_random_bits_each_time_others()
    {
        var keys = Enumerable.Range(0, 1000).Select(_ => AuthenticatorKey.Create().ToBytes()).ToList();

        Assert.All(keys, key => Assert.Equal(160 / 8, key.Length));
        Assert.Equal(keys.Count, keys.Select(Convert.ToHexString).Distinct().Count());
    }

    [Fact]
    public void Base32_has_32_characters_without_padding_in_eight_groups_of_four()
    {
        var key = AuthenticatorKey.FromBytes("12345678901234567890"u8);

        Assert.Equal("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", key.ToBase32());
        Assert.Equal(["GEZD", "GNBV", "GY3T", "QOJQ", "GEZD", "GNBV", "GY3T", "QOJQ"], key.ToGroups());
        Assert.Equal("12345678901234567890", Encoding.ASCII.GetString(Base32Encoding.ToBytes(string.Concat(key.ToGroups()))));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(19)]
    [InlineData(21)]
    public void Bytes_of_another_number_are_no_key(int length) =>
        Assert.Throws<ArgumentException>(() => AuthenticatorKey.FromBytes(new byte[length]));

    [Fact]
    public void A_key_never_shows_itself_and_cannot_be_changed_from_outside()
    {
        var key = AuthenticatorKey.Create();
        var before = key.ToBase32();

        key.ToBytes()[0] ^= 0xff;

        Assert.Equal(before, key.ToBase32());
        Assert.DoesNotContain(before, $"{key}", StringComparison.Ordinal);
    }
}
