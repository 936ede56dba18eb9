using System.Runtime.InteropServices;

namespace Portal.Operations;

/// <summary>What the system knows of its own clock.</summary>
public static class SystemClock
{
    private const int NotSynchronized = 5;

    /// <summary>Whether something keeps it right; <see langword="null"/> where the system does not say.</summary>
    /// <remarks>Linux: <c>adjtimex</c> with nothing to adjust answers TIME_ERROR while no time server has been followed (adjtimex(2)).</remarks>
    public static bool? IsSynchronized()
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
