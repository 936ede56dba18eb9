using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Portal.Operations;

/// <summary>What the system knows of its own clock.</summary>
public static class SystemClock
{
    private const int NotSynchronized = 5;
    private const string TimeService = "org.freedesktop.timedate1";

    /// <summary>Whether something keeps it right; <see langword="null"/> where the system does not say.</summary>
    /// <remarks>A unit that protects the clock may not even ask the kernel; the service for time and date may, and answers everybody.</remarks>
    public static async Task<bool?> IsSynchronizedAsync(CancellationToken cancellationToken) => OfKernel() ?? await OfServiceAsync(bus: null, cancellationToken);

    /// <summary>What the kernel says.</summary>
    /// <remarks>Linux: <c>adjtimex</c> with nothing to adjust answers TIME_ERROR while no time server has been followed (adjtimex(2)).</remarks>
    public static bool? OfKernel()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var nothing = default(Adjustment);
        try
        {
            return AdjustTime(ref nothing) switch
            {
                NotSynchronized => false,
                >= 0 => true,
                _ => null,
            };
        }
        catch (EntryPointNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What systemd's service for time and date says (org.freedesktop.timedate1(5)), which asks the kernel itself.</summary>
    /// <param name="bus">The address of the bus; <see langword="null"/> for that of the system.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<bool?> OfServiceAsync(string? bus, CancellationToken cancellationToken)
    {
        string[] at = bus is null ? ["--system"] : [$"--address={bus}"];
        var start = new ProcessStartInfo("busctl", [.. at, "get-property", TimeService, "/org/freedesktop/timedate1", TimeService, "NTPSynchronized"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var asked = Process.Start(start)!;
            try
            {
                var answer = await asked.StandardOutput.ReadToEndAsync(cancellationToken);
                return answer.Trim() switch
                {
                    "b true" => true,
                    "b false" => false,
                    _ => null,
                };
            }
            finally
            {
                asked.Kill();
            }
        }
        catch (Win32Exception)
        {
            // There is no such program, and so no such service.
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "adjtimex")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AdjustTime(ref Adjustment adjustment);

    // struct timex of the kernel, of which only the first field, what to adjust, is looked at: 208 bytes, and some to spare.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Adjustment
    {
        public uint Modes;
    }
}
