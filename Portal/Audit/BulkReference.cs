namespace Portal.Audit;

/// <summary>
/// How the record says that an entry belongs to a bulk job: "BulkJob {id}" where a reason stands, and after a colon the reason itself
/// where there is one. Stored, and handed out: never change the form.
/// </summary>
public static class BulkReference
{
    private const string Name = "BulkJob ";
    private const string Then = ": ";
    private const int IdLength = 36;

    /// <summary>What stands in the place of the reason.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="reason">The reason; may be empty.</param>
    public static string With(Guid jobId, string? reason = null) => string.IsNullOrEmpty(reason) ? $"{Name}{jobId}" : $"{Name}{jobId}{Then}{reason}";

    /// <summary>Reads it back: the job, where there is one, and what remains as the reason.</summary>
    /// <param name="stored">What stands in the record.</param>
    public static (Guid? JobId, string? Reason) Read(string? stored)
    {
        if (stored?.StartsWith(Name, StringComparison.Ordinal) != true || !Guid.TryParseExact(stored.AsSpan(Name.Length, Math.Min(IdLength, stored.Length - Name.Length)), "D", out var jobId))
        {
            return (null, stored);
        }

        return stored[(Name.Length + IdLength)..] switch
        {
            "" => (jobId, null),
            var rest when rest.StartsWith(Then, StringComparison.Ordinal) => (jobId, rest[Then.Length..]),
            _ => (null, stored),
        };
    }
}
