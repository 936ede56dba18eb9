namespace Portal.Tests.Support;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    /// <summary>Its top folder: the one with the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string from) => File.Exists(Path.Combine(from, "Portal.sln"))
        ? from
        : Find(Path.GetDirectoryName(from) ?? throw new InvalidOperationException("Portal.sln is in no folder above the tests."));
}
