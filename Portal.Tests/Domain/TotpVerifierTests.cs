using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Portal.Domain;

namespace Portal.Tests.Domain;

public class TotpVerifierTests
{
    // The secret of both RFCs.
    private static readonly AuthenticatorKey Key = AuthenticatorKey.FromBytes("12345678901234567890"u8);

    [Theory]
    [InlineData(59L, "94287082")]
    [InlineData(1111111109L, "07081804")]
    [InlineData(1111111111L, "14050471")]
    [InlineData(1234567890L, "89005924")]
    [InlineData(2000000000L, "69279037")]
    [InlineData(20000000000L, "65353130")]
    public void RFC_6238_appendix_B_SHA_1(long unixSeconds, string eightDigits) =>
        Assert.Equal(unixSeconds / 30, TotpVerifier.Match(Key, Code(eightDigits[2..]), At(unixSeconds)));

    [Theory]
    [InlineData(0, "755224")]
    [InlineData(1, "287082")]
    [InlineData(2, "359152")]
    [InlineData(3, "969429")]
    [InlineData(4, "338314")]
    [InlineData(5, "254676")]
    [InlineData(6, "287922")]
    [InlineData(7, "162583")]
    [InlineData(8, "399871")]
    [InlineData(9, "520489")]
    public void RFC_4226_appendix_D(long counter, string code) =>
        Assert.Equal(counter, TotpVerifier.Match(Key, Code(code), At(counter * 30)));

    [Theory]
    [InlineData(4294967295)]
    [InlineData(4294967296)]
    [InlineData(4294967297)]
    [InlineData(8000000000)]
    public void Steps_past_32_bits_count_on(long step) =>
        Assert.Equal(step, TotpVerifier.Match(Key, Code(Hotp(step)), At(step * 30)));

    [Theory]
    [InlineData(0)]
    [InlineData(29)]
    public void The_window_is_one_step_to_either_side_at_both_edges_of_a_step(int second)
    {
        const long Step = 55_000_000;
        var now = At((Step * 30) + second);

        Assert.Null(TotpVerifier.Match(Key, Code(Hotp(Step - 2)), now));
        Assert.Equal(Step - 1, TotpVerifier.Match(Key, Code(Hotp(Step - 1)), now));
        Assert.Equal(Step, TotpVerifier.Match(Key, Code(Hotp(Step)), now));
        Assert.Equal(Step + 1, TotpVerifier.Match(Key, Code(Hotp(Step + 1)), now));
        Assert.Null(TotpVerifier.Match(Key, Code(Hotp(Step + 2)), now));
    }

    [Fact]
    public void The_time_step_does_not_depend_on_the_time_zone()
    {
        var now = new DateTimeOffset(2026, 11, 24, 9, 15, 5, TimeSpan.Zero);

        Assert.Equal(TotpVerifier.Match(Key, Code(Hotp(TotpVerifier.StepAt(now))), now), TotpVerifier.Match(Key, Code(Hotp(TotpVerifier.StepAt(now))), now.ToOffset(TimeSpan.FromHours(9))));
        Assert.NotNull(TotpVerifier.Match(Key, Code(Hotp(TotpVerifier.StepAt(now))), now));
    }

    [Theory]
    [InlineData(-20, -600)]
    [InlineData(-8, -240)]
    [InlineData(-2, -60)]
    [InlineData(2, 60)]
    [InlineData(8, 240)]
    [InlineData(20, 600)]
    public void The_clock_is_named_within_ten_minutes(int stepsAway, int seconds)
    {
        const long Step = 55_000_000;

        Assert.Equal(TimeSpan.FromSeconds(seconds), TotpVerifier.ClockDrift(Key, Code(Hotp(Step + stepsAway)), At((Step * 30) + 7)));
    }

    [Theory]
    [InlineData(-21)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(21)]
    public void The_clock_is_not_named_for_an_accepted_code_nor_beyond_ten_minutes(int stepsAway)
    {
        const long Step = 55_000_000;

        Assert.Null(TotpVerifier.ClockDrift(Key, Code(Hotp(Step + stepsAway)), At((Step * 30) + 7)));
    }

    private static DateTimeOffset At(long unixSeconds) => DateTimeOffset.FromUnixTimeSeconds(unixSeconds);

    private static OneTimeCode Code(string digits) => OneTimeCode.TryParse(digits, out var code) ? code : throw new ArgumentException(digits);

    // RFC 4226 §5.3, written out, so that the library is not held against itself.
    private static string Hotp(long counter)
    {
        var message = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(message, counter);
#pragma warning disable CA5350 // The algorithm of the RFC, and of every app.
        var hash = HMACSHA1.HashData(Key.ToBytes(), message);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 0xf)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
}
