using System.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>A bus of one's own with systemd's service for time and date on it, from Debian's packages.</summary>
internal sealed class TimeServiceBus : IAsyncDisposable
{
    private const string Service = "/lib/systemd/systemd-timedated";

    private readonly List<Process> running = [];

    /// <summary>Where it is.</summary>
    public string Address { get; } = $"unix:path={RunFolder.NewPath()}";

    /// <summary>Starts both, and comes back when the service answers.</summary>
    public static async Task<TimeServiceBus> StartAsync()
    {
        await DebianPackages.EnsureAsync("dbus-daemon", "dbus-daemon");
        await DebianPackages.EnsureAsync(() => File.Exists(Service) && Command.IsOnPath("busctl"), "systemd-timedated", "systemd");
        var bus = new TimeServiceBus();
        await bus.StartBusAsync();
        return bus;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        foreach (var process in running)
        {
            process.Kill();
            await process.WaitForExitAsync();
            process.Dispose();
        }
    }

    private async Task StartBusAsync()
    {
        var settings = RunFolder.NewPath();
        await File.WriteAllTextAsync(
            settings,
            $"""
            <busconfig>
              <listen>{Address}</listen>
              <auth>EXTERNAL</auth>
              <policy context="default"><allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/></policy>
            </busconfig>
            """);
        running.Add(Process.Start(Quiet("dbus-daemon", $"--config-file={settings}", "--nofork"))!);
        var service = Quiet(Service);
        service.Environment["DBUS_SYSTEM_BUS_ADDRESS"] = Address;
        Assert.NotNull(await Patience.UntilAsync(() => Task.FromResult(File.Exists(Address["unix:path=".Length..]) ? Address : null)));
        running.Add(Process.Start(service)!);
        Assert.NotNull(await Patience.UntilAsync(async () => await Command.RunAsync("busctl", $"--address={Address}", "list") is var names && names.Contains("timedate1", StringComparison.Ordinal) ? names : null));
    }

    private static ProcessStartInfo Quiet(string program, params string[] arguments) => new(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
}
