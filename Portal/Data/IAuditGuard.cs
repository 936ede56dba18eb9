namespace Portal.Data;

/// <summary>
/// What a database engine does itself to keep the record as it was written, and whether it still does. Each engine has its own.
/// </summary>
public interface IAuditGuard
{
    /// <summary>Whether the database refuses to change, to delete and to replace entries and seals, just as the migrations made it.</summary>
    Task<bool> RefusesChangesAsync(CancellationToken cancellationToken);

    /// <summary>The highest number that the database ever gave an entry; 0 for none.</summary>
    Task<long> HighestGivenAsync(CancellationToken cancellationToken);

    /// <summary>Takes numbers for entries that are written past the context, within the acting transaction; answers the first.</summary>
    Task<long> TakeNumbersAsync(int count);

    /// <summary>
    /// The first entry that is stored as Portal never stores one; <see langword="null"/> for none. The same value in another spelling
    /// would pass the MAC and yet be found by no query: an account's id in small letters hides an entry from its account.
    /// </summary>
    Task<long?> FirstOddAsync(CancellationToken cancellationToken);
}
