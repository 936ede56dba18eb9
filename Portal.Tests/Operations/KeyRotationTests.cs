using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Operations;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operations;

/// <summary>A new master key in the place of the former one: everything opens before, after and at every point in between.</summary>
[OnEachDatabase]
public sealed class KeyRotationTests : IAsyncLifetime
{
    private const string Secret = "Canary-Client-Secret-61";

    private readonly string file = OwnersFile.NewMasterKey();
    private readonly string formerFile = RunFolder.NewPath();
    private IReadOnlyDictionary<string, string> database = null!;
    private Account account = null!;
    private Operator anna = null!;
    private AuthenticatorKey key = null!;
    private Guid link;

    public static TheoryData<string> Steps => ["master key", "ring", "ring key", "keys", "end"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        File.Copy(file, formerFile);
        var directory = PortalApp.NewDataDirectory();
        database = new Dictionary<string, string>(await TestDatabase.OfAsync(directory, isNew: true)) { ["Portal:DataDirectory"] = directory, ["Portal:MasterKeyFile"] = file };
        await using var node = NewNode();
        account = await node.AddAccountAsync();
        anna = await node.AddOperatorAsync(account, "Anna");
        key = await node.AddAuthenticatorAsync(anna);
        link = await node.Contexts.WriteAsync(account.Id, async db =>
        {
            db.SingleSignOns.Add(new() { AccountId = account.Id, Name = "example", ProtectedSecret = node.Get<ProviderSecrets>().Protect(account.Id, Secret) });
            Portal.Audit.AuditLog.RecordCommand(db, account.Id, Portal.Audit.AuditAction.OperatorCreated, node.Clock.GetUtcNow(), anna);
            return (await node.Get<OneTimeLinks>().AddAsync(db, anna, LinkPurpose.PasswordReset, OneTimeLinks.PasswordLife)).Id;
        });
        await node.Get<AuditSeals>().SealAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Everything_is_encrypted_anew_opens_and_the_former_key_opens_nothing()
    {
        IReadOnlyList<Guid> before;
        await using (var node = NewNode())
        {
            before = [.. node.Get<IKeyManager>().GetAllKeys().Select(ringKey => ringKey.KeyId)];
            Assert.All(await KeysUsedAsync(node), used => Assert.Contains(used, before));
            Assert.Equal(new Rotated(1, 1, null), await RotateAsync(node));
        }

        await using (var node = NewNode())
        {
            await AssertOpensAsync(node);
            Assert.All(await KeysUsedAsync(node), used => Assert.DoesNotContain(used, before));
            Assert.NotNull((await node.ReadAsync(account.Id, db => db.Links.SingleAsync(row => row.Id == link, Cancellation))).VoidedAt);
            Assert.Equal("MasterKeyRotated", (await node.ReadAsync(account.Id, db => db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(Cancellation))).Action);
            Assert.True(OwnersFile.Is(file));
            Assert.Equal(2, (await File.ReadAllLinesAsync(file, Cancellation)).Length);
        }

        await using var former = NewNode(formerFile);
        Assert.DoesNotContain(former.Get<IKeyManager>().GetAllKeys(), RingKeys.Opens);
        Assert.False(former.Get<KeyProtection>().TryUnprotect(await former.ReadAsync(account.Id, db => db.Authenticators.SingleAsync(Cancellation)), out _));
    }

    // Which key of the ring protects a secret stands before it: four bytes that are always the same, then its id
    // (https://learn.microsoft.com/aspnet/core/security/data-protection/implementation/authenticated-encryption-details).
    private async Task<IReadOnlyList<Guid>> KeysUsedAsync(PortalServices node)
    {
        const int Header = 4;
        await using var db = node.Contexts.For(account.Id);
        byte[][] secrets = [(await db.Authenticators.SingleAsync(Cancellation)).ProtectedKey, (await db.SingleSignOns.SingleAsync(Cancellation)).ProtectedSecret!];
        return [.. secrets.Select(secret => new Guid(secret.AsSpan(Header, 16)))];
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Killed_at_any_point_everything_opens_and_another_run_finishes_it(string killedBefore)
    {
        await using (var node = NewNode())
        {
            await Assert.ThrowsAsync<KilledException>(() => RotateAsync(node, step => _ = step == killedBefore ? throw new KilledException() : 0));
        }

        await using (var node = NewNode())
        {
            await AssertOpensAsync(node);
            Assert.Null((await RotateAsync(node)).Fault);
        }

        await using var after = NewNode();
        await AssertOpensAsync(after);
        await using var former = NewNode(formerFile);
        Assert.DoesNotContain(former.Get<IKeyManager>().GetAllKeys(), RingKeys.Opens);
    }

    [Fact]
    public async Task Seals_go_on_under_the_new_key_and_nobody_makes_one_under_a_former_key_after_that()
    {
        await using (var node = NewNode())
        {
            await RotateAsync(node);
        }

        await using var present = NewNode();
        Assert.Equal(1, await present.Get<AuditSeals>().SealAsync(Cancellation));
        var report = await present.Get<AuditSeals>().CheckAsync(Cancellation);
        Assert.Equal((null, true, 2L), (report.FirstBroken, report.Memory.IsSound, report.Last!.Number));

        // By somebody who has the former key, and the database.
        await using var former = NewNode(formerFile, PortalApp.NewDataDirectory());
        await former.Contexts.WriteAsync(account.Id, db =>
        {
            Portal.Audit.AuditLog.RecordCommand(db, account.Id, Portal.Audit.AuditAction.OperatorCreated, former.Clock.GetUtcNow(), anna);
            return Task.FromResult(0);
        });
        await former.Get<AuditSeals>().SealAsync(Cancellation);
        Assert.Equal(3, (await present.Get<AuditSeals>().CheckAsync(Cancellation)).FirstBroken?.Number);
    }

    [Fact]
    public async Task While_a_server_runs_nothing_is_rotated()
    {
        await using var server = NewNode();
        await using var open = server.Contexts.AcrossAccounts();
        await open.Database.OpenConnectionAsync(Cancellation);
        Assert.True(await open.Accounts.AnyAsync(Cancellation));
        var before = await File.ReadAllTextAsync(file, Cancellation);
        await using var node = NewNode();

        var rotated = await RotateAsync(node);

        Assert.StartsWith("The server is running", rotated.Fault, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(file, Cancellation));
    }

    [Fact]
    public async Task With_a_key_that_cannot_be_read_nothing_is_rotated()
    {
        await using var node = NewNode();
        await node.Contexts.WriteAsync(account.Id, db => db.Authenticators.ExecuteUpdateAsync(set => set.SetProperty(row => row.ProtectedKey, new byte[] { 1, 2, 3 }), Cancellation));
        var before = await File.ReadAllTextAsync(file, Cancellation);

        var rotated = await RotateAsync(node);

        Assert.StartsWith("1 stored keys or secrets cannot be read now", rotated.Fault, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(file, Cancellation));
    }

    [Fact]
    public async Task A_backup_from_before_is_restored_under_the_new_key()
    {
        string backup;
        await using (var node = NewNode())
        {
            backup = (await node.Create<Backups>().WriteAsync(to: null)).Path;
            await RotateAsync(node);
        }

        await using var elsewhere = PortalServices.Create([("Portal:MasterKeyFile", file)]);

        Assert.Empty((await elsewhere.Create<Restores>().RestoreAsync(backup)).Faults);
        await AssertOpensAsync(elsewhere);
    }

    private static Task<Rotated> RotateAsync(PortalServices node, Action<string>? step = null) => node.Create<KeyRotation>().RotateAsync(step);

    private async Task AssertOpensAsync(PortalServices node)
    {
        Assert.All(node.Get<IKeyManager>().GetAllKeys(), each => Assert.True(each.Opens()));
        var row = await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync(Cancellation));
        Assert.True(node.Get<KeyProtection>().TryUnprotect(row, out var opened));
        Assert.Equal(key.ToBase32(), opened.ToBase32());
        Assert.Equal(Secret, node.Get<ProviderSecrets>().Open(await node.ReadAsync(account.Id, db => db.SingleSignOns.SingleAsync(Cancellation))));
        var report = await node.Get<AuditSeals>().CheckAsync(Cancellation);
        Assert.Equal((null, true), (report.FirstBroken, report.Memory.IsSound));
    }

    private PortalServices NewNode(string? masterKey = null, string? directory = null)
    {
        var settings = new Dictionary<string, string>(database);
        settings["Portal:MasterKeyFile"] = masterKey ?? file;
        if (directory is not null && !settings.ContainsKey("Database:Provider"))
        {
            settings["ConnectionStrings:Portal"] = $"Data Source={Path.Combine(settings["Portal:DataDirectory"], "portal.db")}";
        }

        settings["Portal:DataDirectory"] = directory ?? settings["Portal:DataDirectory"];
        var node = PortalServices.Create([.. settings.Select(setting => (setting.Key, setting.Value))]);

        // Data protection has the real time, and goes by it which key of the ring is the newest.
        node.Clock.AdjustTime(DateTimeOffset.UtcNow);
        return node;
    }

    private sealed class KilledException : Exception;
}
