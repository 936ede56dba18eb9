using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Portal.Operations;

/// <summary>What the system knows of its own clock.</summary>
public sealed class SystemClock(TimeProvider clock)
{
    /// <summary>For so long an answer of the service is given again: it is started to give it.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    private const string Program = "/usr/bin/busctl";
    private const string TimeService = "org.freedesktop.timedate1";

    // Microseconds. While no time server has been followed the kernel counts the error up to this (NTP_PHASE_LIMIT).
    private const nint LargestError = 16_000_000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private (bool? Answer, long At)? last;

    /// <summary>Whether something keeps it right; <see langword="null"/> where the system does not say.</summary>
    /// <remarks>A unit that protects the clock may not even ask the kernel; the service for time and date may, and answers everybody.</remarks>
    public async Task<bool?> IsSynchronizedAsync(CancellationToken cancellationToken)
    {
        if (OfKernel() is { } known)
        {
            return known;
        }

        if (last is not { } former || clock.GetElapsedTime(former.At) > Fresh)
        {
            last = former = (await OfServiceAsync(bus: null, cancellationToken), clock.GetTimestamp());
        }

        return former.Answer;
    }

    /// <summary>What the kernel says.</summary>
    /// <remarks>Linux: <c>adjtimex</c> with nothing to adjust tells by how much the clock may be wrong (adjtimex(2)).</remarks>
    public static bool? OfKernel()
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var nothing = default(Adjustment);
        try
        {
            return AdjustTime(ref nothing) < 0 ? null : nothing.MaximumError < LargestError;
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
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        string[] at = bus is null ? ["--system"] : [$"--address={bus}"];
        var start = new ProcessStartInfo(Program, [.. at, "get-property", TimeService, "/org/freedesktop/timedate1", TimeService, "NTPSynchronized"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var asked = Process.Start(start)!;
            try
            {
                return (await asked.StandardOutput.ReadToEndAsync(limit.Token)).Trim() switch
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
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    [DllImport("libc", EntryPoint = "adjtimex")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int AdjustTime(ref Adjustment adjustment);

    // The beginning of struct timex of the kernel: what to adjust, and what it answers. 208 bytes, and some to spare.
    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Adjustment
    {
        public uint Modes;
        public nint Offset;
        public nint Frequency;
        public nint MaximumError;
    }
}
