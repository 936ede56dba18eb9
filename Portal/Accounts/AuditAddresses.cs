namespace Portal.Accounts;

/// <summary>Where the audit log is.</summary>
public static class AuditAddresses
{
    public const string Page = "/audit";

    public const string Csv = "/audit/export.csv";

    public const string Json = "/audit/export.json";
}
