using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

[OnEachDatabase]
public sealed class PortalContextsTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account ours = null!;
    private Account theirs = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        ours = await node.AddAccountAsync(name: "Ours");
        theirs = await node.AddAccountAsync(name: "Theirs");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task A_context_sees_the_rows_of_its_own_account_and_no_others()
    {
        foreach (var account in new[] { ours, theirs })
        {
            var who = await node.AddOperatorAsync(account, $"Anna of {account.Name}", email: $"anna@{account.Name}.example");
            await node.AddAuthenticatorAsync(who);
            await node.SignInAsync(who);
        }

        // One after the other, from one model: the account must be the context's own, not that of the first.
        foreach (var account in new[] { ours, theirs, ours })
        {
            await using var db = node.Contexts.For(account.Id);
            Assert.Equal(account.Name, (await db.Accounts.SingleAsync()).Name);
            Assert.Equal($"Anna of {account.Name}", (await db.Operators.Include(person => person.Authenticator).SingleAsync()).Name);
            Assert.Equal(account.Id, (await db.Authenticators.SingleAsync()).AccountId);
            Assert.Equal(account.Id, (await db.Sessions.SingleAsync()).AccountId);
        }
    }

    [Fact]
    public async Task Without_an_account_a_context_sees_no_rows()
    {
        await node.AddOperatorAsync(ours, "Anna");

        await using var db = node.Contexts.For(Guid.Empty);

        Assert.Empty(await db.Operators.ToListAsync());
        Assert.Empty(await db.Accounts.ToListAsync());
    }

    [Fact]
    public async Task What_is_not_kept_leaves_nothing_behind_and_tells_nobody()
    {
        var before = node.Get<AccountChanges>().CountOf(ours.Id);

        await node.Contexts.WriteAsync(
            ours.Id,
            async db =>
            {
                (await db.Accounts.SingleAsync()).Name = "Other";
                await db.SaveChangesAsync();
                db.Announce(ours.Id, null);
                return false;
            },
            keeps: keep => keep);

        Assert.Equal("Ours", (await node.ReadAsync(ours.Id, db => db.Accounts.SingleAsync())).Name);
        Assert.Equal(before, node.Get<AccountChanges>().CountOf(ours.Id));
    }

    [Fact]
    public async Task Entries_of_one_instant_stand_in_the_record_in_the_order_of_their_making()
    {
        var expected = Enumerable.Range(0, 200).Select(number => $"{number}").ToList();

        await node.Contexts.WriteAsync(ours.Id, db =>
        {
            expected.ForEach(reason => AuditLog.RecordCommand(db, ours.Id, AuditAction.OverrideChanged, node.Clock.GetUtcNow(), reason: reason));
            return db.SaveChangesAsync();
        });

        Assert.Equal(expected, await node.ReadAsync(ours.Id, db => db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Reason!).ToListAsync()));
    }

    [Fact]
    public async Task Two_writers_of_one_row_at_once_are_told_apart()
    {
        var who = await node.AddOperatorAsync(ours, "Anna");
        await using var slow = node.Contexts.For(ours.Id);
        var stale = await slow.Operators.SingleAsync();
        await node.ChangeAsync(who, person => person.Name = "Anne");
        stale.Name = "Annette";

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => slow.SaveChangesAsync());
    }

    [Fact]
    public async Task Fifty_writers_at_once_all_get_through()
    {
        var who = await node.AddOperatorAsync(ours, "Anna");

        await Parallel.ForAsync(0, 50, new ParallelOptions { MaxDegreeOfParallelism = 50 }, async (_, cancellation) =>
            await node.Contexts.WriteAsync(ours.Id, async db =>
            {
                (await db.Operators.SingleAsync(person => person.Id == who.Id)).KeyGeneration++;
                return 0;
            }, cancellationToken: cancellation));

        Assert.Equal(50, (await node.ReadAsync(ours.Id, db => db.Operators.SingleAsync())).KeyGeneration);
    }

    [Theory]
    [InlineData("""UPDATE "AuditEntries" SET "ActorName" = 'nobody'""")]
    [InlineData("""DELETE FROM "AuditEntries" """)]
    public async Task The_audit_record_is_append_only_even_by_SQL(string sql)
    {
        await node.Contexts.WriteAsync(ours.Id, db =>
        {
            Portal.Audit.AuditLog.RecordCommand(db, ours.Id, Portal.Audit.AuditAction.AccountRenamed, node.Clock.GetUtcNow());
            return Task.FromResult(0);
        });

        await using var db = node.Contexts.For(ours.Id);
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => db.Database.ExecuteSqlRawAsync(sql));
        Assert.Contains("Audit entries are never", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instants_are_kept_to_the_millisecond_and_can_be_compared()
    {
        var who = await node.AddOperatorAsync(ours, "Anna");
        var at = new DateTimeOffset(2026, 11, 24, 10, 0, 0, 123, TimeSpan.FromHours(1));
        await node.ChangeAsync(who, person => person.LastSignInAt = at);

        Assert.Equal(at, (await node.ReadAsync(ours.Id, db => db.Operators.SingleAsync(person => person.LastSignInAt >= at))).LastSignInAt);
    }

    [Fact]
    public void A_role_that_is_stored_as_a_number_keeps_its_number()
    {
        Assert.Equal([1, 2], Enum.GetValues<OperatorRole>().Select(value => (int)value));
        Assert.Equal([1, 2, 3], Enum.GetValues<TwoFactorPolicy>().Select(value => (int)value));
        Assert.Equal([1, 2, 3], Enum.GetValues<LoginOptions>().Select(value => (int)value));
        Assert.Equal([1, 2, 3], Enum.GetValues<OperatorState>().Select(value => (int)value));
        Assert.Equal(Enumerable.Range(1, 10), Enum.GetValues<SessionEnd>().Select(value => (int)value));
        Assert.Equal(Enumerable.Range(1, 4), Enum.GetValues<SignInMethod>().Select(value => (int)value));
        Assert.Equal(Enumerable.Range(1, 5), Enum.GetValues<LinkPurpose>().Select(value => (int)value));
        Assert.Equal(Enumerable.Range(1, 3), Enum.GetValues<HelpAnswer>().Select(value => (int)value));
    }
}
