using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OtpNet;
using Portal.Domain;

namespace Portal.Tests.Benchmarks;

/// <summary>The small things that are done often, by BenchmarkDotNet, in this process.</summary>
public static class Micro
{
    /// <summary>The first argument; what follows goes to BenchmarkDotNet.</summary>
    public const string Command = "--micro";

    /// <summary>Runs them.</summary>
    public static void Run(string[] args) => BenchmarkSwitcher.FromTypes([typeof(Codes), typeof(Rule)]).Run(
        args.Length == 0 ? ["--filter", "*"] : args,
        ManualConfig.Create(DefaultConfig.Instance).AddJob(Job.MediumRun.WithToolchain(InProcessEmitToolchain.Instance)));
}

/// <summary>Checking a code: the rule's own verifier beside the library that it stands on.</summary>
[MemoryDiagnoser]
public class Codes
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 15, 5, TimeSpan.Zero);

    private readonly AuthenticatorKey key = AuthenticatorKey.Create();
    private readonly Totp phone;
    private readonly OneTimeCode right;
    private readonly OneTimeCode wrong;

    /// <summary>With a new key.</summary>
    public Codes()
    {
        phone = new(key.ToBytes());
        right = Parse(phone.ComputeTotp(Now.UtcDateTime));
        wrong = Enumerable.Range(0, 10).Select(number => Parse($"{number:D6}")).First(code => TotpVerifier.Match(key, code, Now) is null);
    }

    /// <summary>Otp.NET alone, the right code.</summary>
    [Benchmark(Baseline = true)]
    public bool OtpNetRight() => phone.VerifyTotp(Now.UtcDateTime, right.Value, out _, new VerificationWindow(1, 1));

    /// <summary>Portal, the right code.</summary>
    [Benchmark]
    public long? PortalRight() => TotpVerifier.Match(key, right, Now);

    /// <summary>Otp.NET alone, a wrong code.</summary>
    [Benchmark]
    public bool OtpNetWrong() => phone.VerifyTotp(Now.UtcDateTime, wrong.Value, out _, new VerificationWindow(1, 1));

    /// <summary>Portal, a wrong code.</summary>
    [Benchmark]
    public long? PortalWrong() => TotpVerifier.Match(key, wrong, Now);

    private static OneTimeCode Parse(string code) =>
        OneTimeCode.TryParse(code, out var parsed) ? parsed : throw new InvalidOperationException($"{code} is no code.");
}

/// <summary>The rule, over every combination of what it asks.</summary>
[MemoryDiagnoser]
public class Rule
{
    private readonly (TwoFactorPolicy Default, TwoFactorPolicy? Own, LoginOptions Options, bool IsSetUp)[] combinations =
    [
        .. from accountDefault in Enum.GetValues<TwoFactorPolicy>()
           from own in Enum.GetValues<TwoFactorPolicy>().Select(policy => (TwoFactorPolicy?)policy).Append(null)
           from options in new[] { LoginOptions.Password, LoginOptions.SingleSignOn, LoginOptions.Password | LoginOptions.SingleSignOn }
           from isSetUp in new[] { false, true }
           select (accountDefault, own, options, isSetUp),
    ];

    /// <summary>All 72, reported as one.</summary>
    [Benchmark(OperationsPerInvoke = 72)]
    public int For()
    {
        var sum = 0;
        foreach (var (accountDefault, own, options, isSetUp) in combinations)
        {
            sum += (int)EffectiveTwoFactor.For(accountDefault, own, options, isSetUp).Status;
        }

        return sum;
    }
}
