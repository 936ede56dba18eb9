using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Portal.Audit;
using Portal.Data;
using Portal.Mail;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operations;

/// <summary>What works by itself, while something fails beneath it.</summary>
public sealed class WorkersTests
{
    public static TheoryData<string> Workers =>
    [
        nameof(AuditSealer), nameof(OverrideLapses), nameof(OverrideReminders), nameof(CoverageRecord), nameof(BulkWorker), nameof(MailWorker), nameof(ChangeRelay),
    ];

    [Theory]
    [MemberData(nameof(Workers))]
    public async Task A_time_out_that_looks_like_a_cancellation_is_written_down_and_tried_again(string which)
    {
        await using var node = await PortalServices.CreateAsync();
        var account = await node.AddAccountAsync();
        await node.Contexts.WriteAsync(account.Id, db =>
        {
            AuditLog.RecordProgram(db, account.Id, AuditAction.AccountCreated, node.Clock.GetUtcNow());
            return Task.FromResult(0);
        });
        var (clock, log) = (new TimingOut(node.Clock), new RecordedLog());
        using var logs = LoggerFactory.Create(logging => logging.AddProvider(log));
        using BackgroundService worker = which switch
        {
            nameof(AuditSealer) => new AuditSealer(node.Create<AuditSeals>(clock), node.Clock, logs.CreateLogger<AuditSealer>()),
            nameof(OverrideLapses) => new OverrideLapses(node.Contexts, clock, logs.CreateLogger<OverrideLapses>()),
            nameof(OverrideReminders) => node.Create<OverrideReminders>(clock, logs.CreateLogger<OverrideReminders>()),
            nameof(CoverageRecord) => node.Create<CoverageRecord>(clock, logs.CreateLogger<CoverageRecord>()),
            nameof(BulkWorker) => node.Create<BulkWorker>(clock, logs.CreateLogger<BulkWorker>()),
            nameof(MailWorker) => node.Create<MailWorker>(clock, logs.CreateLogger<MailWorker>()),
            _ => node.Create<ChangeRelay>(clock, logs.CreateLogger<ChangeRelay>()),
        };

        await worker.StartAsync(CancellationToken.None);

        Assert.NotNull(await Patience.UntilAsync(() =>
        {
            node.Clock.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(clock.Asked > 1 || worker.ExecuteTask!.IsCompleted ? "went on, or ended" : null);
        }));
        Assert.False(worker.ExecuteTask!.IsCompleted, $"It ended: {worker.ExecuteTask.Exception}");
        Assert.Contains(log.Lines, line => line.Contains("a library's time-out", StringComparison.Ordinal));
        await worker.StopAsync(CancellationToken.None);
        Assert.True(worker.ExecuteTask.IsCompleted);
    }

    /// <summary>Time as it is; but the first time it is asked for, it takes too long.</summary>
    private sealed class TimingOut(FakeTimeProvider clock) : TimeProvider
    {
        private int asked;

        public int Asked => Volatile.Read(ref asked);

        public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Interlocked.Increment(ref asked) == 1 ? throw new TaskCanceledException("a library's time-out") : clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
    }
}
