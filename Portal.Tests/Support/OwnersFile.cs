using System.Security.Cryptography;

namespace Portal.Tests.Support;

/// <summary>Files for their owner's eyes only.</summary>
internal static class OwnersFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Whether a file is one; everything is where files have no mode.</summary>
    public static bool Is(string path) => OperatingSystem.IsWindows() || File.GetUnixFileMode(path) == OwnerOnly;

    /// <summary>Makes a new master key; answers where.</summary>
    public static string NewMasterKey()
    {
        var file = RunFolder.NewPath();
        File.WriteAllText(file, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, OwnerOnly);
        }

        return file;
    }
}
